"""A year of work: who is good settles in time with proof, who is slow is late; nothing is drawn at random, so that the
demo is the same every time."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.desk.demo.places import COMMUNES
from dondoc.duties.access import published
from dondoc.duties.actions.evidence import Proof
from dondoc.duties.actions.obligation import assign, claim_nothing, confirm, return_, settle
from dondoc.duties.models import DutyMember, Obligation, Part
from dondoc.duties.rules.aims import Asked, asked_of
from dondoc.duties.rules.judging import Figure, Kind
from dondoc.duties.rules.states import State
from dondoc.plans.models import Plan
from dondoc.toolkit.errors import BadInput

PACES = {one.name: one.pace for one in COMMUNES}
DEPARTMENTS = 0.93
SLOW_DEPARTMENTS = {"t-xay-dung": 0.5, "t-y-te": 0.7}


def live_through(plan: Plan, people: dict[str, User], *, at: datetime, is_past: bool = False) -> None:
    """Settle what was due, most of it; a past year in full. Then leads say yes to most and send some back."""
    tasks = published().filter(duty__plan_code=plan.code, duty__source_kind="task")
    rows = tasks.filter(state__in=[State.OPEN.value, State.NOT_OPEN.value])
    for one in rows.select_related("duty", "held_by", "unit").order_by("pk").iterator(chunk_size=500):
        with transaction.atomic():
            _live(one, people, at, is_past)
    waiting = published().filter(duty__plan_code=plan.code, state=State.AWAITING.value)
    for one in waiting.select_related("duty", "held_by").order_by("pk"):
        _judge(one, people, at, is_past)


def give_out(people: dict[str, User], *, at: datetime) -> None:
    """Some of the open work of An Lạc is Lan's own."""
    lan, khang = people["lan.nt"], people["khang.vd"]
    mine = published().filter(unit__name="An Lạc", state__in=[State.OPEN.value, State.RETURNED.value])
    for one in mine.select_related("assigned_to").order_by("due_on", "pk")[:12:2]:
        assign(one, to=lan, by=khang, at=at)


def send_back(people: dict[str, User], *, at: datetime) -> None:
    """Home Affairs sends some of what was settled lately back for a better proof."""
    settled = published().filter(
        unit__name__in=("An Lạc", "Khánh Sơn"), state=State.DONE.value, duty__source_kind="task"
    )
    latest = settled.filter(settled_at__gte=at - timedelta(days=120)).select_related("duty", "held_by")
    for one in latest.order_by("-settled_at", "pk")[:6:2]:
        return_(
            one, by=people["ha.lt"], at=at - timedelta(days=1), reason="Minh chứng chưa có dấu: bổ sung rồi gửi lại."
        )


def chance(*parts: object) -> float:
    """A number from 0 to 1 that is the same for the same parts."""
    return int(sha256("|".join(map(str, parts)).encode()).hexdigest()[:8], 16) / 0xFFFFFFFF


def _live(one: Obligation, people: dict[str, User], at: datetime, is_past: bool) -> None:
    luck = chance(one.held_by.name, one.unit.name, one.duty.title, one.occurrence)
    pace = PACES.get(one.unit.name, SLOW_DEPARTMENTS.get(one.held_by.kind, DEPARTMENTS))
    today = timezone.localtime(at).date()
    if one.due_on is not None and abs((one.due_on - today).days) <= 7 and one.unit.name in PACES:
        return
    if one.due_on is None or one.due_on >= today:
        if one.opens_on > today or luck > 0.35 * pace:
            return
    elif luck > pace and not is_past and _is_still_undone(one, luck, pace, today):
        return
    moment = _moment(one, luck, pace, at)
    by = _who(one, people)
    if chance("nothing", one.duty.title, one.unit.name) < 0.03 and one.state == State.OPEN.value:
        claim_nothing(one, by=by, at=moment, reason="Trong kỳ không có trường hợp nào phải giải quyết.")
        return
    is_claimed = luck > pace * 0.94 and not is_past
    proofs = [] if is_claimed else [_proof(one, moment, luck)]
    text = "Đã thực hiện theo kế hoạch." if not is_claimed else "Đã thực hiện, văn bản đang trình ký."
    settle(one, by=by, at=moment, text=text, evidence=proofs, figures=_figures(one, luck), claimed=is_claimed)


