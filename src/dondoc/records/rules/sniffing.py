"""What a file is, told by its content: a name or a browser's word proves nothing.

`sniff` looks at the first bytes; a zip or an OLE container needs a look inside (names of its parts), which the caller
supplies. Unknown or runnable content gives None and is refused.
"""

from collections.abc import Collection

HEAD = 4096

_ALWAYS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
)
_RUNNABLE = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_MARKUP = (b"<!doctype html", b"<html", b"<svg", b"<script", b"<?php")
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_ZIP_PARTS = (
    ("word/", f"{_OFFICE}.wordprocessingml.document"),
    ("xl/", f"{_OFFICE}.spreadsheetml.sheet"),
    ("ppt/", f"{_OFFICE}.presentationml.presentation"),
)
_MACRO = {
    "word/": "application/vnd.ms-word.document.macroEnabled.12",
    "xl/": "application/vnd.ms-excel.sheet.macroEnabled.12",
    "ppt/": "application/vnd.ms-powerpoint.presentation.macroEnabled.12",
}
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OLE_PARTS = (
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_BRANDS = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"avif": "image/avif",
    b"qt  ": "video/quicktime",
}

EXTENSIONS = {
    "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/tiff": "tif",
    "image/webp": "webp", "image/heic": "heic", "application/msword": "doc", "application/vnd.ms-excel": "xls",
    "application/vnd.ms-powerpoint": "ppt", f"{_OFFICE}.wordprocessingml.document": "docx",
    f"{_OFFICE}.spreadsheetml.sheet": "xlsx", f"{_OFFICE}.presentationml.presentation": "pptx", "text/plain": "txt",
    "application/zip": "zip", "video/mp4": "mp4", "audio/mpeg": "mp3", "application/rtf": "rtf",
}  # fmt: skip
# Shown in the page; all else is offered for download. No markup: an .svg or .html could run script in our name.
INLINE = frozenset({"application/pdf", "image/jpeg", "image/png", "image/gif", "image/webp"})
PICTURES = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff"})


def sniff(head: bytes, parts: Collection[str] = (), mimetype: str = "") -> str | None:
    """The media type. `head` is the first 4096 bytes; `parts` the names inside a zip or OLE file; `mimetype` what an
    OpenDocument file says of itself in its first part."""
    if head.startswith(_RUNNABLE) or head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower().startswith(_MARKUP):
        return None
    for magic, media_type in _ALWAYS:
        if head.startswith(magic):
            return media_type
    if head.startswith(ZIP):
        return _zip_kind(parts, mimetype)
    if head.startswith(OLE):
        return next((kind for name, kind in _OLE_PARTS if name in parts), None)
    return _riff_or_brand(head) or ("text/plain" if _is_text(head) else None)


def _zip_kind(parts: Collection[str], mimetype: str) -> str | None:
    if mimetype.startswith(_OPEN_DOCUMENT):
        return mimetype
    if "[Content_Types].xml" in parts:
        for folder, kind in _ZIP_PARTS:
            if any(name.startswith(folder) for name in parts):
                return _MACRO[folder] if f"{folder}vbaProject.bin" in parts else kind
    if any(name.lower().endswith((".exe", ".dll", ".apk", ".jar", ".class")) for name in parts):
        return None
    return "application/zip"


def _riff_or_brand(head: bytes) -> str | None:
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    return None


def _is_text(head: bytes) -> bool:
    """UTF-8 (a letter cut by the end of the head is no fault) or UTF-16 with its mark, without control characters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    text = head.decode("utf-8", errors="ignore")
    cut = len(head) - len(text.encode())
    return (
        bool(head) and cut <= (3 if len(head) >= HEAD else 0) and not any(c < " " and c not in "\t\r\n\f" for c in text)
    )
