"""What the public reads of a report: text and answer with what was marked taken out, photos as they were decided."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.feedback.actions.trace import demanded, move, note
from dondoc.feedback.adapters.photos import GRID, public_copy
from dondoc.feedback.events import ReportPublished
from dondoc.feedback.models import Answer, Photo, Report
from dondoc.feedback.rules.redaction import read_marked, redacted
from dondoc.feedback.rules.searching import searchable
from dondoc.records.actions import audit, files, outbox
from dondoc.records.adapters import vault
from dondoc.toolkit.errors import BadInput

FLOW = "report"


def decide_photo(photo: Photo, *, choice: str, by: User, at: datetime, covered: Collection[int] = ()) -> None:
    """Show a photo whole, with cells covered, or not at all. Refuses to cover nothing."""
    if choice not in (Photo.Choice.SHOWN, Photo.Choice.COVERED, Photo.Choice.WITHHELD):
        raise BadInput("photo-choice", "Chọn công bố, che một phần hoặc không công bố cho từng ảnh.")
    cells = sorted({cell for cell in covered if 0 <= cell < GRID * GRID}) if choice == Photo.Choice.COVERED else []
    if choice == Photo.Choice.COVERED and not cells:
        raise BadInput("photo-nothing-covered", "Đánh dấu ít nhất một ô cần che, hoặc chọn công bố cả ảnh.")
    shown = None
    if choice != Photo.Choice.WITHHELD:
        source = vault.path_of(vault.root(), photo.attachment.file.sha256)
        shown = files.store_file([public_copy(source, cells)], at=at)
    with transaction.atomic():
        Photo.objects.filter(pk=photo.pk).update(choice=choice, covered=cells, shown=shown)
        after = {"photo": photo.code, "choice": choice, "covered": cells}
        audit.record("decide_photo", (FLOW, photo.report.code), by=by, at=at, after=after)
    photo.choice, photo.covered, photo.shown = choice, cells, shown


def publish_report(report: Report, *, text: str, answer: str, by: User, at: datetime) -> None:
    """Publish a report with its answer. `text` and `answer` are the originals with [[ ]] about what the public does not
    read. Refuses a private report, one without its answer, a photo that nobody has looked at, and any other change."""
    if report.is_private:
        raise BadInput("publish-private", "Phản ánh riêng tư không công bố. Chỉ công bố khi đã bỏ chế độ riêng tư.")
    if report.photos.filter(choice=Photo.Choice.UNDECIDED).exists():
        raise BadInput("photo-undecided", "Còn ảnh chưa xem. Chọn công bố, che hoặc không công bố cho từng ảnh.")
    given = report.answers.filter(state=Answer.State.APPROVED).order_by("-pk").first()
    if given is None:
        raise BadInput("publish-unanswered", "Chưa có trả lời được duyệt nên chưa công bố được.")
    public_text = redacted(report.text, read_marked(text, report.text))
    public_answer = redacted(given.text, read_marked(answer, given.text))
    with transaction.atomic():
        move(
            report, "publish", by=by, at=at, after={"round": report.round}, public_text=public_text,
            public_answer=public_answer, public_search=searchable(public_text, public_answer), published_at=at,
        )  # fmt: skip
        note(report, "published", by=by, at=at)
        outbox.emit(ReportPublished(report.code, report.unit.code, True), at=at)


def take_back(report: Report, *, reason: str, by: User, at: datetime) -> bool:
    """The public reads it no more. False where it was not published."""
    reason = demanded(reason, "Ghi lý do thu hồi công bố.")
    with transaction.atomic():
        rows = Report.objects.filter(pk=report.pk, published_at__isnull=False)
        if not rows.update(published_at=None, version=report.version + 1):
            return False
        audit.record("take_back", (FLOW, report.code), by=by, at=at, after={"reason": reason})
        note(report, "taken-back", by=by, at=at, text=reason, is_public=False)
        outbox.emit(ReportPublished(report.code, report.unit.code, False), at=at)
    report.published_at, report.version = None, report.version + 1
    return True
