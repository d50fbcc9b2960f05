"""The code by which a writer follows: computed from the key of the sending, kept as a hash alone."""

from uuid import UUID

from django.utils.crypto import salted_hmac

from dondoc.feedback.rules.following import code_from


def follow_code(sent_key: UUID) -> str:
    """The same sending has the same code, so that one that was sent twice is told the same."""
    return code_from(salted_hmac("dondoc.feedback.follow", str(sent_key), algorithm="sha256").digest())


def follow_hash(code: str) -> str:
    return salted_hmac("dondoc.feedback.follow-hash", code, algorithm="sha256").hexdigest()
