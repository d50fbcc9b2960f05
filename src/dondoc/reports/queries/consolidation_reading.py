"""What a consolidation is made of, read from the reports in few queries whatever their number: who owes the report and
where it stands, what accepted reports say, what nobody said yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from dondoc.duties.access import published
from dondoc.duties.models import Duty, Figure, Obligation, Period, ReportRule
from dondoc.duties.rules import judging
from dondoc.duties.rules.aims import asked_of
from dondoc.duties.rules.states import OWED, State
from dondoc.reports.models import Answer, Report, ReportFigure, ReportPassage, ReportRow, Standing
from dondoc.reports.queries.families import family
from dondoc.reports.rules.answers import entry_from, figures_of
from dondoc.reports.rules.consolidation import Entry, Said, Task
from dondoc.reports.rules.passages import Voice, lines_of
from dondoc.reports.rules.states import TAKEN, ReportState
from dondoc.units.models import Agency

CHUNK = 20
_BY_ANSWER = {Answer.DONE.value: Said.DONE, Answer.NOTHING.value: Said.NOTHING, Answer.NOT_YET.value: Said.NOT_YET}
_BY_STATE = {
    State.DONE.value: Said.DONE,
    State.AWAITING.value: Said.DONE,
    State.DONE_LATE.value: Said.DONE_LATE,
    State.NOTHING_AROSE.value: Said.NOTHING,
}
_STANDING = {
    ReportState.SENT: Standing.SENT,
    ReportState.RETURNED: Standing.RETURNED,
    **dict.fromkeys(TAKEN, Standing.ACCEPTED),
}


@dataclass(frozen=True, slots=True)
class Source:
    """An agency that owes the report of the period."""

    agency: Agency
    report: Report | None
    standing: Standing
    is_requested: bool
    due_on: date | None

    @property
    def is_counted(self) -> bool:
        return self.standing is Standing.ACCEPTED


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of another part of the system, as it stood in a report."""

    source: str
    name: str
    label: str
    kind: str
    numerator: Decimal
    denominator: Decimal | None


def periods_alike(period: Period) -> list[Period]:
    """Those of the same time under the regimes of the same plan that the same agency receives: communes and departments
    may have a rule each, and what was sent before the plan was replaced stands under the old one."""
    regimes = family(period.regime)
    alike = Period.objects.filter(regime__in=regimes, cycle=period.cycle, key=period.key).select_related("rule")
    return [one for one in alike if one.rule.receiver_id == period.rule.receiver_id]


def sources_of(period: Period, receiver: Agency) -> list[Source]:
    """Who owes the report of the period to the receiver, with the report where there is one. Four queries."""
    periods = periods_alike(period)
    reports = {
        report.agency_id: report
        for report in Report.objects.filter(period__in=periods).select_related("agency__unit", "obligation")
        if report.receiver_id in (receiver.pk, None)
    }
    rules = [one.rule.code for one in periods]
    owed = published().filter(duty__source_kind="report", duty__source_code__in=rules, occurrence=period.key)
    found = {
        agency.pk: Source(agency, None, Standing.NONE, is_requested, due_on)
        for agency, is_requested, due_on in (
            (one.held_by, one.is_requested, one.due_on)
            for one in owed.exclude(state=State.EXEMPT.value).select_related("held_by__unit")
        )
        if agency.pk != receiver.pk
    }
    for key, report in reports.items():
        standing = _STANDING.get(ReportState(report.state), Standing.UNDER_WAY)
        owing = report.obligation
        found[key] = Source(report.agency, report, standing, owing.is_requested, owing.due_on)
    return sorted(found.values(), key=lambda one: (one.agency.unit.search, one.agency.search, one.agency.pk))


def chunks(sources: Sequence[Source]) -> Iterator[list[Source]]:
    counted = [source for source in sources if source.is_counted]
    for start in range(0, len(counted), CHUNK):
        yield counted[start : start + CHUNK]


class Tasks:
    """Tasks by duty, each read once however many reports tell of it."""

    def __init__(self) -> None:
        self.found: dict[int, Task] = {}
        self.occurrences: set[tuple[int, str]] = set()

    def learn(self, duty_ids: set[int]) -> None:
        fresh = duty_ids - self.found.keys()
        for duty in Duty.objects.filter(pk__in=fresh).only("code", "title", "section", "component", "targets"):
            asked = asked_of(duty.targets)
            self.found[duty.pk] = Task(duty.code, duty.title, duty.section or 0, duty.component, asked)


