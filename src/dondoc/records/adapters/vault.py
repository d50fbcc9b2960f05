"""Files on disk by the hash of their content: `files/ab/cd/<sha256>`, written aside, synced, then renamed into place.

A crash at any moment leaves either the whole file or a leftover in `files/tmp`, never half a file under its name.
"""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dondoc.records.rules.sniffing import HEAD, OLE, ZIP, sniff
from dondoc.toolkit.errors import BadInput


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that now lies in the vault."""

    sha256: str
    size: int
    media_type: str


def root() -> Path:
    """Where this installation keeps its files."""
    from django.conf import settings

    return Path(settings.DATA) / "files"


def path_of(place: Path, sha256: str) -> Path:
    return place / sha256[:2] / sha256[2:4] / sha256


def keep(place: Path, chunks: Iterable[bytes], *, limit: int) -> Kept:
    """Write the content into the vault at `place`. Refuses what is empty, over `limit` bytes or of no known kind."""
    (place / "tmp").mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place / "tmp")
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            sha256, size = _copy(file, chunks, limit)
        media_type = kind_of(aside)
        _settle(aside, path_of(place, sha256))
        return Kept(sha256, size, media_type)
    finally:
        aside.unlink(missing_ok=True)


def _copy(file: IO[bytes], chunks: Iterable[bytes], limit: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise BadInput(
                "file-too-large",
                "Tệp lớn hơn {limit} MB. Giảm dung lượng hoặc tách tệp rồi gửi lại.",
                limit=limit // (1024 * 1024),
            )
        digest.update(chunk)
        file.write(chunk)
    if not size:
        raise BadInput("file-empty", "Tệp không có nội dung. Kiểm tra lại tệp trên máy rồi chọn lại.")
    file.flush()
    os.fsync(file.fileno())
    return digest.hexdigest(), size


def _settle(aside: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    aside.chmod(0o440)
    aside.replace(target)
    directory = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def kind_of(path: Path) -> str:
    """The media type by content; refuses what is of no kind that an office needs."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    parts, mimetype = _inside(path, head)
    found = sniff(head, parts, mimetype)
    if found is None:
        raise BadInput(
            "file-kind", "Loại tệp này không nhận. Dùng Word, Excel, PowerPoint, PDF, ảnh, văn bản hoặc tệp nén zip."
        )
    return found


def _inside(path: Path, head: bytes) -> tuple[frozenset[str], str]:
    if head.startswith(ZIP):
        try:
            with zipfile.ZipFile(path) as archive:
                names = frozenset(archive.namelist()[:20_000])
                with_type = "mimetype" in names and archive.getinfo("mimetype").file_size < 200
                return names, archive.read("mimetype").decode("ascii", "replace").strip() if with_type else ""
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError):
            raise BadInput("file-broken", "Tệp bị hỏng, không mở được. Mở lại trên máy, lưu lại rồi gửi.") from None
    return (_ole_parts(path), "") if head.startswith(OLE) else (frozenset(), "")


def _ole_parts(path: Path) -> frozenset[str]:
    """Names of streams stand in UTF-16 in the directory of an OLE file; finding the known ones is enough."""
    content = path.read_bytes()
    names = ("WordDocument", "Workbook", "Book", "PowerPoint Document")
    return frozenset(name for name in names if name.encode("utf-16-le") + b"\0\0" in content)


def is_intact(place: Path, sha256: str) -> bool:
    """Whether the file is there and still has its hash."""
    path, digest = path_of(place, sha256), hashlib.sha256()
    if not path.is_file():
        return False
    with path.open("rb") as file:
        while chunk := file.read(1024 * 1024):
            digest.update(chunk)
    return digest.hexdigest() == sha256
