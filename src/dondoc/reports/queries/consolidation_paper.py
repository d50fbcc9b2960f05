"""A consolidation as an official document: what was done by dimension with the words that the editor chose,
difficulties, proposals; annexes with all figures, who did not report, where each figure comes from, all that the
agencies wrote."""

from collections.abc import Iterable, Sequence

from dondoc.reports.models import Consolidation, PassageKind, Standing
from dondoc.reports.queries import consolidation as rows
from dondoc.reports.queries.consolidation import KIND_HEADINGS, LineRow, PassageRow, SourceRow
from dondoc.reports.rules.consolidation import Counts
from dondoc.units.models import Agency
from dondoc.units.queries.papers import letterhead_of
from dondoc.web.formats import day, number
from dondoc.web.papers import (
    Annex,
    Band,
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Kind,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
)

_COUNTS = (
    Column("Tổng số", 1, "right", "Số việc phải thực hiện", True),
    Column("Đã thực hiện", 1, "right", "Số việc phải thực hiện", True),
    Column("Trong đó quá hạn", 1, "right", "Số việc phải thực hiện", True),
    Column("Không phát sinh", 1, "right", "Số việc phải thực hiện", True),
    Column("Chưa xong", 1, "right", "Số việc phải thực hiện", True),
    Column("Chưa báo cáo", 1, "right", "Số việc phải thực hiện", True),
    Column("Tỷ lệ", 1.25, "right"),
)


def paper_of(consolidation: Consolidation) -> Paper:
    """The report of the consolidating agency, on all dimensions, to whom its rule names behind it."""
    lines = rows.line_rows(consolidation)
    sources = rows.source_rows(consolidation)
    passages = rows.passage_rows(consolidation)
    used = [one for one in passages if one.is_used]
    head = letterhead_of(consolidation.agency)
    body: list[Block] = [
        Heading("Tình hình báo cáo"),
        Paragraph(_standing_sentence(sources)),
        *_own(used, PassageKind.GENERAL, 0),
        Heading("Kết quả thực hiện"),
        Paragraph(_overall_sentence(rows.overall(lines))),
        component_table(rows.by_component(lines)),
    ]
    for one in rows.by_section(lines):
        section = int(one.key)
        body += [Heading(one.name, 2), Paragraph(_section_sentence(one.counts)), *_figures(lines, section)]
        body += _own(used, PassageKind.DIMENSION, section)
    told = [line for line in lines if line.is_told]
    if told:
        body += [Heading("Số liệu theo dõi trên hệ thống", 2), told_table(told)]
    for kind, heading in KIND_HEADINGS:
        said = _own(used, kind, 0)
        body += [Heading(heading), *(said or [Paragraph("Không có.")])]
    return Paper(
        Kind.REPORT,
        head.issuer,
        consolidation.symbol or head.symbol,
        head.place,
        consolidation.title,
        body,
        _signature(consolidation),
        superior=head.superior,
        number=consolidation.number or None,
        dated_on=consolidation.signed_on,
        drafted_on=consolidation.period.due_on,
        addressed_to=_addressees(consolidation),
        recipients=("Các cơ quan, đơn vị báo cáo",),
        annexes=annexes(lines, sources, passages, _entries(consolidation)),
    )


def section_blocks(consolidation: Consolidation, section: int) -> list[Block]:
    """What the consolidation says of one dimension: for a thematic report, or to be put into another report."""
    lines = rows.line_rows(consolidation, section=section)
    said = rows.passage_rows(consolidation, kind=PassageKind.DIMENSION, section=section, only_used=True)
    return [
        Paragraph(_section_sentence(rows.overall(lines))),
        component_table(rows.by_component(lines)),
        *_figures(lines, section),
        *_own(said, PassageKind.DIMENSION, section),
    ]


def thematic_paper(consolidation: Consolidation, section: int, agency: Agency) -> Paper:
    """The report on one dimension, of the agency that leads it."""
    head = letterhead_of(agency)
    lines = rows.line_rows(consolidation, section=section)
    difficulties = rows.passage_rows(consolidation, kind=PassageKind.DIFFICULTY, only_used=True)
    body = [
        Heading("Kết quả thực hiện"),
        *section_blocks(consolidation, section),
        Heading("Khó khăn, vướng mắc"),
        *(_own(difficulties, PassageKind.DIFFICULTY, 0) or [Paragraph("Không có.")]),
    ]
    name = rows.section_name(section)
    return Paper(
        Kind.REPORT,
        head.issuer,
        head.symbol,
        head.place,
        f"Kết quả thực hiện nội dung “{name}” {_inside(consolidation.period.label)}",
        body,
        Signature(head.head_post, collective=head.collective),
        superior=head.superior,
        drafted_on=consolidation.period.due_on,
        annexes=annexes(lines, (), (), _entries(consolidation, section=section)),
    )


