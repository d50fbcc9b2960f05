"""What storing a workbook would change, before anything is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dondoc.scores.rules.grids import Sheet
from dondoc.scores.rules.labels import UNWEIGHTED
from dondoc.scores.rules.official import read_workbook
from dondoc.scores.rules.panel import Panel
from dondoc.scores.rules.workbooks import PAPI, Record, Remark, Scheme, Workbook
from dondoc.toolkit.sayings import Saying

# Sources print two to four places; less than half a unit of the fourth is the same figure.
SAME = Decimal("0.00005")


@dataclass(frozen=True, slots=True)
class Difference:
    """A score that would be new (`stored` None) or another (both set)."""

    year: int
    code: str
    province: str
    stored: Decimal | None
    found: Decimal
    place: str


def compare(
    panel: Panel, sheets: Sequence[Sheet], *, name: str, year: int | None = None, scheme: Scheme = PAPI
) -> tuple[Workbook, list[Difference]]:
    """A dry run: the workbook as read, with years that look confused, and what storing it would change."""
    book = read_workbook(sheets, name=name, panel=panel, year=year, scheme=scheme)
    book = replace(book, remarks=(*book.remarks, *years_confused(panel, book.records)))
    return book, differences(panel, book.records)


def differences(panel: Panel, records: Iterable[Record]) -> list[Difference]:
    """The unweighted scores of a workbook that are not in the panel as they are."""
    return [
        Difference(r.year, r.code, r.province, stored, r.score, r.place)
        for r in records
        if r.statistic == UNWEIGHTED
        and ((stored := panel.score(r.code, r.year, r.province)) is None or abs(stored - r.score) > SAME)
    ]


def years_confused(panel: Panel, records: Iterable[Record]) -> list[Remark]:
    """Years whose figures are those of another year in the panel: tabs do lie about theirs."""
    by_year: dict[int, list[Record]] = {}
    for record in records:
        if record.statistic == UNWEIGHTED:
            by_year.setdefault(record.year, []).append(record)
    remarks = []
    for year, found in sorted(by_year.items()):
        own, other = (
            _alike(panel, found, year),
            max(((_alike(panel, found, known), known) for known in panel.years() if known != year), default=(0.0, 0)),
        )
        if other[0] > 0.9 and other[0] > own:
            sentence = Saying(
                "Số liệu ghi năm {year} trùng với số liệu năm {other} đã có: kiểm tra lại năm.",
                year=year,
                other=other[1],
            )
            remarks.append(Remark("year-confused", found[0].place.split("!")[0], sentence))
    return remarks


def _alike(panel: Panel, records: list[Record], year: int) -> float:
    """The share of records that the panel holds for a year, to two places."""
    stored = [(panel.score(r.code, year, r.province), r.score) for r in records]
    return sum(s is not None and abs(s - found) < Decimal("0.005") for s, found in stored) / len(stored)
