"""Typed rows of feedback."""
