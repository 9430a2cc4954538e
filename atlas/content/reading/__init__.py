"""Data files, from text to what the atlas knows, with every mistake and its line."""
