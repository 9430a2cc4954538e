"""The muscles: finding one, and all about it."""
