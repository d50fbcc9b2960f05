"""Typed rows of the public's pages. Nothing here asks who reads."""
