"""The engine: duties expand into obligations, obligations are settled, late, returned or excused."""
