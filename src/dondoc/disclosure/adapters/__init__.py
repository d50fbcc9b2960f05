"""Files and links to plain facts: their text, whether it can be read, whether an address answers."""
