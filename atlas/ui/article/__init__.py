"""Texts to read: blocks and the view that shows them."""
