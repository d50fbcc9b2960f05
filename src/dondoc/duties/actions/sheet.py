"""A filled list of obligations counts exactly as entry by hand: kept, tried, then written through the same doors."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions import obligation as work
from dondoc.duties.actions.evidence import Proof
from dondoc.duties.actions.serving import settle_with_above
from dondoc.duties.models import Obligation
from dondoc.duties.queries.sheet import Tried, trial_of
from dondoc.duties.rules import sheet
from dondoc.duties.rules.sheet import Filled
from dondoc.records.actions import audit
from dondoc.records.actions.files import attach_file
from dondoc.records.models import Attachment
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope

UPLOAD = "obligation-sheet"


@dataclass(frozen=True, slots=True)
class Taken:
    """How many rows were written, and the rows that another was quicker with: (line, why)."""

    written: int
    refused: tuple[tuple[int, str], ...]


def keep_sheet(user: User, *, scope: Scope, chunks: Iterable[bytes], name: str, at: datetime) -> Attachment:
    """Keep the file as it came, for the person who brought it. Refuses what is no list of obligations."""
    content = b"".join(chunks)
    trial_of(content, user, scope)
    return attach_file([content], name=name, on=(UPLOAD, user.code), by=user, at=at)


def take_sheet(content: bytes, *, scope: Scope, by: User, at: datetime) -> Taken:
    """Give out and report what the sheet says, row by row; faulty rows stay as they were. A row that is refused at the
    last moment writes nothing and takes back no other."""
    trial = trial_of(content, by, scope)
    told = trial.told
    refused = []
    with transaction.atomic():
        for row in trial.doing:
            try:
                with transaction.atomic():
                    _take(row, scope, by, at, told)
            except BadInput as why:
                refused.append((row.filled.line, why.message))
        written = len(trial.doing) - len(refused)
        after = {"rows": written, "wrong": len(trial.wrong), "refused": len(refused)}
        audit.record("take_sheet", ("user", by.code), by=by, at=at, after=after)
    return Taken(written, tuple(refused))


def _take(row: Tried, scope: Scope, by: User, at: datetime, told: Collection[str]) -> None:
    """`told`: what the sheet reports in lines of their own, which no other line reports with it."""
    one, filled = row.one, row.filled
    assert one is not None  # a row that does something has its obligation
    if row.giving is not None:
        work.assign(one, to=row.giving.user, by=by, at=at, position=row.giving.position)
    if filled.said == sheet.NOTHING:
        is_for = access.may_enter_for(scope, one)
        work.claim_nothing(one, by=by, at=at, reason=filled.text, is_entered_for=is_for)
    elif filled.said == sheet.DONE:
        _settle(one, filled, scope, by, at, told)


def _settle(one: Obligation, filled: Filled, scope: Scope, by: User, at: datetime, told: Collection[str]) -> None:
    proof = Proof(title=filled.summary, number=filled.number, dated_on=filled.dated_on, url=filled.link)
    settle_with_above(
        one,
        by=by,
        at=at,
        text=filled.text,
        evidence=[proof] if filled.has_paper else [],
        claimed=filled.is_claimed,
        is_entered_for=access.may_enter_for(scope, one),
        wanted=lambda code: code not in told,
    )
