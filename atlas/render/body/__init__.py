"""The baked pictures of the body and the muscles."""
