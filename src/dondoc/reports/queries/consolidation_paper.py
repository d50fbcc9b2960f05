"""A consolidation as an official document: what was done by dimension with the words that the editor chose,
difficulties, proposals; annexes with all figures, who did not report, where each figure comes from, all that the
agencies wrote."""

from collections.abc import Sequence

from dondoc.reports.models import Consolidation, PassageKind, Standing
from dondoc.reports.queries import consolidation as rows
from dondoc.reports.queries.consolidation import LineRow, PassageRow, SourceRow
from dondoc.reports.queries.consolidation_tables import (
    Origin,
    component_anchor,
    component_table,
    count_origin_table,
    line_table,
    linked,
    origin_table,
    origins_of,
    section_table,
    source_table,
    told_table,
    voice_table,
)
from dondoc.reports.rules.consolidation import Counts
from dondoc.units.models import Agency
from dondoc.units.queries.papers import letterhead_of
from dondoc.web.formats import number
from dondoc.web.papers import Annex, Block, Bullets, Heading, Kind, Paper, Paragraph, Run, Signature, Text

KIND_HEADINGS = (
    (PassageKind.DIFFICULTY, "Khó khăn, vướng mắc"),
    (PassageKind.PROPOSAL, "Kiến nghị, đề xuất"),
    (PassageKind.NEXT, "Nhiệm vụ trọng tâm kỳ tới"),
)

TAKEN, MISSING = "da-tiep-nhan", "chua-bao-cao"


def paper_of(consolidation: Consolidation) -> Paper:
    """The report of the consolidating agency, on all dimensions, to whom its rule names behind it."""
    lines = rows.line_rows(consolidation)
    sources = rows.source_rows(consolidation)
    passages = rows.passage_rows(consolidation)
    used = [one for one in passages if one.is_used]
    head = letterhead_of(consolidation.agency)
    body: list[Block] = [
        Heading("Tình hình báo cáo"),
        Paragraph(_standing_sentence(sources, has_annexes=True)),
        *_own(used, PassageKind.GENERAL, 0),
        Heading("Kết quả thực hiện"),
        Paragraph(_overall_sentence(rows.overall(lines), "#viec")),
        component_table(rows.by_component(lines)),
    ]
    for one in rows.by_section(lines):
        section = int(one.key)
        own = [line for line in lines if line.section == section]
        body += [Heading(one.name, 2), Paragraph(_section_sentence(own)), *_figures(lines, section)]
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
        annexes=annexes(lines, sources, passages, origins_of(consolidation)),
    )


def section_blocks(consolidation: Consolidation, section: int) -> list[Block]:
    """What the consolidation says of one dimension: for a thematic report, or to be put into another report."""
    lines = rows.line_rows(consolidation, section=section)
    said = rows.passage_rows(consolidation, kind=PassageKind.DIMENSION, section=section, only_used=True)
    return [
        Paragraph(_section_sentence(lines)),
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
        # To whoever puts the whole together; that one's own goes where the whole goes.
        addressed_to=_addressees(consolidation)
        if agency.pk == consolidation.agency_id
        else (letterhead_of(consolidation.agency).name,),
        annexes=annexes(lines, (), (), origins_of(consolidation, section=section)),
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
    origins: Sequence[Origin],
) -> tuple[Annex, ...]:
    """All figures; whose report was accepted and whose not; where each figure and each count comes from; all that was
    written, with authors. None is empty."""
    figures = [one for one in origins if one.line.sums]
    counted = [one for one in origins if not one.line.is_told]
    missing = [one for one in sources if one.standing is not Standing.ACCEPTED]
    taken = [one for one in sources if one.standing is Standing.ACCEPTED]
    all_annexes = (
        Annex("Kết quả theo nhiệm vụ", (line_table([line for line in lines if not line.is_told]),), True),
        Annex("Cơ quan, đơn vị có báo cáo được tiếp nhận", (source_table(taken, TAKEN),) if taken else ()),
        Annex("Cơ quan, đơn vị chưa có báo cáo được tiếp nhận", (source_table(missing, MISSING),) if missing else ()),
        Annex("Nguồn của số liệu", (origin_table(figures),) if figures else (), True),
        Annex("Nguồn của số việc", (count_origin_table(counted),) if counted else (), True),
        Annex("Nội dung do các cơ quan, đơn vị nêu", (voice_table(passages),) if passages else (), True),
    )
    return tuple(one for one in all_annexes if one.blocks)


