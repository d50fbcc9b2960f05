"""Pure domain: how often, how long before, what a form says. No files, no clock."""
