"""Typed rows for the pages of the desk."""
