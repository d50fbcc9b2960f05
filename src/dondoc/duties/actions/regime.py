"""The reporting regime of a source."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from dondoc.duties.models import Regime
from dondoc.duties.rules.regimes import base_cycle_of
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.units.models import AdministrativeUnit


def create_regime(
    unit: AdministrativeUnit,
    *,
    source: tuple[str, str],
    rules: Sequence[Mapping[str, Any]],
    by: audit.Actor | None,
    at: datetime,
    title: str = "",
) -> Regime:
    """Keep the confirmed reporting rules of a source (kind, code) with the base cycle that follows from them. The same
    source again gives its regime unchanged."""
    with transaction.atomic():
        found = Regime.objects.filter(source_kind=source[0], source_code=source[1]).first()
        if found is not None:
            return found
        regime = Regime.objects.create(
            code=new_code(),
            unit=unit,
            source_kind=source[0],
            source_code=source[1],
            title=title[:300],
            rules=plain({"rules": list(rules)})["rules"],
            base_cycle=base_cycle_of(rules),
            confirmed_at=at,
        )
        after = {"source": ":".join(source), "base_cycle": regime.base_cycle, "rules": len(rules)}
        audit.record("create_regime", ("regime", regime.code), by=by, at=at, after=after)
    return regime
