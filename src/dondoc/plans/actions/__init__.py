"""The only door for writes of plans."""
