"""Villages and residential groups below a commune."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean, fold
from dondoc.units.models import AdministrativeUnit, Level, Settlement
from dondoc.units.rules.settlements import split_settlement


def add_settlements(
    commune: AdministrativeUnit,
    *,
    names: Sequence[str],
    by: audit.Actor | None,
    at: datetime,
    valid_from: date | None = None,
) -> list[Settlement]:
    """Add settlements as they are written ("thôn Nà Chì", "Tổ dân phố số 3"). Those that stand already are left as they
    are. Refuses a unit that is no commune, and a line that does not say which kind it is."""
    if commune.level != Level.COMMUNE:
        raise BadInput("settlement-place", "Thôn, tổ dân phố thuộc xã, phường, đặc khu. Chọn đơn vị cấp xã.")
    read = [split_settlement(clean(name)) for name in names if name.strip()]
    if not read or None in read:
        raise BadInput("settlement-name", "Mỗi dòng một nơi, viết cả loại: “thôn Nà Chì”, “tổ dân phố số 3”.")
    with transaction.atomic():
        known = {(s.kind, fold(s.name)) for s in commune.settlements.filter(valid_to=None)}
        new = {(kind, fold(name)): name for kind, name in filter(None, read) if (kind, fold(name)) not in known}
        made = Settlement.objects.bulk_create(
            Settlement(code=new_code(), commune=commune, kind=kind, name=name, search=fold(name), valid_from=valid_from)
            for (kind, _), name in new.items()
        )
        if made:
            codes = [settlement.code for settlement in made]
            audit.record_bulk("add_settlements", "settlement", codes, by=by, at=at, scope=commune.code)
    return made


def end_settlement(settlement: Settlement, *, on: date, by: audit.Actor, at: datetime) -> bool:
    """The settlement is no more from the day after `on`. False where it had ended before."""
    with transaction.atomic():
        if not Settlement.objects.filter(pk=settlement.pk, valid_to=None).update(valid_to=on):
            return False
        after = {"valid_to": on.isoformat()}
        audit.record("end_settlement", ("settlement", settlement.code), by=by, at=at, after=after)
    return True
