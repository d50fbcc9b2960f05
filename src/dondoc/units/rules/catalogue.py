"""Administrative units through time: what stood on a day, by id, code, name, above and below.

A unit keeps its id while it is the same unit in law; a change of kind, name or parent makes a new *version* of it (the
province of Đồng Nai became a city on 30/4/2026: one id, two versions). A merger or split makes other units with other
ids, joined by links (`rules/succession`): Lào Cai before and after 1/7/2025 are two units with one name.

Days are inclusive on both ends. An open start means "already on the list of 3/2/2021", an open end "still stands".
"""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from dondoc.toolkit.text import fold, key

PROVINCE, DISTRICT, COMMUNE = "province", "district", "commune"
# Three tiers until 30/6/2025, two since (Law 72/2025/QH15, NQ 202/2025/QH15).
TWO_TIERS_FROM = date(2025, 7, 1)
_KINDS = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp": "thành phố", "tp.": "thành phố", "huyện": "huyện", "quận": "quận",
    "thị xã": "thị xã", "tx": "thị xã", "tx.": "thị xã", "xã": "xã", "phường": "phường", "p.": "phường",
    "thị trấn": "thị trấn", "tt": "thị trấn", "tt.": "thị trấn", "đặc khu": "đặc khu",
}  # fmt: skip
_LEVELS = {
    "tỉnh": (PROVINCE,), "thành phố": (PROVINCE, DISTRICT), "huyện": (DISTRICT,), "quận": (DISTRICT,),
    "thị xã": (DISTRICT,), "xã": (COMMUNE,), "phường": (COMMUNE,), "thị trấn": (COMMUNE,), "đặc khu": (COMMUNE,),
}  # fmt: skip
_NOT_LETTERS = re.compile(r"[\W_]+")
# Names that plans write short.
_SHORT = {"hcm": "hochiminh", "brvt": "bariavungtau", "tthue": "thuathienhue"}
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
_KINDS_BY_KEY = {key(printed): kind for printed, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class Unit:
    """One version of a unit. `is_dated` is False where only two official lists bound its first or last day."""

    id: str
    level: str
    code: str
    kind: str
    name: str
    parent_id: str | None
    valid_from: date | None = None
    valid_to: date | None = None
    is_dated: bool = True

    @property
    def full_name(self) -> str:
        """As an office writes it: "xã Xín Mần", "thành phố Đồng Nai"."""
        return f"{self.kind} {self.name}"

    def is_valid_on(self, day: date) -> bool:
        """Whether this version stands on the day, both ends counted."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Link:
    """Unit `old_id` went into `new_id` on the day `on`.

    `kind`: merge (whole, with others) | split (a part of it) | rename (whole, alone, other name or kind) | transfer
    (whole, alone, only under another parent). `is_main`: the likeliest of several heirs, a proposal only.
    """

    old_id: str
    new_id: str
    kind: str
    on: date
    is_main: bool = True
    is_dated: bool = True


@dataclass(frozen=True)
class Catalogue:
    """All versions and links; every question names its day. Indexes are made when first asked for."""

    units: Sequence[Unit]
    links: Sequence[Link] = ()

    def as_of(self, day: date, level: str | None = None) -> tuple[Unit, ...]:
        """What stood on the day: 63, 696 and 10,035 of three levels on 30/6/2025; 34 and 3,321 of two a day later."""
        return tuple(u for u in self.units if u.is_valid_on(day) and level in (None, u.level))

    def versions(self, unit_id: str) -> tuple[Unit, ...]:
        """All versions of a unit, oldest first; KeyError for an id that was never given."""
        return self._by_id[unit_id]

    def get(self, unit_id: str, day: date | None = None) -> Unit | None:
        """The version on the day; without a day the latest one."""
        found = self._by_id.get(unit_id, ())
        return next((u for u in reversed(found) if day is None or u.is_valid_on(day)), None)

    def by_code(self, level: str, code: str, day: date) -> Unit | None:
        """The holder of an official code on the day (codes pass to successors: 15 was Yên Bái, is Lào Cai)."""
        return next((u for u in self._by_code.get((level, code), ()) if u.is_valid_on(day)), None)

    def children(self, unit_id: str, day: date) -> tuple[Unit, ...]:
        """The units directly below on the day: districts of a province, since 1/7/2025 its communes."""
        return tuple(u for u in self._by_parent.get(unit_id, ()) if u.is_valid_on(day))

    def communes(self, unit_id: str, day: date) -> tuple[Unit, ...]:
        """All communes under a province or district on the day, whichever number of tiers stood then."""
        below = self.children(unit_id, day)
        return tuple(c for u in below for c in ((u,) if u.level == COMMUNE else self.communes(u.id, day)))

    def ancestors(self, unit_id: str, day: date) -> tuple[Unit, ...]:
        """The units above on the day, nearest first; empty for a province or a unit that does not stand."""
        unit = self.get(unit_id, day)
        parent = self.get(unit.parent_id, day) if unit and unit.parent_id else None
        return (parent, *self.ancestors(parent.id, day)) if parent else ()

    def find(
        self, text: str, day: date | None = None, *, level: str | None = None, within: str | None = None
    ) -> tuple[Unit, ...]:
        """Units of that name on the day (without a day: of any time), "xã Xín Mần", "Xin Man", "TP. Huế".

        A kind in front narrows the search; where it fits nothing ("huyện" for what is a thị xã by then) it is let go.
        Names that agree in their marks win over names that agree without them. `within` is the id of a unit above.
        Several answers mean that a person chooses: nothing is guessed.
        """
        kind, name = split_kind(text)
        found = [u for u in self._by_name.get(_shape(name), ()) if self._fits(u, day, level, within)]
        found = list({u.id: u for u in sorted(found, key=_start)}.values())
        found = [u for u in found if kind == u.kind] or [u for u in found if kind is None or u.level in _LEVELS[kind]]
        exact = [u for u in found if _spelling(u.name) == _spelling(name)]
        return tuple(sorted(exact or found, key=lambda u: u.id))

    def _fits(self, unit: Unit, day: date | None, level: str | None, within: str | None) -> bool:
        if (day is not None and not unit.is_valid_on(day)) or level not in (None, unit.level):
            return False
        at = day or unit.valid_to or unit.valid_from or TWO_TIERS_FROM
        return within is None or any(above.id == within for above in self.ancestors(unit.id, at))

    @cached_property
    def _by_id(self) -> dict[str, tuple[Unit, ...]]:
        return {i: tuple(sorted(found, key=_start)) for i, found in _grouped((u.id, u) for u in self.units).items()}

    @cached_property
    def _by_code(self) -> dict[tuple[str, str], list[Unit]]:
        return _grouped(((u.level, u.code), u) for u in self.units)

    @cached_property
    def _by_parent(self) -> dict[str, list[Unit]]:
        return _grouped((u.parent_id, u) for u in self.units if u.parent_id)

    @cached_property
    def _by_name(self) -> dict[str, list[Unit]]:
        return _grouped((_shape(u.name), u) for u in self.units)

    @cached_property
    def links_from(self) -> dict[str, list[Link]]:
        """Links by the unit that went."""
        return _grouped((link.old_id, link) for link in self.links)

    @cached_property
    def links_to(self) -> dict[str, list[Link]]:
        """Links by the unit that came."""
        return _grouped((link.new_id, link) for link in self.links)


def split_kind(text: str) -> tuple[str | None, str]:
    """ "TP. Huế" -> ("thành phố", "Huế"); "Xín Mần" -> (None, "Xín Mần"); "Phường 03" -> ("phường", "3")."""
    words = text.replace(".", ". ").split()
    for size in (2, 1):
        kind = _KINDS_BY_KEY.get(key(" ".join(words[:size]))) if len(words) > size else None
        if kind:
            name = " ".join(words[size:])
            return kind, name.lstrip("0") or name if name.isdigit() else name
    return None, " ".join(words)


def _shape(name: str) -> str:
    """A name without marks, spaces, dashes and apostrophes: "Cư M'gar" and "CƯ MGAR" are found alike."""
    shape = _NOT_LETTERS.sub("", fold(_spelling(name)))
    return _SHORT.get(shape, shape)


def _spelling(name: str) -> str:
    """The name with its marks, but for the Central Highlands' Đắk, Đăk, Đak, Đắc: one place is written all ways."""
    return " ".join("dak" if fold(word) in ("dak", "dac") else word for word in key(name).split())


def _start(unit: Unit) -> date:
    return unit.valid_from or date.min


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = {}
    for name, value in pairs:
        groups.setdefault(name, []).append(value)
    return groups
