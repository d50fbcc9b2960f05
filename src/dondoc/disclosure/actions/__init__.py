"""The only door for writes of disclosure."""
