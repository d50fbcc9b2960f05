"""The agenda of the periodic review: who is late, what was returned, difficulties, components that fell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dondoc.figures.registry import EVERY, Ask, tell
from dondoc.reports.models import Consolidation, PassageKind, Report, Standing
from dondoc.reports.queries import consolidation as rows
from dondoc.reports.queries.consolidation import SourceRow
from dondoc.reports.queries.families import family
from dondoc.reports.rules.states import ReportState
from dondoc.units.queries.papers import letterhead_of
from dondoc.web.formats import day, number
from dondoc.web.papers import Block, Bullets, Column, Heading, Kind, Paper, Paragraph, Signature, Table

FALL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Fall:
    """A component whose share of settled work is lower than the period before."""

    key: str
    name: str
    before: Decimal
    now: Decimal


def agenda_of(consolidation: Consolidation, today: date) -> Paper:
    """A programme with one item for each matter; a matter without cases says so."""
    head = letterhead_of(consolidation.agency)
    late = [one for one in rows.source_rows(consolidation) if _is_late(one, today)]
    body: list[Block] = [
        Heading("Báo cáo tình hình"),
        Paragraph(f"{consolidation.agency.name} báo cáo {_inside(consolidation.title)}."),
        Heading("Cơ quan, đơn vị chậm báo cáo giải trình"),
        *(_late_table(late) if late else [Paragraph("Không có.")]),
        Heading("Báo cáo bị trả lại, cần hoàn thiện"),
        *_returned(consolidation),
        Heading("Khó khăn, vướng mắc và hướng giải quyết"),
        *_difficulties(consolidation),
        Heading("Nội dung thành phần có tỷ lệ việc đã xong giảm so với kỳ trước"),
        *_falls(consolidation),
        *_published(consolidation, today),
        Heading("Thảo luận, kết luận"),
        Paragraph("Người chủ trì kết luận, giao việc, định thời hạn."),
    ]
    return Paper(
        Kind.PROGRAMME,
        head.issuer,
        head.symbol,
        head.place,
        f"Họp đánh giá việc thực hiện Kế hoạch {_inside(consolidation.period.label)}",
        body,
        Signature(head.head_post, collective=head.collective),
        superior=head.superior,
        drafted_on=today,
        recipients=("Thành phần dự họp",),
        title="Chương trình",
    )


def falls_of(consolidation: Consolidation) -> list[Fall]:
    """Against the consolidation of the period before under the regimes of the same plan; none where there is none."""
    before = (
        Consolidation.objects.filter(
            agency=consolidation.agency,
            period__regime__in=family(consolidation.period.regime),
            period__ends_on__lt=consolidation.period.ends_on,
        )
        .exclude(built_at=None)
        .order_by("-period__ends_on")
        .first()
    )
    if before is None:
        return []
    old = {one.key: one.counts.rate for one in rows.by_component(rows.line_rows(before))}
    found = []
    for one in rows.by_component(rows.line_rows(consolidation)):
        was, now = old.get(one.key), one.counts.rate
        if was is not None and now is not None and was - now > FALL:
            found.append(Fall(one.key, one.name, was, now))
    return sorted(found, key=lambda one: one.now - one.before)


def _is_late(one: SourceRow, today: date) -> bool:
    is_missing = one.standing in (Standing.NONE, Standing.UNDER_WAY, Standing.RETURNED)
    return is_missing and not one.is_requested and one.due_on is not None and one.due_on < today


def _late_table(late: Sequence[SourceRow]) -> list[Block]:
    columns = (
        Column("TT", 0.5, "centre"),
        Column("Cơ quan, đơn vị", 4),
        Column("Hạn", 1.2, "centre"),
        Column("Tình trạng", 2),
    )
    told = [(place, one.agency, day(one.due_on), str(one.standing.label)) for place, one in enumerate(late, 1)]
    return [Table(columns, told)]


def _returned(consolidation: Consolidation) -> list[Block]:
    reports = (
        Report.objects.filter(
            pk__in=consolidation.sources.exclude(report=None).values("report"), state=ReportState.RETURNED.value
        )
        .select_related("agency__unit")
        .order_by("agency__search")
    )
    items = [f"{rows.name_of(one.agency)}: {one.return_reason.rstrip(' .;') or 'chưa ghi lý do'}" for one in reports]
    return [Bullets.of_one_list(items)] if items else [Paragraph("Không có.")]


def _difficulties(consolidation: Consolidation) -> list[Block]:
    passages = rows.passage_rows(consolidation, kind=PassageKind.DIFFICULTY, only_used=True)
    items = [f"{one.text.rstrip(' .;')} ({_authors(one.authors)})" for one in passages]
    return [Bullets.of_one_list(items)] if items else [Paragraph("Không có.")]


def _authors(authors: Sequence[str]) -> str:
    if len(authors) <= 3:
        return ", ".join(authors)
    return f"{', '.join(authors[:3])} và {number(len(authors) - 3)} nơi khác"


def _falls(consolidation: Consolidation) -> list[Block]:
    falls = falls_of(consolidation)
    items = [
        f"{one.key} {one.name}: từ {number(one.before, 1)} % xuống {number(one.now, 1)} % việc đã xong" for one in falls
    ]
    return [Bullets.of_one_list(items)] if items else [Paragraph("Không có.")]


def _published(consolidation: Consolidation, today: date) -> list[Block]:
    """Components whose published score fell against the year before; nothing for a unit that has none published."""
    unit = consolidation.agency.unit_id
    told = tell("scores.published", Ask(frozenset({unit}), today, today, component=EVERY))
    if not told:
        return []
    heading = Heading(f"Nội dung thành phần giảm điểm trong kết quả PAPI đã công bố năm {told[0].year}")
    compared = [(one, one.before) for one in told if one.before is not None]
    if not compared:
        return [heading, Paragraph("Không so được với năm trước: mẫu khảo sát hoặc thang điểm đã đổi.")]
    fell = [(one, before) for one, before in compared if one.numerator < before]
    items = [
        f"{rows.component_name(one.component)}: từ {number(before, 2)} xuống {number(one.numerator, 2)} điểm"
        for one, before in sorted(fell, key=lambda pair: pair[0].numerator - pair[1])
    ]
    note = Paragraph("So với năm trước; điểm từ khảo sát người dân, không phải kết quả thực hiện kế hoạch của kỳ này.")
    return [heading, *([Bullets.of_one_list(items), note] if items else [Paragraph("Không có.")])]


def _inside(text: str) -> str:
    return text[:1].lower() + text[1:]
