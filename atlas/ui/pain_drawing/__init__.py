"""Where it hurts: drawing the pain, and the patterns that cover it."""
