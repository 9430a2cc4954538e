"""The small parts that all surfaces are made of."""
