"""What a unit holds and owes: receptions, dialogues, promises; and the same of every commune for those above."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q

from dondoc.duties.access import published
from dondoc.duties.models import Obligation
from dondoc.duties.queries.standing import Standing, standing
from dondoc.duties.rules.lateness import Days
from dondoc.duties.rules.states import OWED, SETTLED
from dondoc.meetings.models import Dialogue, LocalEvent, Promise, Reception
from dondoc.meetings.rules.norms import DIALOGUE, PROMISE, RECEPTION
from dondoc.schedule.queries import current_calendar
from dondoc.units.models import AdministrativeUnit

_SETTLED, _OWED = [state.value for state in SETTLED], [state.value for state in OWED]
BACK, FORTH = timedelta(days=21), timedelta(days=60)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """Of one unit since the year began: receptions held of those owed, promises kept of those made, dialogues held."""

    unit: AdministrativeUnit
    held: int
    owed: int
    kept: int
    promised: int
    late: int
    dialogues: int


@dataclass(frozen=True, slots=True)
class PromiseRow:
    promise: Promise
    standing: Standing


@dataclass(frozen=True, slots=True)
class UnitPage:
    receptions: tuple[Reception, ...]
    owed: tuple[tuple[Obligation, Standing], ...]
    dialogues: tuple[Dialogue, ...]
    promises: tuple[PromiseRow, ...]
    events: tuple[LocalEvent, ...]
    figures: UnitRow


def unit_rows(units: Sequence[AdministrativeUnit], today: date) -> list[UnitRow]:
    """Three queries, whatever the number of units."""
    ids, begin = [unit.pk for unit in units], date(today.year, 1, 1)
    rows = published().filter(unit__in=ids, is_requested=False, is_history=False, opens_on__gte=begin)
    counted = (
        rows.filter(duty__source_kind__in=[RECEPTION, PROMISE, DIALOGUE])
        .order_by()
        .values("unit", "duty__source_kind")
        .annotate(
            settled=Count("pk", filter=Q(state__in=_SETTLED)),
            due=Count("pk", filter=Q(due_on__lte=today) | Q(state__in=_SETTLED)),
            made=Count("pk"),
            late=Count("pk", filter=Q(state__in=_OWED, due_on__lt=today)),
        )
    )
    told: dict[tuple[int, str], Mapping[str, Any]] = {(row["unit"], row["duty__source_kind"]): row for row in counted}
    dialogues: dict[int, int] = defaultdict(int)
    held = Dialogue.objects.filter(unit__in=ids, on__gte=begin).exclude(held_at=None)
    for row in held.order_by().values("unit").annotate(count=Count("pk")):
        dialogues[row["unit"]] = row["count"]
    return [_row(unit, told, dialogues) for unit in units]


def unit_page(unit: AdministrativeUnit, today: date) -> UnitPage:
    """Eight queries at most."""
    days = Days(current_calendar())
    receptions = Reception.objects.filter(unit=unit, on__range=(today - BACK, today + FORTH)).select_related("agency")
    owed = published().filter(
        held_by__unit=unit, duty__source_kind__in=[RECEPTION, DIALOGUE], state__in=_OWED, is_requested=False
    )
    dialogues = Dialogue.objects.filter(unit=unit).select_related("settlement").order_by("-on", "-pk")
    promises = list(
        Promise.objects.filter(unit=unit)
        .select_related("agency", "settles", "visit__reception", "question__dialogue")
        .order_by("due_on", "pk")
    )
    rows = [PromiseRow(one, standing(one.settles, today, days=days)) for one in promises]
    rows.sort(key=lambda row: (not row.standing.is_late, row.standing.state not in OWED, row.promise.due_on))
    return UnitPage(
        receptions=tuple(receptions.order_by("on", "starts_at", "pk")),
        owed=tuple(
            (one, standing(one, today, days=days))
            for one in owed.select_related("duty", "held_by").order_by("due_on", "pk")[:12]
        ),
        dialogues=tuple(dialogues[:30]),
        promises=tuple(rows),
        events=tuple(LocalEvent.objects.filter(unit=unit).select_related("settlement").order_by("-on", "-pk")[:20]),
        figures=unit_rows([unit], today)[0],
    )


Told = Mapping[tuple[int, str], Mapping[str, Any]]


def _row(unit: AdministrativeUnit, told: Told, dialogues: Mapping[int, int]) -> UnitRow:
    nothing = {"settled": 0, "due": 0, "made": 0, "late": 0}
    receptions, promises = told.get((unit.pk, RECEPTION), nothing), told.get((unit.pk, PROMISE), nothing)
    late = receptions["late"] + promises["late"] + told.get((unit.pk, DIALOGUE), nothing)["late"]
    return UnitRow(
        unit, receptions["settled"], receptions["due"], promises["settled"], promises["made"], late,
        dialogues.get(unit.pk, 0),
    )  # fmt: skip
