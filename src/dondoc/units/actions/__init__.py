"""The only door for writes of units."""
