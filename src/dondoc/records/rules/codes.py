"""Short codes for addresses: never a primary key, hard to guess, easy to read out."""

import secrets

# Crockford's letters: no i, l, o, u, so nothing is taken for a digit.
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def new_code(length: int = 10) -> str:
    """50 bits at ten letters."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))
