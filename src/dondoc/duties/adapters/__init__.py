"""Files of the engine."""
