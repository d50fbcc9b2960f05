"""Pure domain: what must be public, what is missing, what went wrong. No files, no clock."""
