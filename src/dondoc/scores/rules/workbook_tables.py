"""A table of an official workbook, cell by cell: which lines are places, which rows or columns are scores."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from dondoc.framework.rules.papi import Concept
from dondoc.scores.rules.comparability import scale
from dondoc.scores.rules.grids import Cell, Sheet, Table, cell_of, place_of_cell, unnamed
from dondoc.scores.rules.labels import UNWEIGHTED, Label
from dondoc.scores.rules.workbooks import Reading, Record, Scheme
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import clean

_NOTHING = re.compile(r"|-+|\.+|…|n\.?/?a\.?|na|nan|null|none|\*+|k\.?c\.?")
# Heads of summary columns beside the provinces, no provinces themselves.
_SUMMARY = re.compile(
    r"toan quoc|ca nuoc|trung (?:binh|vi)|national|viet ?nam|mean|median|average|min|max|thang diem|scale|stt|no\.?|tt|"
    r"(?:lon|nho|cao|thap) nhat|do lech.*|tong|total|ghi chu|notes?|"
    r"(?:provinces?|cities)(?: name)?|(?:ten )?tinh(?: ?[/,] ?(?:thanh pho|tp))?"
)


def read_table(sheet: Sheet, table: Table, year: int, reading: Reading) -> None:
    _check_names(sheet, table, reading)
    frame = reading.panel.frame(year)
    labels = (
        _labels_by_row(sheet, table, year, frame, reading.scheme)
        if table.is_by_column
        else _labels_by_column(sheet, table, year, frame, reading.scheme)
    )
    lines: dict[int, str] = {}
    for line, (province, _) in table.lines.items():
        place = reading.place_of(province, year)
        if place is None:
            row, column = (table.at, line) if table.is_by_column else (line, table.at)
            name = reading.provinces[province]
            reading.fault(
                "province-unknown",
                place_of_cell(sheet, row, column),
                Saying("Năm {year} không có tỉnh nào tên “{name}”.", year=year, name=name),
            )
        elif place not in lines.values():
            lines[line] = place
    for at, label in labels:
        for line, province in lines.items():
            row, column = (at, line) if table.is_by_column else (line, at)
            _keep(sheet, row, column, year, label, province, reading)
        if label.doubt:
            reading.note(
                "component-renamed",
                sheet.name,
                Saying("Số và tên không khớp: {doubt}; lấy theo tên.", doubt=label.doubt),
            )


def _check_names(sheet: Sheet, table: Table, reading: Reading) -> None:
    counts = Counter(province for province, _ in table.lines.values())
    for line, (province, is_respelt) in table.lines.items():
        row, column = (table.at, line) if table.is_by_column else (line, table.at)
        place, name = place_of_cell(sheet, row, column), reading.provinces[province]
        if counts[province] > 1:
            reading.fault(
                "province-doubled",
                place,
                Saying("{name} có mặt {count} lần trong bảng.", name=name, count=counts[province]),
            )
        elif is_respelt:
            printed = clean(str(sheet.rows[row][column])).strip()
            reading.note("province-respelt", place, Saying("Đọc “{printed}” là {name}.", printed=printed, name=name))
    for row, column in unnamed(sheet, table, _SUMMARY):
        printed = clean(str(sheet.rows[row][column])).strip()
        reading.fault(
            "province-unknown",
            place_of_cell(sheet, row, column),
            Saying("Không có nơi nào tên “{printed}”.", printed=printed),
        )


def _labels_by_row(
    sheet: Sheet, table: Table, year: int, frame: tuple[Concept, ...], scheme: Scheme
) -> Iterator[tuple[int, Label]]:
    """The rows below the names; a row that only names a statistic belongs to the code above it."""
    last: str | None = None
    for at in range(table.at + 1, len(sheet.rows)):
        printed = [cell for cell in sheet.rows[at][: min(table.lines)] if isinstance(cell, str) and cell.strip()]
        label = scheme.label(" | ".join(printed), year, frame)
        if label.code is None and label.statistic != UNWEIGHTED and last and len("".join(printed)) < 60:
            label = Label(last, label.statistic)
        if printed:
            last = label.code
        if label.code:
            yield at, label


def _labels_by_column(
    sheet: Sheet, table: Table, year: int, frame: tuple[Concept, ...], scheme: Scheme
) -> Iterator[tuple[int, Label]]:
    """The columns, by the row above the first province that names the most codes."""
    heads = [
        [(column, scheme.label(cell, year, frame)) for column, cell in enumerate(row) if isinstance(cell, str)]
        for row in sheet.rows[: min(table.lines)]
    ]
    best = max(heads, key=lambda head: sum(label.code is not None for _, label in head), default=[])
    yield from ((column, label) for column, label in best if label.code)


def _keep(sheet: Sheet, row: int, column: int, year: int, label: Label, province: str, reading: Reading) -> None:
    place = place_of_cell(sheet, row, column)
    try:
        score = as_score(cell_of(sheet, row, column))
    except InvalidOperation:
        printed = clean(str(cell_of(sheet, row, column))).strip()
        reading.fault("cell-not-number", place, Saying("“{printed}” không phải là điểm.", printed=printed))
        return
    if score is None or label.code is None:
        return
    if label.statistic == UNWEIGHTED and not _is_on_scale(label.code, year, score, reading):
        reading.fault(
            "score-outside-scale",
            place,
            Saying("Điểm {score} của {code} nằm ngoài thang năm {year}.", score=score, code=label.code, year=year),
        )
        return
    record = Record(year, label.code, province, label.statistic, score, place)
    key = (year, label.code, province, label.statistic)
    known = reading.records.setdefault(key, record)
    if abs(known.score - score) > Decimal("0.005"):
        name = reading.name(province)
        sentence = Saying(
            "{code} năm {year} của {name} là {score}, nhưng ở {place} là {other}.",
            code=label.code,
            year=year,
            name=name,
            score=score,
            place=known.place,
            other=known.score,
        )
        reading.fault("score-contradicted", place, sentence)


def as_score(cell: Cell) -> Decimal | None:
    """A cell as a score: four places; empty, dashes and 0 are None. Raises InvalidOperation for other text."""
    if cell is None or isinstance(cell, bool):
        return None
    text = clean(str(cell)).strip()
    if _NOTHING.fullmatch(text.lower()):
        return None
    number = Decimal(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
    if not number.is_finite():
        return None
    return round(number, 4) or None


def _is_on_scale(code: str, year: int, score: Decimal, reading: Reading) -> bool:
    ends = scale(code, year, reading.panel) or reading.scheme.total.get(year) or ("6", "80")
    return Decimal(ends[0]) - Decimal("0.011") <= score <= Decimal(ends[1]) + Decimal("0.011")
