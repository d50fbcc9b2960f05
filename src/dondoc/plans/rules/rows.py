"""One line of an annex -> one draft: agencies, product, target, time, each from its column."""

import re
from collections.abc import Sequence

from dondoc.plans.rules.blocks import Place
from dondoc.plans.rules.columns import AGENCY_ROLES, Columns
from dondoc.plans.rules.continuity import without_mark
from dondoc.plans.rules.drafts import Target, TaskDraft
from dondoc.plans.rules.findings import Finding, finding
from dondoc.plans.rules.grid import Line, Slot
from dondoc.plans.rules.targets import find_target, read_target
from dondoc.schedule.rules import Schedule, parse
from dondoc.toolkit.text import UPPER, fold
from dondoc.units.rules import split_agencies

_ROLE_LABEL = re.compile(
    r"(?P<role>(?:cơ quan |đơn vị )?(?:chủ trì|phối hợp|thực hiện|theo dõi|giám sát|hướng dẫn))(?: thực hiện)?\s*:\s*",
    re.IGNORECASE,
)
_ROLE_TAIL = re.compile(r"\s+(?P<role>chủ trì|phối hợp)(?: thực hiện)?\s*[.;]?\s*$", re.IGNORECASE)
_LEADS_WITH = re.compile(r"^(?P<lead>.+?)\s+chủ trì,?\s*phối hợp (?:với )?(?P<rest>.+)$", re.IGNORECASE | re.DOTALL)
# Between two products: a comma before a capital, and in a list ("- Kế hoạch - Báo cáo") a dash before one.
_NAMES = re.compile(rf",\s+(?=[{UPPER}])")
_ITEMS = re.compile(rf"\s[-–]\s+(?=[{UPPER}])|,\s+(?=[{UPPER}])")
_MARK = re.compile(r"^[xX✓✔√+*]$")
_ROLES = {
    "chu tri": "lead",
    "phoi hop": "coordinate",
    "thuc hien": "execute",
    "theo doi": "guide_monitor",
    "giam sat": "guide_monitor",
    "huong dan": "guide_monitor",
}


def draft_of(line: Line, columns: Columns, *, carried: frozenset[str], year: int | None) -> TaskDraft:
    """The draft of a line; section and component are set by the caller. `carried` are roles taken from above."""
    content = _content(line, columns)
    agencies, where = _agencies(line, columns)
    product_slot, schedule_slot, target_slot = (_first(line, columns, r) for r in ("product", "schedule", "target"))
    schedule, said = _schedule(line, columns, year)
    target, target_place = _target(target_slot, product_slot, content, columns)
    product = products(product_slot.text if product_slot else "")
    slots = {"content": content, "product": product_slot, "schedule": schedule_slot}
    where |= {name: slot.place for name, slot in slots.items() if slot and slot.place and slot.text}
    where |= {"target": target_place} if target_place else {}
    findings = _findings(content, agencies, schedule, target, target_slot, carried, schedule_slot)
    return TaskDraft(
        source="appendix",
        content=content.text if content else "",
        lead=agencies["lead"],
        coordinate=agencies["coordinate"],
        execute=agencies["execute"],
        guide_monitor=agencies["guide_monitor"],
        product=product,
        target=target,
        schedule=schedule,
        ordinal=line.own_text(columns.first("ordinal")).strip() or None,
        extra=_extra(line, columns),
        where=where,
        confidence=_confidence(columns, agencies, schedule, carried, said, product, target),
        findings=findings,
    )


def _content(line: Line, columns: Columns) -> Slot | None:
    """The task's cell; a row that fills only the indicator's column says its task there."""
    slot = _first(line, columns, "content")
    if slot and slot.text:
        return slot
    indicator = _first(line, columns, "indicator")
    return indicator if indicator and indicator.own else slot


def _first(line: Line, columns: Columns, role: str) -> Slot | None:
    """The first filled slot of a role, else its first slot."""
    slots = [line.slots[column] for column in columns.of(role)]
    return next((slot for slot in slots if slot and slot.text), next(iter(slots), None))


def _agencies(line: Line, columns: Columns) -> tuple[dict[str, tuple[str, ...]], dict[str, Place]]:
    found: dict[str, list[str]] = {role: [] for role in AGENCY_ROLES}
    where: dict[str, Place] = {}
    for role in AGENCY_ROLES:
        for column in columns.of(role):
            slot = line.slots[column]
            if slot and slot.text:
                for part_role, text in roles_in(slot.text, role):
                    names = [agency.name for agency in split_agencies(text)]
                    found[part_role] += [name for name in names if name not in found[part_role]]
                    if slot.place:
                        where.setdefault(part_role, slot.place)
    return {role: tuple(names) for role, names in found.items()}, where


