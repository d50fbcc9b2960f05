"""What the demo shows of scores: the published results of the country, and a made-up province beside them.

Sơn Hải has no result of PAPI. Its figures are reckoned from the middle of the country in each year, dimension by
dimension, with small steps of its own, and carry a source that says that they are made up. They rank nobody else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from dondoc.desk.demo.places import PROVINCE
from dondoc.desk.demo.story import Story
from dondoc.scores.actions.storing import Figure, store_figures, store_shipped
from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.models import ImportKind
from dondoc.scores.rules.comparability import scale
from dondoc.scores.rules.panel import TOTAL

MADE_UP = "số liệu giả định của bản dùng thử, không phải kết quả PAPI"
YEARS = range(2018, 2025)
# How far the province lies from the middle, as a share of the scale: weak in participation, money and redress.
LEAN: Mapping[str, float] = {
    "D1_KNOW": -0.02, "D1_OPP": 0.02, "D1_ELEC": -0.04, "D1_CONTR": -0.05, "D2_INFO": -0.03, "D2_POOR": 0.03,
    "D2_BUDGET": -0.06, "D2_LAND": -0.04, "D3_INTERACT": 0.01, "D3_RESPONSE": -0.03, "D3_JUSTICE": -0.02,
    "D4_GOV": 0.02, "D4_SERV": -0.01, "D4_JOB": -0.05, "D4_WILL": 0.0, "D5_CERT": 0.01, "D5_LAND": -0.06,
    "D5_COMMUNE": 0.02,
    "D6_HEALTH": 0.03, "D6_EDU": 0.0, "D6_INFRA": -0.07, "D6_SECUR": 0.02, "D7_SERIOUS": 0.03, "D7_AIR": 0.06,
    "D7_WATER": -0.02, "D8_PORTAL": 0.01, "D8_INTERNET": -0.05, "D8_RESP": 0.0,
}  # fmt: skip
# What the plan of this year prints of 2025: no other province's result of that year is known here.
LAST = {(2025, TOTAL): Decimal("42.31")}


@dataclass(frozen=True, slots=True)
class _Year:
    year: int
    wave: float


def live(story: Story) -> None:
    """Store the country, then the province's own figures, by its focal point."""
    store_shipped(by=story.people["quan.tri"], at=story.at)
    figures = [figure for number, year in enumerate(YEARS) for figure in _of_year(_Year(year, (number % 3 - 1) / 100))]
    figures += [Figure(year, code, PROVINCE, score) for (year, code), score in LAST.items()]
    store_figures(
        "papi", figures, kind=ImportKind.TYPED, source=MADE_UP, source_on=date(2026, 5, 20),
        by=story.people["ha.lt"], at=story.at,
    )  # fmt: skip


def _of_year(of: _Year) -> list[Figure]:
    """Components beside the middle of the country, dimensions and total as their sums."""
    panel = shipped_panel()
    scores: dict[str, Decimal] = {}
    for code in (code for code in panel.codes(of.year) if "_" in code):
        least, most = map(Decimal, scale(code, of.year) or ("0", "1"))
        lean = Decimal(str(round(LEAN.get(code, 0.0) + of.wave, 3)))
        value = median(panel.column(code, of.year).values()) + lean * (most - least)
        scores[code] = min(max(value, least), most).quantize(Decimal("0.0001"))
    for code, score in list(scores.items()):
        scores[code[:2]] = scores.get(code[:2], Decimal(0)) + score
    scores[TOTAL] = sum((score for code, score in scores.items() if "_" not in code), Decimal(0))
    return [Figure(of.year, code, PROVINCE, score) for code, score in scores.items()]
