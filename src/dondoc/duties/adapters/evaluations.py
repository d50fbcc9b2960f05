"""The result of a yearly evaluation as an official document: a notice with the tables, the rule, what was objected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dondoc.duties.adapters.letters import Sender
from dondoc.web.papers import Annex, Block, Column, Heading, Kind, Paper, Paragraph, Signature, Table


@dataclass(frozen=True, slots=True)
class Result:
    place: int | None
    name: str
    points: Decimal | None
    grade: str
    lines: Sequence[Decimal | None]


@dataclass(frozen=True, slots=True)
class Group:
    """Agencies that are compared with one another."""

    name: str
    results: Sequence[Result]


@dataclass(frozen=True, slots=True)
class Rule:
    version: int
    lines: Sequence[tuple[str, Decimal]]
    grades: Sequence[tuple[str, Decimal]]


@dataclass(frozen=True, slots=True)
class Answered:
    agency: str
    line: str
    reason: str
    answer: str


@dataclass(frozen=True, slots=True)
class Facts:
    year: int
    as_of: date
    number: str = ""
    dated_on: date | None = None
    signer: str = ""


def notice_of_results(
    sender: Sender, facts: Facts, blocks: Sequence[Group], rule: Rule, objections: Sequence[Answered]
) -> Paper:
    """Thông báo kết quả: places and grades in the body, the points of every line and the rule behind it."""
    told = (
        f"{sender.name} thông báo kết quả đánh giá việc thực hiện nhiệm vụ nâng cao Chỉ số PAPI năm {facts.year} của "
        f"các cơ quan, đơn vị. Số liệu lấy từ hồ sơ thực hiện đến ngày {facts.as_of:%d/%m/%Y}."
    )
    body: list[Block] = [Paragraph(told)]
    for one in blocks:
        body += [Heading(one.name), *_places(one)]
    if objections:
        columns = [Column("Cơ quan", 2), Column("Dòng", 2), Column("Kiến nghị", 3), Column("Trả lời", 3)]
        body += [
            Heading("Kiến nghị và giải quyết"),
            Table(columns, [[one.agency, one.line, one.reason, one.answer] for one in objections]),
        ]
    body.append(Paragraph("Quy tắc tính điểm và điểm từng dòng có tại các Phụ lục kèm theo Thông báo này./."))
    return Paper(
        kind=Kind.NOTICE,
        superior=sender.superior,
        issuer=sender.issuer,
        symbol=sender.symbol,
        place=sender.place,
        summary=f"Kết quả đánh giá việc thực hiện nhiệm vụ nâng cao Chỉ số PAPI năm {facts.year}",
        blocks=body,
        signature=Signature(sender.head_post, facts.signer, collective=sender.collective),
        number=facts.number.partition("/")[0] or None,
        dated_on=facts.dated_on,
        drafted_on=facts.as_of,
        recipients=["Các cơ quan, đơn vị được đánh giá"],
        annexes=[Annex("Quy tắc tính điểm", _rule(rule)), Annex("Điểm từng dòng", _points(blocks, rule), True)],
    )


def _places(one: Group) -> list[Block]:
    """Who has a grade, by place; who has none is named below with the reason, not as an empty row."""
    columns = [
        Column("Thứ hạng", 1, "centre"), Column("Cơ quan, đơn vị", 4), Column("Điểm", 1.2, "right"), Column("Mức", 2.5)
    ]  # fmt: skip
    graded = [row for row in one.results if row.points is not None]
    why: dict[str, list[str]] = {}
    for row in one.results:
        if row.points is None:
            why.setdefault(row.grade, []).append(row.name)
    table = Table(columns, [[row.place, row.name, row.points, row.grade] for row in graded])
    told = [Paragraph(f"{reason[:1].upper()}{reason[1:]}: {'; '.join(names)}.") for reason, names in why.items()]
    return [*([table] if graded else []), *told]


def _rule(rule: Rule) -> list[Block]:
    lines = [Column("Dòng đánh giá", 5), Column("Trọng số", 1.2, "right")]
    grades = [Column("Mức", 4), Column("Từ điểm", 1.2, "right")]
    told = (
        "Điểm của dòng bằng trọng số nhân tỷ lệ đạt. Dòng không có số liệu không tính cho cơ quan đó. Tổng điểm là "
        "phần đạt được trên phần có thể đạt, quy về 100. Cơ quan bằng điểm cùng thứ hạng; cơ quan không có nhiệm vụ "
        "không xếp loại."
    )
    return [
        Paragraph(f"Quy tắc phiên bản {rule.version}. {told}"),
        Table(lines, [list(line) for line in rule.lines]),
        Paragraph("Mức xếp loại:"),
        Table(grades, [list(grade) for grade in rule.grades]),
    ]


def _points(blocks: Sequence[Group], rule: Rule) -> list[Block]:
    """A column for each line that tells something of anybody; the others are named, not left empty."""
    counted = [label for label, weight in rule.lines if weight]
    graded = [row for one in blocks for row in one.results if row.points is not None]
    told = [place for place in range(len(counted)) if any(row.lines[place] is not None for row in graded)]
    silent = [label for place, label in enumerate(counted) if place not in told]
    columns = [
        Column("Cơ quan, đơn vị", 3),
        *(Column(counted[place], 1.3, "right") for place in told),
        Column("Tổng", 1, "right"),
    ]
    rows = [[row.name, *(row.lines[place] for place in told), row.points] for row in graded]
    note = Paragraph(f"Năm nay chưa có số liệu, không tính cho cơ quan nào: {'; '.join(silent)}.")
    return [*([Table(columns, rows)] if graded else []), *([note] if silent else [])]
