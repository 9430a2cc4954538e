"""What is said: patterns in words, the guide, the story and the handout."""
