"""What the readers refuse, each in one sentence with a code, and without taking the machine's memory."""

import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from apps.plans_readers.making import cell, paragraph, row, table, word
from dondoc.plans.adapters.limits import Limits
from dondoc.plans.adapters.opening import read_source
from dondoc.plans.adapters.refusals import SENTENCES
from dondoc.toolkit.errors import BadInput


def refused(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(BadInput) as caught:
        read_source(path, limits=limits or Limits())
    assert "\n" not in caught.value.message
    return caught.value.code


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def zipped(path: Path, **parts: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return path


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "not-a-document"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "not-a-document"),
        (b"MZ" + bytes(200), "not-a-document"),
        (b"<!DOCTYPE html><html><body>a</body></html>", "not-a-document"),
        (b"\n<html><table></table></html>", "not-a-document"),
        (b'<?xml version="1.0"?><a/>', "not-a-document"),
        (bytes(range(1, 9)) * 100, "not-a-document"),
        (b"PK\x03\x04" + bytes(50), "damaged"),
        (b"%PDF-1.4\nhello", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "damaged"),
        (b"\n \n\t\n", "document-empty"),
    ],
)
def test_what_is_no_document(tmp_path: Path, data: bytes, code: str) -> None:
    assert refused(put(tmp_path / "kế hoạch.docx", data)) == code


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    assert refused(tmp_path / "không có.docx") == "file-missing"
    assert refused(tmp_path) == "file-is-directory"


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("xl__workbook_dot_xml", "not-a-document"),
        ("ppt__presentation_dot_xml", "not-a-document"),
        ("a_dot_txt", "not-a-document"),
    ],
)
def test_other_zips(tmp_path: Path, part: str, code: str) -> None:
    assert refused(zipped(tmp_path / "a.docx", **{part: "x"})) == code


def test_open_document_text(tmp_path: Path) -> None:
    assert refused(zipped(tmp_path / "a.odt", mimetype="application/vnd.oasis.opendocument.text")) == "not-a-document"


def test_macros(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docm", paragraph("x"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    assert refused(path) == "macro-enabled"


def test_a_cut_off_word_file(tmp_path: Path) -> None:
    whole = word(tmp_path / "a.docx", paragraph("x" * 5000)).read_bytes()
    assert refused(put(tmp_path / "b.docx", whole[: len(whole) // 2])) == "damaged"


def test_broken_xml_and_entities(tmp_path: Path) -> None:
    assert refused(word(tmp_path / "a.docx", "<w:p>")) == "damaged"
    bomb = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w>&b;</w>'
    assert refused(zipped(tmp_path / "b.docx", word__document_dot_xml=bomb)) == "damaged"


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", paragraph("x" * 3_000_000))
    assert path.stat().st_size < 50_000
    assert refused(path, Limits(part_bytes=1_000_000)) == "unpacked-too-big"
    assert refused(path, Limits(unpacked_bytes=1_000_000)) == "unpacked-too-big"


def test_a_zip_that_lies_about_its_size(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", paragraph("x" * 300_000))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    struct.pack_into("<I", data, at + 24, 10)
    assert refused(put(tmp_path / "b.docx", bytes(data)), Limits(part_bytes=100_000)) in ("unpacked-too-big", "damaged")


def test_bounds_on_size_and_cells(tmp_path: Path) -> None:
    rows = [row(*(cell(str(number)) for number in range(4))) for _ in range(10)]
    path = word(tmp_path / "a.docx", table(row(*(cell("TT") for _ in range(4))), *rows))
    assert refused(path, Limits(file_bytes=100)) == "file-too-big"
    assert refused(path, Limits(cells=20)) == "too-many-cells"
    text = put(tmp_path / "a.txt", b"1\t2\t3\t4\n" * 30)
    assert refused(text, Limits(cells=20)) == "too-many-cells"


def compound(*names: str) -> bytes:
    """An OLE file that holds nothing but a directory."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<I", header, 48, 1)  # the directory's first sector
    struct.pack_into("<I", header, 68, 0xFFFFFFFE)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    fat = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    directory = b""
    for name in ("Root Entry", *names):
        raw = name.encode("utf-16-le")
        entry = (
            raw.ljust(64, b"\0") + struct.pack("<H", len(raw) + 2) + bytes(50) + struct.pack("<III", 0xFFFFFFFE, 0, 0)
        )
        directory += entry
    return bytes(header) + fat + directory.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("EncryptedPackage", "EncryptionInfo"), "password-protected"),
        (("WordDocument", "_VBA_PROJECT"), "macro-enabled"),
        (("Workbook",), "not-a-document"),
    ],
)
def test_ole_files_are_told_apart(tmp_path: Path, names: tuple[str, ...], code: str) -> None:
    assert refused(put(tmp_path / "a.doc", compound(*names))) == code


def test_old_word_without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(put(tmp_path / "a.doc", compound("WordDocument"))) == "doc-needs-libreoffice"
    assert refused(put(tmp_path / "a.rtf", b"{\\rtf1 xin ch\\'e0o}")) == "doc-needs-libreoffice"


def pdf(*objects: bytes) -> bytes:
    """A PDF of the given objects, the first being the catalog."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table_at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table_at)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


_CATALOG, _PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def test_a_scan_without_text(tmp_path: Path) -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>"
    picture = stream(b"\0", b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray")
    data = pdf(_CATALOG, _PAGES, page, stream(b"q 595 0 0 842 0 0 cm /I Do Q"), picture)
    with pytest.raises(BadInput) as caught:
        read_source(put(tmp_path / "a.pdf", data))
    assert caught.value.code == "scan-without-text"
    assert "ocrmypdf" in caught.value.message


def test_a_pdf_without_anything(tmp_path: Path) -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    assert refused(put(tmp_path / "a.pdf", pdf(_CATALOG, _PAGES, page))) == "document-empty"


def test_a_pdf_that_was_cut_off(tmp_path: Path) -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    whole = pdf(_CATALOG, _PAGES, page)
    assert refused(put(tmp_path / "a.pdf", whole[: whole.index(b"xref")])) == "damaged"


def test_too_many_pages(tmp_path: Path) -> None:
    kids = b"".join(b"%d 0 R " % number for number in range(3, 9))
    pages = [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"] * 6
    data = pdf(_CATALOG, b"<</Type/Pages/Kids[%s]/Count 6>>" % kids, *pages)
    assert refused(put(tmp_path / "a.pdf", data), Limits(pages=5)) == "too-many-pages"


def test_a_pdf_stream_that_unpacks_without_end(tmp_path: Path) -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    content = stream(zlib.compress(b" " * 5_000_000, 9), b"/Filter/FlateDecode")
    path = put(tmp_path / "a.pdf", pdf(_CATALOG, _PAGES, page, content))
    assert refused(path, Limits(part_bytes=1_000_000)) == "unpacked-too-big"


def test_every_refusal_says_how_to_mend_it() -> None:
    assert all("{name}" in sentence and ":" in sentence and "\n" not in sentence for sentence in SENTENCES.values())
