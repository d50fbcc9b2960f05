"""What is made public settles what was owed; what comes down early takes that back."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest

from dondoc.disclosure.actions.publication import (
    Place,
    add_postings,
    add_proof,
    correct,
    open_to_public,
    record_decision,
    take_down,
    use_for,
    withdraw,
)
from dondoc.disclosure.adapters.links import Answer
from dondoc.disclosure.models import Publication
from dondoc.disclosure.queries.public import public_items
from dondoc.disclosure.tasks import check_links
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.models import Evidence, Obligation
from dondoc.records.models import AuditEntry
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Settlement
from makers import make_obligations
from makers.disclosure import PNG, make_publication, on_board, photo
from people import Cast

pytestmark = pytest.mark.django_db
LINK = "https://anlac.minhson.gov.vn/ngan-sach"


def everywhere(place, day: date) -> list[Place]:
    hall = Settlement.objects.get(commune=place.an_lac.unit)
    return [on_board(day), Place("village", day, settlement=hall), Place("portal", day, url=LINK)]


def made(place, cast: Cast, at: datetime, key: str = "ns-thuc-hien", **more) -> Publication:
    more.setdefault("places", everywhere(place, at.date()))
    if key == "ns-thuc-hien":
        more.setdefault("obligation", place.owed(key))
    return make_publication(place.items[key], place.an_lac, by=cast.lan, at=at, **more)


def state_of(one: Publication) -> str:
    return Obligation.objects.get(pk=one.settles_id).state


def test_what_hangs_everywhere_with_a_photo_settles(place, cast: Cast, autumn: datetime) -> None:
    one = made(place, cast, autumn)
    assert state_of(one) in ("done", "done-late")
    assert Evidence.objects.get().title == one.title
    assert AuditEntry.objects.filter(verb="publish", object_code=one.code).count() == 1


def test_a_hall_that_is_missing_waits_and_then_settles(place, cast: Cast, autumn: datetime) -> None:
    day = autumn.date()
    one = made(place, cast, autumn, places=[on_board(day), Place("portal", day, url=LINK)])
    assert state_of(one) == "open"
    add_postings(one, places=[everywhere(place, day)[1]], by=cast.lan, at=autumn)
    assert state_of(one) in ("done", "done-late")


def test_without_a_photo_it_is_still_owed(place, cast: Cast, autumn: datetime) -> None:
    assert state_of(made(place, cast, autumn, photos=[])) == "open"


def test_taken_down_early_it_is_owed_again(place, cast: Cast, autumn: datetime) -> None:
    one = made(place, cast, autumn)
    board = one.postings.order_by("pk")[0]
    later = autumn + timedelta(days=12)
    with pytest.raises(BadInput, match="ghi lý do gỡ sớm"):
        take_down(board, on=later.date(), reason=" ", by=cast.lan, at=later)
    assert state_of(one) != "open"
    assert take_down(board, on=later.date(), reason="Bảng tin sửa chữa", by=cast.lan, at=later)
    assert state_of(one) == "open"
    assert "12 ngày" in Obligation.objects.get(pk=one.settles_id).reason


def test_taken_down_in_time_it_stays_settled(place, cast: Cast, autumn: datetime) -> None:
    one = made(place, cast, autumn)
    later = autumn + timedelta(days=30)
    assert take_down(one.postings.order_by("pk")[0], on=later.date(), reason="", by=cast.lan, at=later)
    assert state_of(one) != "open"


def test_put_up_again_it_is_settled_again(place, cast: Cast, autumn: datetime) -> None:
    one = made(place, cast, autumn)
    later = autumn + timedelta(days=12)
    take_down(one.postings.order_by("pk")[0], on=later.date(), reason="Mưa ướt", by=cast.lan, at=later)
    add_postings(one, places=[on_board(later.date())], photos=[photo("moi.png")], by=cast.lan, at=later)
    assert state_of(one) != "open"


def test_a_decision_opens_five_working_days(place, cast: Cast, autumn: datetime) -> None:
    item = place.items["thanh-tra"]
    owed = record_decision(
        item, agency=place.an_lac, title="Kết luận 05/KL-TTr", decided_on=date(2026, 10, 2), by=cast.lan, at=autumn
    )
    assert owed.due_on == date(2026, 10, 9)
    again = record_decision(
        item, agency=place.an_lac, title="Kết luận 05/KL-TTr", decided_on=date(2026, 10, 2), by=cast.lan, at=autumn
    )
    assert again.pk == owed.pk


def test_publishing_what_waits_for_a_decision_opens_and_settles_it(place, cast: Cast, autumn: datetime) -> None:
    places = [*everywhere(place, autumn.date()), Place("loudspeaker", autumn.date(), until=autumn.date())]
    one = made(place, cast, autumn, "thanh-tra", places=places, decided_on=date(2026, 10, 2), title="Kết luận 05")
    assert state_of(one) == "done"


def test_a_list_that_shows_identity_numbers_is_refused_and_nothing_kept(place, cast: Cast, autumn: datetime) -> None:
    paper = Upload("ho-ngheo.txt", ["Hộ nghèo\nNguyễn Văn A\t034087001234\n".encode()])
    with pytest.raises(BadInput, match="1 số giống số định danh") as refused:
        made(place, cast, autumn, "ho-ngheo", papers=[paper])
    assert refused.value.code == "identity-numbers"
    assert "034087001234" not in str(refused.value)
    assert not Publication.objects.exists()


def test_numbers_in_a_workbook_are_found_too(place, cast: Cast, autumn: datetime) -> None:
    from openpyxl import Workbook

    book, out = Workbook(), BytesIO()
    book.active.append(["Nguyễn Văn A", 34087001234])
    book.save(out)
    with pytest.raises(BadInput, match="số định danh"):
        made(place, cast, autumn, "ho-ngheo", papers=[Upload("ho-ngheo.xlsx", [out.getvalue()])])


def test_a_picture_of_a_table_is_noted_as_unreadable(place, cast: Cast, autumn: datetime) -> None:
    one = made(place, cast, autumn, papers=[Upload("bang.png", [PNG])])
    assert len(one.unreadable) == 1
    fixed = correct(
        one, reason="Thay bản có chữ", papers=[Upload("bang.txt", [b"Thu 120 trieu"])], by=cast.lan, at=autumn
    )
    assert (fixed.unreadable, fixed.version) == ([], 2)


def test_a_correction_keeps_what_stood_before(place, cast: Cast, autumn: datetime) -> None:
    one = made(place, cast, autumn)
    stale = Publication.objects.get(pk=one.pk)
    correct(one, reason="Sai tổng chi", title="Dự toán đã sửa", by=cast.lan, at=autumn)
    kept = one.corrections.get()
    assert (kept.before["title"], one.title) == ("Dự toán ngân sách năm 2026", "Dự toán đã sửa")
    with pytest.raises(BadInput) as refused:
        correct(stale, reason="Sai nữa", by=cast.lan, at=autumn)
    assert refused.value.code == "publication-moved"


def test_photos_of_a_list_of_people_stay_inside(place, cast: Cast, autumn: datetime) -> None:
    one = made(place, cast, autumn, "ho-ngheo")
    with pytest.raises(BadInput) as refused:
        open_to_public(one, fields=["photos"], by=cast.lan, at=autumn)
    assert refused.value.code == "photos-of-people"
    open_to_public(one, fields=["places"], by=cast.lan, at=autumn)
    assert Publication.objects.get().opened == ["places"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"title": "  "}, "publication-untitled"),
        ({"places": []}, "publication-nowhere"),
        ({"decided_on": date(2026, 10, 6)}, "publication-future"),
        ({"places": [on_board(date(2026, 10, 6))]}, "publication-future"),
        ({"places": [Place("village", date(2026, 10, 5))]}, "posting-hall"),
        ({"places": [Place("portal", date(2026, 10, 5))]}, "posting-linkless"),
    ],
)
def test_refusals_change_nothing(place, cast: Cast, autumn: datetime, more: dict, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        made(place, cast, autumn, **more)
    assert refused.value.code == code
    assert not Publication.objects.exists()


def test_links_are_asked_once_a_day_and_a_silent_line_proves_nothing(place, cast: Cast, autumn: datetime) -> None:
    one = made(place, cast, autumn)
    asked: list[str] = []

    def asking(url: str) -> Answer:
        asked.append(url)
        return {1: Answer.SILENT, 2: Answer.NO_NAME, 3: Answer.GONE, 4: Answer.THERE}[len(asked)]

    portal = one.postings.get(channel="portal")
    for day, dead in ((1, False), (2, False), (3, True), (4, False)):
        at = autumn + timedelta(days=day, hours=day)
        check_links(at, asking)
        check_links(at, asking)
        portal.refresh_from_db()
        assert (len(asked), portal.is_dead) == (day, dead)
    assert AuditEntry.objects.filter(object_code=portal.code, verb__startswith="link_is").count() == 2


def test_one_publication_proves_a_task_of_a_plan_too(place, cast: Cast, autumn: datetime) -> None:
    task = make_obligations(place.province, [("execute", place.an_lac)], title="Niêm yết dự toán ngân sách")[0]
    one = made(place, cast, autumn)
    use_for(one, obligation=task, by=cast.lan, at=autumn)
    assert Obligation.objects.get(pk=task.pk).state in ("done", "done-late")
    assert Evidence.objects.count() == 1
    other = make_obligations(place.province, [("execute", place.binh_hoa)], task="T2", plan_code="kh2")[0]
    with pytest.raises(BadInput) as refused:
        use_for(one, obligation=other, by=cast.lan, at=autumn)
    assert refused.value.code == "proof-elsewhere"


def test_publishing_again_does_not_settle_twice(place, cast: Cast, autumn: datetime) -> None:
    made(place, cast, autumn)
    again = made(place, cast, autumn, title="Bản in lại")
    assert Obligation.objects.get(pk=again.settles_id).version == 2


def test_withdrawn_it_leaves_the_public_and_what_it_proved_is_owed_again(place, cast: Cast, autumn: datetime) -> None:
    task = make_obligations(place.province, [("execute", place.an_lac)], title="Niêm yết dự toán ngân sách")[0]
    one = made(place, cast, autumn)
    use_for(one, obligation=task, by=cast.lan, at=autumn)
    assert [row.title for row in public_items(one.unit, autumn.date())] == [one.title]
    with pytest.raises(BadInput, match="Ghi lý do rút"):
        withdraw(one, reason=" ", by=cast.lan, at=autumn)
    assert withdraw(one, reason="Công khai nhầm bản nháp", by=cast.lan, at=autumn)
    assert not withdraw(one, reason="Lần nữa", by=cast.lan, at=autumn)
    assert public_items(one.unit, autumn.date()) == []
    assert (state_of(one), Obligation.objects.get(pk=task.pk).state) == ("open", "open")
    assert "Công khai nhầm bản nháp" in Obligation.objects.get(pk=task.pk).reason
    assert AuditEntry.objects.get(verb="withdraw_publication").after == {"reason": "Công khai nhầm bản nháp"}
    for again in (
        lambda: add_postings(one, places=everywhere(place, autumn.date()), by=cast.lan, at=autumn),
        lambda: add_proof(one.postings.all()[0], photos=[photo("moi.png")], by=cast.lan, at=autumn),
        lambda: use_for(one, obligation=task, by=cast.lan, at=autumn),
    ):
        with pytest.raises(BadInput, match="đã rút"):
            again()


def test_withdrawn_beside_another_of_the_same_what_was_owed_stays_settled(place, cast: Cast, autumn: datetime) -> None:
    one = made(place, cast, autumn)
    made(place, cast, autumn, title="Bản in lại")
    withdraw(one, reason="Trùng", by=cast.lan, at=autumn)
    assert state_of(one) in ("done", "done-late")
