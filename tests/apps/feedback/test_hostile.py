"""What strangers try: pictures that are bombs or something else as well, names that are paths, forged forms."""

import struct
import zlib
from datetime import date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.feedback.conftest import Send, picture
from dondoc.feedback.actions.publishing import decide_photo
from dondoc.feedback.models import Photo, Report
from dondoc.records.models import Attachment
from makers.feedback import TEXT, Ward, make_report
from people import Cast

pytestmark = pytest.mark.django_db


def photo(content: bytes, name: str = "anh.jpg") -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(name, content, "image/jpeg")]


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it is 30,000 by 30,000."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "content",
    [
        bomb(),
        b"\xff\xd8\xff" + b"\0" * 200,
        b"<html><script>alert(1)</script></html>",
        b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        b"MZ" + b"\0" * 100,
        b"#!/bin/sh\nrm -rf /",
    ],
)
def test_what_is_no_sound_picture_is_refused_in_words(send: Send, content: bytes) -> None:
    answer = send(photos=photo(content))
    assert answer.status_code == 422
    assert Report.objects.count() == 0
    assert 'class="wrong"' in answer.content.decode()


def test_a_picture_that_is_a_page_as_well_is_drawn_anew_for_the_public(send: Send, cast: Cast, now: datetime) -> None:
    send(photos=photo(picture() + b"<html><script>alert(1)</script>PK\x03\x04"))
    one = Photo.objects.select_related("attachment__file", "report").get()
    decide_photo(one, choice="shown", by=cast.lan, at=now)
    assert one.shown is not None
    assert one.shown.sha256 != one.attachment.file.sha256
    from dondoc.records.adapters import vault

    content = vault.path_of(vault.root(), one.shown.sha256).read_bytes()
    assert b"script" not in content
    assert content.endswith(b"\xff\xd9")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.jpg", "C:\\Windows\\a.jpg", "a\x00.jpg", "<img src=x>.jpg", "\u202egpj.exe.jpg"]
)
def test_a_name_leads_out_of_nowhere(send: Send, name: str) -> None:
    assert send(photos=photo(picture(), name)).status_code == 302
    kept = Attachment.objects.get().original_name
    assert not set(kept) & set("/\\<>\x00\u202e")


@pytest.mark.parametrize(
    "fields",
    [
        {"service": "khong-co"}, {"settlement": "khong-co"}, {"sent_key": "khong-phai-uuid"}, {"kind": "signal"},
        {"latitude": "999", "longitude": "5"}, {"latitude": "NaN", "longitude": "NaN"}, {"text": "a" * 6000},
        {"place": "b" * 300},
    ],
)  # fmt: skip
def test_a_forged_form_is_refused_and_is_never_our_fault(send: Send, fields: dict[str, str]) -> None:
    assert send(**fields).status_code == 422
    assert Report.objects.count() == 0


def test_what_a_form_does_not_ask_is_not_taken(send: Send) -> None:
    send(
        stage="answered",
        outcome="resolved",
        published_at="2026-11-10",
        channel="hotline",
        entered_by="1",
        code="x",
        id="7",
    )
    report = Report.objects.get()
    assert (report.stage, report.outcome, report.published_at, report.channel) == ("received", "", None, "web")


def test_a_form_of_another_site_is_refused(ward: Ward) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(f"/gui-phan-anh/{ward.unit.code}/viet/", {"text": TEXT}).status_code == 403


@pytest.mark.parametrize("code", ["' OR 1=1 --", "%00", "a" * 300, "..%2f..%2f", "000000000000"])
def test_a_code_that_is_none_is_not_found(client: Client, ward: Ward, code: str) -> None:
    assert client.get(f"/theo-doi-phan-anh/{code}/").status_code in (400, 404)
    assert client.get(f"/hoi-va-dap/{ward.unit.code}/{code}/").status_code in (400, 404)


def test_a_control_character_is_kept_out_of_the_database(send: Send) -> None:
    answer = send(text=TEXT + "\x00\x1b[31m")
    assert answer.status_code in (302, 422)
    assert all("\x00" not in report.text for report in Report.objects.all())


def test_the_workbook_has_an_end(
    client: Client, ward: Ward, cast: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dondoc.feedback.views.inbox.MOST", 2)
    for _ in range(3):
        make_report(ward, at=now)
    client.force_login(cast.lan)
    from io import BytesIO

    from openpyxl import load_workbook

    book: Any = load_workbook(BytesIO(client.get("/phan-anh/xuat.xlsx?buoc=tat-ca").content))
    assert book.active.max_row == 3


def test_a_formula_in_a_text_is_text_in_the_workbook(client: Client, ward: Ward, cast: Cast, now: datetime) -> None:
    make_report(ward, at=now, text='=HYPERLINK("http://x","bấm vào đây")')
    client.force_login(cast.lan)
    from io import BytesIO

    from openpyxl import load_workbook

    book: Any = load_workbook(BytesIO(client.get("/phan-anh/xuat.xlsx?buoc=tat-ca").content))
    assert book.active.cell(2, 12).data_type == "s"


def test_a_day_off_declared_later_moves_what_is_open_and_says_so(
    client: Client, ward: Ward, cast: Cast, now: datetime
) -> None:
    from dondoc.duties.models import Obligation
    from dondoc.feedback.models import Term
    from dondoc.records.worker import drain
    from dondoc.schedule.actions.day import Declared, declare_day
    from makers.feedback import make_acknowledged, make_answered

    report, done = make_acknowledged(ward, by=cast.lan, at=now), make_answered(ward, by=cast.lan, at=now)
    term = Term.objects.get(case_code=report.code, step="feedback.answer")
    before = Obligation.objects.get(pk=term.obligation_id)
    assert str(before.due_on) == "2026-11-18"
    declared = Declared(
        kind="off", day=date(2026, 11, 13), name="Nghỉ tránh bão", number="12/CĐ-UBND", decided_on=date(2026, 11, 10)
    )
    declare_day(declared, by=cast.ha, at=now)
    drain("test")
    before.refresh_from_db()
    assert str(before.due_on) == "2026-11-19"
    assert "Nghỉ tránh bão" in before.explained["rule"]
    step = report.steps.get(verb="moved")
    assert "Hạn chuyển từ hết ngày 18/11/2026 sang hết ngày 19/11/2026." in step.text
    settled = Term.objects.get(case_code=done.code, step="feedback.answer")
    assert str(settled.due_at.date()) == "2026-11-18"  # type: ignore[union-attr]
