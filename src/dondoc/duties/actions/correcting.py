"""What was settled is told better: other words, figures, more proof. State and day of settling stay."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from dondoc.accounts.models import User
from dondoc.duties.actions.evidence import Proof, use_proofs, write_figures
from dondoc.duties.actions.moves import KIND, moved_on
from dondoc.duties.models import EvidenceUse, Obligation
from dondoc.duties.rules import judging
from dondoc.duties.rules.states import SETTLED, State
from dondoc.records.actions import audit
from dondoc.toolkit.errors import BadInput


def correct(
    obligation: Obligation,
    *,
    by: User,
    at: datetime,
    text: str,
    evidence: Sequence[Proof] = (),
    figures: Mapping[int, judging.Figure] | None = None,
) -> None:
    """Amend a settlement, with its trail. Refuses what is not settled, and a state that has moved on."""
    if State(obligation.state) not in {*SETTLED, State.AWAITING}:
        raise BadInput("correct-unsettled", "Việc này chưa báo kết quả nên không có gì để sửa.")
    before = {"text": obligation.note}
    with transaction.atomic():
        rows = Obligation.objects.filter(pk=obligation.pk, state=obligation.state, version=obligation.version)
        if not rows.update(note=text, version=F("version") + 1):
            raise moved_on(obligation)
        use_proofs(obligation, evidence, by=by, at=at)
        write_figures(obligation, figures or {})
        if EvidenceUse.objects.filter(obligation=obligation, removed_at=None).exists():
            Obligation.objects.filter(pk=obligation.pk).update(is_claimed=False)
        audit.record("correct", (KIND, obligation.code), by=by, at=at, before=before, after={"text": text})
    obligation.refresh_from_db()
