"""A made-up plan as one structure, from which both the document and its gold annotation are made, so that they agree.

The body and the rows of an annex are written in two small notations (read by `notation`). This module holds what they
are read into, and the gold in the form of `dondoc read --json`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A printed column. `role`: no | name | content | lead | coordinate | execute | guide_monitor | product | target |
    when | note | section (the dimension, merged over its tasks) | agencies (all of them in one cell). `group` is the
    text of a wider header above it; neighbours with the same group share one cell."""

    role: str
    head: str
    width: float = 3.0
    group: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A printed cell; `span` counts columns, `from_above` is a cell that goes on from the row above."""

    text: str
    span: int = 1
    from_above: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[TableCell, ...]
    task: Gold | None = None
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Annex:
    """One table with what stands above it. A table that only shows scores has rows without tasks."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    title: tuple[str, ...] = ()
    caption: str = ""
    numbered_header: bool = False
    place: Literal["annex", "body"] = "annex"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the body. `kind`: heading | text | table (the next table of the body stands here)."""

    text: str
    kind: str = "text"
    duty: Gold | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """One whole document. Where a decision issues the plan, `type_lines` and `title_lines` are the decision's,
    `decision` its articles, and `attached` the lines above the plan that follows its signature. `stamp` are the lines
    of a digital signature on top."""

    key: str
    document: Gold
    superior: tuple[str, ...]
    type_lines: tuple[str, ...]
    title_lines: tuple[str, ...]
    number_line: str
    place_line: str
    body: tuple[Line, ...]
    signature: tuple[str, ...]
    annexes: tuple[Annex, ...] = ()
    goals: tuple[Gold, ...] = ()
    reporting: tuple[Gold, ...] = ()
    deadlines: tuple[Gold, ...] = ()
    deadlines_beside: tuple[str, ...] = ()
    decision: tuple[Line, ...] = ()
    attached: tuple[str, ...] = ()
    stamp: tuple[str, ...] = ()
    slips: tuple[tuple[str, str], ...] = ()
    received: Gold = field(default_factory=dict)

    def tasks(self) -> Iterator[Gold]:
        for annex in self.annexes:
            yield from (row.task for row in annex.rows if row.task is not None)
        yield from (line.duty for line in self.body if line.duty is not None)

    def gold(self) -> Gold:
        tasks = [task | {"seq": seq, "id": f"{self.key}-{seq:02d}"} for seq, task in enumerate(self.tasks(), 1)]
        return {
            "document": self.document,
            "goals": list(self.goals),
            "reporting_regime": list(self.reporting),
            "deadlines": list(self.deadlines),
            "deadlines_beside": list(self.deadlines_beside),
            "tasks": tasks,
        }