def excerpt_blocks(consolidation: Consolidation) -> list[Block]:
    """A section on the plan for the report on administrative reform: short, with one table."""
    lines = rows.line_rows(consolidation)
    sources = rows.source_rows(consolidation)
    used = rows.passage_rows(consolidation, only_used=True)
    difficulties = _own(used, PassageKind.DIFFICULTY, 0)[:5]
    return [
        Heading(consolidation.title, 2, number=""),
        Paragraph(_standing_sentence(sources)),
        Paragraph(_overall_sentence(rows.overall(lines))),
        section_table(rows.by_section(lines)),
        *_own(used, PassageKind.GENERAL, 0),
        Paragraph("Khó khăn, vướng mắc chính:" if difficulties else "Khó khăn, vướng mắc: không có."),
        *difficulties,
    ]


def annexes(
    lines: Sequence[LineRow],
    sources: Sequence[SourceRow],
    passages: Sequence[PassageRow],
    entries: Sequence[tuple[LineRow, str]],
) -> tuple[Annex, ...]:
    """All figures; who is missing; where each figure comes from; all that was written, with authors. None is empty."""
    missing = [one for one in sources if one.standing is not Standing.ACCEPTED]
    all_annexes = (
        Annex("Kết quả theo nhiệm vụ", (line_table([line for line in lines if not line.is_told]),), True),
        Annex("Cơ quan, đơn vị chưa có báo cáo được tiếp nhận", (missing_table(missing),) if missing else ()),
        Annex("Nguồn của số liệu", (origin_table(entries),) if entries else (), True),
        Annex("Nội dung do các cơ quan, đơn vị nêu", (voice_table(passages),) if passages else (), True),
    )
    return tuple(one for one in all_annexes if one.blocks)


def component_table(counted: Iterable[rows.CountRow]) -> Table:
    columns = (Column("Số", 0.6, "centre"), Column("Nội dung thành phần", 3.4), *_COUNTS)
    return _count_table(columns, counted)


def section_table(counted: Iterable[rows.CountRow]) -> Table:
    return _count_table((Column("Số", 0.6, "centre"), Column("Nội dung", 3.4), *_COUNTS), counted)


def line_table(lines: Sequence[LineRow]) -> Table:
    """Every task with its counts and figures, under the heading of its dimension; a figure leads to its sources."""
    columns = (Column("TT", 0.5, "centre"), Column("Nhiệm vụ", 4.6), *_COUNTS, Column("Số liệu", 2.2))
    out: list[Sequence[Cell] | Band] = []
    last = None
    for place, line in enumerate(lines, 1):
        if line.section != last:
            out.append(Band(rows.section_name(line.section)))
            last = line.section
        figures = [_linked(line, number) for number in range(len(line.sums))]
        out.append((place, line.title, *_cells(line.counts), tuple(figures)))
    whole = sum((line.counts for line in lines), Counts())
    return Table(columns, out, total="Tổng cộng", totals={8: rows.rate_text(whole)})


def missing_table(sources: Sequence[SourceRow]) -> Table:
    columns = (
        Column("TT", 0.5, "centre"),
        Column("Cơ quan, đơn vị", 4),
        Column("Hạn", 1.2, "centre"),
        Column("Tình trạng", 2),
    )
    return Table(
        columns,
        [(place, one.agency, day(one.due_on), _standing_words(one)) for place, one in enumerate(sources, 1)],
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
            (place, line.title, (_linked(line, 0),), line.sums[0].sources if line.sums else 0)
            for place, line in enumerate(lines, 1)
        ],
    )


def origin_table(entries: Sequence[tuple[LineRow, str]]) -> Table:
    """A row for each figure: what it is, what it comes to, what each agency told."""
    columns = (
        Column("Số", 0.5, "centre"),
        Column("Nhiệm vụ, chỉ tiêu", 3),
        Column("Tổng", 1.6),
        Column("Các báo cáo", 6),
    )
    return Table(
        columns,
        [((Run(str(line.position), anchor=_anchor(line)),), line.title, line.figures, told) for line, told in entries],
    )


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


def _count_table(columns: Sequence[Column], counted: Iterable[rows.CountRow]) -> Table:
    found = list(counted)
    whole = sum((one.counts for one in found), Counts())
    return Table(
        columns,
        [(one.key if one.key != "0" else "", one.name, *_cells(one.counts)) for one in found],
        total="Tổng cộng",
        totals={8: rows.rate_text(whole)},
    )


def _cells(counts: Counts) -> tuple[Cell, ...]:
    done = counts.done + counts.done_late
    return (
        *(counts.owed, done, counts.done_late, counts.nothing, counts.not_yet, counts.missing),
        rows.rate_text(counts),
    )


