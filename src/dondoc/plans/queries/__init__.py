"""Typed rows about plans for the screens, each in a few queries."""
