"""What settles a task settles the task above that it serves too: at which of its times, and what is lacking for it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dondoc.duties.rules.aims import Asked
from dondoc.toolkit.text import key

MOST = 200  # letters of a product that a use of a proof keeps


@dataclass(frozen=True, slots=True)
class Time:
    """One time at which the task above is still owed."""

    key: str
    opens_on: date
    due_on: date | None

    def holds(self, day: date) -> bool:
        return self.opens_on <= day and (self.due_on is None or day <= self.due_on)


def time_above(
    own: str, day: date, *, pairs: Mapping[str, str], times: Sequence[Time], still_owed: Collection[date]
) -> Time | None:
    """The time that goes with the own one: its pair by `carrying.key_pairs`; where it has none, the only one that holds
    `day` (on which the own one is due), once nothing else of the own work is owed in it (`still_owed`, days): the last
    month settles the quarter, not the first. Two that hold the day are for a person to tell apart."""
    if own in pairs:
        return next((one for one in times if one.key == pairs[own]), None)
    held = [one for one in times if one.holds(day)]
    if len(held) != 1 or any(held[0].holds(other) for other in still_owed):
        return None
    return held[0]


def products_lacking(*, own: Sequence[str], proved: Collection[str], above: Sequence[str]) -> tuple[str, ...]:
    """What the task above asks and the own one did not give. `proved` are the products that proofs name, empty for a
    proof of the whole: that, or a claim without proof, stands for all that the own task asks."""
    given = {_same(one) for one in proved}
    if not proved or "" in proved:
        given |= {_same(one) for one in own}
    return tuple(one for one in above if _same(one) not in given)


def product_above(product: str, above: Sequence[str]) -> str:
    """A product in the words of the task above; empty (the whole) where it does not ask for it."""
    return next((one[:MOST] for one in above if product and _same(one) == _same(product)), "")


def same_parts(own: Sequence[Asked], above: Sequence[Asked]) -> dict[int, int]:
    """Part of the target above -> the own part of the same words, which one figure answers."""
    by_words = {(one.kind, key(one.text)): one.part for one in own}
    found = {one.part: by_words.get((one.kind, key(one.text))) for one in above}
    return {part: mine for part, mine in found.items() if mine is not None}


def figures_lacking(own: Sequence[Asked], above: Sequence[Asked]) -> tuple[str, ...]:
    """The parts of the target above that the own task has no figure for."""
    same = same_parts(own, above)
    return tuple(one.text for one in above if one.part not in same)


def _same(product: str) -> str:
    return key(product[:MOST])
