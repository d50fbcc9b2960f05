"""The only door for writes about accounts."""
