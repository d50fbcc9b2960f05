"""What the demo shows of meetings: weeks of receptions, a book, a refusal, a dialogue with promises kept and not kept,
an election that opened work."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from dondoc.desk.demo.places import COMMUNES
from dondoc.desk.demo.story import Story
from dondoc.desk.demo.year import PACES, chance
from dondoc.duties.actions.opening import open_due
from dondoc.duties.queries.waiting import waiting_duties
from dondoc.meetings.actions.dialogue import add_question, announce_dialogue, hold_dialogue
from dondoc.meetings.actions.event import record_event
from dondoc.meetings.actions.norms import adopt_norms, expand_norms
from dondoc.meetings.actions.promise import keep_promise, promise
from dondoc.meetings.actions.reception import (
    add_visit,
    hold_reception,
    miss_reception,
    plan_receptions,
    refuse_visit,
)
from dondoc.meetings.models import Reception
from dondoc.units.models import Agency, Settlement

WEEKS = 6


def live(story: Story) -> None:
    """Norms since six weeks ago; communes by their pace; the rest in An Lạc."""
    begun = story.at - timedelta(weeks=WEEKS, days=timezone.localtime(story.at).weekday())
    province, ha = story.agencies["", "ubnd"], story.people["ha.lt"]
    with transaction.atomic():
        adopt_norms(province.unit, by=ha, at=begun)
        expand_norms(province.unit, year=story.at.year, by=ha, at=begun)
        open_due(at=story.at)
    with transaction.atomic():
        _departments(story, begun)
        for commune in COMMUNES:
            _receive(story, story.agencies[commune.name, "ubnd"], begun)
            _talk(story, commune.name)
    with transaction.atomic():
        _an_lac(story)


def _receive(story: Story, agency: Agency, begun: datetime) -> None:
    """A reception each Thursday; who is slow misses some."""
    first = timezone.localtime(begun).date()
    first += timedelta(days=(3 - first.weekday()) % 7)
    chair = "Vũ Đình Khang, Chủ tịch UBND xã" if agency.unit.name == "An Lạc" else "Chủ tịch UBND"
    planned = plan_receptions(
        agency, first_on=first, weeks=WEEKS + 3, starts_at=time(7, 30), ends_at=time(11), chaired_by=chair,
        place=f"Phòng tiếp công dân {agency.unit.full_name}", by=story.people["lan.nt"], at=begun,
    )  # fmt: skip
    for one in planned:
        if one.on > _day(story):
            continue
        if chance("reception", agency.unit.name, one.on) <= PACES[agency.unit.name] + 0.03:
            hold_reception(one, by=story.people["lan.nt"], at=_at(one.on, 16))
        elif agency.unit.name == "An Lạc":
            miss_reception(
                one, reason="Chủ tịch họp đột xuất về phòng, chống bão", by=story.people["lan.nt"], at=story.at
            )


def _departments(story: Story, begun: datetime) -> None:
    """Heads at the province, one each month."""
    for (commune, _), agency in story.agencies.items():
        if commune or not agency.name.startswith(("Sở", "UBND", "Ủy ban", "Thanh tra")):
            continue
        for months in (0, 1):
            day = timezone.localtime(begun).date() + timedelta(days=3 + 28 * months)
            if day > _day(story):
                continue
            planned = plan_receptions(
                agency, first_on=day, starts_at=time(8), ends_at=time(10), place="Trụ sở tiếp công dân tỉnh",
                chaired_by="Người đứng đầu", by=story.people["ha.lt"], at=begun,
            )  # fmt: skip
            for one in planned:
                hold_reception(one, by=story.people["ha.lt"], at=_at(one.on, 16))


def _talk(story: Story, name: str) -> None:
    """The yearly dialogue of the quick ones has been held."""
    agency = story.agencies[name, "ubnd"]
    if name == "An Lạc" or PACES[name] < 0.9:
        return
    day = _day(story) - timedelta(days=8 + int(chance("dialogue", name) * 20))
    told = _at(day - timedelta(days=9), 9)
    talk = announce_dialogue(
        agency, topic="Đối thoại với Nhân dân về đất đai và vệ sinh môi trường", on=day, starts_at=time(8),
        place=f"Hội trường {agency.unit.full_name}", notice="Thông báo tại trụ sở", by=story.people["ha.lt"], at=told,
    )  # fmt: skip
    people = 60 + int(chance("people", name) * 90)
    held = _at(day, 16)
    hold_dialogue(talk, people=people, minutes="Biên bản 02/BB-UBND", by=story.people["ha.lt"], at=held)
    asked = (
        ("Bảng giá đất mới niêm yết ở đâu?", "Niêm yết bảng giá đất tại nhà văn hóa các thôn", 5),
        ("Rác thu gom thất thường.", "Thu gom rác hai lần mỗi tuần theo lịch báo trước", 7),
    )
    for text, work, days in asked:
        question = add_question(talk, text=text, answer="Tiếp thu, giao việc ngay.", by=story.people["ha.lt"], at=held)
        made = promise(
            question, agency=agency, text=work, due_on=day + timedelta(days=days), by=story.people["ha.lt"], at=held
        )
        took = timedelta(days=days - 2 if chance("kept", name, days) < PACES[name] - 0.2 else days + 3)
        if held + took < story.at:
            keep_promise(made, text="Đã làm, Mặt trận xã giám sát.", by=story.people["ha.lt"], at=held + took)


def _an_lac(story: Story) -> None:
    """Lan's commune: the book, a dialogue with its promises, an online one to come, an election."""
    agency, lan, today = story.agencies["An Lạc", "ubnd"], story.people["lan.nt"], _day(story)
    economy = next(one for key, one in story.agencies.items() if key[0] == "An Lạc" and "Kinh tế" in one.name)
    _book(story, agency, economy)
    day = today - timedelta(days=24)
    talk = announce_dialogue(
        agency, topic="Đối thoại của Chủ tịch UBND xã với Nhân dân năm 2026", on=day, starts_at=time(8),
        place="Nhà văn hóa thôn Nà Lan", notice="41/TB-UBND", by=lan, at=_at(day - timedelta(days=10), 9),
    )  # fmt: skip
    held = _at(day, 16)
    hold_dialogue(talk, people=126, minutes="Biên bản 07/BB-UBND", by=lan, at=held)
    asked = (
        ("Đường vào thôn Nà Chì lầy lội, bao giờ sửa?", "Rải đá 1,2 km đường vào thôn Nà Chì", economy, 12, True),
        ("Điểm tập kết rác sát trường học.", "Chuyển điểm tập kết rác khỏi cổng trường", economy, 15, False),
        ("Hồ sơ đất chờ lâu, không ai báo lý do.", "Niêm yết hồ sơ đất chậm kèm lý do", agency, 40, False),
    )
    for text, work, owner, days, is_done in asked:
        question = add_question(talk, text=text, answer="Chủ tịch UBND xã tiếp thu, giao việc cụ thể.", by=lan, at=held)
        made = promise(question, agency=owner, text=work, due_on=day + timedelta(days=days), by=lan, at=held)
        if is_done:
            done = held + timedelta(days=9)
            keep_promise(made, text="Đã rải xong 1,2 km, thôn ký biên bản bàn giao.", by=lan, at=done)
    announce_dialogue(
        agency, topic="Đối thoại trực tuyến về dịch vụ công", on=today + timedelta(days=14), starts_at=time(19),
        place="Trang thông tin điện tử của xã", is_online=True, by=lan, at=story.at - timedelta(hours=4),
    )  # fmt: skip
    _elect(story, agency)


