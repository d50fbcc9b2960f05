"""The only door for writes of the portal."""
