"""The atlas itself: anatomy, surface, patterns, state. No Qt, no files."""
