"""Reads of reports: typed rows for screens and for what is put out."""
