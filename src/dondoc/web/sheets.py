"""Rows to an .xlsx file: typed cells, a head that stays, widths that fit, each written once as the XML that it is.

Written by hand because a list of some hundred rows is asked for many times a day: openpyxl makes an object of each cell
and takes six times as long for the same file (bench/sheets.py). Files that come in are read by openpyxl.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils import timezone

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_000  # a cell holds no more, and no control characters, which documents read from scans do
_WIDEST = 60
_TIDY = 1  # a little of the zip's pains: half the time of the default for a tenth more bytes
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_DAY_ONE = date(1899, 12, 30)
_HEAD, _DAY, _MOMENT = 1, 2, 3
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/>'
    '<name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
)
_ROOT = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
Sheet = tuple[str, Sequence[str], Iterable[Sequence[Any]]]


def write_sheet(name: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """One sheet. Text is text: what begins like a formula is never taken for one."""
    return write_book([(name, heads, rows)])


def write_book(sheets: Sequence[Sheet]) -> bytes:
    """Several sheets, each (name, heads, rows)."""
    out = BytesIO()
    count = len(sheets)
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=_TIDY) as book:
        book.writestr("[Content_Types].xml", _types(count))
        book.writestr("_rels/.rels", _ROOT)
        book.writestr("xl/workbook.xml", _workbook([name for name, _, _ in sheets]))
        book.writestr("xl/_rels/workbook.xml.rels", _parts(count))
        book.writestr("xl/styles.xml", _STYLES)
        for number, (_, heads, rows) in enumerate(sheets, 1):
            book.writestr(f"xl/worksheets/sheet{number}.xml", "".join(_sheet(heads, rows)).encode())
    return out.getvalue()


def _types(count: int) -> str:
    worksheets = (
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for number in range(1, count + 1)
    )
    return f"{_TYPES}{''.join(worksheets)}</Types>"


def _parts(count: int) -> str:
    worksheets = (
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, count + 1)
    )
    styles = f'<Relationship Id="rId{count + 1}" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(worksheets)}{styles}</Relationships>'


def _workbook(names: Sequence[str]) -> str:
    called = (escape(_NOT_IN_NAMES.sub(" ", _clean(name))[:31], {'"': "&quot;"}) for name in names)
    sheets = (f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(called, 1))
    return f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{"".join(sheets)}</sheets></workbook>'


def _sheet(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    last = column(max(1, len(heads)))
    yield (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
        'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
    )
    for number, head in enumerate(heads, 1):
        width = min(_WIDEST, max(12, len(head) + 4))
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield f'<row r="1">{"".join(_text(head, _HEAD) for head in heads)}</row>'
    count = 1
    for count, row in enumerate(rows, 2):  # noqa: B007 - how many there were
        yield f"<row>{''.join(map(_cell, row))}</row>"
    yield f'</sheetData><autoFilter ref="A1:{last}{count}"/></worksheet>'


def column(number: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _cell(value: Any) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, bool):
        return f'<c t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float | Decimal):
        return f"<c><v>{value}</v></c>"
    if isinstance(value, datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
        part = (value.hour * 3600 + value.minute * 60 + value.second) / 86_400
        return f'<c s="{_MOMENT}"><v>{(value.date() - _DAY_ONE).days + part:.9f}</v></c>'
    if isinstance(value, date):
        return f'<c s="{_DAY}"><v>{(value - _DAY_ONE).days}</v></c>'
    return _text(str(value))


def _text(text: str, style: int = 0) -> str:
    """Text of its own, not of the shared table: nothing to look up, and no other program minds."""
    if not text:
        return "<c/>"
    look = f' s="{style}"' if style else ""
    return f'<c{look} t="inlineStr"><is><t xml:space="preserve">{escape(_clean(text)[:LONGEST])}</t></is></c>'


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
