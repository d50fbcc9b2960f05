"""Making public: what, where, with which proof; taken down, put right, used as a proof elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.disclosure.actions.settling import prove, settle_if_whole, take_back, take_back_all
from dondoc.disclosure.adapters.texts import Read, read_text
from dondoc.disclosure.models import Correction, Item, Posting, Publication
from dondoc.disclosure.queries.facts import PAPER, PROOF, asked_of, stretch_of
from dondoc.disclosure.queries.public import opened_files
from dondoc.disclosure.rules.catalogue import BOARD, LOUDSPEAKER, SOURCE, VILLAGE
from dondoc.disclosure.rules.identity import identity_numbers, masked
from dondoc.disclosure.rules.register import is_early, until_of
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.actions.occasion import record_occasion
from dondoc.duties.models import Duty, Obligation
from dondoc.records.actions import audit
from dondoc.records.actions.copies import queue_public_copies
from dondoc.records.actions.files import attach_file
from dondoc.records.adapters import vault
from dondoc.records.models import Attachment
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.records.rules.sniffing import PICTURES
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean, fold
from dondoc.units.models import AdministrativeUnit, Agency, Settlement

KIND = "publication"
HUNG = (BOARD, VILLAGE)  # what a photo can show
OPENED = ("decision", "papers", "places")
FIELDS = {"decision": "số, ngày văn bản", "papers": "tệp văn bản", "places": "nơi, thời gian", "photos": "ảnh niêm yết"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where it hangs and from which day. `until` is the last day of a reading over loudspeakers; elsewhere the rule
    tells it."""

    channel: str
    begins_on: date
    settlement: Settlement | None = None
    until: date | None = None
    url: str = ""
    minutes: str = ""


def publish(
    item: Item,
    *,
    unit: AdministrativeUnit,
    agency: Agency,
    title: str,
    places: Sequence[Place],
    by: User,
    at: datetime,
    obligation: Obligation | None = None,
    number: str = "",
    decided_on: date | None = None,
    papers: Sequence[Upload] = (),
    photos: Sequence[Upload] = (),
    opened: Sequence[str] = OPENED,
) -> Publication:
    """Write down that something was made public, in one step from the board to its proof. What waits for a decision is
    opened by it: five working days run from there. Refuses a future day, no place, a list of people that shows numbers
    of identity papers. Where nothing is missing it settles what was owed."""
    title, today = " ".join(clean(title).split())[:300], timezone.localtime(at).date()
    if not title:
        raise BadInput("publication-untitled", "Ghi tên văn bản, danh sách đã công khai.")
    if decided_on is not None and decided_on > today:
        raise BadInput("publication-future", "Ngày ban hành ở tương lai: kiểm tra lại ngày văn bản.")
    if not places:
        raise BadInput("publication-nowhere", "Chọn ít nhất một nơi đã công khai.")
    with transaction.atomic():
        owed = obligation or _owed_by_decision(item, agency, title, decided_on, by=by, at=at)
        publication = Publication.objects.create(
            code=new_code(),
            item=item,
            agency=agency,
            unit=unit,
            settles=owed,
            title=title,
            search=fold(title)[:400],
            number=clean(number).strip()[:60],
            decided_on=decided_on,
            holds_people=item.holds_people,
            opened=[name for name in opened if name in FIELDS],
            published_at=at,
        )
        _keep_papers(publication, papers, by=by, at=at)
        _hang(publication, places, photos, by=by, at=at)
        after = {"item": item.code, "title": title, "number": number, "decided_on": decided_on, "places": len(places)}
        audit.record("publish", (KIND, publication.code), by=by, at=at, after=plain(after))
        _ready_for_the_public(publication, by=by, at=at)
        settle_if_whole(publication, by=by, at=at)
    return publication


def add_postings(
    publication: Publication, *, places: Sequence[Place], photos: Sequence[Upload] = (), by: User, at: datetime
) -> list[Posting]:
    """It hangs in more places, or again in one. Refuses no place at all, and what was withdrawn."""
    if not places:
        raise BadInput("publication-nowhere", "Chọn ít nhất một nơi đã công khai.")
    _refuse_withdrawn(publication)
    with transaction.atomic():
        made = _hang(publication, places, photos, by=by, at=at)
        after = {"places": [f"{one.channel}:{one.begins_on.isoformat()}" for one in made]}
        audit.record("add_postings", (KIND, publication.code), by=by, at=at, after=after)
        _ready_for_the_public(publication, by=by, at=at)
        settle_if_whole(publication, by=by, at=at)
    return made


