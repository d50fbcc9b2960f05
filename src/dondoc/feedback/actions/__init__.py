"""Writes of feedback."""
