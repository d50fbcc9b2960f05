"""Rows of the registers with their clocks, and the sums that anybody may read of denunciations."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from dondoc.feedback.models import AccountRequest, CaseParty, Complaint, Denunciation, Term
from dondoc.feedback.queries.terms import terms_of
from dondoc.feedback.rules.defaults import DUTIES
from dondoc.feedback.rules.registers import (
    ACCOUNT_STATES,
    COMPLAINT_STATES,
    DENUNCIATION_STATES,
    AccountState,
    ComplaintState,
    DenunciationState,
)

Row = Complaint | Denunciation | AccountRequest


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A case in its register; `due_at` of the step that runs."""

    code: str
    number: str
    received_on: date
    agency: str
    summary: str
    state: str
    state_words: str
    step: str
    due_at: datetime | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class TermRow:
    """A step with its term in words."""

    title: str
    due_at: datetime | None
    met_at: datetime | None
    is_dropped: bool
    is_late: bool
    why: list[str]


def words_of(row: Row) -> str:
    if isinstance(row, Complaint):
        return COMPLAINT_STATES[ComplaintState(row.state)]
    if isinstance(row, Denunciation):
        return DENUNCIATION_STATES[DenunciationState(row.state)]
    return ACCOUNT_STATES[AccountState(row.state)]


def register_rows(flow: str, rows: Sequence[Row], now: datetime) -> list[RegisterRow]:
    """One query for the clocks of all."""
    terms = terms_of(flow, [row.code for row in rows])
    return [_row(row, terms.get(row.code, []), now) for row in rows]


def _row(row: Row, terms: Sequence[Term], now: datetime) -> RegisterRow:
    running = [term for term in terms if term.met_at is None and term.dropped_at is None]
    next_one = min(running, key=lambda term: (term.due_at is None, term.due_at or now), default=None)
    due_at = next_one.due_at if next_one else None
    return RegisterRow(
        code=row.code,
        number=f"{row.number:02}/{row.year}",
        received_on=row.received_on,
        agency=row.agency.name,
        summary="" if isinstance(row, Denunciation) else row.summary,
        state=row.state,
        state_words=words_of(row),
        step=DUTIES[next_one.step][0] if next_one else "",
        due_at=due_at,
        is_late=due_at is not None and now > due_at,
    )


def term_rows(flow: str, code: str, now: datetime) -> list[TermRow]:
    return [
        TermRow(
            DUTIES[term.step][0],
            term.due_at,
            term.met_at,
            term.dropped_at is not None,
            term.due_at is not None and (term.met_at or now) > term.due_at,
            list(term.explained),
        )
        for term in terms_of(flow, [code]).get(code, [])
    ]


def party_of(flow: str, code: str) -> CaseParty | None:
    return CaseParty.objects.filter(flow=flow, case_code=code).first()


@dataclass(frozen=True, slots=True)
class Sums:
    """Denunciations of agencies in a year, as sums: all that anybody else is told."""

    received: int
    accepted: int
    settled: int
    late: int


def denunciation_sums(agencies: Collection[int], year: int, now: datetime) -> Sums:
    """Two queries."""
    rows = Denunciation.objects.filter(agency__in=list(agencies), year=year)
    told = rows.aggregate(
        received=Count("pk"),
        accepted=Count("pk", filter=Q(accepted_on__isnull=False)),
        settled=Count("pk", filter=Q(settled_on__isnull=False)),
    )
    late = Term.objects.filter(
        flow="denunciation", case_code__in=rows.values("code"), met_at=None, dropped_at=None, due_at__lt=now
    )
    return Sums(**told, late=late.count())
