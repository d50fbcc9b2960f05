"""Letters as rows, and as the papers that go out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from dondoc.duties.adapters.letters import Addressed, Facts, Owed, Sender, request_letter, urging_letter
from dondoc.duties.models import UrgingLetter
from dondoc.duties.queries.urging import letters_to
from dondoc.records.models import Attachment
from dondoc.units.queries.papers import letterhead_of, written

KIND = "urging-letter"


def signed_copies(letter: UrgingLetter) -> QuerySet[Attachment]:
    """The letter as it was signed: one, where it was attached."""
    kept = Attachment.objects.filter(object_kind=KIND, object_code=letter.code, removed_at=None)
    return kept.select_related("file").order_by("-pk")


def letter_docx(letter: UrgingLetter) -> bytes:
    """The document on the issuer's template."""
    head = letterhead_of(letter.issuer)
    sender = Sender(head.superior, head.issuer, head.symbol, head.place, head.head_post, head.collective)
    facts = Facts(letter.written_on, letter.answer_by, letter.number, letter.dated_on, letter.signer)
    make = urging_letter if letter.kind == UrgingLetter.Kind.URGE else request_letter
    return written(letter.issuer, make(sender, addressed_of(letter), facts))


def addressed_of(letter: UrgingLetter) -> Sequence[Addressed]:
    rows = list(letter.addressed.select_related("agency").order_by("agency__name"))
    before = letters_to([row.agency_id for row in rows], letter.kind, year=letter.written_on.year)
    is_sent = letter.state == UrgingLetter.State.SENT
    return [
        Addressed(
            row.agency.name,
            [_owed(line) for line in row.lines],
            max(0, before[row.agency_id].count - is_sent) if row.agency_id in before else 0,
        )
        for row in rows
    ]


def _owed(line: dict[str, Any]) -> Owed:
    due = date.fromisoformat(line["due_on"]) if line["due_on"] else None
    return Owed(line["title"], line["label"], due, line["days_late"])
