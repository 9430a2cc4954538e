"""The one surface, what is painted on it, its sides and the cameras that look at it."""
