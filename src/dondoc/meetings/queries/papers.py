"""The notice of refusal as an official document: what form 01/TCD asks, in our words (NĐ 154/2026/NĐ-CP)."""

from datetime import date

from dondoc.meetings.models import Refusal
from dondoc.meetings.rules.grounds import GROUNDS, Ground
from dondoc.units.queries.papers import letterhead_of, written
from dondoc.web.papers import Kind, Paper, Paragraph, Signature


def refusal_paper(refusal: Refusal, *, today: date) -> bytes:
    """The .docx; who was refused is named only where the book holds the name."""
    visit = refusal.visit
    reception = visit.reception
    head = letterhead_of(reception.agency)
    who = f"ông/bà {visit.citizen}" if visit.citizen else "ông/bà"
    paper = Paper(
        kind=Kind.NOTICE,
        issuer=head.issuer,
        superior=head.superior,
        symbol=head.symbol,
        place=head.place,
        number=refusal.number.split("/")[0] or None,
        dated_on=refusal.noticed_on,
        drafted_on=today,
        summary="Về việc từ chối tiếp công dân",
        addressed_to=[who[0].upper() + who[1:]],
        bases=["Căn cứ Luật Tiếp công dân", "Căn cứ Nghị định số 154/2026/NĐ-CP"],
        blocks=[
            Paragraph(
                f"Ngày {reception.on:%d/%m/%Y}, tại {reception.place}, {who} đến trình bày việc: "
                f"{_sentence(visit.content)}"
            ),
            Paragraph(f"Trường hợp này thuộc diện được từ chối tiếp: {GROUNDS[Ground(refusal.ground)].lower()}."),
            Paragraph(f"Lý do cụ thể: {_sentence(refusal.reason)}"),
            Paragraph(
                "Người nhận thông báo có quyền khiếu nại việc từ chối này theo quy định của pháp luật về khiếu nại."
            ),
        ],
        signature=Signature(position=head.head_post, name=name_of(reception.chaired_by), collective=head.collective),
        recipients=["Như trên"],
        archive="VT, TCD",
    )
    return written(reception.agency, paper)


def name_of(chaired_by: str) -> str:
    """The name alone of "Vũ Đình Khang, Chủ tịch UBND xã"."""
    return chaired_by.partition(",")[0].strip()


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", ";")) else f"{text}."
