"""What the demo shows of disclosure: most communes post in time, one takes down early, one link is dead, one table is a
picture, Hòa Bình posts late or not at all."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.desk.demo.pictures import notice_board
from dondoc.desk.demo.places import COMMUNES
from dondoc.desk.demo.story import Story
from dondoc.desk.demo.year import PACES, chance
from dondoc.disclosure.actions.catalogue import add_item, adopt_catalogue, expand_items
from dondoc.disclosure.actions.consultation import (
    answer_comment,
    open_consultation,
    publish_summary,
    send_comment,
)
from dondoc.disclosure.actions.ledger import add_entry, close_collection, open_collection, reverse_entry
from dondoc.disclosure.actions.publication import (
    Place,
    add_postings,
    correct,
    note_link,
    publish,
    record_decision,
    take_down,
    use_for,
)
from dondoc.disclosure.models import Item, Publication
from dondoc.disclosure.queries.publication import publication_page
from dondoc.duties.access import published
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.actions.opening import open_due
from dondoc.duties.models import Obligation
from dondoc.duties.rules.states import OWED
from dondoc.units.actions.settlement import add_settlements
from dondoc.units.models import Agency, Settlement

HALLS = ("thôn Nà Lan", "thôn Nà Chì", "thôn Đồng Tâm", "tổ dân phố số 1")
SINCE = (7, 1)


def live(story: Story) -> None:
    """The catalogue from the middle of the year, then what each commune did."""
    province = story.agencies["", "ubnd"].unit
    begun = min(story.at, story.at.replace(month=SINCE[0], day=SINCE[1], hour=8))
    with transaction.atomic():
        adopt_catalogue(province, by=story.people["ha.lt"], at=begun)
        add_settlements(story.agencies["An Lạc", "ubnd"].unit, names=HALLS, by=story.people["lan.nt"], at=begun)
        add_item(
            story.agencies["An Lạc", "ubnd"].unit, name="Biên bản họp thôn về các khoản đóng góp",
            basis="Kế hoạch số 31/KH-UBND ngày 05/02/2026 của UBND xã", when="Hằng quý", component="1.4", section=1,
            by=story.people["khang.vd"], at=begun,
        )  # fmt: skip
        for unit in (province, story.agencies["An Lạc", "ubnd"].unit):
            expand_items(unit, year=story.at.year, by=None, at=begun)
        open_due(at=story.at)
    with transaction.atomic():
        for commune in COMMUNES:
            _post(story, commune.name)
    with transaction.atomic():
        _an_lac(story)
        _drafts(story)
        _money(story)


def _post(story: Story, name: str) -> None:
    """What was due up to now, in time or some days late; who is slow left some undone."""
    agency, today = story.agencies[name, "ubnd"], timezone.localtime(story.at).date()
    rows = published().filter(duty__source_kind="disclosure", held_by=agency, state="open", due_on__lte=today)
    items = {item.code: item for item in Item.objects.all()}
    for owed in rows.select_related("duty").order_by("due_on", "pk"):
        luck = chance("disclosure", name, owed.duty.title, owed.occurrence)
        if luck > PACES[name] + 0.05 or (name == "An Lạc" and owed.label.startswith("Năm")):
            continue
        day = min(today, (owed.due_on or today) + timedelta(days=int(luck * 20) - 12))
        day = max(day, owed.opens_on)
        item = items[owed.duty.source_code]
        _publish(story, item, agency, owed, f"{item.name}, {owed.label}", day)


def _publish(
    story: Story, item: Item, agency: Agency, owed: Obligation | None, title: str, day: date, **more: object
) -> Publication:
    places = [Place("board", day)]
    places += [Place("village", day, settlement=hall) for hall in Settlement.objects.filter(commune=agency.unit_id)]
    if not item.holds_people:
        places.append(Place("portal", day, url=f"https://{agency.unit.code}.sonhai.example/cong-khai/{item.key}"))
    if item.loud:
        places.append(
            Place("loudspeaker", day, until=min(_day(story), day + timedelta(days=2)), minutes="Sổ phát thanh")
        )
    at = _at(day)
    seed = int(chance(title) * 90)
    # Pictures only where somebody looks at them: the halls of An Lạc; elsewhere the minutes are the proof.
    has_pictures = agency.unit.name == "An Lạc"
    photos = [Upload("bang-tin.jpg", [notice_board(title, taken_at=at, seed=seed)])] if has_pictures else []
    if not has_pictures:
        places = [replace(place, minutes=f"Biên bản {seed}/BB-UBND") for place in places]
    return publish(
        item, unit=agency.unit, agency=agency, title=title, places=places, photos=photos, obligation=owed,
        by=_officer(story, agency.unit.name), at=at, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _an_lac(story: Story) -> None:
    """One of each kind that needs looking at, in the commune of Lan."""
    agency, lan, today = story.agencies["An Lạc", "ubnd"], story.people["lan.nt"], _day(story)
    items = {item.key: item for item in Item.objects.filter(unit=story.agencies["", "ubnd"].unit)}
    made = list(Publication.objects.filter(agency=agency, item__key="ns-thuc-hien").order_by("pk"))
    if made:
        correct(
            made[-1], reason="Sai tổng chi sự nghiệp: 1.482 triệu đồng, không phải 1.842 triệu đồng.", by=lan,
            at=story.at - timedelta(days=20), title=made[-1].title,
        )  # fmt: skip
        dead = made[-1].postings.get(channel="portal")
        note_link(dead, is_there=False, at=story.at - timedelta(days=2))
    early = _publish(
        story, items["thanh-tra"], agency, None, "Kết luận kiểm tra việc thu phí chợ An Lạc",
        today - timedelta(days=40), decided_on=today - timedelta(days=44),
    )  # fmt: skip
    board = early.postings.get(channel="board")
    take_down(
        board, on=today - timedelta(days=28), reason="Tháo bảng tin để sơn lại trụ sở", by=lan,
        at=story.at - timedelta(days=28),
    )  # fmt: skip
    _publish(
        story, items["boi-thuong"], agency, None, "Phương án bồi thường đường Nà Lan - Nà Chì",
        today - timedelta(days=15), decided_on=today - timedelta(days=30),
    )  # fmt: skip
    table = _publish(
        story, items["du-an"], agency, None, "Danh mục công trình khởi công mới của xã", today - timedelta(days=9),
        decided_on=today - timedelta(days=12),
        papers=[Upload("danh-muc-cong-trinh.jpg", [notice_board("bảng", taken_at=story.at, seed=5)])],
    )  # fmt: skip
    _prove_a_task(story, table)
    record_decision(
        items["chinh-sach"], agency=agency, title="Quyết định hỗ trợ thẻ bảo hiểm y tế hộ cận nghèo",
        decided_on=today - timedelta(days=2), by=lan, at=story.at - timedelta(days=1),
    )  # fmt: skip
    poor = published().filter(duty__source_code=items["ho-ngheo-du-kien"].code, held_by=agency).first()
    if poor and poor.state in OWED and poor.due_on and poor.due_on <= today + timedelta(days=10):
        half = publish(
            items["ho-ngheo-du-kien"], unit=agency.unit, agency=agency, obligation=poor,
            title="Danh sách hộ nghèo, hộ cận nghèo dự kiến", places=[Place("board", today - timedelta(days=6))],
            photos=[Upload("tru-so.jpg", [notice_board("hộ nghèo", taken_at=story.at, seed=2)])],
            by=lan, at=story.at - timedelta(days=6),
        )  # fmt: skip
        hall = Settlement.objects.filter(commune=agency.unit).order_by("pk")[0]
        place = Place("village", today - timedelta(days=5), settlement=hall)
        add_postings(half, places=[place], by=lan, at=story.at - timedelta(days=5))


def _drafts(story: Story) -> None:
    """One draft whose comments are answered and summed up, one on which people are being asked now."""
    agency, lan, today = story.agencies["An Lạc", "ubnd"], story.people["lan.nt"], _day(story)
    begun = today - timedelta(days=58)
    done = open_consultation(
        agency, title="Dự thảo quy định quản lý chợ An Lạc", starts_on=begun, ends_on=begun + timedelta(days=25),
        about="Giờ họp chợ, mức thu giá dịch vụ, vệ sinh và phòng cháy.", by=lan, at=_at(begun),
    )  # fmt: skip
    said = _at(begun + timedelta(days=9))
    for name, text, outcome, answer in (
        ("Bùi Thị Hoa", "Đề nghị mở cửa chợ từ 4 giờ sáng để bà con bán rau kịp.", "taken", ""),
        ("", "Mức thu 5.000 đồng một ngày với người bán rong là cao.", "partly", "Giảm còn 3.000 đồng một ngày."),
        ("", "Nên bỏ quy định cấm xe máy vào chợ.", "explained", "Giữ để bảo đảm an toàn phòng cháy."),
    ):
        comment = send_comment(done, text=text, name=name, at=said)
        answer_comment(comment, outcome=outcome, answer=answer, by=lan, at=_at(begun + timedelta(days=28)))
    summary = "Nhận 3 ý kiến: tiếp thu 1, tiếp thu một phần 1, giải trình 1. Quy định đã sửa theo các ý tiếp thu."
    publish_summary(done, summary=summary, by=lan, at=_at(begun + timedelta(days=33)))
    start = today - timedelta(days=6)
    now = open_consultation(
        agency, title="Dự thảo kế hoạch sử dụng đất năm 2027 của xã An Lạc", starts_on=start,
        ends_on=start + timedelta(days=30), about="Chuyển 4,2 ha đất lúa kém hiệu quả sang đất ở, đất giao thông.",
        by=lan, at=_at(start),
    )  # fmt: skip
    said_now = (("", "Cần ghi rõ thửa nào của thôn Đồng Tâm bị thu hồi."), ("Vi Văn Tấn", "Đồng ý mở đường 5 m."))
    for name, text in said_now:
        send_comment(now, text=text, name=name, at=_at(start + timedelta(days=2)))


def _money(story: Story) -> None:
    """Two collections: one spent to the đồng and closed, one that runs, with a mistake that was taken back."""
    agency, lan, today = story.agencies["An Lạc", "ubnd"], story.people["lan.nt"], _day(story)
    village = Settlement.objects.filter(commune=agency.unit).order_by("pk").first()
    begun = today - timedelta(days=120)
    light = open_collection(
        agency, name="Đèn đường thôn Nà Lan", purpose="Lắp 24 bóng đèn năng lượng mặt trời trên trục thôn.",
        asked_by="Ban công tác Mặt trận thôn Nà Lan", agreed_on=begun, agreed=96, households=118,
        minutes="Biên bản họp thôn 03", settlement=village, by=lan, at=_at(begun),
    )  # fmt: skip
    for side, amount, days, what in (
        ("collected", 28_800_000, 12, "96 hộ đóng góp, mỗi hộ 300.000 đồng"),
        ("spent", 26_450_000, 40, "Mua 24 bộ đèn, có hóa đơn"),
        ("spent", 2_350_000, 44, "Công lắp đặt"),
    ):
        day = begun + timedelta(days=days)
        add_entry(light, side=side, amount=amount, on=day, what=what, paper="Phiếu có chữ ký", by=lan, at=_at(day))
    close_collection(light, by=lan, at=_at(begun + timedelta(days=60)))
    begun = today - timedelta(days=45)
    road = open_collection(
        agency, name="Bê tông hóa đường thôn Nà Chì", purpose="Nhà nước hỗ trợ xi măng; dân góp cát, đá, công.",
        asked_by="Trưởng thôn Nà Chì", agreed_on=begun, agreed=71, households=84, minutes="Biên bản họp thôn 05",
        by=lan, at=_at(begun),
    )  # fmt: skip
    add_entry(road, side="collected", amount=35_500_000, on=begun, what="Thu đợt 1: 71 hộ", by=lan, at=_at(begun))
    day = begun + timedelta(days=20)
    wrong = add_entry(road, side="spent", amount=12_000_000, on=day, what="Mua cát, đá đợt 1", by=lan, at=_at(day))
    reverse_entry(wrong, reason="hóa đơn ghi 10.200.000 đồng", by=lan, at=_at(day))
    add_entry(road, side="spent", amount=10_200_000, on=day, what="Mua cát, đá đợt 1", by=lan, at=_at(day))


def _prove_a_task(story: Story, publication: Publication) -> None:
    """What was posted proves a task of a plan too."""
    offered = publication_page(publication, _day(story)).offered
    if offered:
        use_for(publication, obligation=offered[0], by=story.people["lan.nt"], at=story.at - timedelta(days=8))


def _officer(story: Story, commune: str) -> User:
    known = {"An Lạc": "lan.nt", "Hòa Bình": "tung.ds"}
    if commune in known:
        return story.people[known[commune]]
    return next(user for user in story.people.values() if user.full_name == f"Cán bộ {commune}")


def _day(story: Story) -> date:
    return timezone.localtime(story.at).date()


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9, 20)))
