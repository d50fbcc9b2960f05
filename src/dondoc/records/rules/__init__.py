"""Pure rules of records: what a file is, how an entry is written down for its seal, when to try again."""
