"""What feedback can tell of a unit: how much came in, in time or not, resolved by the writer's word too. All is
added up in one query with what others tell."""

from datetime import datetime, time
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from dondoc.feedback.models import Complaint, Denunciation, Report, Signal, Term
from dondoc.feedback.rules.defaults import ACKNOWLEDGE, ANSWER
from dondoc.feedback.rules.stages import Outcome
from dondoc.figures.registry import Ask, Figure, Kind, Sums, tells

HEARD, ANTI = (3, 8), (4,)
COMPONENTS = ("3.2", "8.3")
HREF = "/phan-anh/?buoc=tat-ca"


def _figure(name: str, label: str, kind: Kind, *, in_evaluation: bool = False, less: bool = False) -> Figure:
    return Figure(f"feedback.{name}", label, kind, HEARD, COMPONENTS, in_evaluation=in_evaluation, less_is_better=less)


def _within(ask: Ask, field: str) -> Q:
    """From the first moment of the first day to the last of the last, in Viet Nam."""
    begin = timezone.make_aware(datetime.combine(ask.starts_on, time.min))
    end = timezone.make_aware(datetime.combine(ask.ends_on, time.max))
    return Q(**{f"{field}__gte": begin, f"{field}__lte": end})


@tells(_figure("received", "Phản ánh, kiến nghị, câu hỏi đã nhận", Kind.COUNT))
def received(ask: Ask) -> Sums:
    rows = Report.objects.filter(_within(ask, "received_at"), unit__in=list(ask.units))
    return _counts(rows)


@tells(_figure("acknowledged-in-time", "Phản ánh được tiếp nhận đúng hạn", Kind.SHARE, in_evaluation=True))
def acknowledged_in_time(ask: Ask) -> Sums:
    return _in_time(ask, ACKNOWLEDGE)


@tells(_figure("answered-in-time", "Phản ánh được trả lời đúng hạn", Kind.SHARE, in_evaluation=True))
def answered_in_time(ask: Ask) -> Sums:
    return _in_time(ask, ANSWER)


@tells(_figure("resolved", "Phản ánh đã trả lời được giải quyết, người gửi không phủ nhận", Kind.SHARE))
def resolved(ask: Ask) -> Sums:
    """Of all that was answered: an answer alone is no resolution."""
    rows = Report.objects.filter(_within(ask, "answered_at"), unit__in=list(ask.units))
    return _shares(rows, Q(outcome=Outcome.RESOLVED) & (Q(confirmed=True) | Q(confirmed=None)))


@tells(_figure("content", "Người gửi hài lòng (4, 5 trên 5) trong số đã đánh giá", Kind.SHARE))
def content(ask: Ask) -> Sums:
    rows = Report.objects.filter(_within(ask, "rated_at"), unit__in=list(ask.units), rating__isnull=False)
    return _shares(rows, Q(rating__gte=4))


@tells(_figure("reopened", "Phản ánh người gửi đề nghị xem lại", Kind.COUNT, less=True))
def reopened(ask: Ask) -> Sums:
    rows = Report.objects.filter(_within(ask, "received_at"), unit__in=list(ask.units), round__gt=1)
    return _counts(rows)


@tells(Figure("feedback.signals", "Tín hiệu tham nhũng, thái độ cán bộ đã nhận", Kind.COUNT, ANTI, ("4.1",)))
def signals(ask: Ask) -> Sums:
    """How many, and nothing more."""
    rows = Signal.objects.filter(received_on__range=(ask.starts_on, ask.ends_on), unit__in=list(ask.units))
    return _counts(rows, href="")


@tells(Figure("feedback.complaints", "Khiếu nại đã nhận", Kind.COUNT, (3,), ("3.2",)))
def complaints(ask: Ask) -> Sums:
    rows = Complaint.objects.filter(received_on__range=(ask.starts_on, ask.ends_on), unit__in=list(ask.units))
    return _counts(rows, href="/phan-anh/so/khieu-nai/")


@tells(
    Figure(
        "feedback.complaints-in-time",
        "Bước giải quyết khiếu nại đúng hạn",
        Kind.SHARE,
        (3,),
        ("3.2",),
        in_evaluation=True,
    )
)
def complaints_in_time(ask: Ask) -> Sums:
    return _in_time(ask, "", flow="complaint", href="/phan-anh/so/khieu-nai/")


@tells(Figure("feedback.denunciations", "Tố cáo đã nhận", Kind.COUNT, (3,), ("3.2",)))
def denunciations(ask: Ask) -> Sums:
    """A sum alone."""
    rows = Denunciation.objects.filter(received_on__range=(ask.starts_on, ask.ends_on), unit__in=list(ask.units))
    return _counts(rows, href="")


def _in_time(ask: Ask, step: str, *, flow: str = "report", href: str = HREF) -> Sums:
    """Of the terms that ended in the period, by being met or by their due moment: those met by then."""
    over = _within(ask, "due_at") | (Q(met_at__isnull=False) & _within(ask, "met_at"))
    rows = Term.objects.filter(over, flow=flow, unit__in=list(ask.units), dropped_at=None, due_at__isnull=False)
    rows = rows.filter(step=step) if step else rows
    return _shares(rows, Q(met_at__isnull=False, met_at__lte=F("due_at")), href=href)


def _counts(rows: QuerySet[Any], *, href: str = HREF) -> Sums:
    return Sums(rows, Count("pk"), href=href)


def _shares(rows: QuerySet[Any], holds: Q, *, href: str = HREF) -> Sums:
    return Sums(rows, Count("pk", filter=holds), Count("pk"), href=href)
