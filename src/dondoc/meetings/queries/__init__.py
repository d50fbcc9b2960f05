"""Typed rows for screens, documents, calendars and the apps above."""