def _figures(lines: Sequence[LineRow], section: int) -> list[Block]:
    told = [line for line in lines if line.section == section and line.sums and not line.is_told]
    items = [
        (Run(f"{line.title}: "), linked(line, place), Run(f"{_asked(one)}; {number(one.sources)} báo cáo"))
        for line in told
        for place, one in enumerate(line.sums)
    ]
    return [Bullets.of_one_list(items)] if items else []


def _asked(one: rows.SumRow) -> str:
    words = f" (chỉ tiêu {one.asked}" if one.asked else ""
    if words and one.is_met is not None:
        words += ", đạt" if one.is_met else ", chưa đạt"
    return f"{words})" if words else ""


def _own(passages: Sequence[PassageRow], kind: str, section: int) -> list[Block]:
    found = [one for one in passages if one.kind == kind and one.section == section]
    return [Paragraph(_ended(one.text)) for one in found]


def _ended(text: str) -> str:
    text = text.rstrip(" ;,")
    return text if text.endswith((".", "…", ":")) else f"{text}."


def _addressees(consolidation: Consolidation) -> tuple[str, ...]:
    """Who gets the reports in the end, where the agency takes them in on the way."""
    to = consolidation.period.rule.to
    return (letterhead_of(to).name,) if to is not None and to.pk != consolidation.agency_id else ()


def _standing_sentence(sources: Sequence[SourceRow], *, has_annexes: bool = False) -> Text:
    """How many reports were accepted and what became of the others; both lead to the rows where there are annexes."""
    asked = [one for one in sources if not one.is_requested]
    taken = sum(one.standing is Standing.ACCEPTED for one in asked)
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
    count = Run(f"{number(taken)}/{number(len(asked))}", href=f"#{TAKEN}" if has_annexes and taken else "")
    told = (Run("Có "), count, Run(" cơ quan, đơn vị có báo cáo được tiếp nhận"))
    if not parts:
        return (*told, Run("."))
    others = Run(", ".join(parts), href=f"#{MISSING}" if has_annexes else "")
    return (*told, Run("; còn "), others, Run(" (Phụ lục)." if has_annexes else "."))


def _overall_sentence(counts: Counts, href: str = "") -> Text:
    told = (
        f"Trong kỳ có {number(counts.owed)} việc phải thực hiện; đã thực hiện {number(counts.done + counts.done_late)} "
        f"việc (quá hạn {number(counts.done_late)}), không phát sinh {number(counts.nothing)}, chưa xong "
        f"{number(counts.not_yet)}, chưa có báo cáo {number(counts.missing)}; đạt "
    )
    return (Run(told), Run(rows.rate_text(counts), href=href), Run("."))


def _section_sentence(lines: Sequence[LineRow]) -> Text:
    """Of the lines of one dimension; its rate leads to their sources."""
    own = [line for line in lines if not line.is_told]
    counts, components = rows.overall(own), rows.by_component(own)
    told = (
        f"Đã thực hiện {number(counts.done + counts.done_late)}/{number(counts.owed)} việc, không phát sinh "
        f"{number(counts.nothing)}, chưa xong {number(counts.not_yet)}, chưa có báo cáo {number(counts.missing)}; đạt "
    )
    href = f"#{component_anchor(components[0].key)}" if components else ""
    return (Run(told), Run(rows.rate_text(counts), href=href), Run("."))


def _signature(consolidation: Consolidation) -> Signature:
    head = letterhead_of(consolidation.agency)
    position = consolidation.signer_position or head.head_post
    deputy = head.head_post if position.lower().startswith("phó") else ""
    return Signature(position, consolidation.signer, collective=head.collective, deputy_of=deputy)


def _inside(label: str) -> str:
    return label[:1].lower() + label[1:]
