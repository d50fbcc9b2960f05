"""Drafts: what a reading gives. Every field keeps where it came from, how sure the reading is, and what it noticed.

The JSON of `Reading.as_json` is the stable form of `dondoc read --json`.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from dondoc.plans.rules.blocks import Place
from dondoc.plans.rules.findings import Finding
from dondoc.schedule.rules import Schedule

Places = Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class TargetPart:
    """One condition of a target: `op` ">=" | "=" | "<=" or None, `value` in `unit` ("%", "lần/năm", "giờ" …)."""

    op: str | None
    value: float | None
    unit: str | None
    scope: str | None
    value_max: float | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """A target as printed and as understood. The first part with a figure is the target's own; a text without a
    figure has `op` and `value` None."""

    text: str
    parts: tuple[TargetPart, ...]

    @property
    def head(self) -> TargetPart:
        """The part that stands for the whole: the first with a figure."""
        measured = [part for part in self.parts if part.value is not None]
        return (measured or list(self.parts) or [TargetPart(None, None, None, None)])[0]

    def as_json(self) -> dict[str, Any]:
        head = self.head
        out: dict[str, Any] = {"text": self.text, "op": head.op, "value": plain(head.value), "unit": head.unit}
        out["scope"] = head.scope
        out |= _extras(head)
        out["parts"] = [
            {"op": p.op, "value": plain(p.value), "unit": p.unit, "scope": p.scope} | _extras(p) for p in self.parts
        ]
        return out


def _extras(part: TargetPart) -> dict[str, Any]:
    out: dict[str, Any] = {}
    if part.value_max is not None:
        out["value_max"] = plain(part.value_max)
    if part.strict:
        out["strict"] = True
    return out


def plain(value: float | None) -> int | float | None:
    """30.0 -> 30; 38.97 stays."""
    return int(value) if value is not None and value == int(value) else value


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """One row of the annex (`source` "appendix") or one duty of the body ("body").

    `section` is the dimension 1..8; `subcode` the code as printed; `papi_subdimension` the component in one numbering
    for all years (only suggested where `component_is_suggested`). Agencies are names as printed. `extra` keeps the
    columns that have no field of their own (notes, money) under their printed names. `where` and `confidence` (0..1)
    are keyed by field name.
    """

    source: str
    content: str
    section: int | None = None
    subcode: str | None = None
    papi_subdimension: str | None = None
    component_is_suggested: bool = False
    indicator_name: str | None = None
    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    execute: tuple[str, ...] = ()
    guide_monitor: tuple[str, ...] = ()
    is_requested: bool = False
    product: tuple[str, ...] = ()
    target: Target | None = None
    schedule: Schedule | None = None
    ordinal: str | None = None
    heading: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
    where: Places = field(default_factory=dict)
    confidence: Mapping[str, float] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "section": self.section,
            "subcode": self.subcode,
            "papi_subdimension": self.papi_subdimension,
            "component_is_suggested": self.component_is_suggested,
            "indicator_name": self.indicator_name,
            "ordinal": self.ordinal,
            "heading": self.heading,
            "extra": dict(self.extra),
            "content": self.content,
            "lead": list(self.lead),
            "coordinate": list(self.coordinate),
            "execute": list(self.execute),
            "guide_monitor": list(self.guide_monitor),
            "is_requested": self.is_requested,
            "product": list(self.product),
            "target": self.target.as_json() if self.target else None,
            "schedule": self.schedule.as_json() if self.schedule else None,
            "where": {name: _place(place) for name, place in self.where.items()},
            "confidence": dict(self.confidence),
            "findings": [finding_json(f) for f in self.findings],
        }


def _place(place: Place) -> dict[str, int]:
    return {name: value for name, value in asdict(place).items() if value is not None}


def _placed(out: dict[str, Any], where: Place | None, confidence: float) -> dict[str, Any]:
    return out | {"confidence": confidence} | ({"where": _place(where)} if where else {})


def finding_json(finding: Finding) -> dict[str, Any]:
    """{"code", "message"} and, where it has one, "where"."""
    out: dict[str, Any] = {"code": finding.code, "message": finding.message}
    if finding.place is not None:
        out["where"] = _place(finding.place)
    return out


@dataclass(frozen=True, slots=True)
class Header:
    """The document's own fields. `date` is ISO, shorter where the rest is blank ("2023-05", "2021")."""

    number: str | None = None
    symbol: str | None = None
    date: str | None = None
    place: str | None = None
    year: int | None = None
    type: str | None = None
    title: str | None = None
    issuer: str | None = None
    issuer_level: str | None = None
    signer: str | None = None
    signer_position: str | None = None
    signing_mode: str | None = None
    signed_for: str | None = None
    recipients: tuple[str, ...] = ()
    legal_bases: tuple[Mapping[str, str | None], ...] = ()
    where: Places = field(default_factory=dict)
    confidence: Mapping[str, float] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        names = ("number", "symbol", "date", "place", "year", "type", "title", "issuer", "issuer_level", "signer")
        out: dict[str, Any] = {name: getattr(self, name) for name in (*names, "signer_position", "signing_mode")}
        out["signed_for"] = self.signed_for
        out["recipients"] = list(self.recipients)
        out["legal_bases"] = [dict(basis) for basis in self.legal_bases]
        out["where"] = {name: _place(place) for name, place in self.where.items()}
        out["confidence"] = dict(self.confidence)
        return out


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal (or, with `is_fact`, a past result). `kind` rank | score | group | maintain | other."""

    text: str
    kind: str
    is_fact: bool
    normalised: Mapping[str, Any]
    where: Place | None = None
    confidence: float = 0.85

    def as_json(self) -> dict[str, Any]:
        out = {"text": self.text, "kind": self.kind, "is_fact": self.is_fact, "normalised": dict(self.normalised)}
        return _placed(out, self.where, self.confidence)


@dataclass(frozen=True, slots=True)
class ReportingRule:
    """One cycle of the reporting regime. `due` is {"before", "day" | "month_day"}, None where no day is printed."""

    who: str | None
    to: str | None
    via: str | None
    cycle: str
    due: Mapping[str, Any] | None
    text: str
    where: Place | None = None
    confidence: float = 0.9

    def as_json(self) -> dict[str, Any]:
        out: dict[str, Any] = {"who": self.who, "to": self.to, "via": self.via, "cycle": self.cycle, "text": self.text}
        out |= {"due": dict(self.due) if self.due else None}
        return _placed(out, self.where, self.confidence)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A thing to hand in or do once. `due` is ISO."""

    text: str
    due: str
    who: str | None
    what: str | None
    where: Place | None = None
    confidence: float = 0.85

    def as_json(self) -> dict[str, Any]:
        out = {"text": self.text, "due": self.due, "who": self.who, "what": self.what}
        return _placed(out, self.where, self.confidence)


@dataclass(frozen=True, slots=True)
class CellCount:
    """Non-empty cells of the tables and where they went; `total` equals the sum of the others. `aside` are cells of
    tables that give no tasks (scores, lists): each such table has its finding."""

    total: int = 0
    header: int = 0
    group: int = 0
    task: int = 0
    unread: int = 0
    aside: int = 0

    @property
    def agrees(self) -> bool:
        return self.total == self.header + self.group + self.task + self.unread + self.aside


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read of one document."""

    document: Header
    goals: tuple[Goal, ...] = ()
    reporting_regime: tuple[ReportingRule, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    tasks: tuple[TaskDraft, ...] = ()
    cells: CellCount = field(default_factory=CellCount)
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "document": self.document.as_json(),
            "goals": [goal.as_json() for goal in self.goals],
            "reporting_regime": [rule.as_json() for rule in self.reporting_regime],
            "deadlines": [deadline.as_json() for deadline in self.deadlines],
            "tasks": [task.as_json() for task in self.tasks],
            "cells": asdict(self.cells) | {"agrees": self.cells.agrees},
            "findings": [finding_json(f) for f in self.findings],
        }
