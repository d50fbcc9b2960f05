"""A publication that is whole settles what was owed; one that was taken down early takes that back."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from dondoc.accounts.models import User
from dondoc.disclosure.models import Publication
from dondoc.disclosure.queries.facts import halls_of, steps_of
from dondoc.duties.actions.case import settle_by
from dondoc.duties.actions.evidence import remove_use
from dondoc.duties.actions.moves import move
from dondoc.duties.actions.obligation import demanded, revoke
from dondoc.duties.models import EvidenceUse, Obligation
from dondoc.duties.rules.states import MOVES, State
from dondoc.toolkit.errors import BadInput

RECORD = "publication"


def settle_if_whole(publication: Publication, *, by: User, at: datetime) -> bool:
    """Nothing is missing any more: what was owed is done, with the publication as its proof. Done twice it is the
    same."""
    owed = publication.settles
    if owed is None:
        return False
    owed.refresh_from_db()
    postings = list(publication.postings.select_related("settlement").order_by("pk"))
    halls = halls_of([publication.unit_id]).get(publication.unit_id, ())
    if not postings or steps_of(publication, postings, halls) or State(owed.state) not in MOVES["settle"]:
        return False
    prove(owed, publication, by=by, at=at)
    return True


def prove(owed: Obligation, publication: Publication, *, by: User, at: datetime) -> None:
    """Settle an obligation with the publication as its record."""
    settle_by(
        owed,
        record=(RECORD, publication.code),
        title=publication.title,
        by=by,
        at=at,
        href=reverse("publication", args=[publication.code]),
    )


def claim_nothing(owed: Obligation, *, reason: str, by: User, at: datetime) -> State:
    """Nothing of the kind came up in the period: no collection was asked for, no project begun. Refuses without a
    reason, and where something was published for it."""
    reason = demanded(reason, "Ghi lý do kỳ này không có gì phải công khai.")
    if Publication.objects.filter(settles=owed, withdrawn_at=None).exists():
        raise BadInput("item-published", "Kỳ này đã có bản công khai: làm nốt bản đó.")
    with transaction.atomic():
        told = {"settled_at": at, "reason": reason, "is_claimed": False}
        return move(owed, "claim_nothing", by=by, at=at, after={"reason": reason}, **told)  # type: ignore[arg-type]


def take_back(publication: Publication, *, by: User | None, at: datetime, reason: str) -> bool:
    """What it settled is owed again."""
    return publication.settles is not None and _owed_again(publication.settles, by=by, at=at, reason=reason)


def take_back_all(publication: Publication, *, by: User, at: datetime, reason: str) -> None:
    """It proves nothing any more. What it alone proved is owed again, unless another publication of the same settles
    it."""
    record = {"evidence__record_kind": RECORD, "evidence__record_code": publication.code}
    for use in EvidenceUse.objects.filter(removed_at=None, **record).select_related("obligation", "evidence"):
        remove_use(use, by=by, at=at)
        if not EvidenceUse.objects.filter(obligation=use.obligation_id, removed_at=None).exists():
            _owed_again(use.obligation, by=by, at=at, reason=reason)
    others = Publication.objects.filter(settles=publication.settles_id, withdrawn_at=None).order_by("pk")
    for other in others if publication.settles_id else ():
        settle_if_whole(other, by=by, at=at)


def _owed_again(owed: Obligation, *, by: User | None, at: datetime, reason: str) -> bool:
    owed.refresh_from_db()
    if State(owed.state) not in MOVES["revoke"]:
        return False
    revoke(owed, by=by, at=at, reason=reason)
    return True