def roles_in(text: str, role: str) -> list[tuple[str, str]]:
    """A cell that says itself who leads and who helps, as (role, text) parts; else the column's role for the whole.

    "Chủ trì: Sở A; Phối hợp: Sở B" · "Sở A chủ trì, phối hợp với Sở B" · "Sở A chủ trì; các sở, ngành phối hợp"
    """
    labels = list(_ROLE_LABEL.finditer(text))
    if labels:
        parts = [(role, text[: labels[0].start()])]
        for index, label in enumerate(labels):
            end = labels[index + 1].start() if index + 1 < len(labels) else len(text)
            named = next(name for words, name in _ROLES.items() if words in fold(label["role"]))
            parts.append((named, text[label.end() : end].strip(" ;,.\n-")))
        return [(name, part) for name, part in parts if part.strip(" ;,.\n-")]
    both = _LEADS_WITH.match(text)
    if both:
        return [("lead", both["lead"]), ("coordinate", both["rest"])]
    pieces = [piece for piece in re.split(r"[;\n]", text) if piece.strip()]
    tails = [_ROLE_TAIL.search(piece) for piece in pieces]
    if any(tails):
        return [
            (_ROLES[fold(tail["role"])] if tail else role, piece[: tail.start()] if tail else piece)
            for piece, tail in zip(pieces, tails, strict=True)
        ]
    return [(role, text)]


def products(text: str) -> tuple[str, ...]:
    """The things that prove the task: a list, or names that each begin with a capital after a comma."""
    between = _ITEMS if text.lstrip()[:1] in "-–+" else _NAMES
    parts = [part for line in re.split(r"[;\n]", text) for part in between.split(line)]
    clean = [without_mark(part).strip(" .;,") for part in parts]
    return tuple(part for part in clean if part)


def _schedule(line: Line, columns: Columns, year: int | None) -> tuple[Schedule | None, str]:
    """The time; where the columns are periods ("Quý I", "Quý II") a mark in one says it."""
    texts = []
    for column in columns.of("schedule"):
        text = line.text(column).strip()
        if text:
            texts.append(columns.names[column].split(" / ")[-1] if _MARK.match(text) else text)
    said = ", ".join(texts)
    flat = " ".join(said.split())
    return (parse(flat, year=year) if flat else None), flat


def _target(
    target: Slot | None, product: Slot | None, content: Slot | None, columns: Columns
) -> tuple[Target | None, Place | None]:
    if columns.of("target"):
        return (read_target(target.text), target.place) if target and target.text else (None, None)
    for slot in (product, content):
        found = find_target(slot.text) if slot else None
        if found and slot:
            return found, slot.place
    return None, None


def _extra(line: Line, columns: Columns) -> dict[str, str]:
    kept = {}
    for column, role in enumerate(columns.roles):
        text = line.text(column)
        if text and role in ("note", "unit", "score"):
            kept[columns.names[column] or f"Cột {column + 1}"] = text
    return kept


def _confidence(
    columns: Columns,
    agencies: dict[str, tuple[str, ...]],
    schedule: Schedule | None,
    carried: frozenset[str],
    said: str,
    product: tuple[str, ...],
    target: Target | None,
) -> dict[str, float]:
    out = {"content": 1.0}
    for role, names in agencies.items():
        if names:
            column = columns.first(role)
            sure = columns.how_sure[column] if column is not None and column < len(columns.how_sure) else 0.7
            out[role] = round(sure * (0.8 if role in carried else 1.0), 2)
    if said and schedule:
        out["schedule"] = 0.3 if schedule.kind == "other" else 0.95
    if product:
        column = columns.first("product")
        out["product"] = (
            round(columns.how_sure[column] * (0.8 if "product" in carried else 1.0), 2) if column is not None else 0.7
        )
    if target:
        out["target"] = 0.5 if target.head.value is None else 0.95 if columns.of("target") else 0.75
    return out


def _findings(
    content: Slot | None,
    agencies: dict[str, Sequence[str]] | dict[str, tuple[str, ...]],
    schedule: Schedule | None,
    target: Target | None,
    target_slot: Slot | None,
    carried: frozenset[str],
    schedule_slot: Slot | None,
) -> tuple[Finding, ...]:
    out = []
    place = content.place if content else None
    if not any(agencies.values()):
        out.append(finding("task-without-agency", place))
    if carried & {"lead", "execute"}:
        out.append(finding("agency-carried", place))
    if schedule and schedule.kind == "other":
        out.append(finding("schedule-other", schedule_slot.place if schedule_slot else place, text=schedule.text))
    if target and target.head.value is None:
        out.append(finding("target-text", target_slot.place if target_slot else place, text=target.text))
    return tuple(out)
