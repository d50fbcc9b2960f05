"""Default bodies of a unit as agencies: their full names, and which bodies are agencies at all."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dondoc.toolkit.text import fold
from dondoc.units.rules.catalogue import Unit
from dondoc.units.rules.departments import Body, Organisation
from dondoc.units.rules.kinds import COMMITTEE

# Named by their field alone; all others carry the kind of their unit ("Công an xã", "Thanh tra tỉnh").
_BY_FIELD = ("department", "board")
# What a name for many stands for. Party boards carry the committee's name: Tỉnh ủy, Thành ủy. The boards of publicity
# and of mass work became one in February 2025.
_MERGED_ON = date(2025, 2, 1)
_PARTY = ("Ban Tổ chức", "Ban Nội chính", "Ủy ban Kiểm tra", "Văn phòng")
_PARTY_BEFORE, _PARTY_AFTER = ("Ban Tuyên giáo", "Ban Dân vận"), ("Ban Tuyên giáo và Dân vận",)
_UNIONS = ("Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh", "Đoàn Thanh niên", "Liên đoàn Lao động")


def agencies_of(organisation: Organisation, unit: Unit, day: date) -> tuple[Body, ...]:
    """The People's Committee and the default bodies of a unit on a day. Posts of a committee ("Công chức Tư pháp - Hộ
    tịch") and names for many are no agencies."""
    start = unit.valid_from
    committee = Body(COMMITTEE, "UBND", "committee", "subordinate", None, start, unit.valid_to, (), ())
    bodies = [one for body in organisation.default_for(unit, day) for one in _single(body, unit, day)]
    return (committee, *(body for body in bodies if body.kind != "post"))


def _single(body: Body, unit: Unit, day: date) -> tuple[Body, ...]:
    """A body itself, or those that a name for many stands for, each under a code of its own."""
    if not body.name.startswith("Các "):
        return (body,)
    if body.kind == "party":
        committee = "Thành ủy" if unit.kind == "thành phố" else "Tỉnh ủy"
        boards = _PARTY + (_PARTY_BEFORE if day < _MERGED_ON else _PARTY_AFTER)
        return _each(body, [f"{board} {committee}" for board in boards])
    return _each(body, _UNIONS) if body.kind == "union" else ()


def _each(body: Body, names: Iterable[str]) -> tuple[Body, ...]:
    return tuple(replace(body, name=name, code=f"{body.code}-{fold(name).replace(' ', '-')}"[:40]) for name in names)


def name_of(body: Body, unit: Unit) -> str:
    """ "UBND xã An Lạc", "Công an xã", "Sở Nội vụ", "Công ty Điện lực Minh Sơn"."""
    if body.code == COMMITTEE:
        return f"UBND {unit.full_name}"
    if body.kind in (*_BY_FIELD, "party"):
        return body.name
    return f"{body.name} {unit.name if body.kind == 'enterprise' else unit.kind}"
