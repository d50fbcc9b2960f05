"""The only door for writes of meetings."""
