"""The tables of a consolidation's documents. Every figure and every count leads to the row of the annex that names its
sources; the rows of the annexes carry the anchors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dondoc.reports.models import Consolidation, PassageKind
from dondoc.reports.queries import consolidation as rows
from dondoc.reports.queries.consolidation import LineRow, PassageRow, SourceRow
from dondoc.reports.rules.consolidation import Counts
from dondoc.web.formats import capital, day, number
from dondoc.web.papers import Band, Cell, Column, Run, Table

_COUNTS = (
    Column("Tổng số", 1, "right", "Số việc phải thực hiện"),
    Column("Đã thực hiện", 1, "right", "Số việc phải thực hiện"),
    Column("Trong đó quá hạn", 1, "right", "Số việc phải thực hiện"),
    Column("Không phát sinh", 1, "right", "Số việc phải thực hiện"),
    Column("Chưa xong", 1, "right", "Số việc phải thực hiện"),
    Column("Chưa báo cáo", 1, "right", "Số việc phải thực hiện"),
    Column("Tỷ lệ", 1.25, "right"),
)
# More agencies than these of one result are told as "the others", so that an annex stays readable; the workbook and
# the page name every one.
NAMED = 30


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line comes from: `figures` what each agency told, `results` who said what of it."""

    line: LineRow
    figures: str
    results: str


def component_table(counted: Iterable[rows.CountRow]) -> Table:
    found = list(counted)
    columns = (Column("Số", 0.6, "centre"), Column("Nội dung thành phần", 3.4), *_COUNTS)
    return _count_table(columns, found, [f"#{component_anchor(one.key)}" for one in found])


def section_table(counted: Iterable[rows.CountRow]) -> Table:
    """For another report: without annexes there is nothing to lead to."""
    found = list(counted)
    return _count_table((Column("Số", 0.6, "centre"), Column("Nội dung", 3.4), *_COUNTS), found, [""] * len(found))


def line_table(lines: Sequence[LineRow]) -> Table:
    """Every task with its counts and figures, under the heading of its dimension."""
    columns = (Column("TT", 0.5, "centre"), Column("Nhiệm vụ", 4.6), *_COUNTS, Column("Số liệu", 2.2))
    out: list[Sequence[Cell] | Band] = []
    last = None
    for place, line in enumerate(lines, 1):
        if line.section != last:
            out.append(Band(rows.section_name(line.section)))
            last = line.section
        figures = [linked(line, number) for number in range(len(line.sums))]
        out.append((place, line.title, *_cells(line.counts, f"#{_line_anchor(line)}"), tuple(figures)))
    whole = sum((line.counts for line in lines), Counts())
    return Table(columns, out, total="Tổng cộng", totals=dict(enumerate(_cells(whole, "#viec"), 2)))


def source_table(sources: Sequence[SourceRow], anchor: str) -> Table:
    """Who has an accepted report, or who has not: where the count of them leads, by `anchor`."""
    columns = (
        Column("TT", 0.5, "centre"),
        Column("Cơ quan, đơn vị", 4),
        Column("Hạn", 1.2, "centre"),
        Column("Tình trạng", 2),
    )
    return Table(
        columns,
        [
            ((Run(str(place), anchor="" if place > 1 else anchor),), one.agency, day(one.due_on), _standing_words(one))
            for place, one in enumerate(sources, 1)
        ],
    )


def told_table(lines: Sequence[LineRow]) -> Table:
    columns = (
        Column("TT", 0.5, "centre"),
        Column("Chỉ tiêu", 4.5),
        Column("Số liệu", 2),
        Column("Số đơn vị", 1, "right"),
    )
    return Table(
        columns,
        [
            (place, line.title, (linked(line, 0),), line.sums[0].sources if line.sums else 0)
            for place, line in enumerate(lines, 1)
        ],
    )


def origin_table(origins: Sequence[Origin]) -> Table:
    """A row for each figure: what it is, what it comes to, what each agency told."""
    columns = (
        Column("Số", 0.5, "centre"),
        Column("Nhiệm vụ, chỉ tiêu", 3),
        Column("Tổng", 1.6),
        Column("Các báo cáo", 6),
    )
    told = [
        ((Run(str(one.line.position), anchor=_anchor(one.line)),), one.line.title, one.line.figures, one.figures)
        for one in origins
    ]
    return Table(columns, told)