def _is_still_undone(one: Obligation, luck: float, pace: float, today: date) -> bool:
    """What is late is mostly caught up with after some months."""
    age = (today - one.due_on).days if one.due_on else 0
    caught_up = 0.0 if age < 75 else 0.6 if age < 160 else 0.9
    return luck > pace + (1 - pace) * caught_up


def _moment(one: Obligation, luck: float, pace: float, at: datetime) -> datetime:
    """Mostly some days before the due day; who is slow often some days after it. Never before it opened, never later
    than now."""
    last = one.due_on or timezone.localtime(at).date() - timedelta(days=5)
    shift = (30 if luck > pace else 6) if luck > 0.85 * pace else -1 - int(luck * 20)
    day = max(one.opens_on, last + timedelta(days=shift))
    moment = timezone.make_aware(datetime.combine(day, time(8 + int(luck * 8), int(luck * 59))))
    return min(moment, at - timedelta(hours=2))


def _who(one: Obligation, people: dict[str, User]) -> User:
    by_unit = {"An Lạc": "lan.nt", "Hòa Bình": "tung.ds"}
    if one.unit.name in PACES:
        login = by_unit.get(one.unit.name)
        return people[login] if login else next(u for u in people.values() if u.full_name == f"Cán bộ {one.unit.name}")
    return people["minh.tv"] if one.held_by.kind == "t-tu-phap" else people["ha.lt"]


def _proof(one: Obligation, moment: datetime, luck: float) -> Proof:
    product = str(one.duty.products[0]) if one.duty.products else "Báo cáo kết quả"
    symbol = "BC-UBND" if one.held_by.kind == "ubnd" else "BC"
    day: date = timezone.localtime(moment).date()
    return Proof(
        title=f"{product} ({one.label})", number=f"{20 + int(luck * 400)}/{symbol}", dated_on=day, product=product
    )


def _figures(one: Obligation, luck: float) -> dict[int, Figure]:
    return dict(_measured(asked_of(one.duty.targets), luck))


def _measured(asked: tuple[Asked, ...], luck: float) -> Iterator[tuple[int, Figure]]:
    for part in asked:
        aim = part.aim.value if part.aim else Decimal(1)
        if part.kind is Kind.SHARE:
            whole = 20 + int(luck * 60)
            low = part.aim is not None and part.aim.op == "<="
            yield part.part, Figure(Kind.SHARE, Decimal(0 if low else whole - int(luck > 0.9)), Decimal(whole))
        elif part.kind is Kind.DURATION:
            yield part.part, Figure(Kind.DURATION, aim, Decimal(3))
        else:
            yield part.part, Figure(part.kind, max(aim, Decimal(1)), Decimal(1) if part.kind is Kind.YES_NO else None)


def _judge(one: Obligation, people: dict[str, User], at: datetime, is_past: bool) -> None:
    """The lead says yes within a week; what came in lately still waits; a little is sent back."""
    lead = DutyMember.objects.filter(duty=one.duty, part=Part.LEAD).select_related("agency").first()
    by = people["minh.tv"] if lead and lead.agency.kind == "t-tu-phap" else people["ha.lt"]
    luck = chance("judged", one.held_by.name, one.duty.title, one.occurrence)
    moment = min((one.settled_at or at) + timedelta(days=3), at - timedelta(hours=1))
    is_fresh = one.settled_at is not None and one.settled_at > at - timedelta(days=75)
    if is_fresh and luck < 0.6 and not is_past:
        return
    try:
        if is_fresh and luck < 0.68 and not is_past:
            return_(one, by=by, at=moment, reason="Thiếu bản chụp có dấu: bổ sung rồi gửi lại.")
        else:
            confirm(one, by=by, at=moment)
    except BadInput:
        return
