"""What is baked into arrays: the body's surface and the painted patterns."""
