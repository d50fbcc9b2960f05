"""A report comes in: once, whole, whatever the line and the process do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.feedback.actions.terms import begin_term
from dondoc.feedback.actions.trace import note
from dondoc.feedback.events import ReportReceived
from dondoc.feedback.models import Contact, Intake, Photo, Report, Service
from dondoc.feedback.queries.codes import follow_code, follow_hash
from dondoc.feedback.queries.terms import day_of, rule_for
from dondoc.feedback.rules.defaults import ACKNOWLEDGE
from dondoc.feedback.rules.reading import flags_of
from dondoc.feedback.rules.searching import searchable
from dondoc.feedback.rules.stages import Channel, Kind
from dondoc.feedback.rules.wording import moment
from dondoc.records.actions import audit, files, outbox
from dondoc.records.models import StoredFile
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sniffing import PICTURES
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import Settlement

PHOTOS, LONGEST, SHORTEST = 5, 5000, 10
SENT = "sent"  # what a letter or a signal is counted as, by the address it came from


@dataclass(frozen=True, slots=True)
class Upload:
    """A photo as it was sent: its name there and its bytes."""

    name: str
    chunks: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Letter:
    """What a citizen wrote. All but the text may be missing."""

    text: str
    kind: str = Kind.REPORT
    service: Service | None = None
    settlement: Settlement | None = None
    place: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    is_private: bool = False
    name: str = ""
    phone: str = ""
    email: str = ""


def receive_report(
    intake: Intake,
    *,
    letter: Letter,
    sent_key: UUID,
    by: User | None,
    at: datetime,
    channel: str = Channel.WEB,
    received_at: datetime | None = None,
    photos: Sequence[Upload] = (),
) -> tuple[Report, str, bool]:
    """Take a report in: (report, the code to follow it, whether it is new). The same key again is the same report and
    the same code, with nothing written. Refuses an empty or endless text, more than five photos, a file that is no
    picture. The clock runs from `received_at`, which for what was entered on somebody's behalf lies before `at`."""
    code = follow_code(sent_key)
    held = Report.objects.filter(sent_key=sent_key).first()
    if held is not None:
        return held, code, False
    text = checked_text(letter.text)
    pictures = [(one.name, _picture(one, at)) for one in _few(photos)]
    try:
        with transaction.atomic():
            report = _create(intake, letter, text, sent_key, code, by, at, channel, received_at or at)
            _attach(report, pictures, by, at)
            _keep_contact(report, letter, at)
            _begin(report, by, at)
    except IntegrityError:
        held = Report.objects.filter(sent_key=sent_key).first()
        if held is None:
            raise
        return held, code, False
    return report, code, True


def checked_text(text: str) -> str:
    text = clean(text.replace("\r\n", "\n")).replace("\x00", "").strip()
    if len(text) < SHORTEST:
        raise BadInput("report-short", "Viết rõ hơn một chút: việc gì, ở đâu, từ bao giờ (ít nhất 10 chữ cái).")
    if len(text) > LONGEST:
        raise BadInput(
            "report-long", "Nội dung dài hơn {most} chữ cái. Rút gọn, hoặc gửi phần còn lại sau.", most=LONGEST
        )
    return text


def _few(photos: Sequence[Upload]) -> Sequence[Upload]:
    if len(photos) > PHOTOS:
        raise BadInput("report-photos", "Gửi nhiều nhất {most} ảnh. Bỏ bớt ảnh rồi gửi lại.", most=PHOTOS)
    return photos


def _picture(upload: Upload, at: datetime) -> StoredFile:
    """Kept before the transaction begins, so that nobody waits for its disk."""
    stored = files.store_file(upload.chunks, at=at)
    if stored.media_type not in PICTURES:
        raise BadInput(
            "report-not-a-photo", "“{name}” không phải ảnh. Chọn ảnh JPG, PNG hoặc WEBP.", name=upload.name[:60]
        )
    return stored


def _create(
    intake: Intake,
    letter: Letter,
    text: str,
    sent_key: UUID,
    code: str,
    by: User | None,
    at: datetime,
    channel: str,
    received_at: datetime,
) -> Report:
    if received_at > at:
        raise BadInput("report-future", "Lúc nhận không thể ở sau lúc nhập. Kiểm tra lại ngày, giờ.")
    report = Report.objects.create(
        code=new_code(),
        sent_key=sent_key,
        follow_hash=follow_hash(code),
        unit=intake.unit,
        settlement=letter.settlement,
        kind=letter.kind,
        channel=channel,
        service=letter.service,
        text=text,
        search=searchable(text, letter.place),
        place=" ".join(clean(letter.place).split())[:200],
        latitude=letter.latitude,
        longitude=letter.longitude,
        attributes=dict(letter.attributes),
        is_private=letter.is_private,
        flags=flags_of(text),
        received_at=received_at,
        entered_by=by,
        dispatcher=intake.dispatcher,
    )
    after = {"channel": channel, "kind": letter.kind, "private": letter.is_private, "text": text}
    audit.record("receive_report", ("report", report.code), by=by, at=at, after=after, personal=("text",))
    return report


def _attach(report: Report, pictures: Sequence[tuple[str, StoredFile]], by: User | None, at: datetime) -> None:
    for number, (name, stored) in enumerate(pictures, 1):
        attachment = files.attach_stored(stored, name=name, on=("report", report.code), by=by, at=at)
        Photo.objects.create(code=new_code(), report=report, attachment=attachment, number=number)


def _keep_contact(report: Report, letter: Letter, at: datetime) -> None:
    """Only what the writer gave; the trail has salted hashes."""
    given = {
        "name": " ".join(clean(letter.name).split())[:120],
        "phone": letter.phone.strip()[:20],
        "email": letter.email.strip()[:254],
    }
    if any(given.values()):
        Contact.objects.create(report=report, consented_at=at, **given)
        audit.record("keep_contact", ("report", report.code), by=None, at=at, after=given, personal=tuple(given))


def _begin(report: Report, by: User | None, at: datetime) -> None:
    """The trace, the clock of acknowledging, the event."""
    note(report, "received", by=by, at=report.received_at)
    rule = rule_for(report.unit, ACKNOWLEDGE, day_of(report.received_at), channel=report.channel)
    begin_term(
        ("report", report.code),
        step=ACKNOWLEDGE,
        key=ACKNOWLEDGE,
        unit=report.unit,
        agency=report.dispatcher,
        rule=rule,
        received_at=report.received_at,
        label=label_of(report),
        href=href_of(report),
        by=by,
        at=at,
    )
    outbox.emit(ReportReceived(report.code, report.unit.code), at=at)


def label_of(report: Report) -> str:
    """What officials call it, in lists and letters: when it came and, unless it is private, about what."""
    field = f", {report.service.name}" if report.service and not report.is_private else ""
    return f"Phản ánh nhận lúc {moment(timezone.localtime(report.received_at))}{field}"[:120]


def href_of(report: Report) -> str:
    """Where officers find it."""
    return f"/phan-anh/{report.code}/"
