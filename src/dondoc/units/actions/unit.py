"""Making one administrative unit by hand; the whole list comes in by `catalogue`."""

from datetime import date, datetime

from django.db import transaction

from dondoc.records.actions import audit
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean, fold
from dondoc.units.models import AdministrativeUnit, Succession


def create_unit(
    code: str,
    *,
    level: str,
    kind: str,
    name: str,
    by: audit.Actor | None,
    at: datetime,
    parent: AdministrativeUnit | None = None,
    official_code: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> AdministrativeUnit:
    """Make a unit under a code that is never used again. Refuses a code that ever was, and an empty name."""
    name = " ".join(clean(name).split())
    if not name:
        raise BadInput("unit-name-empty", "Chưa có tên đơn vị hành chính.")
    with transaction.atomic():
        if AdministrativeUnit.objects.filter(code=code).exists():
            raise BadInput("unit-code-taken", "Mã “{code}” đã dùng cho đơn vị khác. Mã không dùng lại.", code=code)
        unit = AdministrativeUnit.objects.create(
            code=code,
            official_code=official_code,
            level=level,
            kind=kind,
            name=name,
            search=fold(name),
            parent=parent,
            valid_from=valid_from,
            valid_to=valid_to,
        )
        after = {"name": name, "kind": kind, "level": str(level), "parent": parent.code if parent else ""}
        audit.record("create_unit", ("unit", code), by=by, at=at, after=after)
    return unit


def follow_unit(
    predecessor: AdministrativeUnit,
    *,
    successor: AdministrativeUnit,
    kind: str,
    on: date,
    by: audit.Actor | None,
    at: datetime,
) -> Succession:
    """Say that from the day `on` one unit follows another. Saying it twice changes nothing."""
    with transaction.atomic():
        link, is_new = Succession.objects.get_or_create(
            predecessor=predecessor, successor=successor, on=on, defaults={"kind": kind}
        )
        if is_new:
            after = {"successor": successor.code, "kind": str(kind), "on": on.isoformat()}
            audit.record("follow_unit", ("unit", predecessor.code), by=by, at=at, after=after)
    return link
