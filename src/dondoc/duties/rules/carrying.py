"""What becomes of the obligations of a duty when another version of it takes its place.

What is settled, waits for a yes, or is late never changes and stays where it is. What is open in time or has not
opened goes on under the new version where its agency still owes and its time is still asked; else it ends. What the
new version asks and nobody has yet begins. Told by one function, so that what is shown beforehand is what is done.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Held:
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


def tally(told: Sequence[Told]) -> dict[tuple[Fate, Lot | None], int]:
    """How many of each fate, by how they stood."""
    return dict(Counter((one.fate, one.lot) for one in told))
