"""What would have to move, and what would come of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dondoc.framework.queries.names import language
from dondoc.scores.queries.comparable import comparable
from dondoc.scores.queries.national import codes_of
from dondoc.scores.queries.places import Place
from dondoc.scores.queries.store import Store, panel_with
from dondoc.scores.rules.comparability import scale
from dondoc.scores.rules.levers import Bundle, Lever, fewest, levers
from dondoc.scores.rules.panel import TOTAL
from dondoc.scores.rules.standing import numbered
from dondoc.scores.rules.what_if import Sampled, Supposed, sampled, suppose

SLIDERS = 5
# Fields show two places: what was not touched is not moved by the rounding.
_SAME = Decimal("0.00501")


@dataclass(frozen=True, slots=True)
class LeverRow:
    """A component with its gaps and gains, under the number and name that the year prints."""

    name: str
    lever: Lever
    least: Decimal
    most: Decimal

    @property
    def firm(self) -> str:
        """high | middle | low: how much of a score stays from one year to the next."""
        r = self.lever.reliability or 0.0
        return "high" if r >= 0.6 else "middle" if r >= 0.4 else "low"


def lever_rows(store: Store, place: Place, year: int, by: str = "") -> list[LeverRow]:
    """All components in the order of the index, beside the best of the provinces that `by` chooses; refused where the
    year has none of the place."""
    return store.once(("levers", place.key, place.name, year, by), lambda: _rows(store, place, year, by))


def _rows(store: Store, place: Place, year: int, by: str) -> list[LeverRow]:
    panel, _kind = panel_with(store, place.key, place.name)
    alike = [key for key, _name in comparable(store, place, year, by).places]
    by_code = {lever.code: lever for lever in levers(panel, place.key, year, alike)}
    rows = []
    for code, _name in codes_of(panel, year):
        if code in by_code:
            ends = scale(code, year, panel) or ("0", "10")
            name = numbered(panel, code, year, language())
            rows.append(LeverRow(name, by_code[code], Decimal(ends[0]), Decimal(ends[1])))
    return rows


def bundles(rows: Sequence[LeverRow], needs: Decimal) -> tuple[Bundle, ...]:
    return fewest([row.lever for row in rows], needs)


def supposed(rows: Sequence[LeverRow], bundle: Bundle) -> dict[str, Decimal]:
    """The scores that the components of a set would have with their realistic gains, two places as in the fields."""
    held = {row.lever.code: row.lever for row in rows}
    return {code: round(held[code].score + held[code].realistic, 2) for code in bundle.codes}


def promising(rows: Sequence[LeverRow]) -> list[str]:
    """The codes of the components that may bring most and keep it: realistic gain by reliability."""
    ordered = sorted(rows, key=lambda r: float(r.lever.realistic) * max(0.0, r.lever.reliability or 0.0), reverse=True)
    return [row.lever.code for row in ordered if row.lever.realistic > 0][:SLIDERS]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A supposition beside what was published; `sampled` is what the sample alone would bring to it."""

    before: Supposed
    after: Supposed
    sampled: Sampled | None
    dimensions: list[tuple[str, str, Decimal, Decimal]]
    moved: dict[str, Decimal]


def what_if(store: Store, place: Place, year: int, wanted: Mapping[str, Decimal]) -> WhatIf:
    """Components at other scores. Refused for a score beyond its scale and a year without a total of the place."""
    panel, _kind = panel_with(store, place.key, place.name)
    now = {code: panel.column(code, year).get(place.key, score) for code, score in wanted.items()}
    moved = {code: score for code, score in wanted.items() if abs(score - now[code]) > _SAME}
    before, after = suppose(panel, place.key, year, {}), suppose(panel, place.key, year, moved)
    dimensions = []
    for code, name in codes_of(panel, year):
        held = panel.score(code, year, place.key)
        if code != TOTAL and "_" not in code and held is not None:
            added = sum((s - now[c] for c, s in moved.items() if c.startswith(f"{code}_")), Decimal(0))
            dimensions.append((code, name, held, held + added))
    return WhatIf(before, after, sampled(panel, place.key, year, after.total), dimensions, moved)
