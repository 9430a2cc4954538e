"""Muscles as flesh: their shapes on a figure, the look of their fibres, and their pictures."""
