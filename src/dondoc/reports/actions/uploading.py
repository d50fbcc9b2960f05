"""A filled form counts exactly as entry by hand: kept, tried, then written through the same door as the sheet."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.evidence import Proof
from dondoc.records.actions import audit
from dondoc.records.actions.files import attach_file
from dondoc.records.models import Attachment
from dondoc.reports.actions.drafting import KIND
from dondoc.reports.actions.filling import Typed, prove_rows, refuse_closed, save_sheet
from dondoc.reports.models import Report
from dondoc.reports.queries.form import Trial, trial_of
from dondoc.reports.rules.columns import Filled

UPLOAD = "report-form"


def keep_form(report: Report, *, chunks: Iterable[bytes], name: str, by: User, at: datetime) -> Attachment:
    """Keep the file as it came. Refuses a report that is no draft, and a file that is none of its forms."""
    refuse_closed(report)
    content = b"".join(chunks)
    trial_of(report, content, timezone.localtime(at).date())
    return attach_file([content], name=name, on=(UPLOAD, report.code), by=by, at=at)


def take_form(report: Report, *, content: bytes, by: User, at: datetime) -> Trial:
    """Write the rows that can be taken in; faulty ones stay as they were. What the form says wins over what stands."""
    refuse_closed(report)
    trial = trial_of(report, content, timezone.localtime(at).date())
    good = [one for one in trial.good if one.key in trial.changing]
    with transaction.atomic():
        rows = {one.key: Typed(one.entry) for one in good}
        passages = {key: (text, "") for key, text in trial.passages.items()}
        save_sheet(report, rows=rows, passages=passages, by=by, at=at, is_automatic=True)
        for proof, codes in _proofs(report, good):
            prove_rows(report, codes=codes, proofs=[proof], by=by, at=at)
        after = {"rows": len(good), "wrong": len(trial.wrong), "passages": len(passages)}
        audit.record("take_form", (KIND, report.code), by=by, at=at, after=after)
    return trial


def _proofs(report: Report, filled: Iterable[Filled]) -> list[tuple[Proof, list[str]]]:
    """One proof for all rows that name the same paper; what a row has already is not entered again."""
    rows = report.rows.prefetch_related("proofs").select_related("obligation")
    held = {row.obligation.code: {(p.number, p.url) for p in row.proofs.all()} for row in rows}
    found: dict[tuple[object, ...], list[str]] = {}
    for one in filled:
        if (one.number or one.link) and (one.number, one.link) not in held.get(one.key, set()):
            found.setdefault((one.number, one.dated_on, one.summary, one.link), []).append(one.key)
    return [
        (Proof(title=str(title), number=str(number), dated_on=day, url=str(link)), codes)  # type: ignore[arg-type]
        for (number, day, title, link), codes in found.items()
    ]
