"""What the demo shows of the engine: a day off declared late, who does what in a commune, events, difficulties."""

from datetime import date, timedelta

from django.utils import timezone

from dondoc.desk.demo.story import Story
from dondoc.duties.access import event_duties
from dondoc.duties.actions.assigning import add_rule, apply_rules
from dondoc.duties.actions.difficulty import answer_difficulty, forward_difficulty, raise_difficulty
from dondoc.duties.actions.occasion import record_occasion
from dondoc.duties.models import Obligation
from dondoc.duties.queries.owners import Finder
from dondoc.schedule.actions.day import Declared, declare_day
from dondoc.schedule.rules import NATIONAL
from dondoc.units.models import Settlement


def live(story: Story) -> None:
    _declare(story)
    _share_out(story)
    _tell_events(story)
    _ask(story)


def _declare(story: Story) -> None:
    """A storm in autumn: a day off that no table could know."""
    day = NATIONAL.next_working(timezone.localtime(story.at).date() - timedelta(days=52))
    declared = Declared(day, "Nghỉ phòng, chống bão", "41/CĐ-UBND", day - timedelta(days=1))
    declare_day(declared, by=story.people["quan.tri"], at=story.at - timedelta(days=53))


def _share_out(story: Story) -> None:
    """The chair of An Lạc says who does what; some of it is given at once."""
    ward, head = story.agencies["An Lạc", "ubnd"], story.people["khang.vd"]
    at = story.at - timedelta(days=20)
    add_rule(ward, component="2", position="Công chức Văn hóa - Xã hội", by=head, at=at)
    add_rule(ward, words="tiếp công dân", position="Văn phòng HĐND và UBND", by=head, at=at)
    add_rule(ward, component="5", position="Công chức Tư pháp - Hộ tịch", by=head, at=at)
    apply_rules(Obligation.objects.filter(held_by=ward, section=2), by=head, at=at)


def _tell_events(story: Story) -> None:
    """Two villages of An Lạc elect their heads on two days: two occurrences of one duty."""
    ward, by = story.agencies["An Lạc", "ubnd"], story.people["lan.nt"]
    today: date = timezone.localtime(story.at).date()
    villages = list(Settlement.objects.filter(commune=ward.unit).order_by("pk")[:2])
    finder = Finder(today)
    for duty in event_duties(today):
        if ward.pk in {one.place.agency_id for one in finder.owners_of(duty).owing}:
            for number, village in enumerate(villages):
                on = today + timedelta(days=18 + 30 * number)
                name, at = f"Bầu cử trưởng {village.kind} {village.name}", story.at - timedelta(days=3)
                record_occasion(duty, name=name, on=on, agency=ward, settlement=village, by=by, at=at)
            return


def _ask(story: Story) -> None:
    """One answered, one that waits in time, one that went on to the committee and is late."""
    home_affairs, committee = story.agencies["", "t-noi-vu"], story.agencies["", "ubnd"]
    lan, tung, ha = story.people["lan.nt"], story.people["tung.ds"], story.people["ha.lt"]
    an_lac, hoa_binh = story.agencies["An Lạc", "ubnd"], story.agencies["Hòa Bình", "ubnd"]
    at = story.at
    text = "Mẫu biên bản niêm yết chưa thống nhất giữa các xã, dân thắc mắc khi so với xã bên."
    done = raise_difficulty(
        an_lac, text=text, wish="Ban hành một mẫu dùng chung.", to=home_affairs, by=lan, at=at - timedelta(days=30)
    )
    answer = "Đã gửi mẫu dùng chung kèm công văn hướng dẫn; các xã dùng từ quý này."
    answer_difficulty(done, text=answer, by=ha, at=at - timedelta(days=26))
    text = "Máy chiếu và loa của nhà văn hóa thôn đã hỏng, không tổ chức được buổi đối thoại đúng kỳ."
    late = raise_difficulty(
        hoa_binh, text=text, wish="Hỗ trợ kinh phí sửa.", to=home_affairs, by=tung, at=at - timedelta(days=25)
    )
    forward_difficulty(late, to=committee, note="Thuộc thẩm quyền bố trí kinh phí.", by=ha, at=at - timedelta(days=22))
    text = "Hai công chức tiếp nhận hồ sơ cùng nghỉ chế độ từ đầu tháng, hồ sơ đất đai bị dồn."
    raise_difficulty(
        an_lac, text=text, wish="Biệt phái một người trong hai tháng.", to=home_affairs, by=lan,
        at=at - timedelta(days=2), obligation=_work_of(an_lac.pk),
    )  # fmt: skip


def _work_of(agency_id: int) -> Obligation | None:
    rows = Obligation.objects.filter(held_by=agency_id, state="open").exclude(duty__plan_code="")
    return rows.select_related("duty").order_by("due_on", "pk").first()
