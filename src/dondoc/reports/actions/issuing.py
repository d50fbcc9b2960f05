"""A consolidation goes out: its document is written and kept as it is, and what the agency itself owed is settled."""

from datetime import datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.duties.actions.case import settle_by
from dondoc.records.actions.files import attach_file
from dondoc.records.actions.pdf import queue_pdf
from dondoc.records.models import Attachment
from dondoc.reports.actions.consolidating import KIND
from dondoc.reports.actions.consolidation import move_on
from dondoc.reports.models import Consolidation
from dondoc.reports.queries.consolidation_paper import paper_of
from dondoc.reports.queries.consolidation_reading import obligations_to_settle
from dondoc.units.queries.papers import written

NAME = "bao-cao-tong-hop.docx"


def issue(consolidation: Consolidation, *, by: User, at: datetime) -> Attachment:
    """Out, as approved: the document is kept unchanged, with a PDF beside it where LibreOffice is installed. The
    report that the agency owes on the same period is settled by it. Refuses one that is not approved."""
    with transaction.atomic():
        move_on(consolidation, "send", by=by, at=at, issued_at=at)
        content = written(consolidation.agency, paper_of(consolidation))
        document = attach_file([content], name=NAME, on=(KIND, consolidation.code), by=by, at=at)
        queue_pdf(document, by=by, at=at)
        for obligation in obligations_to_settle(consolidation.period, consolidation.agency):
            record = (KIND, consolidation.code)
            settle_by(obligation, record=record, title=consolidation.title[:300], by=by, at=at)
    return document


def document_of(consolidation: Consolidation) -> Attachment | None:
    """The document as it went out."""
    rows = Attachment.objects.select_related("file").filter(object_kind=KIND, object_code=consolidation.code)
    return rows.filter(original_name=NAME, removed_at=None).order_by("-pk").first()
