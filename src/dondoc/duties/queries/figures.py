"""What the engine can tell of a unit and year, by agency: on time, complete, targets met, returned, proved, urged."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse

from dondoc.duties.access import published
from dondoc.duties.models import Figure as Entered
from dondoc.duties.models import Obligation, Urging
from dondoc.duties.rules import judging
from dondoc.duties.rules.aims import asked_of
from dondoc.duties.rules.states import SETTLED, State
from dondoc.figures.registry import Ask, Figure, Kind, Sums, Told, tells
from dondoc.records.models import AuditEntry

_SETTLED = [state.value for state in SETTLED]
_NOT_COUNTED = [State.EXEMPT.value, State.AWAITING.value]


def due_in(ask: Ask) -> QuerySet[Obligation]:
    """What was due in the period, in earnest. What waits for a yes and what was excused is in no figure: nobody has
    said that it counts, or it is owed no more."""
    rows = published().filter(unit__in=ask.units, due_on__range=(ask.starts_on, ask.ends_on))
    rows = rows.filter(is_requested=False, is_history=False).exclude(state__in=_NOT_COUNTED)
    if ask.component:
        rows = rows.filter(component=ask.component)
    return rows.filter(section=ask.section) if ask.section is not None else rows


@tells(Figure("duties.complete", "Việc đến hạn đã hoàn thành", Kind.SHARE, in_evaluation=True))
def complete(ask: Ask) -> Sums:
    return _shares(due_in(ask), Q(state__in=_SETTLED), "tat-ca")


@tells(Figure("duties.on-time", "Việc hoàn thành đúng hạn", Kind.SHARE, in_evaluation=True))
def on_time(ask: Ask) -> Sums:
    """Claimed by the due moment and settled since: the day of the claim counts, not that of the yes."""
    return _shares(due_in(ask), Q(state__in=_SETTLED, settled_at__lte=F("due_at")), "tat-ca")


@tells(Figure("duties.proved", "Việc hoàn thành có minh chứng", Kind.SHARE, in_evaluation=True))
def proved(ask: Ask) -> Sums:
    """Of what was done, what is not only claimed ("tự khai")."""
    done = due_in(ask).filter(state__in=[State.DONE.value, State.DONE_LATE.value])
    return _shares(done, Q(is_claimed=False), "da-xong")


@tells(Figure("duties.not-returned", "Kết quả không bị trả lại", Kind.SHARE, in_evaluation=True))
def not_returned(ask: Ask) -> Sums:
    """Of what was sent in, what never came back."""
    returned = AuditEntry.objects.filter(object_kind="obligation", verb="return").values("object_code")
    sent = due_in(ask).filter(state__in=[*_SETTLED, State.RETURNED.value])
    return _shares(sent, ~Q(code__in=returned), "tat-ca")


@tells(Figure("duties.targets-met", "Chỉ tiêu đạt", Kind.SHARE, in_evaluation=True))
def targets_met(ask: Ask) -> Iterable[Told]:
    """Of the targets with figures that were asked of what was due, those that the entered figures meet. A target
    without figures is not met."""
    rows = due_in(ask).exclude(duty__targets=[]).values_list("pk", "held_by", "unit", "duty_id", "duty__targets")
    asked = list(rows)
    entered: dict[int, dict[int, judging.Figure]] = defaultdict(dict)
    for one in Entered.objects.filter(obligation__in=due_in(ask).exclude(duty__targets=[])):
        kind = judging.Kind(one.kind)
        entered[one.obligation_id][one.target_part] = judging.Figure(kind, one.numerator, one.denominator)
    parts: dict[int, Any] = {}
    found: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    for pk, agency, unit, duty, targets in asked:
        for part in parts.setdefault(duty, asked_of(targets)):
            if part.aim is not None:
                found[unit, agency][0] += judging.met(part.aim, entered[pk].get(part.part)) is True
                found[unit, agency][1] += 1
    for (unit, agency), (met, whole) in sorted(found.items()):
        yield Told(unit, Decimal(met), Decimal(whole), _link(), agency)


@tells(Figure("duties.letters", "Công văn đôn đốc đã nhận", Kind.COUNT, less_is_better=True, in_evaluation=True))
def letters(ask: Ask) -> Sums:
    rows = Urging.objects.filter(way=Urging.Way.LETTER, on__range=(ask.starts_on, ask.ends_on))
    rows, count = rows.filter(to_agency__unit__in=ask.units), Count("letter", distinct=True)
    return Sums(rows, count, unit="to_agency__unit", agency="to_agency", href=reverse("letters"))


@tells(Figure("duties.escalated", "Việc quá hạn đã báo cáo lên cấp trên", Kind.COUNT, less_is_better=True))
def escalated(ask: Ask) -> Sums:
    rows = Urging.objects.filter(way=Urging.Way.ESCALATION, on__range=(ask.starts_on, ask.ends_on))
    rows, count = rows.filter(obligation__unit__in=ask.units), Count("obligation", distinct=True)
    return Sums(rows, count, unit="obligation__unit", agency="obligation__held_by", href=reverse("way-up"))


def _shares(rows: QuerySet[Obligation], good: Q, state: str) -> Sums:
    return Sums(rows, Count("pk", filter=good), Count("pk"), agency="held_by", href=_link(state))


def _link(state: str = "tat-ca") -> str:
    return f"/theo-doi/viec/?trang-thai={state}"
