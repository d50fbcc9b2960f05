"""Documents read back against the rules of NĐ 30/2020 (Phụ lục I)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from dondoc.toolkit.errors import BadInput
from dondoc.web.papers import (
    Annex,
    Band,
    Bullets,
    Column,
    Heading,
    Kind,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
    check_template,
    default_template,
    write_paper,
)
from dondoc.web.papers.paper import NAMES

COLUMNS = (
    Column("TT", 0.5, "centre"),
    Column("Nội dung", 4),
    Column("Tổng số", group="Hồ sơ", is_summed=True),
    Column("Đúng hạn", group="Hồ sơ", is_summed=True),
    Column("Tỷ lệ", 1),
)
TABLE = Table(
    COLUMNS,
    [Band("I. Thủ tục"), (1, "Đất đai", 1200, Decimal("900.5"), "75 %"), (2, "Hộ tịch", 34, 30, "88 %")],
    total="Tổng cộng",
    totals={4: "75,4 %"},
    caption="Bảng 1",
)
REPORT = Paper(
    Kind.REPORT,
    "Ủy ban nhân dân\ntỉnh Sơn Hải",
    "UBND",
    "Sơn Hải",
    "Kết quả thực hiện Kế hoạch quý I năm 2026",
    (
        Heading("Kết quả"),
        Heading("Công khai", 2),
        Heading("Niêm yết", 3),
        Paragraph((Run("Xem "), Run("phụ lục", href="#nguon"), Run(" và "), Run("trang", href="https://vi.du/a"))),
        Bullets(("một;", "hai.")),
        TABLE,
        Heading("Khó khăn"),
        Heading("Vốn", 2),
        Paragraph("Hết."),
    ),
    Signature("Phó Chủ tịch", "PGS.TS. Trần Minh Khang", collective="Ủy ban nhân dân", deputy_of="Chủ tịch"),
    dated_on=date(2026, 2, 5),
    number=5,
    addressed_to=("Bộ Nội vụ", "Tỉnh ủy;"),
    bases=("Căn cứ Luật Tổ chức chính quyền địa phương;", "Căn cứ Kế hoạch số 128/KH-UBND"),
    recipients=("Bộ Nội vụ", "- Các sở;"),
    archive="VT, NV",
    annexes=(
        Annex("Số liệu", (TABLE,), is_landscape=True),
        Annex("Nguồn", (Paragraph((Run("Nguồn", anchor="nguon"),)),)),
    ),
)
LETTER = Paper(
    Kind.LETTER,
    "Sở Nội vụ",
    "SNV - CCHC",
    "Sơn Hải",
    "đôn đốc báo cáo quý III",
    (Paragraph("Đề nghị gửi báo cáo."),),
    Signature("Chánh Văn phòng", order_of="Giám đốc"),
    superior="UBND tỉnh Sơn Hải",
    drafted_on=date(2026, 11, 20),
    addressed_to=("UBND xã An Lạc",),
)

# (words that a paragraph begins with, size in points: least, most; bold; italic; setting)
RULES = (
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    ("Độc lập - Tự do - Hạnh phúc", 13, 14, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    ("TỈNH SƠN HẢI", 12, 13, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    ("Số: 05/BC-UBND", 13, 13, False, False, WD_ALIGN_PARAGRAPH.CENTER),
    ("Sơn Hải, ngày 05 tháng 02 năm 2026", 13, 14, False, True, WD_ALIGN_PARAGRAPH.CENTER),
    ("BÁO CÁO", 13, 14, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    ("Kết quả thực hiện Kế hoạch quý I", 13, 14, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    ("Kính gửi:", 13, 14, False, False, WD_ALIGN_PARAGRAPH.CENTER),
    ("Căn cứ Luật", 13, 14, False, True, WD_ALIGN_PARAGRAPH.JUSTIFY),
    ("Hết.", 13, 14, False, False, WD_ALIGN_PARAGRAPH.JUSTIFY),
    ("I. KẾT QUẢ", 13, 14, True, False, WD_ALIGN_PARAGRAPH.JUSTIFY),
    ("Nơi nhận:", 12, 12, True, True, WD_ALIGN_PARAGRAPH.LEFT),
    ("- Như trên;", 11, 11, False, False, WD_ALIGN_PARAGRAPH.LEFT),
    ("TM. ỦY BAN NHÂN DÂN", 13, 14, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    ("Trần Minh Khang", 13, 14, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    ("Phụ lục I", 14, 14, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    ("SỐ LIỆU", 13, 14, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    ("(Kèm theo Báo cáo", 13, 14, False, True, WD_ALIGN_PARAGRAPH.CENTER),
)


def opened(paper: Paper, template: bytes | None = None) -> Any:
    return Document(BytesIO(write_paper(paper, template)))


def lines(document: Any) -> list[Any]:
    """Every paragraph, those in tables too, in order."""
    from docx.text.paragraph import Paragraph as Line

    return [Line(element, document._body) for element in document.element.body.iter(qn("w:p"))]


def words(document: Any) -> list[str]:
    return [line.text for line in lines(document)]


@pytest.fixture(scope="module")
def report() -> Any:
    return opened(REPORT)


@pytest.mark.parametrize(("begins", "least", "most", "bold", "italic", "setting"), RULES, ids=lambda v: str(v)[:20])
def test_letters_are_as_the_decree_says(
    report: Any, begins: str, least: int, most: int, bold: bool, italic: bool, setting: Any
) -> None:
    line = next(one for one in lines(report) if one.text.startswith(begins))
    font = line.style.font
    assert least <= font.size.pt <= most
    assert (bool(font.bold), bool(font.italic)) == (bold, italic)
    assert line.style.paragraph_format.alignment == setting
    assert font.name == "Times New Roman"
    assert line.style.element.rPr.rFonts.get(qn("w:eastAsia")) == "Times New Roman"


def test_the_page_is_a4_with_the_margins_of_the_decree(report: Any) -> None:
    page = report.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert 20 <= round(page.top_margin.mm) <= 25
    assert 20 <= round(page.bottom_margin.mm) <= 25
    assert 30 <= round(page.left_margin.mm) <= 35
    assert 15 <= round(page.right_margin.mm) <= 20


def test_pages_are_numbered_above_but_the_first(report: Any) -> None:
    for section in report.sections:
        assert section.different_first_page_header_footer
        assert "PAGE" in section.header._element.xml
        assert "PAGE" not in section.first_page_header._element.xml
    number = report.sections[0].header.paragraphs[0]
    assert number.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert 13 <= number.style.font.size.pt <= 14


def test_body_text_is_spaced_as_the_decree_says(report: Any) -> None:
    form = next(one for one in lines(report) if one.text == "Hết.").style.paragraph_format
    assert form.space_after.pt >= 6
    assert 1 <= form.line_spacing <= 1.5
    assert form.first_line_indent.mm in (pytest.approx(10, 0.01), pytest.approx(12.7, 0.01))


def test_annexes_are_sections_with_own_pages_and_headings(report: Any) -> None:
    body, wide, last = report.sections
    assert body.page_width < body.page_height
    assert wide.page_width > wide.page_height
    assert last.page_width < last.page_height
    starts = [s._sectPr.find(qn("w:pgNumType")) for s in (wide, last)]
    assert [one.get(qn("w:start")) for one in starts] == ["1", "1"]
    said = words(report)
    assert "Phụ lục II" in said
    assert "(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Sơn Hải)" in said


def test_one_annex_has_no_number() -> None:
    said = words(opened(replace(REPORT, annexes=REPORT.annexes[:1])))
    assert "Phụ lục" in said
    assert "Phụ lục I" not in said


def test_lines_of_the_body_are_counted_and_ended(report: Any) -> None:
    said = words(report)
    for line in (
        *("I. KẾT QUẢ", "1. Công khai", "a) Niêm yết", "II. KHÓ KHĂN", "1. Vốn", "- một;", "- Bộ Nội vụ;"),
        *("- Tỉnh ủy.", "Căn cứ Luật Tổ chức chính quyền địa phương;", "Căn cứ Kế hoạch số 128/KH-UBND."),
        *("- Các sở;", "- Lưu: VT, NV.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ):
        assert line in said, line
    assert not any("{{" in line for line in said)


def test_nothing_of_an_empty_field_is_left() -> None:
    bare = replace(REPORT, superior="", addressed_to=(), bases=())
    said = words(opened(bare))
    assert not any(line.startswith(("Kính gửi", "Căn cứ")) or "{{" in line for line in said)
    assert "- Như trên;" not in said


def test_a_table_repeats_its_head_and_adds_up(report: Any) -> None:
    table = next(one for one in report.tables if one.cell(0, 0).text == "TT")
    heads = [row for row in table._tbl.tr_lst if row.trPr.find(qn("w:tblHeader")) is not None]
    assert len(heads) == 2
    assert [cell.text for cell in table.rows[0].cells] == ["TT", "Nội dung", "Hồ sơ", "Hồ sơ", "Tỷ lệ"]
    assert [cell.text for cell in table.rows[1].cells] == ["TT", "Nội dung", "Tổng số", "Đúng hạn", "Tỷ lệ"]
    assert {cell.text for cell in table.rows[2].cells} == {"I. Thủ tục"}
    assert [cell.text for cell in table.rows[3].cells] == ["1", "Đất đai", "1.200", "900,5", "75 %"]
    assert [cell.text for cell in table.rows[-1].cells] == ["", "Tổng cộng", "1.234", "930,5", "75,4 %"]
    wide = sum(int(cell.get(qn("w:w"))) for cell in table._tbl.tblGrid)
    assert wide == pytest.approx(165 / 25.4 * 1440, abs=2)  # twentieths of a point


def test_links_lead_within_and_without(report: Any) -> None:
    links = list(report.element.body.iter(qn("w:hyperlink")))
    assert links[0].get(qn("w:anchor")) == "nguon"
    assert report.part.rels[links[1].get(qn("r:id"))].target_ref == "https://vi.du/a"
    assert [mark.get(qn("w:name")) for mark in report.element.body.iter(qn("w:bookmarkStart"))] == ["nguon"]


def test_a_letter_says_what_it_is_about_under_its_number() -> None:
    said = words(opened(LETTER))
    assert said.index("V/v đôn đốc báo cáo quý III") == said.index("Số:      /SNV-CCHC") + 1
    assert "Kính gửi: UBND xã An Lạc." in said
    assert "Sơn Hải, ngày     tháng 11 năm 2026" in said
    assert [line for line in said if line.startswith("TL.")] == ["TL. GIÁM ĐỐC"]
    assert "CÔNG VĂN" not in said


@pytest.mark.parametrize("symbol", ["CV-UBND", "BC-UBND", "QĐ-UBND"])
def test_a_letter_with_the_symbol_of_a_kind_is_refused(symbol: str) -> None:
    with pytest.raises(BadInput, match="Ký hiệu công văn"):
        write_paper(replace(LETTER, symbol=symbol))


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (date(2026, 3, 15), "ngày 15 tháng 3 năm 2026"),
        (date(2026, 1, 9), "ngày 09 tháng 01 năm 2026"),
        (date(2026, 10, 31), "ngày 31 tháng 10 năm 2026"),
        (None, "ngày     tháng     năm"),
    ],
)
def test_days_are_padded_as_the_decree_says(on: date | None, says: str) -> None:
    assert f"Sơn Hải, {says}" in words(opened(replace(REPORT, dated_on=on, drafted_on=None)))


@pytest.mark.parametrize(
    ("signature", "powers"),
    [
        (Signature("Chủ tịch", collective="Ủy ban nhân dân"), ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (Signature("Giám đốc", is_acting=True), ["Q. GIÁM ĐỐC"]),
        (Signature("Giám đốc Sở Nội vụ", mandate_of="Chủ tịch"), ["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"]),
        (
            Signature("Phó Chánh Văn phòng", order_of="Chủ tịch", deputy_of="Chánh Văn phòng"),
            ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        ),
    ],
)
def test_powers_of_signing(signature: Signature, powers: list[str]) -> None:
    document = opened(replace(REPORT, signature=signature))
    assert [line.text for line in lines(document) if line.style.name == "Quyền hạn chức vụ"] == powers


def test_control_characters_of_scans_do_not_spoil_the_file() -> None:
    assert "ab" in words(opened(replace(REPORT, blocks=(Paragraph("a\x07b"),))))


@pytest.mark.parametrize("kind", list(Kind), ids=lambda kind: NAMES[kind])
def test_our_own_templates_pass_their_check(kind: Kind) -> None:
    check_template(default_template(kind), kind)
    symbol = "UBND-VX" if kind is Kind.LETTER else f"{kind}-UBND-VX"
    assert f"Số: 05/{symbol}" in words(opened(replace(REPORT, kind=kind, symbol="UBND-VX")))


def changed(kind: Kind, change: Any) -> bytes:
    document = Document(BytesIO(default_template(kind)))
    change(document)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def drop(field: str) -> Any:
    def change(document: Any) -> None:
        line = next(one for one in lines(document) if field in one.text)
        line.runs[0].text = "…"

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (drop("noi_dung"), "template-field"),
        (drop("nguoi_ky"), "template-field"),
        (lambda document: document.add_paragraph("{{noi_dun}}"), "template-unknown"),
        (lambda document: document.add_paragraph("{{nguoi_ky}}"), "template-twice"),
        (lambda document: document.styles["Ô bảng"].delete(), "template-style"),
    ],
)
def test_a_template_that_would_lose_something_is_refused(change: Any, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_template(changed(Kind.REPORT, change), Kind.REPORT)
    assert refused.value.code == code


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(BadInput, match="không phải văn bản Word"):
        check_template(b"PK\x03\x04 broken", Kind.REPORT)


def test_an_office_changes_styles_places_and_words_of_its_template() -> None:
    def own(document: Any) -> None:
        from docx.shared import Pt

        document.styles["Nội dung"].font.size = Pt(13)
        document.add_paragraph("Bản in từ hệ thống", style="Nơi nhận dòng")
        field = next(one for one in lines(document) if one.text == "{{so_ky_hieu}}")
        field.runs[0].text = "(Mật) {{so_"  # Word breaks words over runs as it likes
        field.add_run("ky_")
        field.add_run("hieu}} *")

    document = opened(REPORT, changed(Kind.REPORT, own))
    said = words(document)
    assert "(Mật) Số: 05/BC-UBND *" in said
    assert "Bản in từ hệ thống" in said
    assert next(one for one in lines(document) if one.text == "Hết.").style.font.size.pt == 13


def kept(element: Any) -> bool:
    return all(line.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for line in element.iter(qn("w:p")))


@pytest.mark.parametrize("paper", [REPORT, LETTER, replace(LETTER, blocks=(Paragraph("Bảng:"), TABLE))])
def test_the_signature_is_never_alone_on_a_page(paper: Paper) -> None:
    """What stands before it goes with it, the last row of a table too; and the end of the document goes with both."""
    body = Document(BytesIO(write_paper(paper))).element.body
    foot = next(one for one in body.iter(qn("w:tbl")) if "Nơi nhận:" in "".join(one.itertext()))
    last = foot.getprevious()
    assert kept(last)
    if isinstance(paper.blocks[-1], Table):
        rows = last.getprevious().findall(qn("w:tr"))
        assert kept(rows[-1])
        assert not kept(rows[-2])
    assert kept(foot)
    assert foot.getnext().tag == qn("w:p")
    after = foot.getnext().getnext()
    assert after.tag == qn("w:sectPr") or "Phụ lục I" in "".join(after.itertext())


def test_there_is_room_to_sign_while_nobody_is_named() -> None:
    body = Document(BytesIO(write_paper(LETTER)))
    signed = body.tables[-1].rows[0].cells[1].paragraphs
    assert [(line.style.name, line.text) for line in signed] == [
        ("Quyền hạn chức vụ", "TL. GIÁM ĐỐC"),
        ("Quyền hạn chức vụ", "CHÁNH VĂN PHÒNG"),
        ("Người ký", ""),
    ]


def test_a_narrow_column_takes_room_for_its_longest_word_and_number() -> None:
    """At 12 points "Không" in bold needs 12.4 mm, "31/12/2026" 19.4 mm, "1.234.567,89" 24 mm; the margins 2.5 mm."""
    columns = (
        Column("Nhiệm vụ", 20),
        Column("Không phát sinh"),
        Column("Hạn", 1, "centre"),
        Column("Tổng", 1, "right"),
    )
    table = Table(columns, [("Công khai ngân sách", 0, "31/12/2026", Decimal("1234567.89"))])
    made = Document(BytesIO(write_paper(replace(LETTER, blocks=(table,))))).tables[1]
    widths = [cell.width.mm for cell in made.rows[0].cells]
    assert sum(widths) == pytest.approx(165, abs=0.5)
    assert widths[1] >= 12.4 + 2.5
    assert widths[2] >= 19.4 + 2.5
    assert widths[3] >= 24 + 2.5
    assert widths[0] > 60


def test_shares_stand_where_there_is_room_for_all_words() -> None:
    columns = (Column("Một", 3), Column("Hai", 1))
    made = Document(BytesIO(write_paper(replace(LETTER, blocks=(Table(columns, [("a", "b")]),))))).tables[1]
    widths = [cell.width for cell in made.rows[0].cells]
    assert widths[0] / widths[1] == pytest.approx(3, rel=0.01)
