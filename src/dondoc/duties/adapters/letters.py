"""What an urging letter and a letter of request say, as an official document. The wording is ours; the form is that of
NĐ 30/2020, kept by `web.papers`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dondoc.web.papers import Band, Block, Column, Kind, Paper, Paragraph, Signature, Table

MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Owed:
    """A line of the table. `days_late`: working days; 0 in a letter of request."""

    title: str
    label: str
    due_on: date | None
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class Addressed:
    """Whom it is addressed to and what they owe; `before`: letters that urged them earlier."""

    name: str
    lines: Sequence[Owed]
    before: int = 0


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes: the letterhead, and who signs by which power."""

    superior: str
    issuer: str
    symbol: str
    place: str
    head_post: str
    collective: str = ""

    @property
    def name(self) -> str:
        return " ".join(self.issuer.split())


@dataclass(frozen=True, slots=True)
class Facts:
    """The rest: as of which day, by when an answer is asked, number and date once they are known."""

    written_on: date
    answer_by: date
    number: str = ""
    dated_on: date | None = None
    signer: str = ""


def urging_letter(sender: Sender, to: Sequence[Addressed], facts: Facts) -> Paper:
    """Công văn đôn đốc: to one agency, or to many with what each owes under its name."""
    count = sum(len(one.lines) for one in to)
    most = max((line.days_late for one in to for line in one.lines), default=0)
    told = (
        f"Qua theo dõi việc thực hiện các nhiệm vụ nâng cao Chỉ số PAPI, đến ngày {_day(facts.written_on)} {_who(to)} "
        f"còn {count} nhiệm vụ quá hạn, lâu nhất {most} ngày làm việc, cụ thể như sau:"
    )
    asked = (
        f"{sender.name} yêu cầu {_who(to)} khẩn trương thực hiện, báo kết quả kèm minh chứng trước ngày "
        f"{_day(facts.answer_by)}. Nhiệm vụ còn khó khăn, vướng mắc thì nêu rõ nguyên nhân, kiến nghị cách giải quyết."
    )
    after = (
        "Nhiệm vụ đến thời hạn trên vẫn chưa thực hiện được tổng hợp, báo cáo cấp có thẩm quyền và tính vào kết quả "
        "đánh giá năm của cơ quan, đơn vị./."
    )
    blocks = [*_again(to), Paragraph(told), _table(to, is_late=True), Paragraph(asked), Paragraph(after)]
    return _paper(sender, to, facts, "đôn đốc thực hiện các nhiệm vụ quá hạn", blocks)


def request_letter(sender: Sender, to: Sequence[Addressed], facts: Facts) -> Paper:
    """Công văn đề nghị: to bodies that are asked and owe nothing to the sender. It speaks of no lateness."""
    told = (
        f"Để hoàn thành các nhiệm vụ nâng cao Chỉ số PAPI có nội dung thuộc phạm vi của {_who(to)}, {sender.name} trân "
        f"trọng đề nghị {_who(to)} quan tâm, phối hợp thực hiện các nội dung sau:"
    )
    asked = (
        f"Kết quả xin gửi về {sender.name} trước ngày {_day(facts.answer_by)} để tổng hợp. Trân trọng cảm ơn sự "
        f"phối hợp của {_who(to)}./."
    )
    blocks: list[Block] = [Paragraph(told), _table(to, is_late=False), Paragraph(asked)]
    return _paper(sender, to, facts, "đề nghị phối hợp thực hiện nhiệm vụ", blocks)


def _again(to: Sequence[Addressed]) -> list[Block]:
    if len(to) != 1 or not to[0].before:
        return []
    return [Paragraph(f"Đây là lần đôn đốc bằng văn bản thứ {to[0].before + 1} trong năm đối với {to[0].name}.")]


def _table(to: Sequence[Addressed], *, is_late: bool) -> Table:
    columns = [
        Column("TT", 0.6, "centre"),
        Column("Nhiệm vụ", 5),
        Column("Kỳ, vụ việc", 1.9),
        Column("Hạn", 1.5, "centre"),
        *([Column("Quá hạn (ngày làm việc)", 1.4, "right")] if is_late else []),
    ]
    rows: list[Band | Sequence[str | int]] = []
    for one in to:
        if len(to) > 1:
            rows.append(Band(f"{one.name}: {len(one.lines)} nhiệm vụ"))
        for number, line in enumerate(one.lines, 1):
            due = _day(line.due_on) if line.due_on else ""
            rows.append([number, line.title, line.label, due, *([line.days_late] if is_late else [])])
    return Table(columns, rows)


def _paper(sender: Sender, to: Sequence[Addressed], facts: Facts, summary: str, blocks: Sequence[Block]) -> Paper:
    names = [one.name for one in to]
    return Paper(
        kind=Kind.LETTER,
        superior=sender.superior,
        issuer=sender.issuer,
        symbol=sender.symbol,
        place=sender.place,
        summary=summary,
        blocks=blocks,
        signature=Signature(sender.head_post, facts.signer, collective=sender.collective),
        number=facts.number.partition("/")[0] or None,
        dated_on=facts.dated_on,
        drafted_on=facts.written_on,
        addressed_to=names if len(names) <= MOST_NAMED else ["Các cơ quan, đơn vị có tên trong văn bản này"],
        recipients=[f"{sender.superior} (để báo cáo)"] if sender.superior else [],
    )


def _who(to: Sequence[Addressed]) -> str:
    return to[0].name if len(to) == 1 else "các cơ quan, đơn vị"


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
