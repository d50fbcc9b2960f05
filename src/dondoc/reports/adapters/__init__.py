"""Formats of reports to neutral records and back."""
