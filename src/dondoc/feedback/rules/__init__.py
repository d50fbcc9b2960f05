"""Rules of feedback: pure."""
