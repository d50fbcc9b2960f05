"""How a message to an office's gateway is signed, so that the gateway knows who sends and that nothing was changed."""

import hmac
from hashlib import sha256


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """HMAC-SHA256 in hex over the timestamp (seconds since 1970), a full stop and the body as sent. A gateway turns
    away what it cannot check, and what is older than five minutes by its own clock."""
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, sha256).hexdigest()


def is_signed(secret: str, timestamp: str, body: bytes, given: str) -> bool:
    """What a gateway asks of what it received; takes the same time whatever was given."""
    return hmac.compare_digest(signature(secret, timestamp, body), given)
