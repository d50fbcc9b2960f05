"""Files of feedback."""
