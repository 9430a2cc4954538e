"""What `atlas check` asks of the data."""
