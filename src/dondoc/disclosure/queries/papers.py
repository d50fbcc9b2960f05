"""The yearly disclosure plan (Luật 10/2022/QH15 Đ.14) and the list of each quarter (Đ.13) as official documents."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from dondoc.disclosure.models import Item, Posting, Publication
from dondoc.disclosure.queries.facts import asked_of, named
from dondoc.toolkit.numbering import to_roman
from dondoc.units.models import Agency
from dondoc.units.queries.papers import letterhead_of, written
from dondoc.web.formats import day
from dondoc.web.papers import Annex, Bullets, Cell, Column, Heading, Kind, Paper, Paragraph, Signature, Table

_PLACES = {
    "board": "niêm yết tại trụ sở",
    "village": "nhà văn hóa thôn, tổ dân phố",
    "portal": "trang thông tin điện tử",
    "loudspeaker": "loa truyền thanh",
    "meeting": "họp dân",
}
_BASES = ("Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Luật Thực hiện dân chủ ở cơ sở")
_PLAN = (
    Column("TT", 1, "centre"), Column("Nội dung công khai", 6), Column("Hình thức, nơi công khai", 4),
    Column("Thời điểm", 4), Column("Thời gian niêm yết", 3), Column("Bộ phận thực hiện", 3),
)  # fmt: skip
_LIST = (
    Column("TT", 1, "centre"), Column("Nội dung", 5), Column("Số, ngày văn bản", 3), Column("Nơi công khai", 4),
    Column("Từ ngày", 2, "centre"), Column("Đến ngày", 2, "centre"),
)  # fmt: skip


def plan_paper(agency: Agency, items: Sequence[Item], *, year: int, today: date) -> bytes:
    """The plan: what, how, when, by whom; items without a frequency are said to be open."""
    items = sorted(items, key=lambda item: (not item.number, item.number, item.pk))
    unset = [item.name for item in items if not item.when]
    blocks: list[Heading | Paragraph | Bullets] = [
        Heading("Mục đích, yêu cầu"),
        Paragraph("Công khai đầy đủ, đúng hạn; mỗi nội dung có nơi, thời gian và bộ phận chịu trách nhiệm."),
        Heading("Nội dung, hình thức, thời gian công khai"),
        Paragraph(f"Gồm {len(items)} nội dung, nêu tại Phụ lục kèm theo."),
        Heading("Tổ chức thực hiện"),
        Bullets(
            [
                "Công khai chậm nhất 05 ngày làm việc kể từ ngày có văn bản, trừ khi pháp luật quy định khác.",
                "Niêm yết ít nhất 30 ngày liên tục, có ảnh hoặc biên bản; danh mục đã công khai cập nhật hằng quý.",
                "Báo cáo kết quả với Hội đồng nhân dân và Ban Thường trực Ủy ban Mặt trận Tổ quốc cùng cấp.",
            ]
        ),
    ]
    if unset:
        blocks.append(Paragraph(f"Còn {len(unset)} nội dung chưa xác định tần suất: {'; '.join(unset)}."))
    rows = [_plan_row(number, item, today) for number, item in enumerate(items, 1)]
    annex = Annex(f"Danh mục nội dung công khai năm {year}", [Table(_PLAN, rows)], is_landscape=True)
    return _paper(agency, Kind.PLAN, f"Công khai thông tin để Nhân dân biết năm {year}", blocks, annex, today)


def list_paper(agency: Agency, *, year: int, quarter: int, today: date) -> bytes:
    """What was public in the quarter, where, from when to when."""
    starts_on = date(year, 3 * quarter - 2, 1)
    ends_on = date(year + quarter // 4, 3 * quarter % 12 + 1, 1)
    rows, when = list(_list_rows(agency, starts_on, ends_on)), f"quý {to_roman(quarter)} năm {year}"
    blocks = [
        Paragraph(
            f"{letterhead_of(agency).name} thông báo danh mục nội dung đã công khai trong {when}, "
            f"gồm {len(rows)} nội dung, nêu tại Phụ lục kèm theo."
        )
    ]
    annex = Annex(f"Danh mục đã công khai {when}", [Table(_LIST, rows)], is_landscape=True)
    return _paper(agency, Kind.NOTICE, f"Danh mục nội dung đã công khai {when}", blocks, annex, today)


def _plan_row(number: int, item: Item, today: date) -> Sequence[Cell]:
    asked = asked_of(item, (), today)
    wanted = dict.fromkeys([*item.places, *(["portal"] if asked.has_portal else [])])
    places = [_PLACES[place] for place in wanted if place in _PLACES]
    if item.loud:
        places.append(f"loa truyền thanh {item.loud} ngày liên tục")
    hangs = f"ít nhất {item.days} ngày liên tục" if item.days else "thường xuyên"
    return number, item.name, "; ".join(places), item.when or "chưa xác định", hangs, item.done_by


def _list_rows(agency: Agency, starts_on: date, ends_on: date) -> Iterator[Sequence[Cell]]:
    """One row for each publication: where it hung, from the first day to the last."""
    shown = Publication.objects.filter(agency=agency, withdrawn_at=None)
    postings = Posting.objects.filter(publication__in=shown, begins_on__gte=starts_on, begins_on__lt=ends_on)
    rows = postings.select_related("publication__item", "settlement")
    rows = rows.order_by("publication__item__number", "publication", "pk")
    for number, (paper, group) in enumerate(groupby(rows, key=lambda one: one.publication), 1):
        hung = list(group)
        dated = f"{paper.number}, {day(paper.decided_on)}" if paper.number else day(paper.decided_on)
        places = dict.fromkeys(named(one.settlement) if one.settlement else _PLACES[one.channel] for one in hung)
        ends = [one.down_on or one.until for one in hung]
        until = "thường xuyên" if None in ends else day(max(end for end in ends if end is not None))
        yield number, paper.title, dated, "; ".join(places), day(min(one.begins_on for one in hung)), until


def _paper(
    agency: Agency,
    kind: Kind,
    summary: str,
    blocks: Sequence[Heading | Paragraph | Bullets],
    annex: Annex,
    today: date,
) -> bytes:
    head = letterhead_of(agency)
    paper = Paper(
        kind=kind,
        issuer=head.issuer,
        superior=head.superior,
        symbol=head.symbol,
        place=head.place,
        summary=summary,
        blocks=blocks,
        signature=Signature(position=head.head_post, collective=head.collective),
        drafted_on=today,
        bases=_BASES if kind is Kind.PLAN else (),
        recipients=["Thường trực HĐND", "Ban Thường trực UBMTTQ Việt Nam", "Các thôn, tổ dân phố"],
        annexes=[annex],
    )
    return written(agency, paper)
