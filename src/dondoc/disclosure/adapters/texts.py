"""The text of a file that is to be published, and whether it has any: a picture of a table has none."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dondoc.records.rules.sniffing import PICTURES

_OFFICE = "application/vnd.openxmlformats-officedocument"
PAGES, ROWS, ENOUGH = 40, 20_000, 20
# The stamp of a digital signature on a scan has some hundred letters; a page that was read by a machine has more.
STAMP = 160
MOST = 40 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Read:
    """`is_readable` is False for what is only a picture; None where the kind of file is not read here."""

    text: str
    is_readable: bool | None


def read_text(path: Path, media_type: str) -> Read:
    """The text of a document, as far as it is needed to find numbers in it. What cannot be opened counts as unread."""
    if media_type in PICTURES or media_type == "image/heic":
        return Read("", False)
    reader = _READERS.get(media_type)
    if reader is None:
        return Read("", None)
    try:
        text, is_picture = reader(path)
    except Exception:  # a broken or hostile file must not stop the page: it is unread, and said to be so
        return Read("", None)
    return Read(text, not is_picture)


def _pdf(path: Path) -> tuple[str, bool]:
    """A scan: no words at all, or most pages are one picture with hardly more on them than a stamp."""
    import pdfplumber

    texts, scanned = [], 0
    with pdfplumber.open(path) as document:
        for page in document.pages[:PAGES]:
            text = page.extract_text() or ""
            drawn = sum(abs(one["width"] * one["height"]) for one in page.images)
            scanned += drawn >= page.width * page.height / 2 and len(text.strip()) < STAMP
            texts.append(text)
    text = "\n".join(texts)
    return text, len(text.strip()) < ENOUGH or scanned * 2 > len(texts)


def _docx(path: Path) -> tuple[str, bool]:
    """A picture put into a document: hardly a word beside it."""
    _refuse_bomb(path)
    from docx import Document

    document = Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        lines += ["\t".join(cell.text for cell in row.cells) for row in table.rows[:ROWS]]
    text = "\n".join(lines)
    has_picture = any("/image" in part.reltype for part in document.part.rels.values())
    return text, has_picture and len(text.strip()) < STAMP


def _xlsx(path: Path) -> tuple[str, bool]:
    _refuse_bomb(path)
    from openpyxl import load_workbook

    lines = []
    with path.open("rb") as file:  # the vault's names have no ending, which openpyxl asks of a path
        for sheet in load_workbook(file, read_only=True, data_only=True).worksheets:
            rows = sheet.iter_rows(max_row=ROWS, values_only=True)
            lines += ["\t".join(_cell(value) for value in row if value is not None) for row in rows]
    text = "\n".join(lines)
    return text, not text.strip()


def _cell(value: Any) -> str:
    """A number of an identity card typed as a number has lost its zero in front: eleven digits get it back."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value)
    return f"0{text}" if isinstance(value, int) and len(text) == 11 else text


def _plain(path: Path) -> tuple[str, bool]:
    content = path.read_bytes()[:MOST]
    name = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    return content.decode(name, errors="replace"), False


def _refuse_bomb(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST * 5:
            raise ValueError("too large when unpacked")


_READERS = {
    "application/pdf": _pdf,
    f"{_OFFICE}.wordprocessingml.document": _docx,
    f"{_OFFICE}.spreadsheetml.sheet": _xlsx,
    "text/plain": _plain,
}
