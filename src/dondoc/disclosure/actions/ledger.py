"""The ledger of voluntary contributions: opened with the consent of two thirds, written line by line, never edited."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.disclosure.models import Collection, LedgerEntry
from dondoc.disclosure.rules.ledger import Line, Side, Sums, is_agreed, reversal
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import Agency, Settlement

KIND = "collection"
MOST = 10**15


def open_collection(
    agency: Agency,
    *,
    name: str,
    purpose: str,
    asked_by: str,
    agreed_on: date,
    agreed: int,
    households: int,
    by: User,
    at: datetime,
    minutes: str = "",
    settlement: Settlement | None = None,
) -> Collection:
    """Money may be asked for one purpose: who asks, why, agreed by how many households. Refuses where fewer than two
    thirds agreed (Luật 10/2022/QH15 Đ.20, 21), and without name, purpose or who asks."""
    name, purpose, asked_by = (clean(text).strip() for text in (name, purpose, asked_by))
    if not (name and purpose and asked_by):
        raise BadInput("collection-empty", "Ghi tên khoản, mục đích và ai vận động.")
    if agreed_on > timezone.localtime(at).date():
        raise BadInput("collection-future", "Ngày họp thống nhất ở tương lai: kiểm tra lại ngày.")
    if not is_agreed(agreed, households):
        raise BadInput(
            "collection-not-agreed",
            "Mới có {agreed}/{households} hộ đồng ý: phải từ 2/3 số hộ trở lên mới được huy động.",
            agreed=agreed,
            households=households,
        )
    with transaction.atomic():
        made = Collection.objects.create(
            code=new_code(),
            unit=agency.unit,
            agency=agency,
            settlement=settlement,
            name=name[:200],
            purpose=purpose,
            asked_by=asked_by[:200],
            agreed_on=agreed_on,
            agreed=agreed,
            households=households,
            minutes=clean(minutes).strip()[:120],
            opened_at=at,
        )
        after = {"name": name, "agreed": agreed, "households": households}
        audit.record("open_collection", (KIND, made.code), by=by, at=at, after=after)
    return made


def add_entry(
    collection: Collection, *, side: str, amount: int, on: date, what: str, by: User, at: datetime, paper: str = ""
) -> LedgerEntry:
    """One line, money in or out, in whole đồng; the sums go with it in one step. Refuses nothing or less, a future day,
    no words, and more than what is left."""
    what = " ".join(clean(what).split())[:300]
    if not 0 < amount < MOST:
        raise BadInput("entry-amount", "Số tiền là số nguyên đồng, lớn hơn 0.")
    if on > timezone.localtime(at).date():
        raise BadInput("entry-future", "Ngày thu, chi ở tương lai: kiểm tra lại ngày.")
    if not what:
        raise BadInput("entry-empty", "Ghi nội dung thu, chi.")
    return _write(collection, Line(Side(side), amount), on=on, what=what, paper=paper, reverses=None, by=by, at=at)


def reverse_entry(entry: LedgerEntry, *, reason: str, by: User, at: datetime) -> LedgerEntry:
    """Take a line back by a line of its own: what was written stays to be read. Refuses without a reason, a line that
    was taken back before, a line that itself takes back."""
    reason = " ".join(clean(reason).split())
    if not reason:
        raise BadInput("reason-missing", "Ghi lý do ghi đảo: sai gì.")
    if entry.reverses_id is not None or LedgerEntry.objects.filter(reverses=entry).exists():
        raise BadInput("entry-reversed", "Dòng này đã được ghi đảo.")
    line, on = reversal(Line(Side(entry.side), entry.amount)), timezone.localtime(at).date()
    what = f"Ghi đảo dòng {entry.number}: {reason}"[:300]
    collection = Collection.objects.get(pk=entry.collection_id)
    return _write(collection, line, on=on, what=what, paper="", reverses=entry, by=by, at=at)


def close_collection(collection: Collection, *, by: User, at: datetime) -> bool:
    """Nothing more is asked. False where it was closed before."""
    with transaction.atomic():
        on = timezone.localtime(at).date()
        if not Collection.objects.filter(pk=collection.pk, closed_on=None).update(closed_on=on):
            return False
        audit.record("close_collection", (KIND, collection.code), by=by, at=at, after={"left": collection.left})
    return True


def _write(
    collection: Collection,
    line: Line,
    *,
    on: date,
    what: str,
    paper: str,
    reverses: LedgerEntry | None,
    by: User,
    at: datetime,
) -> LedgerEntry:
    """The line and the sums after it by an UPDATE that names the line before: two at once cannot both be the next."""
    collection.refresh_from_db()
    number, sums = collection.lines, Sums(collection.collected, collection.spent).plus(line)
    if min(sums.collected, sums.spent, sums.left) < 0:
        raise BadInput("entry-overdrawn", "Số chi lớn hơn số còn lại: kiểm tra lại số tiền.")
    values = {"lines": number + 1, "collected": sums.collected, "spent": sums.spent, "left": sums.left}
    try:
        with transaction.atomic():
            if not Collection.objects.filter(pk=collection.pk, lines=number, closed_on=None).update(**values):
                raise _moved(collection)
            entry = LedgerEntry.objects.create(
                code=new_code(),
                collection=collection,
                number=number + 1,
                side=line.side.value,
                amount=line.amount,
                on=on,
                what=what,
                paper=clean(paper).strip()[:80],
                reverses=reverses,
                collected=sums.collected,
                spent=sums.spent,
                left=sums.left,
                at=at,
            )
            after = {"number": number + 1, "side": line.side.value, "amount": line.amount, "left": sums.left}
            audit.record("write_entry", (KIND, collection.code), by=by, at=at, after=after)
    except IntegrityError:
        raise _moved(collection) from None
    for name, value in values.items():
        setattr(collection, name, value)
    return entry


def _moved(collection: Collection) -> BadInput:
    if Collection.objects.filter(pk=collection.pk).exclude(closed_on=None).exists():
        return BadInput("collection-closed", "Khoản này đã kết thúc nên không ghi thêm được.")
    return BadInput("entry-moved", "Người khác vừa ghi một dòng: xem lại số còn rồi gửi lại.")
