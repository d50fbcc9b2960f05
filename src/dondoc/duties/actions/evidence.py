"""Proofs and figures of an obligation, written inside the action that settles it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.models import Evidence, EvidenceUse, Figure, Obligation
from dondoc.duties.rules import judging
from dondoc.records.actions import audit
from dondoc.records.actions.files import attach_file
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput

Kind = Evidence.Kind
EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in: its name and its bytes in pieces."""

    name: str
    chunks: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof as given: `existing`, or one of a numbered document, a link, a file, a note; `product` is what it proves
    (empty: the whole). A numbered document may carry its file."""

    title: str = ""
    number: str = ""
    dated_on: date | None = None
    url: str = ""
    upload: Upload | None = None
    product: str = ""
    existing: Evidence | None = None

    @property
    def kind(self) -> str:
        if self.number:
            return Kind.DOCUMENT
        if self.upload is not None:
            return Kind.FILE
        return Kind.LINK if self.url else Kind.NOTE

    @property
    def is_empty(self) -> bool:
        return not (self.title or self.number or self.url or self.upload or self.existing)


def use_proofs(obligation: Obligation, proofs: Sequence[Proof], *, by: User | None, at: datetime) -> list[Evidence]:
    """Keep new proofs under the agency that must act, and note what each is used for; a use that is there stays one."""
    used = []
    for proof in proofs:
        if proof.is_empty:
            continue
        evidence = proof.existing or add_evidence(obligation, proof, by=by, at=at)
        product = proof.product[:200]
        EvidenceUse.objects.get_or_create(
            evidence=evidence, obligation=obligation, product=product, removed_at=None, defaults={"used_at": at}
        )
        used.append(evidence)
    return used


def add_evidence(obligation: Obligation, proof: Proof, *, by: User | None, at: datetime) -> Evidence:
    """A new proof of the agency that holds the obligation. Refuses a document dated in the future."""
    if proof.dated_on is not None and proof.dated_on > timezone.localtime(at).date():
        raise BadInput("evidence-future", "Ngày văn bản ở tương lai: kiểm tra lại ngày ban hành.")
    with transaction.atomic():
        evidence = Evidence.objects.create(
            code=new_code(),
            agency_id=obligation.held_by_id,
            kind=proof.kind,
            title=_title(proof),
            number=proof.number[:60],
            dated_on=proof.dated_on,
            url=proof.url,
            added_by=by,
            added_at=at,
        )
        if proof.upload is not None:
            attach_file(proof.upload.chunks, name=proof.upload.name, on=(EVIDENCE, evidence.code), by=by, at=at)
        after = {"kind": str(proof.kind), "title": evidence.title, "number": evidence.number}
        audit.record("add_evidence", (EVIDENCE, evidence.code), by=by, at=at, after=after)
    return evidence


def remove_use(use: EvidenceUse, *, by: User, at: datetime) -> bool:
    """Take a proof away from an obligation; that it was there stays known. False where it was away already."""
    with transaction.atomic():
        if not EvidenceUse.objects.filter(pk=use.pk, removed_at=None).update(removed_at=at):
            return False
        on = ("obligation", use.obligation.code)
        audit.record("remove_evidence", on, by=by, at=at, before={"evidence": use.evidence.code})
    return True


def write_figures(obligation: Obligation, figures: Mapping[int, judging.Figure]) -> None:
    """Set the figures of the parts of the target; a part that is not named keeps what it has."""
    for part, figure in sorted(figures.items()):
        Figure.objects.update_or_create(
            obligation=obligation,
            target_part=part,
            defaults={
                "kind": figure.kind.value,
                "numerator": figure.numerator,
                "denominator": figure.denominator,
                "is_stock": figure.is_stock,
            },
        )


def _title(proof: Proof) -> str:
    fallback = proof.upload.name if proof.upload else proof.url or f"Văn bản số {proof.number}"
    return (proof.title or fallback)[:300]
