"""The window and what stands in it beside the surfaces."""
