"""The student's review: learn the patterns and keep them."""
