"""What a unit's documents are written with: templates that it brings or gives up, the symbols of its agencies."""

from datetime import datetime

from django.db import transaction

from dondoc.records.actions import audit
from dondoc.records.actions.files import attach_file
from dondoc.units.models import AdministrativeUnit, Agency, PaperTemplate
from dondoc.units.rules.letterheads import symbol_of
from dondoc.web.papers import Kind, check_template


def take_template(
    unit: AdministrativeUnit, *, kind: Kind, content: bytes, name: str, by: audit.Actor, at: datetime
) -> PaperTemplate:
    """From now on the unit's documents of the kind are written on this template. Refuses one on which a document would
    lose something (`web.papers.check_template`); what was written before stays as it is."""
    check_template(content, kind)
    with transaction.atomic():
        file = attach_file([content], name=name, on=("unit", unit.code), by=by, at=at)
        row, _ = PaperTemplate.objects.update_or_create(
            unit=unit, kind=kind.name, defaults={"file": file, "added_at": at}
        )
        after = {"kind": kind.name, "file": file.code}
        audit.record("take_template", ("unit", unit.code), by=by, at=at, after=after)
    return row


def drop_template(unit: AdministrativeUnit, *, kind: Kind, by: audit.Actor, at: datetime) -> bool:
    """Back to ours. False where the unit had none of its own."""
    with transaction.atomic():
        if not PaperTemplate.objects.filter(unit=unit, kind=kind.name).delete()[0]:
            return False
        audit.record("drop_template", ("unit", unit.code), by=by, at=at, before={"kind": kind.name})
    return True


def set_symbol(agency: Agency, *, symbol: str, by: audit.Actor, at: datetime) -> bool:
    """From now on the agency's documents carry this symbol; empty: the one by its name. False where it was so before.
    Refuses what `rules.letterheads.symbol_of` refuses."""
    symbol = symbol_of(symbol, {kind.value for kind in Kind if kind})
    with transaction.atomic():
        held = Agency.objects.select_for_update().get(pk=agency.pk)
        if held.symbol == symbol:
            return False
        Agency.objects.filter(pk=agency.pk).update(symbol=symbol)
        before, after = {"symbol": held.symbol}, {"symbol": symbol}
        audit.record("set_symbol", ("agency", agency.code), by=by, at=at, before=before, after=after)
    agency.symbol = symbol
    return True
