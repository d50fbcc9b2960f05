"""A stored Word document as PDF, in the background, where LibreOffice is installed."""

from datetime import datetime

from dondoc.records.actions import audit
from dondoc.records.actions.files import attach_file
from dondoc.records.actions.jobs import queue_job
from dondoc.records.adapters import vault
from dondoc.records.models import Attachment, Job
from dondoc.toolkit.errors import BadInput
from dondoc.web.office import office, to_pdf

KIND = "records.pdf"


def queue_pdf(attachment: Attachment, *, by: audit.Actor | None, at: datetime) -> Job | None:
    """Queue the making of a PDF beside a Word document; None where this machine has no LibreOffice. The same document
    again is the same job."""
    if office() is None:
        return None
    return queue_job(KIND, {"attachment": attachment.code}, by=by, at=at, key=f"{KIND}:{attachment.code}")


def pdf_of(attachment: Attachment) -> Attachment | None:
    """The PDF that was made of a Word document, if there is one."""
    return (
        Attachment.objects.select_related("file")
        .filter(
            object_kind=attachment.object_kind,
            object_code=attachment.object_code,
            original_name=pdf_name(attachment),
            added_at__gte=attachment.added_at,
            removed_at=None,
        )
        .first()
    )


def pdf_name(attachment: Attachment) -> str:
    return attachment.original_name.rsplit(".", 1)[0] + ".pdf"


def convert_to_pdf(attachment: Attachment) -> bytes:
    """The bytes; nothing is written yet. Refuses where LibreOffice is absent, fails or takes too long."""
    program = office()
    if program is None:
        raise BadInput("pdf-no-office", "Máy chủ chưa có LibreOffice nên không tạo được PDF: dùng bản Word.")
    path = vault.path_of(vault.root(), attachment.file.sha256)
    try:
        made = to_pdf(path.read_bytes(), program=program)
    except TimeoutError:
        made = None
    if made is None:
        raise BadInput("pdf-failed", "LibreOffice không tạo được PDF từ văn bản này: dùng bản Word.")
    return made


def add_pdf(attachment: Attachment, content: bytes, *, by: audit.Actor | None, at: datetime) -> Attachment:
    """Attach the PDF to the thing that holds the Word document; once, whoever comes second finds the first."""
    on = (attachment.object_kind, attachment.object_code)
    return pdf_of(attachment) or attach_file([content], name=pdf_name(attachment), on=on, by=by, at=at)
