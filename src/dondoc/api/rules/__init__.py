"""Rules of api: pure."""