def _figures(lines: Sequence[LineRow], section: int) -> list[Block]:
    told = [line for line in lines if line.section == section and line.sums and not line.is_told]
    items = [
        (Run(f"{line.title}: "), _linked(line, place), Run(f"{_asked(one)}; {number(one.sources)} báo cáo;"))
        for line in told
        for place, one in enumerate(line.sums)
    ]
    return [Bullets(items)] if items else []


def _asked(one: rows.SumRow) -> str:
    words = f" (chỉ tiêu {one.asked}" if one.asked else ""
    if words and one.is_met is not None:
        words += ", đạt" if one.is_met else ", chưa đạt"
    return f"{words})" if words else ""


def _linked(line: LineRow, place: int) -> Run:
    text = line.sums[place].text
    return Run(text if place == len(line.sums) - 1 else f"{text}; ", href=f"#{_anchor(line)}")


def _anchor(line: LineRow) -> str:
    return f"nguon{line.position}"


def _own(passages: Sequence[PassageRow], kind: str, section: int) -> list[Block]:
    found = [one for one in passages if one.kind == kind and one.section == section]
    return [Paragraph(_ended(one.text)) for one in found]


def _ended(text: str) -> str:
    text = text.rstrip(" ;,")
    return text if text.endswith((".", "…", ":")) else f"{text}."


def _entries(consolidation: Consolidation, *, section: int | None = None) -> list[tuple[LineRow, str]]:
    """What each agency told of each line that has a figure, of one dimension or of all."""
    names = {one.agency.code: rows.name_of(one.agency) for one in consolidation.sources.select_related("agency__unit")}
    out = []
    lines = consolidation.lines.exclude(sums=[]).order_by("position").select_related("duty")
    for line in lines if section is None else lines.filter(section=section):
        kinds = {str(one["part"]): one["kind"] for one in line.sums}
        told = [
            f"{names[code]}: {'; '.join(rows.figure_text(kinds[part], n, d) for part, (n, d) in figures.items())}"
            for code, _, _, figures in line.entries
            if figures
        ]
        out.append((rows.line_row(line), "; ".join(told)))
    return out


def _addressees(consolidation: Consolidation) -> tuple[str, ...]:
    """Who gets the reports in the end, where the agency takes them in on the way."""
    to = consolidation.period.rule.to
    return (letterhead_of(to).name,) if to is not None and to.pk != consolidation.agency_id else ()


def _standing_sentence(sources: Sequence[SourceRow]) -> str:
    asked = [one for one in sources if not one.is_requested]
    taken = sum(one.standing is Standing.ACCEPTED for one in asked)
    text = f"Có {number(taken)}/{number(len(asked))} cơ quan, đơn vị có báo cáo được tiếp nhận"
    parts = [
        f"{number(n)} {word}"
        for standing, word in (
            (Standing.SENT, "đã gửi, chờ tiếp nhận"),
            (Standing.RETURNED, "bị trả lại"),
            (Standing.UNDER_WAY, "đang soạn"),
            (Standing.NONE, "chưa báo cáo"),
        )
        if (n := sum(one.standing is standing for one in asked))
    ]
    return f"{text}; còn {', '.join(parts)} (Phụ lục)." if parts else f"{text}."


def _overall_sentence(counts: Counts) -> str:
    return (
        f"Trong kỳ có {number(counts.owed)} việc phải thực hiện; đã thực hiện {number(counts.done + counts.done_late)} "
        f"việc (quá hạn {number(counts.done_late)}), không phát sinh {number(counts.nothing)}, chưa xong "
        f"{number(counts.not_yet)}, chưa có báo cáo {number(counts.missing)}; đạt {rows.rate_text(counts)}."
    )


def _section_sentence(counts: Counts) -> str:
    return (
        f"Đã thực hiện {number(counts.done + counts.done_late)}/{number(counts.owed)} việc, không phát sinh "
        f"{number(counts.nothing)}, chưa xong {number(counts.not_yet)}, chưa có báo cáo {number(counts.missing)}; "
        f"đạt {rows.rate_text(counts)}."
    )


def _standing_words(one: SourceRow) -> str:
    words = str(one.standing.label)
    return f"{words} (được đề nghị)" if one.is_requested else words


def _subject(passage: PassageRow) -> str:
    if passage.kind == PassageKind.DIMENSION:
        return rows.section_name(passage.section)
    label = str(PassageKind(passage.kind).label)
    return label[:1].upper() + label[1:]


def _signature(consolidation: Consolidation) -> Signature:
    head = letterhead_of(consolidation.agency)
    position = consolidation.signer_position or head.head_post
    deputy = head.head_post if position.lower().startswith("phó") else ""
    return Signature(position, consolidation.signer, collective=head.collective, deputy_of=deputy)


def _inside(label: str) -> str:
    return label[:1].lower() + label[1:]