def entries_of(sources: Sequence[Source], tasks: Tasks) -> Iterator[tuple[Task, Entry]]:
    """What a few accepted reports say of what was owed. Three queries."""
    names = {source.report.pk: source.agency.code for source in sources if source.report}
    rows = list(
        ReportRow.objects.filter(report__in=names).values_list(
            "pk", "report_id", "obligation_id", "answer", "figures",
            "obligation__duty_id", "obligation__occurrence", "obligation__state",
        )
    )  # fmt: skip
    tasks.learn({row[5] for row in rows})
    settled = _settled_figures([row[2] for row in rows if not row[4]])
    for pk, report, obligation, answer, figures, duty, occurrence, state in rows:
        task = tasks.found[duty]
        tasks.occurrences.add((duty, occurrence))
        told = figures_of(entry_from(figures), task.asked) if figures else settled.get(obligation, {})
        yield task, Entry(names[report], _said(answer, state), occurrence, told, str(pk))


def missing_of(period: Period, sources: Sequence[Source], tasks: Tasks) -> Iterator[tuple[Task, Entry]]:
    """The same things, owed in the period (or still, from before) by those whose report is not accepted: nobody said
    anything of them yet."""
    missing = {source.agency.pk: source.agency.code for source in sources if not source.is_counted}
    if not (missing and tasks.occurrences):
        return
    duties = {duty for duty, _ in tasks.occurrences}
    owed = published().filter(
        Q(due_on__gte=period.starts_on) | Q(due_on=None) | Q(state__in=[state.value for state in OWED]),
        held_by__in=missing,
        duty__in=duties,
        is_requested=False,
    )
    for duty, occurrence, holder in owed.exclude(state=State.EXEMPT.value).values_list(
        "duty_id", "occurrence", "held_by_id"
    ):
        if (duty, occurrence) in tasks.occurrences:
            yield tasks.found[duty], Entry(missing[holder], Said.MISSING, occurrence)


def told_of(sources: Sequence[Source]) -> list[Told]:
    names = {source.report.pk: source.agency.code for source in sources if source.report}
    told = ReportFigure.objects.filter(report__in=names).values_list(
        "report_id", "name", "label", "kind", "numerator", "denominator"
    )
    return [Told(names[report], name, label, kind, above, below) for report, name, label, kind, above, below in told]


def voices_of(sources: Sequence[Source]) -> Iterator[tuple[str, int, Voice]]:
    """(kind, dimension, line) of every line of every passage."""
    names = {source.report.pk: source.agency.code for source in sources if source.report}
    for report, kind, section, text in ReportPassage.objects.filter(report__in=names).values_list(
        "report_id", "kind", "section", "text"
    ):
        for line in lines_of(text):
            yield kind, section, Voice(names[report], line)


def changed_since(period: Period, receiver: Agency, kept: dict[int, tuple[str, int]]) -> int:
    """How many reports came, changed or went since they were read. `kept`: agency id -> (standing, edition)."""
    now = {
        source.agency.pk: (source.standing.value, source.report.edition if source.report else 0)
        for source in sources_of(period, receiver)
    }
    return sum(now.get(key) != kept.get(key) for key in now.keys() | kept.keys())


def _said(answer: str, state: str) -> Said:
    if answer == Answer.DONE.value and state == State.DONE_LATE.value:
        return Said.DONE_LATE
    return _BY_ANSWER.get(answer) or _BY_STATE.get(state, Said.NOT_YET)


def _settled_figures(obligations: Sequence[int]) -> dict[int, dict[int, judging.Figure]]:
    """Of what was settled by its own page, where the report's row holds no figures itself."""
    found: dict[int, dict[int, judging.Figure]] = {}
    for one in Figure.objects.filter(obligation__in=obligations):
        figure = judging.Figure(judging.Kind(one.kind), one.numerator, one.denominator, one.is_stock)
        found.setdefault(one.obligation_id, {})[one.target_part] = figure
    return found


def obligations_to_settle(period: Period, agency: Agency) -> list[Obligation]:
    """The reports that the agency itself owes on, of the same period under the regimes of the same plan."""
    rules = ReportRule.objects.filter(regime__in=family(period.regime)).values("code")
    owed = published().filter(
        held_by=agency, duty__source_kind="report", duty__source_code__in=rules, occurrence=period.key
    )
    return list(owed.filter(state__in=[State.OPEN.value, State.RETURNED.value]).select_related("duty"))
