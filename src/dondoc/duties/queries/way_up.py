"""What went up the line and is still not done: by agency, for the committee (who does not carry out)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, QuerySet

from dondoc.duties.models import EscalationRule, Obligation, Urging
from dondoc.duties.queries.hours import working_calendar
from dondoc.duties.queries.lists import late_list
from dondoc.duties.queries.urging import days_late, letters_to
from dondoc.duties.rules.lateness import Days
from dondoc.web.formats import said


@dataclass(frozen=True, slots=True)
class UpLine:
    """One thing that went up: how far, when last."""

    code: str
    title: str
    label: str
    due_on: date | None
    days_late: int
    step: int
    step_words: str
    on: date


@dataclass(frozen=True, slots=True)
class UpAgency:
    name: str
    code: str
    letters: int
    lines: tuple[UpLine, ...]


def gone_up(visible: QuerySet[Obligation], today: date, *, step: int = 0) -> list[UpAgency]:
    """Agencies with what is still late after it went up (as far as `step`, 0: at all), most first. Three queries."""
    days = Days(working_calendar())
    steps = Urging.objects.filter(way=Urging.Way.ESCALATION, obligation__in=late_list(visible, today).order_by())
    reached = {
        row["obligation"]: (row["high"], row["last"])
        for row in steps.order_by().values("obligation").annotate(high=Max("step"), last=Max("on"))
        if row["high"] >= step
    }
    rows = late_list(visible, today).filter(pk__in=reached).select_related("duty", "held_by")
    by_agency: dict[int, list[UpLine]] = defaultdict(list)
    names: dict[int, tuple[str, str]] = {}
    for one in rows.defer("duty__schedule", "duty__targets", "duty__products"):
        high, last = reached[one.pk]
        words = said(EscalationRule.Step(high).label)
        late = days_late(one.due_on, today, days)
        by_agency[one.held_by_id].append(
            UpLine(one.code, one.duty.title, one.label, one.due_on, late, high, words, last)
        )
        names[one.held_by_id] = (one.held_by.name, one.held_by.code)
    letters = letters_to(by_agency, "urge", year=today.year)
    made = [
        UpAgency(*names[pk], letters[pk].count if pk in letters else 0, tuple(lines)) for pk, lines in by_agency.items()
    ]
    return sorted(made, key=lambda one: (-len(one.lines), one.name))
