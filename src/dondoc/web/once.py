"""A key that each form carries, so that a form sent twice counts once. The records app remembers the keys."""

import secrets

FIELD = "_once"


def new_key() -> str:
    return secrets.token_urlsafe(16)


def is_key(text: str) -> bool:
    """Whether the text has the shape of a key made here: nothing longer is ever stored."""
    return 16 <= len(text) <= 40 and text.isascii()
