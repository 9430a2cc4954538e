"""The patient's own pain: the drawing, what is laid over it, and the patterns that cover it."""