def count_origin_table(origins: Sequence[Origin]) -> Table:
    """A row for each task, by component: who said what of it. Where the counts of all tables lead."""
    columns = (Column("Số", 0.5, "centre"), Column("Nhiệm vụ", 3.5), Column("Kết quả theo cơ quan, đơn vị", 7))
    order = {one.key: place for place, one in enumerate(rows.by_component(one.line for one in origins))}
    out: list[Sequence[Cell] | Band] = []
    last = None
    for one in sorted(origins, key=lambda one: (order[one.line.component], one.line.position)):
        key = one.line.component
        if key != last:
            heading = Run(rows.component_name(key), anchor=component_anchor(key))
            out.append(Band((*([] if out else [Run("", anchor="viec")]), heading)))
            last = key
        title = Run(one.line.title, anchor=_line_anchor(one.line))
        out.append((one.line.position, (title,), one.results))
    return Table(columns, out)


def voice_table(passages: Sequence[PassageRow]) -> Table:
    columns = (Column("TT", 0.5, "centre"), Column("Nội dung", 6), Column("Cơ quan, đơn vị nêu", 3))
    out: list[Sequence[Cell] | Band] = []
    last = None
    place = 0
    for one in (passage for passage in passages if passage.voices):
        subject = _subject(one)
        if subject != last:
            out.append(Band(subject))
            last = subject
        for text in sorted({voice.text for voice in one.voices}):
            place += 1
            authors = sorted({voice.agency for voice in one.voices if voice.text == text})
            out.append((place, text, "; ".join(authors)))
    return Table(columns, out)


def origins_of(consolidation: Consolidation, *, section: int | None = None) -> list[Origin]:
    """What each agency told of each line, of one dimension or of all. Two queries."""
    names = {one.agency.code: rows.name_of(one.agency) for one in rows.ordered_sources(consolidation)}
    place = {code: number for number, code in enumerate(names)}
    lines = consolidation.lines.order_by("position").select_related("duty")
    out = []
    for line in lines if section is None else lines.filter(section=section):
        entries = sorted(line.entries, key=lambda entry: place[entry[0]])
        kinds = {str(one["part"]): one["kind"] for one in line.sums}
        told = [
            f"{names[code]}: {'; '.join(rows.figure_text(kinds[part], n, d) for part, (n, d) in figures.items())}"
            for code, _, _, figures in entries
            if figures
        ]
        out.append(Origin(rows.line_row(line), "; ".join(told), _results(entries, names)))
    return out


def linked(line: LineRow, place: int) -> Run:
    text = line.sums[place].text
    return Run(text if place == len(line.sums) - 1 else f"{text}; ", href=f"#{_anchor(line)}")


def component_anchor(key: str) -> str:
    return f"thanhphan{key.replace('.', '_') or '_chung'}"


def _results(entries: Iterable[Sequence[str]], names: dict[str, str]) -> str:
    """ "Đã thực hiện: UBND xã A, UBND xã B (2 việc); chưa xong: UBND xã C"."""
    by_said: dict[str, dict[str, int]] = {}
    for code, said, *_ in entries:
        if said:
            told = by_said.setdefault(said, {})
            told[code] = told.get(code, 0) + 1
    parts = []
    for said in (key for key in rows.SAID_WORDS if key in by_said):
        told = by_said[said]
        shown = [f"{names[code]}{f' ({count} việc)' if count > 1 else ''}" for code, count in told.items()]
        is_rest = len(shown) > NAMED and len(shown) == max(map(len, by_said.values()))
        words = f"{number(len(shown))} cơ quan, đơn vị còn lại" if is_rest else ", ".join(shown)
        parts.append(f"{rows.SAID_WORDS[said]}: {words}")
    text = "; ".join(parts)
    return capital(text)


def _count_table(columns: Sequence[Column], found: Sequence[rows.CountRow], hrefs: Sequence[str]) -> Table:
    whole = sum((one.counts for one in found), Counts())
    return Table(
        columns,
        [
            (one.key if one.key != "0" else "", one.name, *_cells(one.counts, href))
            for one, href in zip(found, hrefs, strict=True)
        ],
        total="Tổng cộng",
        totals=dict(enumerate(_cells(whole, "#viec" if any(hrefs) else ""), 2)),
    )


def _cells(counts: Counts, href: str) -> tuple[Cell, ...]:
    done = counts.done + counts.done_late
    told = (counts.owed, done, counts.done_late, counts.nothing, counts.not_yet, counts.missing)
    rate = rows.rate_text(counts)
    if not href:
        return (*told, rate)
    return (*((Run(number(one), href=href),) if one else one for one in told), (Run(rate, href=href),))


def _standing_words(one: SourceRow) -> str:
    words = str(one.standing.label)
    return f"{words} (được đề nghị)" if one.is_requested else words


def _subject(passage: PassageRow) -> str:
    if passage.kind == PassageKind.DIMENSION:
        return rows.section_name(passage.section)
    label = str(PassageKind(passage.kind).label)
    return capital(label)


def _anchor(line: LineRow) -> str:
    return f"nguon{line.position}"


def _line_anchor(line: LineRow) -> str:
    return f"viec{line.position}"