def _elect(story: Story, agency: Agency) -> None:
    """The election of one more village opens what the commune's own plan and the province's ask before it."""
    today = _day(story)
    village = Settlement.objects.filter(commune=agency.unit, kind="thôn").order_by("-pk")[0]
    before = [duty for duty in waiting_duties(agency, today) if "bầu cử" in duty.schedule["text"].lower()]
    record_event(
        agency, kind="election", name=f"Bầu trưởng thôn {village.name}", settlement=village,
        on=today + timedelta(days=16), duties=before, by=story.people["lan.nt"], at=story.at - timedelta(days=3),
    )  # fmt: skip


def _book(story: Story, agency: Agency, economy: Agency) -> None:
    """Two lines answered, one given to somebody, one refused whose notice is still owed, one denunciation counted."""
    lan = story.people["lan.nt"]
    last = Reception.objects.filter(agency=agency).exclude(held_at=None).order_by("-on").first()
    if last is None:
        return
    at = _at(last.on, 16)
    add_visit(
        last, kind="proposal", citizen="Bùi Thị Hoa", content="Hỏi thủ tục cấp lại giấy khai sinh", outcome="answered",
        answer="Đã hướng dẫn nộp trực tuyến tại Trung tâm Phục vụ hành chính công xã.", by=lan, at=at,
    )  # fmt: skip
    light = add_visit(last, kind="proposal", people=3, content="Đèn đường thôn Đồng Tâm hỏng đã lâu", by=lan, at=at)
    promise(light, agency=economy, text="Thay 6 bóng đèn đường thôn Đồng Tâm", due_on=last.on + timedelta(days=20),
            by=lan, at=at)  # fmt: skip
    add_visit(last, kind="denunciation", outcome="forwarded", by=lan, at=at)
    again = add_visit(
        last, kind="complaint", content="Khiếu nại lại việc đã có quyết định giải quyết lần hai", by=lan, at=at
    )
    refuse_visit(again, ground="settled", reason="Đã có quyết định giải quyết lần hai có hiệu lực.", by=lan, at=at)


def _day(story: Story) -> date:
    return timezone.localtime(story.at).date()


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
