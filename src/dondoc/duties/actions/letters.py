"""Urging letters and letters of request: written from what is owed today, sent once they have a number."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.models import Obligation, Urging, UrgingLetter, UrgingLetterAgency
from dondoc.duties.queries.hours import working_calendar
from dondoc.duties.queries.letters import KIND, signed_copies
from dondoc.duties.queries.urging import days_late
from dondoc.duties.rules.lateness import Days
from dondoc.records.actions import audit
from dondoc.records.actions.files import attach_file, remove_attachment
from dondoc.records.models import Attachment
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sniffing import INLINE
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency

SCANS = INLINE | {"image/tiff"}


def write_letters(
    issuer: Agency,
    *,
    obligations: Iterable[Obligation],
    kind: str,
    each: bool,
    answer_by: date,
    by: User,
    at: datetime,
) -> list[UrgingLetter]:
    """One letter to all who owe, or one to each. The lines are kept as they stand today, so that the letter says the
    same whenever it is printed. Refuses where nobody owes anything, a body that is only asked in an urging letter and
    the other way round, and an answer asked for today or earlier."""
    today, days = timezone.localtime(at).date(), Days(working_calendar())
    lines: dict[int, list[dict[str, object]]] = defaultdict(list)
    for one in obligations:
        if one.is_requested != (kind == UrgingLetter.Kind.REQUEST):
            raise BadInput(
                "letter-requested", "Cơ quan được đề nghị nhận công văn đề nghị, không nhận công văn đôn đốc."
            )
        lines[one.held_by_id].append(_line(one, 0 if one.is_requested else days_late(one.due_on, today, days)))
    if not lines:
        raise BadInput("letter-nobody", "Không có cơ quan nào trong danh sách: chọn ít nhất một cơ quan còn việc.")
    if answer_by <= today:
        raise BadInput("letter-answer-by", "Ngày yêu cầu báo kết quả phải sau hôm nay: chọn ngày khác.")
    for told in lines.values():
        told.sort(key=lambda line: (str(line["due_on"]), str(line["title"])))
    shares: Sequence[list[int]] = [[agency] for agency in lines] if each else [list(lines)]
    batch = new_code()
    with transaction.atomic():
        made = []
        for agencies in shares:
            letter = UrgingLetter.objects.create(
                code=new_code(),
                batch=batch,
                kind=kind,
                issuer=issuer,
                answer_by=answer_by,
                written_on=today,
                written_by=by,
            )
            UrgingLetterAgency.objects.bulk_create(
                UrgingLetterAgency(letter=letter, agency_id=agency, lines=lines[agency]) for agency in agencies
            )
            made.append(letter)
        after = {"kind": kind, "agencies": len(lines), "lines": sum(map(len, lines.values()))}
        audit.record_bulk("write_letters", KIND, [one.code for one in made], by=by, at=at, after=after, scope=batch)
    return made


def send_letter(
    letter: UrgingLetter,
    *,
    number: str,
    dated_on: date,
    signer: str,
    by: User,
    at: datetime,
    copy: Upload | None = None,
) -> None:
    """It has its number and its day: it counts as sent, and each thing in it as urged by it. Refuses a letter that is
    sent or withdrawn, a day before it was written or after today, an empty number; a copy as `attach_copy` does."""
    number, today = " ".join(number.split()), timezone.localtime(at).date()
    if not number:
        raise BadInput("letter-number", "Ghi số, ký hiệu của công văn, ví dụ 123/UBND-NV.")
    if not letter.written_on <= dated_on <= today:
        raise BadInput(
            "letter-day", "Ngày công văn phải từ {first:%d/%m/%Y} đến hôm nay: nhập lại ngày.", first=letter.written_on
        )
    with transaction.atomic():
        values = {"number": number, "dated_on": dated_on, "signer": " ".join(signer.split())[:120]}
        _move(letter, UrgingLetter.State.SENT, **values)
        if letter.kind == UrgingLetter.Kind.URGE:
            _note(letter, dated_on)
        told = {"number": number, "dated_on": dated_on.isoformat()}
        audit.record("send_letter", (KIND, letter.code), by=by, at=at, after=told)
        if copy is not None:
            attach_copy(letter, copy, by=by, at=at)


def attach_copy(letter: UrgingLetter, copy: Upload, *, by: User, at: datetime) -> Attachment:
    """The letter as it was signed, with number and day: a PDF or a scan, seen by whoever sees the letter. A new one
    takes the place of the one before. Refuses a letter that has no number yet, and what is neither PDF nor picture."""
    if letter.state != UrgingLetter.State.SENT:
        raise BadInput("letter-unnumbered", "Công văn chưa có số: ghi số, ngày rồi đính kèm bản đã ký.")
    with transaction.atomic():
        made = attach_file(copy.chunks, name=copy.name, on=(KIND, letter.code), by=by, at=at)
        if made.file.media_type not in SCANS:
            raise BadInput("letter-copy", "Bản đã ký phải là tệp PDF hoặc ảnh quét (.jpg, .png, .tif): chọn tệp khác.")
        for older in signed_copies(letter).exclude(pk=made.pk):
            remove_attachment(older, by=by, at=at)
    return made


def withdraw_letter(letter: UrgingLetter, *, by: User, at: datetime) -> None:
    """A draft that will not go out. What was sent stays."""
    with transaction.atomic():
        _move(letter, UrgingLetter.State.WITHDRAWN)
        audit.record("withdraw_letter", (KIND, letter.code), by=by, at=at)


def _move(letter: UrgingLetter, to: str, **values: object) -> None:
    draft = UrgingLetter.objects.filter(pk=letter.pk, state=UrgingLetter.State.DRAFT)
    if not draft.update(state=to, **values):
        raise BadInput("letter-moved", "Công văn này đã được ghi số hoặc đã hủy: tải lại trang để xem.")
    for name, value in {"state": to, **values}.items():
        setattr(letter, name, value)


def _note(letter: UrgingLetter, on: date) -> None:
    codes = {line["code"]: row.agency_id for row in letter.addressed.all() for line in row.lines}
    found = Obligation.objects.filter(code__in=codes).values_list("pk", "code")
    Urging.objects.bulk_create(
        (
            Urging(
                obligation_id=pk, way=Urging.Way.LETTER, key=letter.code, on=on, letter=letter, to_agency_id=codes[code]
            )
            for pk, code in found
        ),
        ignore_conflicts=True,
    )


def _line(one: Obligation, late: int) -> dict[str, object]:
    due = one.due_on.isoformat() if one.due_on else ""
    return {"code": one.code, "title": one.duty.title, "label": one.label, "due_on": due, "days_late": late}
