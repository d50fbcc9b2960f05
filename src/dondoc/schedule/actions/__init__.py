"""The only door for writes of the working calendar and the terms."""
