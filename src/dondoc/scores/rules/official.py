"""Official workbooks, as grids of cells, to records of scores: what was read, what is wrong and where.

The workbooks of 2011-2017 have a province a row and a score a column, those since 2018 a score a row and a province a
column; the newer ones hold several years, indicators, weighted totals, intervals and errors, and the edition of the 34
provinces sets rows of new provinces above the old. The form is found by where the names of provinces stand, never by
the name of the file. Nothing is stored here; with a fault nothing should be.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from dondoc.framework.rules.papi import Concept
from dondoc.scores.rules.comparability import scale
from dondoc.scores.rules.grids import Cell, Sheet, Table, cell_of, place_of_cell, table_of, unnamed
from dondoc.scores.rules.labels import UNWEIGHTED, Label, read_label
from dondoc.scores.rules.panel import FIRST_YEAR_OF_34, TOTAL, Panel
from dondoc.scores.rules.provinces import nearest_province
from dondoc.scores.rules.summing import parts
from dondoc.toolkit.text import clean

FIRST_YEAR, LAST_YEAR_OF_63 = 2011, 2024
# So many places without a figure are named, the others counted.
_NAMED = 8
_YEAR = re.compile(r"(?<!\d)(20[12]\d)(?!\d)")
_NOTHING = re.compile(r"|-+|\.+|…|n\.?/?a\.?|na|nan|null|none|\*+|k\.?c\.?")
# Heads of summary columns beside the provinces, no provinces themselves.
_SUMMARY = re.compile(
    r"toan quoc|ca nuoc|trung (?:binh|vi)|national|viet ?nam|mean|median|average|min|max|thang diem|scale|stt|no\.?|tt|"
    r"(?:lon|nho|cao|thap) nhat|do lech.*|tong|total|ghi chu|notes?|"
    r"(?:provinces?|cities)(?: name)?|(?:ten )?tinh(?: ?[/,] ?(?:thanh pho|tp))?"
)


@dataclass(frozen=True, slots=True)
class Record:
    """One score as read, and the place it was read from ("2023_VIE_ENG!D14")."""

    year: int
    code: str
    province: str
    statistic: str
    score: Decimal
    place: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at: a stable code, where, and a Vietnamese sentence. With a fault nothing may be stored."""

    code: str
    place: str
    sentence: str
    is_fault: bool = True


