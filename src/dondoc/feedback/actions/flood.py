"""Who knocked how often lately: counted by a salted hash of the address, forgotten after a day."""

from datetime import datetime

from django.conf import settings

from dondoc.feedback.models import Knock
from dondoc.feedback.queries.codes import address_hash
from dondoc.feedback.rules.flood import WINDOW, Budget, Seen, Verdict, judge

SENT, MISSED, SOLVED = "sent", "missed", "solved"
MISSES = 20


def budget() -> Budget:
    """From the one setting: an address is asked after a twelfth of what makes it wait, all after five times it."""
    most = settings.REPORTS_PER_HOUR
    return Budget(asked_after=max(1, most // 12), refused_after=most, all_asked_after=most * 5)


def seen_of(address: str, *, at: datetime) -> tuple[int, int]:
    """Sendings of the last hour: from the address, from everywhere."""
    recent = Knock.objects.filter(kind=SENT, at__gt=at - WINDOW)
    return recent.filter(address_hash=address_hash(address)).count(), recent.count()


def verdict_on(seen: Seen) -> Verdict:
    return judge(seen, budget())


def knock(kind: str, address: str, *, at: datetime) -> None:
    Knock.objects.create(kind=kind, address_hash=address_hash(address), at=at)


def has_missed_too_often(address: str, *, at: datetime) -> bool:
    """Whoever tried many codes that are none has to wait, right codes included: else guessing would go on."""
    recent = Knock.objects.filter(kind=MISSED, address_hash=address_hash(address), at__gt=at - WINDOW)
    return recent.count() >= MISSES


def use_solution(token: str, *, at: datetime) -> bool:
    """A question is answered once; the same page again is no new answer. False where it was used before."""
    used = address_hash(f"token:{token}")
    if Knock.objects.filter(kind=SOLVED, address_hash=used).exists():
        return False
    Knock.objects.create(kind=SOLVED, address_hash=used, at=at)
    return True
