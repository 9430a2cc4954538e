"""Plates as they are composed."""
