"""Lists of reports: what I owe, what waits for my word, what came in, who has not sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from dondoc.duties.access import published
from dondoc.duties.models import Obligation, Period
from dondoc.duties.queries.standing import Standing, standing
from dondoc.duties.rules.lateness import Days
from dondoc.duties.rules.reporting import titled
from dondoc.duties.rules.states import OWED, State
from dondoc.reports.models import Report
from dondoc.reports.rules.states import ARRIVED, WORDS, ReportState
from dondoc.toolkit.sayings import Saying

_TONES = {
    ReportState.DRAFT: "calm",
    ReportState.SUBMITTED: "warn",
    ReportState.APPROVED: "warn",
    ReportState.SENT: "calm",
    ReportState.RETURNED: "bad",
    ReportState.ACCEPTED: "good",
    ReportState.LOCKED: "good",
}


@dataclass(frozen=True, slots=True)
class OwedRow:
    """A report that is owed: begun (`report`) or not. `standing` is that of its obligation."""

    code: str
    title: str
    label: str
    agency: str
    unit: str
    due_on: date | None
    closes_on: date | None
    standing: Standing
    report: str
    state: str
    tone: str
    returned: str


@dataclass(frozen=True, slots=True)
class ReportLine:
    code: str
    title: str
    agency: str
    unit: str
    label: str
    state: str
    tone: str
    number: str
    signed_on: date | None
    sent_at: datetime | None
    is_late: bool
    times_returned: int
    versions: int


@dataclass(frozen=True, slots=True)
class PeriodCount:
    """Of a period whose reports come to one: how many are owed, in, accepted, late."""

    period: int
    title: str
    label: str
    due_on: date
    owed: int
    arrived: int
    accepted: int
    late: int

    @property
    def missing(self) -> int:
        return self.owed - self.arrived


def owed_rows(rows: QuerySet[Obligation], today: date, *, open_only: bool = True) -> list[OwedRow]:
    """The late and the returned first, then by day. Three queries."""
    asked = rows.select_related("duty", "held_by", "unit", "report").order_by("due_on", "pk")
    if open_only:
        unsent = Q(report__isnull=True) | Q(report__state__in=["draft", "submitted", "approved", "returned"])
        asked = asked.filter(unsent, state__in=[*(s.value for s in OWED), State.AWAITING.value])
    found, days = list(asked), Days()
    closing = closing_days(found)
    return [_owed(one, closing.get(one.pk), today, days) for one in found]


def closing_days(rows: Iterable[Obligation]) -> dict[int, date]:
    """The closing day of the period of each report that is owed. One query."""
    asked = list(rows)
    periods = Period.objects.filter(rule__code__in={one.duty.source_code for one in asked})
    days = {(code, key): day for code, key, day in periods.values_list("rule__code", "key", "closes_on")}
    return {
        one.pk: days[one.duty.source_code, one.occurrence]
        for one in asked
        if (one.duty.source_code, one.occurrence) in days
    }


def report_lines(rows: QuerySet[Report]) -> list[ReportLine]:
    """Newest first. Two queries."""
    found = list(
        rows.select_related("agency__unit", "period", "obligation")
        .prefetch_related("versions")
        .order_by("-sent_at", "-pk")
    )
    return [_line(one) for one in found]


def received_counts(periods: QuerySet[Period], today: date) -> list[PeriodCount]:
    """Periods that have opened, the newest first. Three queries."""
    opened = periods.filter(opens_on__lte=today, is_history=False).select_related("rule__regime")
    found = list(opened.order_by("-due_on", "pk"))
    owed = _by_period(found)
    told = []
    for period in found:
        rows = owed.get((period.rule.code, period.key), [])
        if rows:
            told.append(_count(period, rows, today))
    return told


def missing_rows(periods: Sequence[Period], today: date) -> list[OwedRow]:
    """Who has not sent, of these periods: the latest first. Requested bodies are not asked again here."""
    rows = published().filter(
        duty__source_kind="report",
        duty__source_code__in={period.rule.code for period in periods},
        occurrence__in={period.key for period in periods},
        is_requested=False,
        is_history=False,
    )
    asked = {(period.rule.code, period.key) for period in periods}
    found = list(rows.select_related("duty", "held_by", "unit", "report").order_by("due_on", "unit__name"))
    closing, days = closing_days(found), Days()
    return [
        _owed(one, closing.get(one.pk), today, days)
        for one in found
        if (one.duty.source_code, one.occurrence) in asked and not _has_arrived(one)
    ]


def state_words(report: Report) -> tuple[str, str]:
    state = ReportState(report.state)
    return WORDS[state], _TONES[state]


def _by_period(periods: Iterable[Period]) -> dict[tuple[str, str], list[Obligation]]:
    codes = {period.rule.code for period in periods}
    rows = published().filter(duty__source_kind="report", duty__source_code__in=codes, is_history=False)
    rows = rows.exclude(state=State.EXEMPT.value).filter(is_requested=False)
    found: dict[tuple[str, str], list[Obligation]] = {}
    for one in rows.select_related("duty", "report"):
        found.setdefault((one.duty.source_code, one.occurrence), []).append(one)
    return found


def _count(period: Period, rows: Sequence[Obligation], today: date) -> PeriodCount:
    arrived = [one for one in rows if _has_arrived(one)]
    taken = [one for one in arrived if one.report.state in ("accepted", "locked")]
    late = [one for one in rows if not _has_arrived(one) and one.due_on is not None and one.due_on < today]
    regime = period.rule.regime
    return PeriodCount(
        period.pk, titled(regime.title), period.label, period.due_on, len(rows), len(arrived), len(taken), len(late)
    )


def _has_arrived(one: Obligation) -> bool:
    report: Report | None = getattr(one, "report", None)
    return report is not None and ReportState(report.state) in ARRIVED


def _owed(one: Obligation, closes_on: date | None, today: date, days: Days) -> OwedRow:
    report: Report | None = getattr(one, "report", None)
    state, tone = state_words(report) if report else (Saying("chưa lập"), "calm")
    return OwedRow(
        code=one.code,
        title=one.duty.title,
        label=one.label,
        agency=one.held_by.name,
        unit=one.unit.name,
        due_on=one.due_on,
        closes_on=closes_on,
        standing=standing(one, today, days=days),
        report=report.code if report else "",
        state=state,
        tone=tone,
        returned=report.return_reason if report and report.state == ReportState.RETURNED else "",
    )


def _line(one: Report) -> ReportLine:
    words, tone = state_words(one)
    due_at = one.obligation.due_at
    return ReportLine(
        code=one.code,
        title=one.title,
        agency=one.agency.name,
        unit=one.agency.unit.name,
        label=one.period.label,
        state=words,
        tone=tone,
        number=f"{one.number}/{one.symbol}".strip("/"),
        signed_on=one.signed_on,
        sent_at=one.sent_at,
        is_late=bool(one.sent_at and due_at and one.sent_at > due_at),
        times_returned=one.times_returned,
        versions=len(one.versions.all()),
    )
