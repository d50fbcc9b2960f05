"""A made-up plan as a Word file, as an office writes one by the form of NĐ 30/2020."""

import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from samples.paper import Annex, Column, Line, Plan, TableRow

CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
LANDSCAPE_WIDTH, PORTRAIT_WIDTH = 25.0, 16.5
LABELS = (r"[IVX]+\. ", r"\d+\. ", r"[a-zđ]\) ", r"- ")
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def write_docx(plan: Plan, path: Path) -> Path:
    """Writes the plan as a document with its signature block and its annexes on landscape pages."""
    document = _blank()
    for text in plan.stamp:
        _text(document.add_paragraph(), text, size=9)
    _header(document, plan)
    _title(document, (*plan.type_lines, *plan.title_lines))
    if plan.decision:
        _paragraphs(document, plan, plan.decision)
        _closing(document, plan)
        document.add_page_break()
        _title(document, plan.attached)
    _paragraphs(document, plan, plan.body)
    if not plan.decision:
        _closing(document, plan)
    _annexes(document, plan, [annex for annex in plan.annexes if annex.place == "annex"])
    document.save(str(path))
    return path


def _blank() -> Any:
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0])
    return document


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _text(paragraph: Any, text: str, *, bold: bool = False, italic: bool = False, size: float | None = None) -> None:
    for index, part in enumerate(text.split("\n")):
        run = paragraph.add_run(part)
        run.bold, run.italic = bold, italic
        if size:
            run.font.size = Pt(size)
        if index < text.count("\n"):
            run.add_break()


def _lines(cell: Any, lines: Sequence[tuple[str, bool, bool, float]]) -> None:
    for index, (text, bold, italic, size) in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.alignment = CENTRE
        paragraph.paragraph_format.space_after = Pt(0)
        _text(paragraph, text, bold=bold, italic=italic, size=size)


def _header(document: Any, plan: Plan) -> None:
    if plan.received.get("word_header") == "paragraphs":
        for issuer, nation in zip((*plan.superior, plan.number_line), (*NATION, plan.place_line), strict=True):
            _text(document.add_paragraph(), f"{issuer}\t\t{nation}", bold=True, size=13)
        return
    table = document.add_table(rows=1, cols=2)
    left = [(text, index == len(plan.superior) - 1, False, 13.0) for index, text in enumerate(plan.superior)]
    _lines(table.cell(0, 0), [*left, (plan.number_line, False, False, 13.0)])
    right = [(NATION[0], True, False, 12.0), (NATION[1], True, False, 13.0), (plan.place_line, False, True, 13.0)]
    _lines(table.cell(0, 1), right)
    table.autofit = False
    for column, width in zip(table.columns, (Cm(6.2), Cm(10.3)), strict=True):
        column.width = width


def _title(document: Any, lines: Sequence[str]) -> None:
    for text in lines:
        paragraph = document.add_paragraph()
        paragraph.alignment = CENTRE
        paragraph.paragraph_format.space_after = Pt(0)
        _text(paragraph, text, bold=True)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _paragraphs(document: Any, plan: Plan, lines: Sequence[Line]) -> None:
    tables = iter(annex for annex in plan.annexes if annex.place == "body")
    numbering = _numbering(document) if _auto(plan) else None
    for line in lines:
        if line.kind == "table":
            write_table(document, next(tables), repeats=_repeats(plan), auto=_auto(plan))
        else:
            _paragraph(document, line, numbering)


def _auto(plan: Plan) -> bool:
    return bool(plan.received.get("word_auto") == "yes")


def _repeats(plan: Plan) -> bool:
    return bool(plan.received.get("word_repeats", "yes") == "yes")


def _numbering(document: Any) -> int:
    """A list of four levels (I. 1. a) -) in the document; gives its number."""
    part = document.part.numbering_part.element
    levels = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for index, (form, text) in enumerate(levels):
        level = _element("w:lvl", "w:ilvl", str(index))
        level.append(_element("w:start", "w:val", "1"))
        level.append(_element("w:numFmt", "w:val", form))
        level.append(_element("w:lvlText", "w:val", text))
        abstract.append(level)
    part.insert(0, abstract)
    return int(part.add_num(77).numId)


def _element(tag: str, attribute: str, value: str) -> Any:
    element = OxmlElement(tag)
    element.set(qn(attribute), value)
    return element


def _numbered(paragraph: Any, text: str, numbering: int | None) -> str:
    """The text without its label, which Word then prints."""
    for level, label in enumerate(LABELS):
        if numbering is not None and (found := re.match(label, text)):
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = level
            properties.get_or_add_numId().val = numbering
            return text[found.end() :]
    return text


def _paragraph(document: Any, line: Line, numbering: int | None) -> None:
    paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    form.space_after = Pt(6)
    paragraph.alignment = JUSTIFY
    form.first_line_indent = Cm(1.27)
    text = _numbered(paragraph, line.text, numbering)
    _text(paragraph, text, bold=line.kind in ("heading", "subheading"))