@dataclass(frozen=True, slots=True)
class Workbook:
    """All that was read of a workbook. `records` are unique by year, code, province and statistic."""

    records: tuple[Record, ...]
    remarks: tuple[Remark, ...]

    @property
    def faults(self) -> tuple[Remark, ...]:
        """What stands in the way of storing."""
        return tuple(remark for remark in self.remarks if remark.is_fault)

    @property
    def years(self) -> tuple[int, ...]:
        """Years with scores, in order."""
        return tuple(sorted({record.year for record in self.records}))


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a workbook of an index is read: what a head names, whose name a cell is, how many places make a table.
    `years` are measured without a published edition; `unsummed` are those whose total is no sum of its parts; `total`
    holds the ends of totals by year."""

    label: Callable[[str, int, tuple[Concept, ...] | None], Label] = read_label
    named: Callable[[str, Mapping[str, str]], tuple[str, bool] | None] = nearest_province
    enough: int = 10
    years: range = range(FIRST_YEAR, LAST_YEAR_OF_63 + 1)
    unsummed: frozenset[int] = frozenset()
    total: Mapping[int, tuple[str, str]] = field(default_factory=dict)


PAPI = Scheme()


@dataclass(slots=True)
class _Reading:
    panel: Panel
    scheme: Scheme
    records: dict[tuple[int, str, str, str], Record] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def provinces(self) -> Mapping[str, str]:
        """Names by which tables of provinces are known: those of 2011-2024, which all of the 34 go on with."""
        return self.panel.provinces

    def name(self, place: str) -> str:
        return self.panel.provinces.get(place) or self.panel.later[place]

    def place_of(self, province: str, year: int) -> str | None:
        """The place that a name of 2011-2024 means in a year: since 2025 one of the 34, or none."""
        if year < FIRST_YEAR_OF_34 or not self.panel.later:
            return province
        named = nearest_province(self.panel.provinces[province], self.panel.later)
        return named[0] if named else None

    def fault(self, code: str, place: str, sentence: str) -> None:
        self.remarks.append(Remark(code, place, sentence))

    def note(self, code: str, place: str, sentence: str) -> None:
        self.remarks.append(Remark(code, place, sentence, is_fault=False))


def read_workbook(
    sheets: Sequence[Sheet], *, name: str, panel: Panel, year: int | None = None, scheme: Scheme = PAPI
) -> Workbook:
    """Reads all tabs that hold tables of scores. `name` is the file's; `year`, where given, is that of every tab.
    `panel` holds the places and frames of the index, `scheme` how its workbooks speak.

    Remarks: "year-unknown", "year-beyond", "tab-year-wrong", "sheet-ignored", "province-doubled", "province-respelt",
    "province-unknown", "cell-not-number", "score-outside-scale", "score-contradicted", "component-renamed",
    "code-missing", "places-missing", "sum-wrong", "no-scores". (`docs/apps/scores.md` explains each.)
    """
    reading = _Reading(panel, scheme)
    names = panel.provinces
    found = [(sheet, table_of(sheet, lambda cell: scheme.named(cell, names), scheme.enough)) for sheet in sheets]
    tables = [(sheet, table) for sheet, table in found if table is not None]
    for sheet in sheets:
        if all(sheet is not known for known, _ in tables):
            reading.note("sheet-ignored", sheet.name, "Trang không có bảng điểm của các nơi: bỏ qua.")
    years = _years([sheet.name for sheet, _ in tables], name, year, reading)
    for (sheet, table), its_year in zip(tables, years, strict=True):
        if its_year is not None:
            _read_table(sheet, table, its_year, reading)
    if not reading.records:
        reading.fault("no-scores", name, "Không đọc được điểm nào: kiểm tra có tên các nơi và tên chỉ số trong bảng.")
    _check_years(reading)
    return Workbook(tuple(reading.records.values()), tuple(reading.remarks))


# --- Which year a tab is of


def _years(tabs: Sequence[str], name: str, year: int | None, reading: _Reading) -> list[int | None]:
    """The year of each tab: the one given, else the tab's, but the file's where all tabs share one other year."""
    of_file = [int(found) for found in _YEAR.findall(name)]
    told = [max(map(int, found)) if (found := _YEAR.findall(tab)) else None for tab in tabs]
    alone = {found for found in told if found is not None}
    years: list[int | None] = []
    for tab, said in zip(tabs, told, strict=True):
        its = year or said or (max(of_file) if of_file else None)
        if year is None and said and of_file and len(alone) == 1 and said != max(of_file):
            its = max(of_file)
            reading.note("tab-year-wrong", tab, f"Tên trang ghi {said}, tên tệp ghi {its}: lấy năm {its}.")
        years.append(_within(its, tab, reading))
    return years


def _within(year: int | None, tab: str, reading: _Reading) -> int | None:
    if year is None:
        reading.fault("year-unknown", tab, "Không biết trang này của năm nào: ghi năm vào tên trang hoặc tên tệp.")
    elif year not in reading.panel.frames and year not in reading.scheme.years:
        sentence = f"Chưa có khung chỉ số năm {year}: lập và công bố khung của năm đó trước, rồi nạp lại."
        reading.fault("year-beyond", tab, sentence)
        return None
    return year


# --- Reading a table


def _read_table(sheet: Sheet, table: Table, year: int, reading: _Reading) -> None:
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
                "province-unknown", place_of_cell(sheet, row, column), f"Năm {year} không có tỉnh nào tên “{name}”."
            )
        elif place not in lines.values():
            lines[line] = place
    for at, label in labels:
        for line, province in lines.items():
            row, column = (at, line) if table.is_by_column else (line, at)
            _keep(sheet, row, column, year, label, province, reading)
        if label.doubt:
            reading.note("component-renamed", sheet.name, f"Số và tên không khớp: {label.doubt}; lấy theo tên.")


def _check_names(sheet: Sheet, table: Table, reading: _Reading) -> None:
    counts = Counter(province for province, _ in table.lines.values())
    for line, (province, is_respelt) in table.lines.items():
        row, column = (table.at, line) if table.is_by_column else (line, table.at)
        place, name = place_of_cell(sheet, row, column), reading.provinces[province]
        if counts[province] > 1:
            reading.fault("province-doubled", place, f"{name} có mặt {counts[province]} lần trong bảng.")
        elif is_respelt:
            printed = clean(str(sheet.rows[row][column])).strip()
            reading.note("province-respelt", place, f"Đọc “{printed}” là {name}.")
    for row, column in unnamed(sheet, table, _SUMMARY):
        printed = clean(str(sheet.rows[row][column])).strip()
        reading.fault("province-unknown", place_of_cell(sheet, row, column), f"Không có nơi nào tên “{printed}”.")


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


def _keep(sheet: Sheet, row: int, column: int, year: int, label: Label, province: str, reading: _Reading) -> None:
    place = place_of_cell(sheet, row, column)
    try:
        score = as_score(cell_of(sheet, row, column))
    except InvalidOperation:
        printed = clean(str(cell_of(sheet, row, column))).strip()
        reading.fault("cell-not-number", place, f"“{printed}” không phải là điểm.")
        return
    if score is None or label.code is None:
        return
    if label.statistic == UNWEIGHTED and not _is_on_scale(label.code, year, score, reading):
        reading.fault("score-outside-scale", place, f"Điểm {score} của {label.code} nằm ngoài thang năm {year}.")
        return
    record = Record(year, label.code, province, label.statistic, score, place)
    key = (year, label.code, province, label.statistic)
    known = reading.records.setdefault(key, record)
    if abs(known.score - score) > Decimal("0.005"):
        name = reading.name(province)
        sentence = f"{label.code} năm {year} của {name} là {score}, nhưng ở {known.place} là {known.score}."
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


def _is_on_scale(code: str, year: int, score: Decimal, reading: _Reading) -> bool:
    ends = scale(code, year, reading.panel) or reading.scheme.total.get(year) or ("6", "80")
    return Decimal(ends[0]) - Decimal("0.011") <= score <= Decimal(ends[1]) + Decimal("0.011")


def _check_years(reading: _Reading) -> None:
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
            told = ", ".join(lost[:_NAMED]) + (f" và {len(lost) - _NAMED} nơi nữa" if len(lost) > _NAMED else "")
            reading.note("places-missing", str(year), f"Năm {year} không có điểm nào của {told}.")
    for year, codes in found.items():
        if lacking := sorted({c.code for c in reading.panel.frame(year)} - codes):
            reading.note("code-missing", str(year), f"Năm {year} không thấy {', '.join(lacking)}.")
    for (year, code, province, statistic), record in list(reading.records.items()):
        is_sum = "_" not in code and not (code == TOTAL and year in reading.scheme.unsummed)
        if is_sum and statistic == UNWEIGHTED:
            _check_sum(year, code, province, record, reading)


def _check_sum(year: int, code: str, province: str, record: Record, reading: _Reading) -> None:
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
        sentence = f"{code} năm {year} của {name} là {record.score}, tổng các phần là {sum(scores, Decimal(0))}."
        reading.fault("sum-wrong", record.place, sentence)
