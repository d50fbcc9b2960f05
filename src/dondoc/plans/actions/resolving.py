"""What a person chose for a printed name, carried out.

The value of an option: "a:CODE" an agency, "g:CODE" a group, "p:2" the third candidate (its group is made), "moi" a new
agency of the plan's unit with the printed name, "nhom" an open group of that name, "bo" nobody, "" as it stands.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.plans.actions.task import drop_agency, resolve_agency
from dondoc.plans.models import TaskAgency
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying
from dondoc.units.actions.agency import create_agency
from dondoc.units.actions.group import create_group, take_candidate
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup
from dondoc.units.queries import Resolver

GONE = Saying("Cơ quan vừa chọn không còn trong danh sách: tải lại trang rồi chọn lại.")


def is_known(value: str) -> bool:
    """Whether an option names an agency or a group that stands."""
    return value[:2] in ("a:", "g:")


def choose_option(row: TaskAgency, value: str, *, by: User, at: datetime) -> None:
    """Carry out the choice for one printed name; what stands already is left alone."""
    unit = row.task.plan.unit
    if not value or value == _standing(row):
        return
    with transaction.atomic():
        if value == "bo":
            drop_agency(row, by=by, at=at)
            return
        agency, group = _meant(row.printed, value, unit, by=by, at=at)
        resolve_agency(row, agency=agency, group=group, by=by, at=at)


def _standing(row: TaskAgency) -> str:
    if row.agency is not None:
        return f"a:{row.agency.code}"
    return f"g:{row.group.code}" if row.group is not None else ""


def _meant(
    printed: str, value: str, unit: AdministrativeUnit, *, by: User, at: datetime
) -> tuple[Agency | None, AgencyGroup | None]:
    kind, _, code = value.partition(":")
    if kind == "moi":
        return create_agency(unit, name=printed, by=by, at=at), None
    if kind == "nhom":
        return None, create_group(unit, kind=AgencyGroup.Kind.OPEN, name=printed, by=by, at=at)
    resolver = Resolver(unit, timezone.localtime(at).date())
    if kind == "p" and code.isdecimal():
        candidates = resolver.resolve(printed)
        if int(code) < len(candidates):
            return take_candidate(candidates[int(code)], scope=unit, by=by, at=at)
    if kind == "a":
        known = {agency.code: agency for pool in resolver.agencies.values() for agency in pool}
        if code in known:
            return known[code], None
    if kind == "g":
        group = next((one for one in resolver.groups if one.code == code), None)
        if group is not None:
            return None, group
    raise BadInput("option-gone", GONE)
