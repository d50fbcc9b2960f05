"""Which term holds for a step: the unit's plan, its office, those of the units above, then law and what is shipped."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from dondoc.feedback.models import ClockRule, Flow, Report, Stop, Term
from dondoc.feedback.rules import clock
from dondoc.feedback.rules.defaults import DUTIES, SHIPPED
from dondoc.schedule.foresight import Find, Moving
from dondoc.schedule.queries import current_calendar, timer
from dondoc.schedule.rules import WorkingCalendar
from dondoc.schedule.rules.timers import TimerRule
from dondoc.units.models import AdministrativeUnit


def rule_for(unit: AdministrativeUnit, key: str, on: date, *, channel: str = "", find: Find = timer) -> clock.Rule:
    """The rule of a step in a unit on a day. Of rows the nearest unit comes first, then a plan before an office, then
    the one for the channel, then the newest; `find` gives what law says. One query, two where nothing is set."""
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
    return by_law(find(key, on))


def by_law(legal: TimerRule) -> clock.Rule:
    return clock.Rule(legal.number, clock.Unit(legal.unit), legal.citation)


def rule_of(row: Term, *, find: Find = timer) -> clock.Rule:
    """The rule of a term as it holds for the day on which its step began: of what citizens wrote the unit's own before
    law, of the registers law and the office's terms alone."""
    began_on = day_of(row.received_at)
    if row.flow != Flow.REPORT:
        return by_law(find(row.key, began_on))
    channel = Report.objects.filter(code=row.case_code).values_list("channel", flat=True).first() or ""
    return rule_for(row.unit, row.key, began_on, channel=channel, find=find)


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


def held(row: Term) -> clock.Rule:
    """The rule by which a term runs."""
    return clock.Rule(row.number, clock.Unit(row.counted_in), row.citation, row.closes_at)


def counted(row: Term, calendar: WorkingCalendar | None = None, *, rule: clock.Rule | None = None) -> clock.Term:
    """The term as it stands now, by the stops of the case, and the calendar and the rule of today or ones that may come
    to hold."""
    return clock.term(
        row.received_at,
        rule or held(row),
        calendar=calendar or current_calendar(),
        stops=stops_of(row.flow, row.case_code),
        extended_by=row.extended_by,
        counted_from=row.counted_from,
    )


def running_about(days: Collection[date]) -> QuerySet[Term]:
    """Terms that still run and may end otherwise when `days` are worked or off."""
    running = Term.objects.filter(met_at=None, dropped_at=None, due_at__date__gte=min(days) - timedelta(days=1))
    return running.select_related("obligation").order_by("pk")


def moved_by(key: str, at: datetime, *, find: Find = timer) -> Iterator[tuple[Term, clock.Rule, clock.Term]]:
    """Terms that still run by a key and for which `find` gives another rule, with it and what it would make of them.
    What would then be over already keeps its day: nothing is made late by a term set afterwards."""
    running = Term.objects.filter(key=key, met_at=None, dropped_at=None).order_by("pk")
    for term in running.select_related("obligation", "unit__parent__parent"):
        rule = rule_of(term, find=find)
        then = counted(term, rule=rule)
        if rule != held(term) and (then.due is None or then.due > at):
            yield term, rule, then


def foreseen(calendar: WorkingCalendar, days: Collection[date], _today: date) -> list[Moving]:
    """For the page of the working calendar: which terms would end on another day if `calendar` held."""
    about = running_about(days).exclude(flow=Flow.SIGNAL)  # of a signal nobody learns by the way
    return _moving((term, counted(term, calendar)) for term in about)


def foreseen_by_term(key: str, find: Find, at: datetime) -> list[Moving]:
    """For the page of the terms: which would end on another day if `find` gave what holds."""
    return _moving((term, then) for term, _rule, then in moved_by(key, at, find=find))


def _moving(terms: Iterable[tuple[Term, clock.Term]]) -> list[Moving]:
    found: Counter[tuple[str, date, date]] = Counter()
    for term, then in terms:
        if term.due_at is not None and then.due is not None and then.due != term.due_at:
            found[DUTIES[term.step][0], day_of(term.due_at), day_of(then.due)] += 1
    return [Moving(title, "", was_on, due_on, count) for (title, was_on, due_on), count in found.items()]
