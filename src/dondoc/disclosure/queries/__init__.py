"""Typed rows for screens, documents and the apps above."""
