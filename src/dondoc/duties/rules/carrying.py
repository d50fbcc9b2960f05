"""What becomes of the obligations of a duty when another version of it takes its place.

What is settled, waits for a yes, or is late never changes and stays where it is. What is open in time or has not
opened goes on under the new version where its agency still owes and its time is still asked; else it ends. What the
new version asks and nobody has yet begins. Told by one function, so that what is shown beforehand is what is done.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

EVENT = "event:"


class Lot(StrEnum):
    """How an obligation stands before the change, as far as the change cares."""

    SETTLED = "settled"
    AWAITING = "awaiting"
    LATE = "late"
    OPEN = "open"
    NOT_OPEN = "not-open"
    EXCUSED = "excused"


class Fate(StrEnum):
    """What becomes of it."""

    STAYS = "stays"
    GOES_ON = "goes-on"
    ENDS = "ends"
    BEGINS = "begins"


MOVABLE = frozenset({Lot.OPEN, Lot.NOT_OPEN})
Kind = tuple[Fate, Lot | None]  # what becomes of those that stand so


class Held(NamedTuple):
    """An obligation before the change. `agency` is who must act now, `key` the occurrence."""

    pk: int
    agency: int
    key: str
    lot: Lot


@dataclass(frozen=True, slots=True)
class Told:
    """One line of what becomes. `pk` is None for what begins; `key` is the occurrence under the new version, empty
    where it stays or ends."""

    fate: Fate
    agency: int
    key: str
    pk: int | None = None
    lot: Lot | None = None


def key_pairs(old: Sequence[str], new: Sequence[str], *, is_event: bool = False) -> dict[str, str]:
    """Old occurrence -> the new one that it goes on as: of the same key; where no key is shared and both have equally
    many, in their order (the one time "Quý II" that becomes "tháng 9"). Times of events go on while the new version
    waits for events too."""
    events = {key: key for key in old if key.startswith(EVENT)} if is_event else {}
    old = [key for key in old if not key.startswith(EVENT)]
    shared = set(old) & set(new)
    if shared or len(old) != len(new):
        return {**events, **{key: key for key in old if key in shared}}
    return {**events, **dict(zip(old, new, strict=True))}


def fates(
    held: Sequence[Held], *, owners: Collection[int], pairs: Mapping[str, str], asked: Sequence[str]
) -> list[Told]:
    """Every obligation once, then what begins. `owners` are the agencies that owe the new version, `asked` the
    occurrences that may begin: those that are not due before the change. Who has settled a time, waits or is late does
    not owe it a second time."""
    taken = {(one.agency, pairs.get(one.key, "")) for one in held if one.lot not in MOVABLE}
    told = [_lot_of(one, owners, pairs, taken) for one in held]
    taken |= {(one.agency, one.key) for one in told if one.fate is Fate.GOES_ON}
    begins = [(agency, key) for agency in owners for key in asked if (agency, key) not in taken]
    return told + [Told(Fate.BEGINS, agency, key) for agency, key in begins]


def _lot_of(one: Held, owners: Collection[int], pairs: Mapping[str, str], taken: Collection[tuple[int, str]]) -> Told:
    if one.lot not in MOVABLE:
        return Told(Fate.STAYS, one.agency, "", one.pk, one.lot)
    key = pairs.get(one.key, "")
    moves = bool(key) and one.agency in owners and (one.agency, key) not in taken
    return Told(Fate.GOES_ON if moves else Fate.ENDS, one.agency, key if moves else "", one.pk, one.lot)


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many obligations that stand so become what, and the first of them."""

    fate: Fate
    lot: Lot | None
    count: int
    first: tuple[Told, ...]


def gathered(
    held: Iterable[Held], *, owners: Sequence[int], pairs: Mapping[str, str], asked: Sequence[str], most: int
) -> list[Gathered]:
    """What `fates` tells, counted, with `most` of each kind in its order. What becomes of the work of an agency hangs
    on its own obligations alone, and thousands of agencies stand alike: each way to stand is asked once. `held` is
    gone through once and not kept."""
    alike = _Alike(held, owners, pairs, asked)
    counts: Counter[Kind] = Counter()
    for way, agencies in alike.agencies.items():
        for one in alike.told[way]:
            counts[one.fate, one.lot] += agencies
    first = alike.first(counts, most)
    return [Gathered(fate, lot, count, tuple(first[fate, lot])) for (fate, lot), count in counts.items()]


class _Alike:
    """Agencies by the way in which they stand: what each holds, in its order, and whether it owes the new version.
    `told` says of each way what becomes of it, `pk` being the place among what the agency holds. What is held is a
    letter for each obligation: thousands of small objects cost more than all that is asked of them."""

    def __init__(
        self, held: Iterable[Held], owners: Sequence[int], pairs: Mapping[str, str], asked: Sequence[str]
    ) -> None:
        self.owners = owners
        letters: dict[tuple[str, Lot], str] = {}
        self.pks, self.holders = array("q"), array("q")
        own: dict[int, str] = {}
        for pk, agency, key, lot in held:
            self.pks.append(pk)
            self.holders.append(agency)
            own[agency] = own.get(agency, "") + letters.setdefault((key, lot), chr(len(letters)))
        owing = set(owners)
        self.ways = {agency: (agency in owing, rows) for agency, rows in own.items()}
        self.ways |= {agency: (True, "") for agency in owners if agency not in own}
        self.agencies = Counter(self.ways.values())
        meant = list(letters)
        self.told = {
            (owes, rows): fates(
                [Held(n, 0, *meant[ord(letter)]) for n, letter in enumerate(rows)],
                owners=[0] if owes else [],
                pairs=pairs,
                asked=asked,
            )
            for owes, rows in self.agencies
        }

    def first(
        self, counts: Mapping[tuple[Fate, Lot | None], int], most: int
    ) -> dict[tuple[Fate, Lot | None], list[Told]]:
        """As many of each kind as are asked for, in the order in which `fates` tells them."""
        found: dict[Kind, list[Told]] = {kind: [] for kind in counts}
        lacking = sum(min(most, count) for count in counts.values())
        for agency, pk, one in self._in_order():
            kind = found[one.fate, one.lot]
            if len(kind) < most:
                kind.append(Told(one.fate, agency, one.key, pk, one.lot))
                lacking -= 1
            if not lacking:
                break
        return found

    def _in_order(self) -> Iterator[tuple[int, int | None, Told]]:
        met: Counter[int] = Counter()
        for pk, agency in zip(self.pks, self.holders, strict=True):
            yield agency, pk, self.told[self.ways[agency]][met[agency]]
            met[agency] += 1
        for agency in self.owners:
            way = self.ways[agency]
            for one in self.told[way][len(way[1]) :]:
                yield agency, None, one
