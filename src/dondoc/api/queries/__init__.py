"""Reads of api."""
