"""Paragraphs of Word documents: revisions, fields, boxes, notes, numbers, old fonts."""

from pathlib import Path

import pytest

from apps.plans_readers.making import paragraph, word
from dondoc.plans.adapters.docx.numbering import numeral
from dondoc.plans.adapters.opening import read_source
from dondoc.plans.rules.blocks import Paragraph, Source


def read(tmp_path: Path, body: str, **extra: str) -> Source:
    return read_source(word(tmp_path / "a.docx", body, extra=extra))


def texts(source: Source) -> list[str]:
    return [p.text for p in source.paragraphs()]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def test_revisions_are_read_as_accepted(tmp_path: Path) -> None:
    moved = f"<w:moveFrom>{run('cũ')}</w:moveFrom><w:moveTo>{run(' mới')}</w:moveTo>"
    body = p(
        run("Giữ "), f"<w:ins>{run('thêm')}</w:ins>", "<w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>", moved
    )
    assert texts(read(tmp_path, body)) == ["Giữ thêm mới"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    first = p(run("Phòng Nội vụ "), properties="<w:rPr><w:del/></w:rPr>")
    assert texts(read(tmp_path, first + p(run("chủ trì")))) == ["Phòng Nội vụ chủ trì"]


def test_fields_show_their_result_alone(tmp_path: Path) -> None:
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText>DATE</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
    )
    field = (
        "".join(f"<w:r>{part}</w:r>" for part in parts) + run("05/3") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    link = f"<w:hyperlink>{run(' tại đây')}</w:hyperlink>"
    assert texts(read(tmp_path, p(run("ngày "), field, link))) == ["ngày 05/3 tại đây"]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('HỎA TỐC')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read(tmp_path, p(run("Kính gửi"), drawing))) == ["Kính gửi", "HỎA TỐC"]


def test_hyphens_breaks_and_hidden_text(tmp_path: Path) -> None:
    special = (
        "<w:r><w:t>38/KH</w:t><w:noBreakHyphen/><w:t>UB</w:t><w:softHyphen/><w:t>ND</w:t><w:br/><w:t>dưới</w:t></w:r>"
    )
    assert texts(read(tmp_path, p(special, run(" ẩn", "<w:vanish/>")))) == ["38/KH-UBND\ndưới"]


def test_footnotes_stand_apart(tmp_path: Path) -> None:
    drawn = f'<w:footnote w:type="separator">{paragraph("---")}</w:footnote>'
    notes = f"{drawn}<w:footnote>{paragraph('Theo QĐ 12')}</w:footnote>"
    source = read(tmp_path, paragraph("Nội dung"), footnotes=notes)
    assert source.footnotes == ("Theo QĐ 12",)
    assert texts(source) == ["Nội dung"]


def test_looks_come_through_the_style(tmp_path: Path) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:jc w:val="center"/></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    source = read(tmp_path, p(run("PHỤ LỤC"), properties='<w:pStyle w:val="H"/>'), styles=style)
    (found,) = source.paragraphs()
    assert (found.style, found.bold, found.centred) == ("heading 1", True, True)


def _numbering(levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{nums}'


def _level(depth: int, form: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def _item(text: str, depth: int, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_numbers_count_and_start_again_below_a_higher_level(tmp_path: Path) -> None:
    levels = _level(0, "upperRoman", "%1.") + _level(1, "decimal", "%2.") + _level(2, "bullet", "-")
    items = [("A", 0), ("a", 1), ("b", 1), ("x", 2), ("B", 0), ("c", 1)]
    source = read(tmp_path, "".join(_item(*item) for item in items), numbering=_numbering(levels))
    assert [each.number for each in source.paragraphs()] == ["I.", "1.", "2.", "-", "II.", "1."]


def test_a_second_list_starts_again_only_where_it_says_so(tmp_path: Path) -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{extra}</w:num>'
        for number, extra in ((1, ""), (2, ""), (3, again))
    )
    body = _item("a", 0, 1) + _item("b", 0, 2) + _item("c", 0, 3) + _item("d", 0, 3)
    source = read(tmp_path, body, numbering=_numbering(_level(0, "lowerLetter", "%1)"), nums))
    assert [each.number for each in source.paragraphs()] == ["a)", "b)", "a)", "b)"]


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [(4, "upperRoman", "IV"), (27, "lowerLetter", "aa"), (3, "decimalZero", "03"), (2, "vietnameseCounting", "hai")],
)
def test_number_formats(value: int, form: str, printed: str) -> None:
    assert numeral(value, form) == printed


def test_strict_documents_are_read(tmp_path: Path) -> None:
    path = word(tmp_path / "s.docx", paragraph("Chặt"), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert texts(read_source(path)) == ["Chặt"]


def test_old_fonts_become_unicode_with_a_finding(tmp_path: Path) -> None:
    body = p(run("Céng hßa x· héi chñ nghÜa ViÖt Nam", '<w:rFonts w:ascii=".VnTime"/>'))
    source = read(tmp_path, body)
    assert texts(source) == ["Cộng hòa xã hội chủ nghĩa Việt Nam"]
    assert [each.code for each in source.findings] == ["legacy-font"]


def test_a_head_set_with_tabs_becomes_two_columns(tmp_path: Path) -> None:
    source = read(tmp_path, paragraph("UBND XÃ A\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    assert [(each.text, each.from_layout) for each in source.paragraphs()] == [
        ("UBND XÃ A", True),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
    ]


def test_a_blank_number_is_not_a_second_column(tmp_path: Path) -> None:
    (found,) = read(tmp_path, paragraph("Số:       /KH-UBND")).paragraphs()
    assert isinstance(found, Paragraph)
    assert found.text == "Số:       /KH-UBND"
