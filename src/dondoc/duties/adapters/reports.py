"""The list of those who do not carry out, as a report to the committee."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dondoc.duties.adapters.letters import Sender
from dondoc.web.papers import Band, Column, Kind, Paper, Paragraph, Signature, Table


@dataclass(frozen=True, slots=True)
class Undone:
    """A line: what, which period, due when, how many working days late, when it was told to the committee."""

    title: str
    label: str
    due_on: date | None
    days_late: int
    told_on: date


@dataclass(frozen=True, slots=True)
class Idle:
    """An agency with what it does not carry out; `letters`: how often it was urged in writing this year."""

    name: str
    letters: int
    lines: Sequence[Undone]


def report_of_idle(sender: Sender, to: str, agencies: Sequence[Idle], today: date) -> Paper:
    """Báo cáo: who does not carry out although urged, with the table of what is owed."""
    count = sum(len(one.lines) for one in agencies)
    told = (
        f"Đến ngày {today:%d/%m/%Y}, qua các lần nhắc việc và đôn đốc, còn {len(agencies)} cơ quan, đơn vị chưa thực "
        f"hiện {count} nhiệm vụ đã quá hạn và đã được báo cáo lên cấp trên, cụ thể:"
    )
    if not agencies:
        told = f"Đến ngày {today:%d/%m/%Y} không có cơ quan, đơn vị nào để nhiệm vụ quá hạn kéo dài phải báo cáo."
    rows: list[Band | Sequence[str | int]] = []
    for one in agencies:
        rows.append(Band(f"{one.name}: {len(one.lines)} nhiệm vụ, đã đôn đốc bằng văn bản {one.letters} lần"))
        for number, line in enumerate(one.lines, 1):
            due = f"{line.due_on:%d/%m/%Y}" if line.due_on else ""
            rows.append([number, line.title, line.label, due, line.days_late, f"{line.told_on:%d/%m/%Y}"])
    columns = [
        Column("TT", 0.6, "centre"),
        Column("Nhiệm vụ", 4.5),
        Column("Kỳ, vụ việc", 1.8),
        Column("Hạn", 1.5, "centre"),
        Column("Quá hạn (ngày làm việc)", 1.2, "right"),
        Column("Ngày báo cáo lên", 1.5, "centre"),
    ]
    asked = "Kính đề nghị xem xét, chỉ đạo và xử lý trách nhiệm theo quy định./."
    return Paper(
        kind=Kind.REPORT,
        superior=sender.superior,
        issuer=sender.issuer,
        symbol=sender.symbol,
        place=sender.place,
        summary="Các cơ quan, đơn vị chưa thực hiện nhiệm vụ nâng cao Chỉ số PAPI",
        blocks=[Paragraph(told), *([Table(columns, rows)] if agencies else []), Paragraph(asked)],
        signature=Signature(sender.head_post, collective=sender.collective),
        drafted_on=today,
        addressed_to=[to] if to else [],
    )
