"""Queries of the framework of indices."""
