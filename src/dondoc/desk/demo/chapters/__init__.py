"""Chapters of the demo: what each part of the product lives through, after the plans have their year of work."""
