"""Views of the framework of indices."""
