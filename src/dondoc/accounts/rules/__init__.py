"""Pure rules of accounts: names of accounts, when a door is locked, what a password may not be."""