def add_proof(posting: Posting, *, photos: Sequence[Upload], minutes: str = "", by: User, at: datetime) -> None:
    """A photo, the minutes or a log of what hangs already. Refuses nothing at all, and what was withdrawn."""
    minutes = clean(minutes).strip()[:200]
    if not photos and not minutes:
        raise BadInput("posting-proofless", "Chọn ảnh hoặc ghi số biên bản, nhật ký phát.")
    _refuse_withdrawn(posting.publication)
    with transaction.atomic():
        for photo in photos:
            attach_file(photo.chunks, name=photo.name, on=(PROOF, posting.code), by=by, at=at)
        Posting.objects.filter(pk=posting.pk).update(
            proofs=F("proofs") + len(photos), **({"minutes": minutes} if minutes else {})
        )
        audit.record(
            "add_proof", (PROOF, posting.code), by=by, at=at, after={"photos": len(photos), "minutes": minutes}
        )
        _ready_for_the_public(posting.publication, by=by, at=at)
        settle_if_whole(posting.publication, by=by, at=at)


def take_down(posting: Posting, *, on: date, reason: str, by: User, at: datetime) -> bool:
    """It hangs there no more. Before its time this is a finding, and what it had settled is owed again. False where it
    was down already. Refuses a day before it was put up or in the future, and an early one without a reason."""
    reason = clean(reason).strip()[:300]
    if on < posting.begins_on or on > timezone.localtime(at).date():
        raise BadInput("posting-days", "Ngày gỡ phải từ ngày niêm yết đến hôm nay: kiểm tra lại ngày.")
    posting.down_on = on
    is_before_time = is_early(stretch_of(posting))
    if is_before_time and not reason:
        posting.down_on = None
        raise BadInput("reason-missing", "Chưa đủ thời gian niêm yết: ghi lý do gỡ sớm.")
    with transaction.atomic():
        if not Posting.objects.filter(pk=posting.pk, down_on=None).update(down_on=on, down_reason=reason):
            return False
        audit.record(
            "take_down",
            (PROOF, posting.code),
            by=by,
            at=at,
            after=plain({"down_on": on, "early": is_before_time, "reason": reason}),
        )
        if is_before_time:
            hung = (on - posting.begins_on).days
            take_back(posting.publication, by=by, at=at, reason=f"Niêm yết mới {hung} ngày đã gỡ: {reason}")
    return True


def mend_link(posting: Posting, *, url: str, by: User, at: datetime) -> None:
    """Another address for what stands in the net; the old one stays in the trail. Refuses no address."""
    if not url.strip():
        raise BadInput("posting-linkless", "Nhập đường dẫn tới nội dung đã đăng.")
    with transaction.atomic():
        before = {"url": posting.url}
        Posting.objects.filter(pk=posting.pk).update(url=url.strip(), is_dead=False, dead_since=None, checked_at=None)
        audit.record("mend_link", (PROOF, posting.code), by=by, at=at, before=before, after={"url": url.strip()})


def note_link(posting: Posting, *, is_there: bool, at: datetime) -> bool:
    """What the round found at an address. True where that changed."""
    changed = posting.is_dead == is_there
    with transaction.atomic():
        values = {"checked_at": at}
        if changed:
            values |= {"is_dead": not is_there, "dead_since": None if is_there else at}  # type: ignore[dict-item]
        Posting.objects.filter(pk=posting.pk).update(**values)
        if changed:
            verb = "link_is_back" if is_there else "link_is_dead"
            audit.record(verb, (PROOF, posting.code), by=None, at=at, after={"url": posting.url})
    return changed


