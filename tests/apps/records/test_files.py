"""Stored files: by content, by kind, served with care."""

import io
import os
import time
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from dondoc.records.actions.files import attach_file, make_public_copy, remove_attachment, store_file
from dondoc.records.adapters import vault
from dondoc.records.models import AuditEntry, StoredFile
from dondoc.records.queries.checks import faults
from dondoc.records.rules.names import disposition, safe_name
from dondoc.records.rules.sniffing import sniff
from dondoc.records.serving import serve_attachment
from dondoc.records.tasks import sweep_files
from dondoc.toolkit.errors import BadInput
from makers import make_attachment
from people import Cast


def zipped(*names: str, **contents: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, contents.get(name, "x"))
    return out.getvalue()


def photo() -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[36867] = "2026:11:03 08:15:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 30.0), 3: "E", 4: (105.0, 51.0, 0.0)})
    exif[274] = 6
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 x", "application/pdf"),
        (
            zipped("[Content_Types].xml", "word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            zipped("[Content_Types].xml", "xl/workbook.xml"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (
            zipped("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
            "application/vnd.ms-excel.sheet.macroEnabled.12",
        ),
        (
            zipped("mimetype", mimetype="application/vnd.oasis.opendocument.text"),
            "application/vnd.oasis.opendocument.text",
        ),
        (zipped("anh/1.jpg"), "application/zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\0\0", "application/msword"),
        ("Báo cáo quý III".encode(), "text/plain"),
        (b"RIFF\0\0\0\0WEBPVP8 ", None),
        (b"MZ\x90", None),
        (b"#!/bin/sh", None),
        (b"  <!DOCTYPE html><script>", None),
        (b"<svg onload=alert(1)>", None),
        (zipped("cai-dat.exe"), None),
        (b"PK\x03\x04 broken", None),
        (b"", None),
        (b"\x00\x01\x02\x03", None),
    ],
)
def test_the_kind_is_told_by_content(db: None, now: datetime, content: bytes, kind: str | None) -> None:
    if kind is None:
        with pytest.raises(BadInput):
            store_file([content], at=now)
        assert not StoredFile.objects.exists()
    else:
        assert store_file([content], at=now).media_type == kind


def test_a_letter_cut_at_the_end_of_the_head_is_still_text() -> None:
    assert sniff(("a" * 4095 + "ế").encode()[:4096]) == "text/plain"
    assert sniff("ế".encode()[:2]) is None


def test_two_uploads_of_one_content_are_one_file_with_two_names(cast: Cast) -> None:
    first, second = make_attachment(name="a.pdf", by=cast.lan), make_attachment(name="b.pdf", by=cast.lan)
    assert first.file_id == second.file_id
    assert [first.original_name, second.original_name] == ["a.pdf", "b.pdf"]
    assert vault.is_intact(vault.root(), first.file.sha256)
    assert AuditEntry.objects.filter(verb="attach_file").count() == 2


def test_over_the_limit_nothing_is_left(db: None, now: datetime, settings: Any, data: Path) -> None:
    settings.MAX_UPLOAD_BYTES = 100
    with pytest.raises(BadInput):
        attach_file([b"%PDF-", b"x" * 100], name="a.pdf", on=("t", "1"), by=None, at=now)
    assert [path for path in (data / "files").rglob("*") if path.is_file()] == []


def test_a_picture_keeps_its_place_for_the_office_and_loses_it_for_the_public(db: None, now: datetime) -> None:
    stored = store_file([photo()], at=now)
    assert (str(stored.latitude), str(stored.longitude)) == ("21.025000", "105.850000")
    assert stored.taken_at is not None
    assert stored.taken_at.isoformat() == "2026-11-03T08:15:00+07:00"
    public = make_public_copy(stored, at=now)
    assert (public.latitude, public.taken_at) == (None, None)
    with Image.open(vault.path_of(vault.root(), public.sha256)) as picture:
        assert dict(picture.getexif()) == {}
        assert picture.size == (20, 40)
    assert make_public_copy(stored, at=now).pk == public.pk


def test_a_broken_picture_is_refused(db: None, now: datetime) -> None:
    with pytest.raises(BadInput, match="Ảnh bị hỏng"):
        store_file([photo()[:60]], at=now)


def test_it_is_served_with_its_own_name_and_can_run_nothing(db: None) -> None:
    response = serve_attachment(make_attachment(name="Báo cáo “quý III”.pdf"), wants_inline=True)
    assert response["Content-Disposition"].startswith('inline; filename="bao_cao_')
    assert "filename*=UTF-8''B%C3%A1o%20c%C3%A1o" in response["Content-Disposition"]
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"


def test_text_is_never_shown_in_the_page(db: None) -> None:
    response = serve_attachment(make_attachment(b"xin chao <script>", name="a.html"), wants_inline=True)
    assert response["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\a\\b.docx", "b.docx"),
        ("a\r\nX: y.pdf", "a__X_ y.pdf"),
        ("", "tep"),
        ("\u202efdp.exe", "_fdp.exe"),
    ],
)
def test_a_name_leads_nowhere(given: str, kept: str) -> None:
    assert safe_name(given) == kept
    assert "\n" not in disposition(kept, is_inline=False)


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_name("ế" * 300 + ".docx").endswith(".docx")
    assert len(safe_name("ế" * 300 + ".docx")) <= 200


def test_removing_twice_counts_once(cast: Cast, now: datetime) -> None:
    attachment = make_attachment(by=cast.lan)
    assert [remove_attachment(attachment, by=cast.lan, at=now) for _ in range(2)] == [True, False]


def test_a_file_that_was_changed_on_disk_is_found(db: None) -> None:
    path = vault.path_of(vault.root(), make_attachment().file.sha256)
    path.chmod(0o600)
    path.write_bytes(b"%PDF-khac")
    assert any("mất hoặc hỏng" in fault for fault in faults())


def test_the_sweep_takes_old_leftovers_alone(db: None, data: Path, now: datetime) -> None:
    kept = vault.path_of(vault.root(), make_attachment().file.sha256)
    old, young = data / "files/tmp/old", data / "files/tmp/young"
    for path in (old, young):
        path.write_bytes(b"x")
    for path in (old, kept):
        os.utime(path, (1, 1))
    os.utime(young, (time.time(), time.time()))
    sweep_files(datetime.fromtimestamp(time.time(), tz=now.tzinfo))
    assert [path.exists() for path in (kept, old, young)] == [True, False, True]
