"""Changes of the stored results."""
