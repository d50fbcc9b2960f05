"""Writes of api."""