def correct(
    publication: Publication,
    *,
    reason: str,
    by: User,
    at: datetime,
    title: str = "",
    number: str | None = None,
    decided_on: date | None = None,
    papers: Sequence[Upload] = (),
) -> Publication:
    """Put right what was wrong: a new version, the old one stays readable inside. Refuses without a reason."""
    reason, title = clean(reason).strip(), " ".join(clean(title).split())[:300]
    if not reason:
        raise BadInput("reason-missing", "Ghi nội dung đính chính: sai gì, sửa thành gì.")
    _refuse_withdrawn(publication)
    with transaction.atomic():
        version = publication.version
        before = {"title": publication.title, "number": publication.number, "decided_on": publication.decided_on}
        values = {
            "title": title or publication.title,
            "search": fold(title or publication.title)[:400],
            "number": publication.number if number is None else clean(number).strip()[:60],
            "decided_on": decided_on or publication.decided_on,
            "version": version + 1,
        }
        if not Publication.objects.filter(pk=publication.pk, version=version).update(**values):
            raise BadInput("publication-moved", "Người khác vừa đính chính. Tải lại trang, xem rồi gửi lại nếu cần.")
        for name, value in values.items():
            setattr(publication, name, value)
        if papers:
            old = Attachment.objects.filter(object_kind=PAPER, object_code=publication.code, removed_at=None)
            before["papers"] = list(old.values_list("code", flat=True))  # type: ignore[assignment]
            old.update(removed_at=at)
            Publication.objects.filter(pk=publication.pk).update(unreadable=[])
            publication.unreadable = []
            _keep_papers(publication, papers, by=by, at=at)
        Correction.objects.create(
            publication=publication, version=version + 1, reason=reason, before=plain(before), at=at
        )
        audit.record("correct", (KIND, publication.code), by=by, at=at, before=plain(before), after={"reason": reason})
        _ready_for_the_public(publication, by=by, at=at)
    return publication


def open_to_public(publication: Publication, *, fields: Sequence[str], by: User, at: datetime) -> None:
    """Which fields the public sees. Photos of a posted list of people stay inside, whatever is asked."""
    asked = [name for name in FIELDS if name in fields]
    if publication.holds_people and "photos" in asked:
        raise BadInput("photos-of-people", "Ảnh chụp danh sách có tên người chỉ lưu nội bộ: bỏ chọn ảnh niêm yết.")
    with transaction.atomic():
        before = {"opened": publication.opened}
        Publication.objects.filter(pk=publication.pk).update(opened=asked)
        publication.opened = asked
        audit.record("open_to_public", (KIND, publication.code), by=by, at=at, before=before, after={"opened": asked})
        _ready_for_the_public(publication, by=by, at=at)


def withdraw(publication: Publication, *, reason: str, by: User, at: datetime) -> bool:
    """It should not have been made public, or not like this: it leaves the public pages at once, and what it settled,
    tasks of plans that it proved too, is owed again unless another proof stands. Papers and trail stay inside. False
    where it was withdrawn before. Refuses without a reason."""
    reason = clean(reason).strip()[:300]
    if not reason:
        raise BadInput("reason-missing", "Ghi lý do rút: công khai nhầm, sai đối tượng hay lý do khác.")
    with transaction.atomic():
        if not Publication.objects.filter(pk=publication.pk, withdrawn_at=None).update(withdrawn_at=at):
            return False
        publication.withdrawn_at = at
        audit.record("withdraw_publication", (KIND, publication.code), by=by, at=at, after={"reason": reason})
        take_back_all(publication, by=by, at=at, reason=f"Đã rút bản công khai: {reason}")
    return True


def use_for(publication: Publication, *, obligation: Obligation, by: User, at: datetime) -> None:
    """Use it as the proof of a task of a plan: entered once, used where it fits. Refuses the work of another agency,
    and what was withdrawn."""
    _refuse_withdrawn(publication)
    if obligation.held_by_id != publication.agency_id:
        raise BadInput("proof-elsewhere", "Việc này của cơ quan khác: chọn việc của cơ quan đã công khai.")
    prove(obligation, publication, by=by, at=at)


def _owed_by_decision(
    item: Item, agency: Agency, title: str, decided_on: date | None, *, by: User, at: datetime
) -> Obligation | None:
    """What a decision opens: the day of the decision is the event from which the term runs."""
    duty = Duty.objects.filter(source_kind=SOURCE, source_code=item.code, ended_on=None).first()
    if duty is None or duty.schedule.get("kind") != "event" or decided_on is None:
        return None
    occasion = record_occasion(duty, name=title, on=decided_on, agency=agency, by=by, at=at)
    return Obligation.objects.filter(duty=duty, occurrence=f"event:{occasion.code}", held_by=agency).first()


