"""Pure domain: the framework's tables and matching."""
