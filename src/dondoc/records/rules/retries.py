"""When to try again: soon at first, then ever later, so that a service that is down is not pestered."""

from datetime import timedelta

TRIES = 8


class NotSentError(Exception):
    """Raised by a channel that knows for certain that the message did not leave: it may be tried again."""


def wait_after(attempts: int) -> timedelta:
    """10 s, 40 s, 160 s … up to six hours, after the given number of failed attempts (1 or more)."""
    return timedelta(seconds=min(10 * 4 ** (attempts - 1), 6 * 3600))
