"""What was found by words or by a tap: its rows, its list, and what is offered where nothing fits."""
