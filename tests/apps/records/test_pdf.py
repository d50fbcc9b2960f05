"""PDF beside a Word document: in the background, once, plain Word where LibreOffice is absent."""

import pytest

from dondoc.records.actions import pdf
from dondoc.records.models import Attachment, State
from dondoc.records.worker import drain
from dondoc.toolkit.errors import BadInput
from dondoc.web import office
from dondoc.web.papers import Kind, default_template
from makers import LONG_AGO, make_attachment

pytestmark = pytest.mark.django_db(transaction=True)


def word() -> Attachment:
    return make_attachment(default_template(Kind.REPORT), name="Báo cáo.docx")


def test_without_libreoffice_nothing_is_queued(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "office", lambda: None)
    assert pdf.queue_pdf(word(), by=None, at=LONG_AGO) is None
    with pytest.raises(BadInput, match="chưa có LibreOffice"):
        pdf.convert_to_pdf(word())


def test_it_is_made_once_beside_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "office", lambda: "soffice")
    monkeypatch.setattr(pdf, "to_pdf", lambda content, program: b"%PDF-1.7 " + content[:2])
    document = word()
    job = pdf.queue_pdf(document, by=None, at=LONG_AGO)
    assert job == pdf.queue_pdf(document, by=None, at=LONG_AGO)
    drain()
    job.refresh_from_db()
    made = pdf.pdf_of(document)
    assert (job.state, job.result["attachment"]) == (State.DONE, made.code)
    assert (made.original_name, made.object_code) == ("Báo cáo.pdf", document.object_code)
    assert pdf.add_pdf(document, b"%PDF-1.7 again", by=None, at=LONG_AGO) == made


@pytest.mark.parametrize("fault", [None, TimeoutError])
def test_a_failed_conversion_says_to_use_word(monkeypatch: pytest.MonkeyPatch, fault: type[Exception] | None) -> None:
    def fail(content: bytes, program: str) -> None:
        if fault:
            raise fault

    monkeypatch.setattr(pdf, "office", lambda: "soffice")
    monkeypatch.setattr(pdf, "to_pdf", fail)
    with pytest.raises(BadInput, match="dùng bản Word"):
        pdf.convert_to_pdf(word())


@pytest.mark.skipif(office.office() is None, reason="LibreOffice is not installed")
def test_libreoffice_makes_a_pdf_of_our_template() -> None:
    made = office.to_pdf(default_template(Kind.LETTER), program=office.office() or "")
    assert made is not None
    assert made.startswith(b"%PDF")
