"""The handout as pages, pictures and files."""
