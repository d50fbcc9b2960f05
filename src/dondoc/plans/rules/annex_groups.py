"""What stands over the rows of an annex: dimension, component and heading, and what a task takes from them."""

import re
from dataclasses import dataclass, replace

from dondoc.framework.rules import match_component
from dondoc.plans.rules.blocks import Place
from dondoc.plans.rules.drafts import TaskDraft
from dondoc.plans.rules.findings import finding
from dondoc.toolkit.numbering import kind_of_number

_CODE_IN_NAME = re.compile(
    r"^(?:(?:chỉ số|nội dung|tiêu chí)(?: thành phần)?\s*)?(?P<code>\d{1,2}(?:\.\d{1,2})+)\s*[.:)\-–]?\s+"
    r"(?P<name>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LABEL_IN_TEXT = re.compile(r"^(?P<label>[IVX]+|\d{1,2}(?:\.\d{1,2})*|[A-ZĐ])\s*[.):]\s*(?P<name>\S.*)$", re.DOTALL)
_ORDER = ("capital", "roman", "integer", "dotted", "other", "none")


@dataclass(frozen=True, slots=True)
class Group:
    """What stands over the rows: dimension, component code and name as printed, other heading; with places."""

    section: int | None = None
    section_sure: float = 1.0
    subcode: str | None = None
    indicator: str | None = None
    heading: str | None = None
    places: tuple[tuple[str, Place], ...] = ()


def label_and_name(text: str) -> tuple[str, str]:
    """("II", "Công khai, minh bạch") of a title that carries its number itself; ("", text) where it has none."""
    inside = _LABEL_IN_TEXT.match(text)
    return (inside["label"], inside["name"]) if inside else ("", text)


def is_deeper(label: str, below: str) -> bool:
    """Whether the number of the row below stands under this one: "1" under "II", "2.1.1" under "2.1"."""
    one, other = kind_of_number(label), kind_of_number(below)
    return _ORDER.index(other) > _ORDER.index(one) or (one == other == "dotted" and below.startswith(label.rstrip(".")))


def coded(label: str, name: str) -> tuple[str, str]:
    """(code, name) of an indicator cell; the code stands in the number's column, before the name, or alone."""
    if kind_of_number(name.strip(" .)")) == "dotted":
        return name.strip(" .)"), ""
    inside = _CODE_IN_NAME.match(name)
    if inside:
        return inside["code"], inside["name"].strip()
    label = label.strip(" .)")
    return (label if kind_of_number(label) in ("dotted", "integer") else ""), name


def names_component(section: int | None, label: str, name: str) -> bool:
    """Whether a printed name is that of a component of the index (in the section, where one is known)."""
    match = match_component(section=section, printed_code=label or None, printed_name=name, text="", year=None)
    return match.code is not None and not match.is_suggestion


def with_group(task: TaskDraft, group: Group, printed: bool, year: int | None) -> TaskDraft:
    """The task with its dimension and component: printed ones decide, else a suggestion that says so."""
    section = group.section
    if section is None and group.subcode and re.match(r"[1-8]\.", group.subcode):
        section = int(group.subcode[0])
    match = match_component(
        section=section,
        printed_code=group.subcode,
        printed_name=group.indicator,
        text=task.content,
        year=year,
    )
    confidence = dict(task.confidence) | {"section": group.section_sure if section else 0.0}
    if group.indicator and printed:
        confidence |= {"indicator_name": 0.95, "subcode": 0.9} if group.subcode else {"indicator_name": 0.95}
    elif group.subcode and printed:
        confidence["subcode"] = 0.9
    findings = task.findings
    if match.code:
        confidence["papi_subdimension"] = match.confidence
    if match.code and match.is_suggestion:
        findings = (*findings, finding("component-suggested", task.where.get("content"), code=match.code))
    return replace(
        task,
        section=section,
        subcode=group.subcode,
        indicator_name=group.indicator if printed else None,
        heading=group.heading,
        papi_subdimension=match.code,
        component_is_suggested=bool(match.code) and match.is_suggestion,
        where=dict(group.places) | dict(task.where),
        confidence=confidence,
        findings=findings,
    )
