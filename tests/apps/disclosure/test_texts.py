"""Whether a paper has words or is only a picture: what people cannot search, copy or hear read out is a finding."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Cm
from openpyxl import Workbook

from dondoc.disclosure.adapters.texts import read_text
from makers.disclosure import PNG

WORDS = "Danh muc cong trinh khoi cong moi nam 2026 cua xa An Lac. "
STAMP = "Ky boi: UBND xa An Lac, ngay 12/11/2026"
OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX, XLSX, PDF = f"{OFFICE}.wordprocessingml.document", f"{OFFICE}.spreadsheetml.sheet", "application/pdf"


def pdf(text: str, *, has_scan: bool) -> bytes:
    """One page by hand: words, and a picture over all of it."""
    shown = b"q 595 0 0 842 0 0 cm /I Do Q " if has_scan else b""
    lines = [text[start : start + 60] for start in range(0, len(text), 60)]
    words = b" ".join(f"BT /F 10 Tf 50 {780 - 14 * n} Td ({line}) Tj ET".encode() for n, line in enumerate(lines))
    stream = shown + words
    picture = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        picture + b" /Length 1 >>\nstream\n\x80\nendstream",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 7\n0000000000 65535 f \n" + table + trailer


def docx(text: str, *, has_scan: bool) -> bytes:
    document, out = Document(), BytesIO()
    document.add_paragraph(text)
    if has_scan:
        document.add_picture(BytesIO(PNG), width=Cm(16))
    document.save(out)
    return out.getvalue()


def xlsx(text: str, *, has_scan: bool) -> bytes:
    book, out = Workbook(), BytesIO()
    if text:
        book.active.append([text])
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "kind", "text", "has_scan", "is_readable"),
    [
        (pdf, PDF, WORDS, False, True),
        (pdf, PDF, "", True, False),
        (pdf, PDF, STAMP, True, False),
        (pdf, PDF, WORDS * 8, True, True),
        (docx, DOCX, WORDS, False, True),
        (docx, DOCX, STAMP, True, False),
        (docx, DOCX, WORDS * 8, True, True),
        (xlsx, XLSX, WORDS, False, True),
        (xlsx, XLSX, "", False, False),
    ],
    ids=[
        "a PDF of words", "a scan", "a scan with a stamp of signature", "a scan with its words beneath", "a document",
        "a picture put into a document", "a document with a picture", "a sheet", "a sheet without a cell",
    ],
)  # fmt: skip
def test_a_picture_of_a_table_is_told_from_words(
    tmp_path: Path, make: Callable[..., bytes], kind: str, text: str, has_scan: bool, is_readable: bool
) -> None:
    path = tmp_path / "tep"
    path.write_bytes(make(text, has_scan=has_scan))
    assert read_text(path, kind).is_readable is is_readable


def test_what_cannot_be_opened_is_unread_and_no_finding(tmp_path: Path) -> None:
    path = tmp_path / "tep"
    path.write_bytes(b"%PDF-1.4 broken")
    assert read_text(path, PDF).is_readable is None
