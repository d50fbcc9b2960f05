"""Files to neutral records: the shipped tables, and results as text."""
