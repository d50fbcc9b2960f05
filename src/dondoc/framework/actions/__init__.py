"""Actions of the framework of indices."""
