"""Typed rows for the pages and checks about records."""
