"""Lines that say who does the duty above, with whom, by when: "- Cơ quan chủ trì: Sở Tư pháp", "Thời gian: Quý II".

Many plans print under each task of the body what others print in the columns of an annex. Such a line is no duty.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dondoc.plans.rules.drafts import TaskDraft
from dondoc.plans.rules.duties_agents import agencies_at, coordinating
from dondoc.plans.rules.outline_lines import Line
from dondoc.schedule.rules import Schedule, parse
from dondoc.units.rules import split_agencies

_BODY = r"(?:cơ quan|đơn vị|phòng|ban|bộ phận|ngành|cá nhân|cấp)"
_WHO = rf"(?:(?:các )?{_BODY}(?:,? (?:cơ quan|đơn vị|địa phương|cá nhân|ban))*\s+)"
_WATCH = r"(?:hướng dẫn|theo dõi|giám sát|kiểm tra|đôn đốc)"
_DONE = r"(?: (?:thực hiện|hoàn thành|triển khai|tổ chức))?"
_LABELS = (
    ("assign", r"trách nhiệm (?:thực hiện|chủ trì|tổ chức thực hiện)|phân công (?:thực hiện|nhiệm vụ|trách nhiệm)"),
    ("lead", rf"{_WHO}?(?:được giao )?chủ trì(?:,? (?:tham mưu|thực hiện|theo dõi|triển khai|phối hợp))*"),
    ("coordinate", rf"{_WHO}?phối hợp(?: thực hiện)?"),
    ("guide_monitor", rf"{_WHO}{_WATCH}(?:(?:,| và) {_WATCH})*"),
    ("execute", rf"{_WHO}(?:tổ chức )?thực hiện"),
    ("schedule", rf"(?:thời gian|thời hạn|tiến độ){_DONE}{_DONE}"),
    ("product", r"(?:kết quả, sản phẩm|sản phẩm|kết quả)(?: (?:đầu ra|dự kiến|cần đạt|thực hiện|hoàn thành))?"),
)
_BEGIN = r"(?:(?<=^)|(?<=[.;,(\n–-] )|(?<=[.;,(\n]))[*\s]*"
_LABEL = re.compile(
    _BEGIN + "(?:" + "|".join(f"(?P<{name}>{text})" for name, text in _LABELS) + r")\s*\**\s*:\s*\**",
    re.IGNORECASE,
)
_SHUT = " \t\n.;,)*-–"


@dataclass(frozen=True, slots=True)
class Role:
    """One labelled value: which field it is for, the value, where it stands in the text."""

    name: str
    value: str
    start: int


def roles_of(text: str) -> tuple[Role, ...]:
    """All labelled values of a text, in order; nothing where it does not print one."""
    found = list(_LABEL.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    roles = (
        Role(str(match.lastgroup), text[match.end() : end].strip(_SHUT), match.end())
        for match, end in zip(found, ends, strict=False)
    )
    return tuple(role for role in roles if role.value)


def is_role_line(text: str) -> bool:
    """Whether the whole line only says who, with whom, when or what comes of the duty above."""
    found = _LABEL.match(text.strip(" *"))
    return found is not None and bool(roles_of(text.strip(" *")))


def roles_begin(text: str) -> int:
    """Where labelled values begin behind a duty in one paragraph; the length of the text where none do."""
    first = _LABEL.search(text)
    if first is None or first.start() < 20:
        return len(text)
    return len(text[: first.start()].rstrip(" (–-*"))


def with_roles(draft: TaskDraft, line: Line, offset: int, roles: tuple[Role, ...], year: int | None) -> TaskDraft:
    """The draft with what the labels say; they decide over the heading and the sentence."""
    for role in roles:
        place = line.place(offset + role.start, offset + role.start + len(role.value))
        changes = dict(_changes(role, year))
        where = dict(draft.where) | dict.fromkeys(changes, place)
        draft = replace(draft, where=where, confidence=dict(draft.confidence) | dict.fromkeys(changes, 0.9), **changes)  # type: ignore[arg-type]
    found = tuple(f for f in draft.findings if f.code != "task-without-agency" or not draft.lead)
    return replace(draft, findings=found)


def _changes(role: Role, year: int | None) -> Iterator[tuple[str, tuple[str, ...] | Schedule]]:
    if role.name == "schedule":
        yield "schedule", parse(role.value, year=year)
    elif role.name == "product":
        yield "product", tuple(part.strip(_SHUT) for part in role.value.split(";") if part.strip(_SHUT))
    elif role.name in ("assign", "lead"):
        yield from _assigned(role.value)
    else:
        yield role.name, _names(role.value)


def _assigned(value: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """ "Sở Tư pháp chủ trì, phối hợp với UBND cấp huyện" gives both; a bare list is the lead's."""
    run = agencies_at(value, 0)
    partners, _ = coordinating(value)
    if run and partners:
        yield "lead", tuple(run.names)
        yield "coordinate", partners
    elif names := (tuple(run.names) if run and "chủ trì" in value[run.end : run.end + 12] else _names(value)):
        yield "lead", names


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.name for name in split_agencies(value))
