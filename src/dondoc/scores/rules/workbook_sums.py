"""Years of an official workbook as a whole: codes and places that one lacks, and sums that are not sums."""

from decimal import Decimal

from dondoc.scores.rules.labels import UNWEIGHTED
from dondoc.scores.rules.panel import TOTAL
from dondoc.scores.rules.summing import parts
from dondoc.scores.rules.workbooks import Reading, Record
from dondoc.toolkit.sayings import Saying

# So many places without a figure are named, the others counted.
_NAMED = 8


def check_years(reading: Reading) -> None:
    """Codes of the framework and places that a year lacks, and sums that are not sums."""
    found: dict[int, set[str]] = {}
    places: dict[int, set[str]] = {}
    for year, code, place, statistic in reading.records:
        if statistic == UNWEIGHTED:
            found.setdefault(year, set()).add(code)
            places.setdefault(year, set()).add(place)
    for year, held in places.items():
        names = reading.panel.names(year)
        if lost := [names[place] for place in names if place not in held]:
            named, more = ", ".join(lost[:_NAMED]), len(lost) - _NAMED
            told = Saying("{named} và {more} nơi nữa", named=named, more=more) if more > 0 else named
            reading.note(
                "places-missing", str(year), Saying("Năm {year} không có điểm nào của {who}.", year=year, who=told)
            )
    for year, codes in found.items():
        if lacking := sorted({c.code for c in reading.panel.frame(year)} - codes):
            codes_told = ", ".join(lacking)
            reading.note(
                "code-missing", str(year), Saying("Năm {year} không thấy {codes}.", year=year, codes=codes_told)
            )
    for (year, code, province, statistic), record in list(reading.records.items()):
        is_sum = "_" not in code and not (code == TOTAL and year in reading.scheme.unsummed)
        if is_sum and statistic == UNWEIGHTED:
            _check_sum(year, code, province, record, reading)


def _check_sum(year: int, code: str, province: str, record: Record, reading: Reading) -> None:
    below = [
        reading.records.get((year, part, province, UNWEIGHTED)) for part in parts(code, year, reading.panel.frame(year))
    ]
    scores = [part.score for part in below if part]
    # Workbooks that print two places leave a half of a hundredth in every part.
    if (
        below
        and len(scores) == len(below)
        and abs(sum(scores, Decimal(0)) - record.score) > Decimal("0.005") * (len(below) + 1)
    ):
        name = reading.name(province)
        sentence = Saying(
            "{code} năm {year} của {name} là {score}, tổng các phần là {sum}.",
            code=code,
            year=year,
            name=name,
            score=record.score,
            sum=sum(scores, Decimal(0)),
        )
        reading.fault("sum-wrong", record.place, sentence)
