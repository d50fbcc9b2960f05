"""Default bodies of a unit as agencies: their full names, and which bodies are agencies at all."""

from datetime import date

from dondoc.units.rules.catalogue import Unit
from dondoc.units.rules.departments import Body, Organisation
from dondoc.units.rules.kinds import COMMITTEE

# Named by their field alone; all others carry the kind of their unit ("Công an xã", "Thanh tra tỉnh").
_BY_FIELD = ("department", "board", "party")


def agencies_of(organisation: Organisation, unit: Unit, day: date) -> tuple[Body, ...]:
    """The People's Committee and the default bodies of a unit on a day. Posts of a committee ("Công chức Tư pháp - Hộ
    tịch") and names for many are no agencies."""
    start = unit.valid_from
    committee = Body(COMMITTEE, "UBND", "committee", "subordinate", None, start, unit.valid_to, (), ())
    bodies = organisation.default_for(unit, day)
    return (committee, *(body for body in bodies if body.kind != "post" and not body.name.startswith("Các ")))


def name_of(body: Body, unit: Unit) -> str:
    """ "UBND xã An Lạc", "Công an xã", "Sở Nội vụ", "Công ty Điện lực Minh Sơn"."""
    if body.code == COMMITTEE:
        return f"UBND {unit.full_name}"
    if body.kind in _BY_FIELD:
        return body.name
    return f"{body.name} {unit.name if body.kind == 'enterprise' else unit.kind}"
