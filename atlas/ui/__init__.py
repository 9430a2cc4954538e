"""Widgets: they show a state and say what the user did."""
