"""The bodies a unit has by default on a day, and to whom an old body's work may have gone.

Both are proposals: a province arranges its own departments within the decrees, and a person confirms. The name as
printed in a plan stays beside whatever it was resolved to. The tables and their legal sources are in `units/data`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dondoc.toolkit.text import fold
from dondoc.units.rules.catalogue import COMMUNE, DISTRICT, PROVINCE, Unit

SUBORDINATE, VERTICAL, REQUESTED = "subordinate", "vertical", "requested"
_LEVELS = {"t": PROVINCE, "h": DISTRICT, "x": COMMUNE}


@dataclass(frozen=True, slots=True)
class Body:
    """A default body. `standing` is how it stands to a plan of its unit; `guided_by` the code of the body above it."""

    code: str
    name: str
    kind: str
    standing: str
    guided_by: str | None
    valid_from: date | None
    valid_to: date | None
    only_for: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def level(self) -> str:
        """Of which level it is, by the first letter of its code."""
        return _LEVELS[self.code[0]]

    def is_valid_on(self, day: date) -> bool:
        """Whether it stands on the day, both ends counted."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Move:
    """Work of `old` on these subjects (none: all the rest) went to `new` on the day `on` by `source`."""

    old: str
    subjects: tuple[str, ...]
    new: str
    on: date
    source: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """The default bodies of the three levels and what became of them; a code may have versions, one after the other."""

    bodies: Sequence[Body]
    moves: Sequence[Move]

    def default_for(self, unit: Unit, day: date) -> tuple[Body, ...]:
        """The set with which a unit starts on the day: a ward of 2026 has four divisions, police, military, Front …"""
        return tuple(body for body in self.bodies if body.is_valid_on(day) and self._suits(body, unit))

    def body_on(self, code: str, day: date) -> Body | None:
        """The version of a body that stands on the day (of two names for two kinds of unit the first)."""
        return next((body for body in self.bodies if body.code == code and body.is_valid_on(day)), None)

    def proposals(self, code: str, day: date, subject: str = "") -> tuple[Move, ...]:
        """Where the work of an old body may lie on the day, the best match first.

        With a subject ("rà soát hộ nghèo") the moves that name it come first, then the one for the rest.
        A body that still stands but gave work away (Sở Nội vụ and religion) has proposals for that subject alone.
        """
        possible = [m for m in self.moves if m.old == code and m.on <= day and self.body_on(m.new, day)]
        named = [move for move in possible if _speaks_of(move, subject)]
        if self.body_on(code, day):
            return tuple(named)
        return tuple(sorted(possible, key=lambda move: (move not in named, bool(move.subjects))))

    def _suits(self, body: Body, unit: Unit) -> bool:
        """Whether the unit has it; đặc khu Phú Quốc names one division as a ward does (NĐ 150/2025)."""
        is_named = any(unit.name in other.only_for for other in self.bodies if other.code == body.code)
        wanted = unit.name if is_named else unit.kind
        return body.level == unit.level and (not body.only_for or wanted in body.only_for)


def _speaks_of(move: Move, subject: str) -> bool:
    flat = fold(subject)
    return any(re.search(rf"\b{re.escape(fold(named))}\b", flat) for named in move.subjects)
