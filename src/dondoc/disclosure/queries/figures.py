"""What disclosure can tell: items done and late, days hung, drafts and comments, contributions to the đồng."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum
from django.utils import timezone

from dondoc.disclosure.models import Comment, Consultation, LedgerEntry, Posting
from dondoc.disclosure.rules.catalogue import SOURCE
from dondoc.disclosure.rules.ledger import Side
from dondoc.duties.access import published
from dondoc.duties.models import Obligation
from dondoc.duties.rules.states import OWED, State
from dondoc.figures.registry import Ask, Figure, Kind, Sums, Told, tells

_LINK = "/cong-khai/"
_SECTIONS = (1, 2, 4, 5)
_COMPONENTS = ("1.2", "1.4", "2.1", "2.2", "2.3", "2.4", "4.1", "4.3", "4.4", "5.4")
_DONE = [State.DONE.value, State.NOTHING_AROSE.value]
_OWED = [state.value for state in OWED]


def _owed(ask: Ask) -> QuerySet[Obligation]:
    """What was due in the period, of the component or dimension that is asked for."""
    rows = published().filter(
        duty__source_kind=SOURCE,
        unit__in=ask.units,
        due_on__range=(ask.starts_on, ask.ends_on),
        is_requested=False,
        is_history=False,
    )
    rows = rows.filter(component=ask.component) if ask.component else rows
    rows = rows.filter(section=ask.section) if ask.section else rows
    return rows.exclude(state=State.EXEMPT.value)


@tells(Figure("disclosure.in-time", "Công khai đúng hạn", Kind.SHARE, _SECTIONS, _COMPONENTS, in_evaluation=True))
def in_time(ask: Ask) -> Sums:
    return Sums(_owed(ask), Count("pk", filter=Q(state__in=_DONE)), Count("pk"), href=_LINK)


@tells(Figure("disclosure.late", "Công khai quá hạn, chậm", Kind.COUNT, _SECTIONS, _COMPONENTS, less_is_better=True))
def late(ask: Ask) -> Sums:
    """Undone after its day, or done after it. What is due on a day to come is not late."""
    is_late = Q(state=State.DONE_LATE.value) | Q(state__in=_OWED, due_on__lt=min(ask.ends_on, timezone.localdate()))
    return Sums(_owed(ask), Count("pk", filter=is_late), href=_LINK)


@tells(
    Figure(
        "disclosure.days-hung", "Số ngày niêm yết tại bảng tin, nhà văn hóa", Kind.DURATION, (2,), ("2.1", "2.2", "2.3")
    )
)
def days_hung(ask: Ask) -> Iterable[Told]:
    """Days over postings: how long each hung within the period, with how many hung."""
    rows = Posting.objects.filter(
        publication__unit__in=ask.units, publication__withdrawn_at=None, channel__in=["board", "village"],
        begins_on__lte=ask.ends_on,
    )  # fmt: skip
    if ask.component:
        rows = rows.filter(publication__item__component=ask.component)
    sums: dict[int, tuple[int, int]] = {}
    for unit, begins_on, until, down_on in rows.values_list("publication__unit", "begins_on", "until", "down_on"):
        days = _within(ask, begins_on, until, down_on)
        if days:
            total, count = sums.get(unit, (0, 0))
            sums[unit] = (total + days, count + 1)
    return [Told(unit, Decimal(total), Decimal(count), _LINK) for unit, (total, count) in sums.items()]


@tells(Figure("disclosure.consultations", "Dự thảo đưa ra lấy ý kiến Nhân dân", Kind.COUNT, (1, 2), ("1.2", "2.4")))
def consultations(ask: Ask) -> Sums:
    rows = Consultation.objects.filter(unit__in=ask.units, starts_on__range=(ask.starts_on, ask.ends_on))
    return Sums(rows, Count("pk"), href=_LINK)


@tells(
    Figure("disclosure.comments-answered", "Ý kiến góp ý đã có kết quả tiếp thu", Kind.SHARE, (1, 3), ("1.2", "3.2"))
)
def comments_answered(ask: Ask) -> Sums:
    rows = Comment.objects.filter(
        consultation__unit__in=ask.units,
        consultation__ends_on__range=(ask.starts_on, ask.ends_on),
        is_hidden=False,
    )
    return Sums(rows, Count("pk", filter=~Q(outcome="")), Count("pk"), "consultation__unit", href=_LINK)


@tells(Figure("disclosure.collected", "Nhân dân đóng góp tự nguyện", Kind.MONEY, (1,), ("1.4",)))
def collected(ask: Ask) -> Sums:
    return _money(ask, Side.COLLECTED)


@tells(Figure("disclosure.spent", "Đã chi từ đóng góp tự nguyện", Kind.MONEY, (1,), ("1.4",)))
def spent(ask: Ask) -> Sums:
    return _money(ask, Side.SPENT)


def _money(ask: Ask, side: Side) -> Sums:
    rows = LedgerEntry.objects.filter(
        collection__unit__in=ask.units, side=side.value, on__range=(ask.starts_on, ask.ends_on)
    )
    return Sums(rows, Sum("amount"), unit="collection__unit", href=_LINK)


def _within(ask: Ask, begins_on: date, until: date | None, down_on: date | None) -> int:
    """Days of a posting that lie in the period; the day on which it was put up does not count."""
    ends = min(day for day in (until, down_on, ask.ends_on) if day is not None)
    start = max(begins_on, ask.starts_on - timedelta(days=1))
    return max(0, (ends - start).days)