def record_decision(item: Item, *, agency: Agency, title: str, decided_on: date, by: User, at: datetime) -> Obligation:
    """A decision was issued that must be made public: it is owed from now on. Refuses an item that waits for none."""
    title = " ".join(clean(title).split())[:200]
    if decided_on > timezone.localtime(at).date():
        raise BadInput("publication-future", "Ngày ban hành ở tương lai: kiểm tra lại ngày văn bản.")
    if not title:
        raise BadInput("publication-untitled", "Ghi tên văn bản, danh sách phải công khai.")
    with transaction.atomic():
        owed = _owed_by_decision(item, agency, title, decided_on, by=by, at=at)
    if owed is None:
        raise BadInput("item-not-by-decision", "Nội dung này công khai theo kỳ, không theo từng văn bản.")
    return owed


def _hang(
    publication: Publication, places: Iterable[Place], photos: Sequence[Upload], *, by: User, at: datetime
) -> list[Posting]:
    today, made = timezone.localtime(at).date(), []
    pictures = [(photo.name, b"".join(photo.chunks)) for photo in photos]
    asked = asked_of(publication.item, (), today)
    for place in places:
        if place.begins_on > today:
            raise BadInput("publication-future", "Ngày niêm yết ở tương lai: ghi khi đã niêm yết.")
        if place.channel == VILLAGE and place.settlement is None:
            raise BadInput("posting-hall", "Chọn nhà văn hóa của thôn, tổ dân phố nào.")
        if place.channel == "portal" and not place.url:
            raise BadInput("posting-linkless", "Nhập đường dẫn tới nội dung đã đăng.")
        is_read_out = place.channel in (LOUDSPEAKER, "meeting")
        until = (place.until or place.begins_on) if is_read_out else until_of(asked, place.begins_on)
        if until is not None and until < place.begins_on:
            raise BadInput("posting-days", "Ngày cuối trước ngày đầu: kiểm tra lại hai ngày.")
        posting = Posting.objects.create(
            code=new_code(),
            publication=publication,
            channel=place.channel,
            settlement=place.settlement,
            begins_on=place.begins_on,
            until=until,
            url=place.url,
            minutes=clean(place.minutes).strip()[:200],
            proofs=len(pictures) if place.channel in HUNG else 0,
            posted_at=at,
        )
        for name, content in pictures if place.channel in HUNG else ():
            attach_file([content], name=name, on=(PROOF, posting.code), by=by, at=at)
        made.append(posting)
    return made


def _keep_papers(publication: Publication, papers: Sequence[Upload], *, by: User, at: datetime) -> None:
    """Store what is published. A list of people may not show numbers of identity papers; a picture of a table is kept
    and noted as unreadable."""
    unreadable = []
    for paper in papers:
        kept = attach_file(paper.chunks, name=paper.name, on=(PAPER, publication.code), by=by, at=at)
        read = read_text(vault.path_of(vault.root(), kept.file.sha256), kept.file.media_type)
        if publication.holds_people:
            _refuse_numbers(kept.original_name, read)
        if read.is_readable is False or kept.file.media_type in PICTURES:
            unreadable.append(kept.code)
    if unreadable:
        publication.unreadable = [*publication.unreadable, *unreadable]
        Publication.objects.filter(pk=publication.pk).update(unreadable=publication.unreadable)


def _refuse_numbers(name: str, read: Read) -> None:
    numbers = identity_numbers(read.text)
    if numbers:
        raise BadInput(
            "identity-numbers",
            "Tệp “{name}” có {count} số giống số định danh, CMND (ví dụ {example}): xóa hoặc che cột này rồi tải lại.",
            name=name,
            count=len(numbers),
            example=masked(numbers[0]),
        )


def _refuse_withdrawn(publication: Publication) -> None:
    if publication.withdrawn_at is not None:
        raise BadInput("publication-withdrawn", "Bản công khai này đã rút: lập bản mới.")


def _ready_for_the_public(publication: Publication, *, by: User, at: datetime) -> None:
    """Pictures that were opened are copied before the first reader asks: that takes a second for a photo of a phone."""
    queue_public_copies(opened_files(publication), by=by, at=at)
