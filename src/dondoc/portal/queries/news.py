"""What is new at a unit: one line for each thing that came out in a part that is open, the newest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.portal.access import Open, public_plans
from dondoc.portal.rules.openings import Part

MOST = 30


@dataclass(frozen=True, slots=True)
class News:
    """`kind` is said before the title; `href` is an address of ours."""

    kind: str
    title: str
    href: str
    at: datetime
    summary: str = ""


Source = Callable[[Open, int], Iterable[News]]


def _plans(opened: Open, count: int) -> Iterable[News]:
    for plan in public_plans(opened)[:count]:
        if plan.issued_on:
            at = timezone.make_aware(datetime.combine(plan.issued_on, time()))
            yield News(_("Kế hoạch"), plan.title, reverse("portal-plan", args=[opened.unit.code, plan.code]), at)


SOURCES: dict[Part, Source] = {Part.PLAN: _plans}


def news_of(opened: Open, count: int = MOST) -> list[News]:
    """The newest of all open parts."""
    found = [one for part, source in SOURCES.items() if opened.has(part) for one in source(opened, count)]
    return sorted(found, key=lambda one: one.at, reverse=True)[:count]
