"""What a file is, by its first bytes and what lies inside; extensions are not believed."""

import zipfile
from pathlib import Path

from dondoc.plans.adapters.compound import Compound

# What is recognised in order to say what it is when it is refused.
KINDS: dict[str, str] = {
    "binary": "tệp nhị phân không rõ loại",
    "exe": "chương trình",
    "html": "trang web (HTML)",
    "image": "ảnh",
    "mht": "trang web lưu trữ (MHT)",
    "odt": "tệp OpenDocument",
    "pptx": "bản trình chiếu",
    "xls": "bảng tính",
    "xlsx": "bảng tính",
    "xml": "tệp XML",
    "zip": "tệp nén",
}
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"MZ", "exe"),
    (b"\x7fELF", "exe"),
    (b"#!", "exe"),
    (b"7z\xbc\xaf\x27\x1c", "zip"),
    (b"Rar!", "zip"),
    (b"\x1f\x8b", "zip"),
    (b"BZh", "zip"),
    (b"\xfd7zXZ", "zip"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sniff(path: Path) -> str:
    """docx | pdf | doc | rtf | txt | macro-enabled | password-protected | zip-damaged | a key of `KINDS`."""
    with path.open("rb") as stream:
        head = stream.read(8192)
    start = head.lstrip(b"\xef\xbb\xbf\r\n\t \x00")
    if head.startswith(_OLE):
        return _compound(path)
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return _zip(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for magic, kind in _MAGIC:
        if head.startswith(magic) and not (magic == b"BM" and _reads_as_text(head)):
            return kind
    if (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or head[4:8] == b"ftyp":
        return "image"
    return _markup(start) or ("txt" if _reads_as_text(head) else "binary")


def _markup(start: bytes) -> str | None:
    opening = start[:512].lower()
    if opening.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<meta")):
        return "html"
    if opening.startswith(b"<?xml"):
        return "html" if b"<html" in start[:2048].lower() else "xml"
    if opening.startswith(b"mime-version:"):
        return "mht"
    return None


def _zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.replace("\\", "/").lstrip("/").casefold() for name in archive.namelist()}
            if any(name.endswith("vbaproject.bin") for name in names):
                return "macro-enabled"
            if "mimetype" in names and archive.getinfo(_stored(archive, "mimetype")).file_size < 200:
                return _open_document(archive.read(_stored(archive, "mimetype")))
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return "zip-damaged"
    for prefix, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if any(name.startswith(prefix) for name in names):
            return kind
    return "docx" if "[content_types].xml" in names and "_rels/.rels" in names else "zip"


def _stored(archive: zipfile.ZipFile, name: str) -> str:
    return next(each for each in archive.namelist() if each.casefold() == name)


def _open_document(kind: bytes) -> str:
    if b"spreadsheet" in kind:
        return "xlsx"
    return "pptx" if b"presentation" in kind else "odt"


def _compound(path: Path) -> str:
    """An OLE file: an old Word document, an encrypted new one, or something else of Office."""
    try:
        with Compound(path) as compound:
            names = compound.names
            if "EncryptedPackage" in names:
                return "password-protected"
            if "WordDocument" in names:
                if compound.word_is_encrypted():
                    return "password-protected"
                return "macro-enabled" if "_VBA_PROJECT" in names else "doc"
            if names & {"Workbook", "Book"}:
                return "xls"
            return "pptx" if "PowerPoint Document" in names else "binary"
    except (ValueError, OSError):
        return "zip-damaged"


def _reads_as_text(head: bytes) -> bool:
    """Text in some encoding: no control bytes, or UTF-16 (every second byte small)."""
    if head.startswith(_BOMS):
        return True
    zeros = head.count(0)
    if zeros:
        even, odd = head[::2].count(0), head[1::2].count(0)
        return zeros > len(head) // 8 and (even == 0 or odd == 0 or min(even, odd) * 20 < max(even, odd))
    controls = sum(byte < 32 and byte not in (9, 10, 11, 12, 13, 26, 27) for byte in head)
    return controls * 50 <= len(head)
