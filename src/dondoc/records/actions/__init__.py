"""The only door for writes of records."""
