"""Who knocked how often lately: counted by a salted hash of the address, in the database so that all processes of the
server count together, forgotten after a day."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.crypto import salted_hmac

from dondoc.records.models import Knock
from dondoc.records.rules.flood import WINDOW, Budget, Seen, Verdict, judge

MISSED, SOLVED = "missed", "solved"
MISSES = 20


def budget() -> Budget:
    """From the one setting: an address is asked after a twelfth of what makes it wait, all after five times it."""
    most = settings.REPORTS_PER_HOUR
    return Budget(asked_after=max(1, most // 12), refused_after=most, all_asked_after=most * 5)


def seen_of(kind: str, address: str, *, at: datetime) -> tuple[int, int]:
    """Sendings of a kind in the last hour: from the address, from everywhere."""
    recent = Knock.objects.filter(kind=kind, at__gt=at - WINDOW)
    return recent.filter(address_hash=_hash(address)).count(), recent.count()


def verdict_on(seen: Seen) -> Verdict:
    return judge(seen, budget())


def knock(kind: str, address: str, *, at: datetime) -> None:
    Knock.objects.create(kind=kind, address_hash=_hash(address), at=at)


def has_missed_too_often(address: str, *, at: datetime) -> bool:
    """Whoever tried many codes that are none has to wait, right codes included: else guessing would go on."""
    recent = Knock.objects.filter(kind=MISSED, address_hash=_hash(address), at__gt=at - WINDOW)
    return recent.count() >= MISSES


def use_solution(token: str, *, at: datetime) -> bool:
    """A question is answered once; the same page again is no new answer. False where it was used before."""
    used = _hash(f"token:{token}")
    if Knock.objects.filter(kind=SOLVED, address_hash=used).exists():
        return False
    Knock.objects.create(kind=SOLVED, address_hash=used, at=at)
    return True


def forget_knocks(*, at: datetime) -> int:
    return Knock.objects.filter(at__lt=at - timedelta(days=1)).delete()[0]


def _hash(address: str) -> str:
    """An address of the network, so that it can be counted and not read."""
    return salted_hmac("dondoc.records.address", address, algorithm="sha256").hexdigest()[:48]