def _closing(document: Any, plan: Plan) -> None:
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    _text(left.paragraphs[0], "Nơi nhận:", bold=True, italic=True, size=12)
    last = len(plan.document["recipients"]) - 1
    for index, name in enumerate(plan.document["recipients"]):
        entry = left.add_paragraph()
        entry.paragraph_format.space_after = Pt(0)
        _text(entry, f"- {name}{'.' if index == last else ';'}", size=11)
    posts = [(text, True, False, 14.0) for text in plan.signature]
    _lines(
        right,
        [*posts, ("", False, False, 14.0), ("", False, False, 14.0), (plan.document["signer"], True, False, 14.0)],
    )


def _annexes(document: Any, plan: Plan, annexes: Sequence[Annex]) -> None:
    if not annexes:
        return
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    for annex in annexes:
        for text in annex.title:
            paragraph = document.add_paragraph()
            paragraph.alignment = CENTRE
            _text(paragraph, text, bold=True)
        if annex.caption:
            paragraph = document.add_paragraph()
            paragraph.alignment = CENTRE
            _text(paragraph, annex.caption, italic=True)
        write_table(document, annex, repeats=_repeats(plan), auto=_auto(plan))


def write_table(document: Any, annex: Annex, *, repeats: bool = True, auto: bool = False) -> None:
    """Adds the table at the end of the document, its merged cells merged."""
    table = document.add_table(rows=0, cols=len(annex.columns))
    table.style = "Table Grid"
    for texts in header_rows(annex):
        cells = table.add_row().cells
        for cell, text in zip(cells, texts, strict=True):
            cell.paragraphs[0].alignment = CENTRE
            _text(cell.paragraphs[0], text, bold=True, size=12)
        if repeats:
            _repeat(table.rows[-1])
    _join_header(table, annex.columns)
    first = len(table.rows)
    for row in annex.rows:
        _row(table, row, auto=auto)
    _join_down(table, annex.rows, first)
    _widths(table, annex.columns, LANDSCAPE_WIDTH if annex.place == "annex" else PORTRAIT_WIDTH)


def header_rows(annex: Annex) -> list[list[str]]:
    """The rows of the header, one text for each column; a shared cell has its text in its first column."""
    heads = [column.head for column in annex.columns]
    rows = [heads]
    if any(column.group for column in annex.columns):
        upper = [column.group or column.head for column in annex.columns]
        lower = [column.head if column.group else "" for column in annex.columns]
        rows = [_once(upper, annex.columns), lower]
    if annex.numbered_header:
        rows.append([f"({number})" for number in range(1, len(heads) + 1)])
    return rows


def _once(upper: list[str], columns: Sequence[Column]) -> list[str]:
    """The text of a shared header cell stands in its first column only."""
    before = [None, *columns[:-1]]
    return [
        "" if column.group and last is not None and last.group == column.group else text
        for text, column, last in zip(upper, columns, before, strict=True)
    ]


def _join_header(table: Any, columns: Sequence[Column]) -> None:
    if not any(column.group for column in columns):
        return
    at = 0
    for group, members in groupby(columns, key=lambda column: column.group):
        count = len(list(members))
        if group:
            table.cell(0, at).merge(table.cell(0, at + count - 1))
        else:
            for index in range(at, at + count):
                table.cell(0, index).merge(table.cell(1, index))
        at += count


def _repeat(row: Any) -> None:
    mark = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(mark)


def _row(table: Any, row: TableRow, *, auto: bool) -> None:
    """With `auto` the plain numbers of the tasks are Word's own."""
    cells = table.add_row().cells
    at = 0
    for cell in row.cells:
        target = cells[at]
        if cell.span > 1:
            target = target.merge(cells[at + cell.span - 1])
        if auto and at == 0 and cell.text.isdigit() and not row.is_heading:
            target.paragraphs[0].style = "List Number"
        elif not cell.from_above:
            _cell_text(target, cell.text, bold=row.is_heading)
        at += cell.span


def _cell_text(cell: Any, text: str, *, bold: bool) -> None:
    for index, part in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        _text(paragraph, part, bold=bold, size=12)


def _join_down(table: Any, rows: Sequence[TableRow], first: int) -> None:
    """Cells that go on from above become one cell over the rows."""
    for column in range(len(table.columns)):
        start: int | None = None
        for index, row in enumerate((*rows, TableRow(()))):
            goes_on = len(row.cells) == len(table.columns) and row.cells[column].from_above
            if goes_on:
                continue
            if start is not None and index - start > 1:
                table.cell(first + start, column).merge(table.cell(first + index - 1, column))
            start = index


def _widths(table: Any, columns: Sequence[Column], printed_width: float) -> None:
    """The grid's own widths; the cells keep theirs in step, merged ones get the sum."""
    total = sum(column.width for column in columns)
    widths = [Cm(printed_width * column.width / total) for column in columns]
    table.autofit = False
    for grid, width in zip(table.columns, widths, strict=True):
        grid.width = width
    for row in table._tbl.tr_lst:
        at = 0
        for cell in row.tc_lst:
            cell.width = sum(widths[at : at + cell.grid_span])
            at += cell.grid_span
