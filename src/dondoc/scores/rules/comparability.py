"""What lies between two years that makes their results hard to compare.

Three things, kept apart: a scale that changed (sums before and after are never chained), components whose make-up
changed, and a new sample. The years 2011-14, 2015-17, 2018-20 and 2021-24 hang together; at each border the ranks lose
much of their likeness at once, even in what cannot change in a year (roads, electricity), as a new draw of villages
would do. No source tells of a new draw, so this is inferred, and what follows 2024 is expected: districts, a stage of
the sample, ended on 30/6/2025.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dondoc.framework.rules.papi import framework
from dondoc.scores.rules.panel import TOTAL, Block, Panel
from dondoc.scores.rules.summing import parts


@dataclass(frozen=True, slots=True)
class Crossing:
    """What lies between `year` and the one before.

    `redefined` are components whose make-up changed, `replaced` those that came or went.
    """

    year: int
    is_new_sample: bool
    is_expected: bool
    is_rescaled: bool
    redefined: tuple[str, ...]
    replaced: tuple[str, ...] = ()

    @property
    def is_break(self) -> bool:
        """Whether anything stands in the way of a plain comparison."""
        return self.is_new_sample or self.is_rescaled or bool(self.redefined or self.replaced)


def crossing(panel: Panel, year: int, code: str = TOTAL) -> Crossing:
    """What lies between a year and the one before, for the index, a dimension or a component."""
    before, now = block_of(panel, year - 1), block_of(panel, year)
    redefined = sorted(name for at, name in panel.breaks if at == year and _is_within(name, code))
    replaced = sorted(
        name for name in _components(panel, year - 1) ^ _components(panel, year) if _is_within(name, code)
    )
    return Crossing(
        year,
        is_new_sample=before != now,
        is_expected=now is not None and now.is_expected,
        is_rescaled=is_rescaled(code, year, panel),
        redefined=tuple(redefined),
        replaced=tuple(replaced),
    )


def block_of(panel: Panel, year: int) -> Block | None:
    """The stretch of years with one sample to which a year belongs."""
    return next((block for block in panel.blocks if block.holds(year)), None)


def with_new_samples(blocks: Iterable[Block], years: Collection[int]) -> tuple[Block, ...]:
    """The stretches once more samples are known to begin in some years: one that was expected to begin is now known
    to, one that a year falls into is parted there."""
    found: list[Block] = []
    for block in blocks:
        first, is_expected = block.first, block.is_expected and block.first not in years
        for year in sorted(year for year in years if block.holds(year) and year > block.first):
            found.append(Block(first, year - 1, is_expected))
            first, is_expected = year, False
        found.append(Block(first, block.last, is_expected))
    return tuple(found)


def is_rescaled(code: str, year: int, panel: Panel | None = None) -> bool:
    """Whether a code has another scale than the year before: the index in 2018, a component when its number of
    siblings changed. A dimension always runs from 1 to 10."""
    if code == TOTAL:
        before, now = (parts(code, at, panel.frame(at) if panel else None) for at in (year - 1, year))
        return len(before) != len(now)
    return scale(code, year, panel) != scale(code, year - 1, panel)


def scale(code: str, year: int, panel: Panel | None = None) -> tuple[str, str] | None:
    """The ends of the scale of a dimension or component in a year, None where it was not measured."""
    frame = panel.frame(year) if panel else framework(year)
    return next(((c.scale_min, c.scale_max) for c in frame if c.code == code), None)


def _components(panel: Panel, year: int) -> set[str]:
    return {concept.code for concept in panel.frame(year) if concept.level == "component"}


def _is_within(component: str, code: str) -> bool:
    return code in (TOTAL, component, component.split("_", maxsplit=1)[0])
