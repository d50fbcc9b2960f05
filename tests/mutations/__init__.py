"""Annotated plans changed in ways that keep their meaning, so that a reading must not get worse."""
