"""Our own template of each kind of document: a .docx with fields, which an office takes as the start of its own."""

from functools import cache
from io import BytesIO
from typing import Any

from dondoc.web.papers import looks
from dondoc.web.papers.looks import Look
from dondoc.web.papers.paper import Kind

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@cache
def default_template(kind: Kind) -> bytes:
    """A4 with the margins, styles and places of NĐ 30/2020; the same bytes for all who ask."""
    from docx import Document

    document = Document()
    _set_page(document.sections[0])
    _set_normal(document.styles["Normal"])
    for look in looks.LOOKS:
        _add_style(document, look)
    _number_pages(document.sections[0])
    _write_head(document, kind)
    if kind is not Kind.LETTER:
        _say(document, "{{ten_loai}}", looks.TITLE)
        _say(document, "{{trich_yeu}}", looks.SUMMARY)
        _say(document, "", looks.RULE)
    _say(document, "{{kinh_gui}}", looks.ADDRESS)
    _say(document, "", looks.AFTER)
    _say(document, "{{can_cu}}", looks.BASIS)
    _say(document, "{{noi_dung}}", looks.BODY)
    _write_foot(document)
    _say(document, "", looks.RULE)
    document.core_properties.author, document.core_properties.comments = "", ""
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _set_page(section: Any) -> None:
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(looks.WIDTH), Mm(looks.HEIGHT)
    section.top_margin, section.bottom_margin = Mm(looks.TOP), Mm(looks.BOTTOM)
    section.left_margin, section.right_margin = Mm(looks.LEFT), Mm(looks.RIGHT)
    section.header_distance = section.footer_distance = Mm(looks.HEADER)
    section.different_first_page_header_footer = True


def _set_normal(style: Any) -> None:
    from docx.shared import Pt

    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    _set_letters(style, looks.BODY)


def _add_style(document: Any, look: Look) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    style = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = document.styles["Normal"], True
    _set_letters(style, look)
    form = style.paragraph_format
    form.alignment = {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "centre": WD_ALIGN_PARAGRAPH.CENTER,
        "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    }[look.align]
    form.space_before, form.space_after, form.line_spacing = Pt(look.before), Pt(look.after), look.spacing
    form.first_line_indent, form.left_indent = Mm(look.first_line), Mm(look.left)
    form.keep_with_next, form.widow_control = look.keeps_next, True
    if look.level:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(look.level - 1))
        style.element.get_or_add_pPr().append(level)


def _set_letters(style: Any, look: Look) -> None:
    """The font for every script: where one is left out, programs take their own for letters with marks."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = looks.FONT, Pt(look.size)
    style.font.bold, style.font.italic = look.is_bold, look.is_italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), looks.FONT)
    language = style.element.rPr.makeelement(qn("w:lang"), {qn("w:val"): "vi-VN", qn("w:eastAsia"): "vi-VN"})
    style.element.rPr.append(language)


def _number_pages(section: Any) -> None:
    """Arabic, centred in the margin above; the first page has its own header, which is empty."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    line = section.header.paragraphs[0]
    line.style = looks.PAGE.name
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "2"
    run.append(text)
    field.append(run)
    line._p.append(field)
    section.first_page_header.is_linked_to_previous = False


def _write_head(document: Any, kind: Kind) -> None:
    """Left who issues it, with number; right the nation's name, with place and day."""
    table = _two_columns(document, looks.HEAD_LEFT)
    left, right = table.rows[0].cells
    for text, look in (
        ("{{co_quan_chu_quan}}", looks.SUPERIOR),
        ("{{co_quan_ban_hanh}}", looks.ISSUER),
        ("", looks.RULE),
    ):
        _put(left, text, look)
    _put(right, NATION, looks.NATION)
    _put(right, MOTTO, looks.MOTTO)
    draw_rule(_put(right, "", looks.RULE)._p, looks.width_of(MOTTO, looks.MOTTO), looks.BODY_WIDTH - looks.HEAD_LEFT)
    left, right = table.add_row().cells
    _put(left, "{{so_ky_hieu}}", looks.NUMBER)
    if kind is Kind.LETTER:
        _put(left, "{{trich_yeu_cong_van}}", looks.ABOUT)
    _put(right, "{{dia_danh_ngay}}", looks.PLACE)


def _write_foot(document: Any) -> None:
    """Left who gets it, right who signs; never torn between two pages."""
    from docx.oxml import OxmlElement

    table = _two_columns(document, looks.HEAD_LEFT)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    left, right = table.rows[0].cells
    _put(left, "Nơi nhận:", looks.COPIES)
    _put(left, "{{noi_nhan}}", looks.COPY)
    _put(right, "{{quyen_han_chuc_vu}}", looks.POWER)
    _put(right, "{{nguoi_ky}}", looks.NAME)


def _two_columns(document: Any, left: float) -> Any:
    """A table without lines and without margins in its cells: the nation's name just fits on its line."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)
    for column, width in zip(table.columns, (left, looks.BODY_WIDTH - left), strict=True):
        column.width = Mm(width)
    return table


def _put(cell: Any, text: str, look: Look) -> Any:
    """A line in a cell: the one that every cell begins with, then further ones."""
    first = cell.paragraphs[0]
    line = first if not first.text and first.style.name == "Normal" else cell.add_paragraph()
    line.style = look.name
    if text:
        line.add_run(text)
    return line


def _say(document: Any, text: str, look: Look) -> None:
    document.add_paragraph(text, style=look.name)


def draw_rule(element: Any, length: float, within: float) -> None:
    """A line of `length` in the middle of `within` (millimetres): the upper border of an empty paragraph."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, top, indents = OxmlElement("w:pBdr"), OxmlElement("w:top"), OxmlElement("w:ind")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    side = str(round(max(0, within - length) / 2 / 25.4 * 1440))
    indents.set(qn("w:left"), side)
    indents.set(qn("w:right"), side)
    settings = element.get_or_add_pPr()
    for old in settings.findall(qn("w:pBdr")) + settings.findall(qn("w:ind")):
        settings.remove(old)
    settings.extend([borders, indents])
