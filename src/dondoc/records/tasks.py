"""What comes round for records: seals on the trail, old keys of forms, leftovers of uploads; PDFs asked for,
copies for the public."""

from datetime import datetime, timedelta

from django.utils import timezone

from dondoc.records.actions.copies import KIND as PUBLIC_COPY
from dondoc.records.actions.files import make_public_copy
from dondoc.records.actions.flood import forget_knocks
from dondoc.records.actions.forms import forget_forms
from dondoc.records.actions.pdf import KIND as PDF
from dondoc.records.actions.pdf import add_pdf, convert_to_pdf
from dondoc.records.adapters import vault
from dondoc.records.jobs import Run, job
from dondoc.records.models import Attachment, StoredFile
from dondoc.records.periodic import every
from dondoc.records.sealing import seal_entries


@every(timedelta(seconds=30), "records.seal")
def seal(now: datetime) -> None:
    seal_entries(at=now)


@every(timedelta(days=1), "records.forget-forms")
def forget(now: datetime) -> None:
    forget_forms(at=now)


@every(timedelta(hours=6), "records.forget-knocks")
def forget_addresses(now: datetime) -> None:
    forget_knocks(at=now)


@every(timedelta(days=1), "records.sweep-files")
def sweep_files(now: datetime) -> int:
    """Delete what no row knows and what lies aside, once it is a day old: younger files may belong to an upload that
    has not committed."""
    swept = 0
    for path in vault.root().rglob("*"):
        is_old = path.is_file() and now.timestamp() - path.stat().st_mtime > 86400
        if is_old and not StoredFile.objects.filter(sha256=path.name).exists():
            path.unlink()
            swept += 1
    return swept


@job(PDF)
def make_pdf(run: Run, attachment: str) -> dict[str, str]:
    """Converted outside of any transaction: it takes seconds."""
    document = Attachment.objects.select_related("file").get(code=attachment)
    content = convert_to_pdf(document)
    with run.step(1, 1):
        made = add_pdf(document, content, by=None, at=timezone.now())
    return {"attachment": made.code}


@job(PUBLIC_COPY)
def copy_for_the_public(run: Run, sha256: str) -> dict[str, str]:
    """Drawn outside of any transaction. A request that came first has made it already: then it is that one."""
    made = make_public_copy(StoredFile.objects.select_related("public_copy").get(sha256=sha256), at=timezone.now())
    with run.step(1, 1):
        pass
    return {"sha256": made.sha256}
