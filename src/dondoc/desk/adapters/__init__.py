"""File formats that the desk writes."""
