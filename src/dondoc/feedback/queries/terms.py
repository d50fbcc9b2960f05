"""Which term holds for a step: the unit's plan, its office, those of the units above, then law and what is shipped."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from dondoc.feedback.models import ClockRule, Stop, Term
from dondoc.feedback.rules import clock
from dondoc.feedback.rules.defaults import DUTIES, SHIPPED
from dondoc.schedule.foresight import Moving
from dondoc.schedule.queries import current_calendar, timer
from dondoc.schedule.rules import WorkingCalendar
from dondoc.units.models import AdministrativeUnit


def rule_for(unit: AdministrativeUnit, key: str, on: date, *, channel: str = "") -> clock.Rule:
    """The rule of a step in a unit on a day. Of rows the nearest unit comes first, then a plan before an office, then
    the one for the channel, then the newest. One query, two where nothing is set."""
    line = [unit.pk, *_above(unit)]
    rows = ClockRule.objects.filter(
        Q(channel="") | Q(channel=channel),
        Q(valid_to=None) | Q(valid_to__gte=on),
        unit__in=line,
        key=key,
        valid_from__lte=on,
    )
    best = min(rows, key=lambda row: _rank(row, line), default=None)
    if best is not None:
        return clock.Rule(best.number, clock.Unit(best.counted_in), best.citation, best.closes_at)
    if key in SHIPPED:
        return SHIPPED[key]
    legal = timer(key, on)
    return clock.Rule(legal.number, clock.Unit(legal.unit), legal.citation)


def _rank(row: ClockRule, line: list[int]) -> tuple[int, bool, bool, int, int]:
    return (line.index(row.unit_id), not row.plan_code, not row.channel, -row.valid_from.toordinal(), -row.pk)


def _above(unit: AdministrativeUnit) -> list[int]:
    return [] if unit.parent is None else [unit.parent.pk, *_above(unit.parent)]


def stops_of(flow: str, case_code: str) -> list[clock.Stop]:
    rows = Stop.objects.filter(flow=flow, case_code=case_code).order_by("begins_at")
    return [clock.Stop(row.begins_at, row.ends_at) for row in rows]


def terms_of(flow: str, codes: Iterable[str]) -> dict[str, list[Term]]:
    """The terms of many cases, in the order in which they began. One query."""
    found: dict[str, list[Term]] = {}
    for term in Term.objects.filter(flow=flow, case_code__in=list(codes)).order_by("pk"):
        found.setdefault(term.case_code, []).append(term)
    return found


def open_term(flow: str, case_code: str, step: str) -> Term | None:
    """The term of a step that still runs."""
    rows = Term.objects.filter(flow=flow, case_code=case_code, step=step, met_at=None, dropped_at=None)
    return rows.select_related("obligation", "agency", "unit").order_by("-pk").first()


def day_of(moment: datetime) -> date:
    """The day of a moment in Viet Nam."""
    return timezone.localtime(moment).date()


def counted(row: Term, calendar: WorkingCalendar | None = None) -> clock.Term:
    """The term as it stands now, by the calendar of today (or one that may come to hold) and the stops of the case."""
    rule = clock.Rule(row.number, clock.Unit(row.counted_in), row.citation, row.closes_at)
    return clock.term(
        row.received_at,
        rule,
        calendar=calendar or current_calendar(),
        stops=stops_of(row.flow, row.case_code),
        extended_by=row.extended_by,
        counted_from=row.counted_from,
    )


def running_about(days: Collection[date]) -> QuerySet[Term]:
    """Terms that still run and may end otherwise when `days` are worked or off."""
    running = Term.objects.filter(met_at=None, dropped_at=None, due_at__date__gte=min(days) - timedelta(days=1))
    return running.select_related("obligation").order_by("pk")


def foreseen(calendar: WorkingCalendar, days: Collection[date], _today: date) -> list[Moving]:
    """For the page of the working calendar: which terms would end on another day if `calendar` held."""
    found: Counter[tuple[str, date, date]] = Counter()
    for term in running_about(days).exclude(flow="signal"):  # of a signal nobody learns by the way
        due_at = counted(term, calendar).due
        if term.due_at is not None and due_at is not None and due_at != term.due_at:
            found[DUTIES[term.step][0], day_of(term.due_at), day_of(due_at)] += 1
    return [Moving(title, "", was_on, due_on, count) for (title, was_on, due_on), count in found.items()]
