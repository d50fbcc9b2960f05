"""Provinces that are most like one: by the profile of their dimensions over the years of one sample.

Like is measured on what the index sees (standardised dimensions, averaged over the years of the sample up to the one
asked for, so that one noisy year does not decide), not on wealth. Region and population narrow the choice where they
are asked for (`rules/regions`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import dist
from statistics import fmean, pstdev

from dondoc.scores.rules.comparability import block_of
from dondoc.scores.rules.panel import Panel
from dondoc.scores.rules.standing import nothing_published
from dondoc.scores.rules.summing import parts


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A province and its distance in standard deviations, 0 for one alike in all dimensions."""

    province: str
    distance: float


def neighbours(
    panel: Panel, province: str, year: int, *, count: int | None = 5, among: Collection[str] | None = None
) -> tuple[Neighbour, ...]:
    """The nearest provinces, nearest first; refused where it has no full profile in the years of the sample. `among`
    narrows them to those named; without a `count` all are given."""
    profiles = _profiles(panel, year)
    if province not in profiles:
        raise nothing_published(panel, province, year)
    own = profiles[province]
    others = [
        Neighbour(other, dist(own, profile))
        for other, profile in profiles.items()
        if other != province and (among is None or other in among)
    ]
    return tuple(sorted(others, key=lambda neighbour: (neighbour.distance, neighbour.province))[:count])


def _profiles(panel: Panel, year: int) -> dict[str, list[float]]:
    """The mean standardised score of each dimension by province, over the years of the sample up to `year`."""
    block = block_of(panel, year)
    years = [known for known in panel.years() if block and block.holds(known) and known <= year]
    found: dict[str, dict[str, list[float]]] = {}
    for known in years:
        for code in parts("TOTAL", known, panel.frame(known)):
            for province, value in _standardised(panel, code, known).items():
                found.setdefault(province, {}).setdefault(code, []).append(value)
    whole = parts("TOTAL", year, panel.frame(year))
    return {p: [fmean(by_code[code]) for code in whole] for p, by_code in found.items() if set(by_code) == set(whole)}


def _standardised(panel: Panel, code: str, year: int) -> dict[str, float]:
    column = {province: float(score) for province, score in panel.column(code, year).items()}
    mean, spread = fmean(column.values()), pstdev(column.values())
    return {province: (score - mean) / spread if spread else 0.0 for province, score in column.items()}
