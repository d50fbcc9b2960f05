"""When a door is locked after wrong passwords, and when it opens again.

Five wrong ones for an account, or thirty from an address, within fifteen minutes lock it until fifteen minutes after
the last. An account that does not exist locks the same, so nobody learns which do. An office behind one address has
many people: hence the higher number there.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=15)
PER_ACCOUNT, PER_ADDRESS = 5, 30


def opens_at(failures: Sequence[datetime], limit: int, now: datetime) -> datetime | None:
    """When the door opens, or None where it is open. `failures` are those since the last success, in any order."""
    recent = sorted(at for at in failures if at > now - 2 * WINDOW)[-limit:]
    if len(recent) < limit or recent[-1] - recent[0] > WINDOW:
        return None
    opens = recent[-1] + WINDOW
    return opens if opens > now else None
