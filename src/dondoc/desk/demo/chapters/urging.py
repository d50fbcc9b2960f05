"""What the demo shows of urging: a head's rule, digests, two letters, what went up, last year evaluated."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.desk.demo.pictures import signed_letter
from dondoc.desk.demo.story import Story
from dondoc.duties.access import published
from dondoc.duties.actions.escalating import escalate
from dondoc.duties.actions.evaluation import announce, answer, compute, object_to
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.actions.letters import send_letter, write_letters
from dondoc.duties.actions.reminding import is_connected, read_notices, remind
from dondoc.duties.actions.urging_rules import add_rule, set_way_up
from dondoc.duties.models import Channel, Evaluation, EvaluationScore, Regime
from dondoc.duties.queries.hours import working_calendar
from dondoc.duties.rules.reminding import Reminder
from dondoc.duties.rules.states import State
from dondoc.units.models import Agency


def live(story: Story) -> None:
    """Told from a week ago up to today."""
    khang, commune = story.people["khang.vd"], story.agencies["An Lạc", "ubnd"]
    begun = story.at - timedelta(days=30)
    add_rule(Reminder(-2), audience="all", channel="email", agency=commune, by=khang, at=begun)
    regime = Regime.objects.filter(source_kind="plan", source_code=story.commune.code).first()
    if regime is not None:
        set_way_up({1: 3, 2: 6, 3: 12}, regime=regime, by=story.people["quan.tri"], at=begun)
    if is_connected(Channel.SMS):
        add_rule(Reminder(5, 5), audience="head", channel="sms", by=story.people["quan.tri"], at=begun)
    _write(story, "Hòa Bình", at=story.at - timedelta(days=9), number="1187/SNV-CCHC")
    _write(story, "Khánh Sơn", at=story.at - timedelta(hours=3), number="")
    for day in _working_days(story.at):
        at = timezone.make_aware(datetime.combine(day, time(7, 35)))
        escalate(day, at=at)
        remind(day, at=at)
    for user in story.people.values():
        read_notices(user, by=user, at=story.at, code=_first_notice(user))
    _evaluate(story)


def _working_days(at: datetime) -> list[date]:
    today = timezone.localtime(at).date()
    days = [today - timedelta(days=back) for back in range(6, -1, -1)]
    return [day for day in days if working_calendar().is_working(day)]


def _first_notice(user: User) -> str:
    """What came first is read, the rest waits; a code that is nobody's where there is none."""
    first = user.notices.order_by("day").first()
    return first.code if first else "-"


def _write(story: Story, commune: str, *, at: datetime, number: str) -> None:
    """Home Affairs urges a commune; with a number it went out."""
    issuer, by = story.agencies["", "t-noi-vu"], story.people["ha.lt"]
    late = published().filter(held_by=story.agencies[commune, "ubnd"], is_requested=False, is_history=False)
    owed = [State.OPEN.value, State.RETURNED.value]
    rows = late.filter(state__in=owed, due_on__lt=timezone.localtime(at).date()).select_related("duty")
    if not rows:
        return
    answer_by = timezone.localtime(at).date() + timedelta(days=7)
    (letter,) = write_letters(issuer, obligations=rows, kind="urge", each=False, answer_by=answer_by, by=by, at=at)
    if number:
        copy = Upload(f"cong-van-{number.split('/')[0]}-da-ky.pdf", [signed_letter()])
        send_letter(letter, number=number, dated_on=letter.written_on, signer="Đặng Văn Hòa", copy=copy, by=by, at=at)


def _evaluate(story: Story) -> None:
    """Last year: announced, one objection answered, one that waits."""
    chi, at = story.people["chi.pq"], story.at
    unit, year = story.agencies["", "ubnd"].unit, story.last.year or timezone.localtime(at).year - 1
    row = compute(unit, year=year, by=chi, at=at - timedelta(days=20))
    announce(row, by=chi, at=at - timedelta(days=19))
    for agency, by, points in (("Hòa Bình", "tung.ds", Decimal(20)), ("An Lạc", "khang.vd", None)):
        _object(story, row, story.agencies[agency, "ubnd"], story.people[by], points)


def _object(story: Story, row: Evaluation, agency: Agency, by: User, points: Decimal | None) -> None:
    score = EvaluationScore.objects.filter(evaluation=row, agency=agency).first()
    if score is None or score.points is None:
        return
    one = object_to(
        row, agency=agency, figure="duties.on-time", by=by, at=story.at - timedelta(days=12),
        reason="Một số kết quả đã gửi bản giấy đúng hạn trước khi có tài khoản trên hệ thống.",
    )  # fmt: skip
    if points is not None:
        text = "Chấp nhận một phần theo sổ văn bản đến của Văn phòng UBND tỉnh."
        answer(one, text=text, points=points, by=story.people["chi.pq"], at=story.at - timedelta(days=8))
