"""The plate: the body's picture and what can be done with it."""
