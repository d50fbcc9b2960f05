"""A thing done once is settled once: the own task, and what it serves above."""

from datetime import datetime

import pytest

from dondoc.duties.actions import obligation as act
from dondoc.duties.actions.case import settle_by
from dondoc.duties.actions.evidence import Proof
from dondoc.duties.actions.serving import settle_with_above
from dondoc.duties.models import Duty, Evidence, EvidenceUse, Figure, Obligation
from dondoc.duties.queries import counts_by_duty
from dondoc.duties.queries.above import above_of
from dondoc.records.models import AuditEntry
from dondoc.toolkit.errors import BadInput
from makers import expand, make_duty
from people import Cast, signed_in

pytestmark = pytest.mark.django_db
TARGET = {"text": "100% hộ", "parts": [{"op": "=", "value": 100, "unit": "%", "scope": "hộ nghèo"}]}
MONTHLY = {"kind": "recurring", "text": "Hằng tháng", "normalised": {"every": "month"}}
PROOF = Proof(title="Danh sách quý I", number="12/BC-UBND", product="danh sách")


def of_province(place, **more) -> Duty:
    parties = [("lead", place.lead), ("execute", place.communes)]
    return make_duty(place.province, parties, task="T1", plan_code="kh1", title="Niêm yết hộ nghèo toàn tỉnh", **more)


def of_commune(place, serves: Duty, **more) -> Obligation:
    """The commune's own task; its first time."""
    duty = make_duty(
        place.an_lac.unit, [("lead", place.an_lac)], task="X1", plan_code="xa1", title="Niêm yết tại xã",
        serves=serves, **more,
    )  # fmt: skip
    expand("kh1")
    expand("xa1")
    return Obligation.objects.select_related("duty").filter(duty=duty).order_by("due_on").first()


def above(place, duty: Duty, key: str = "2026-Q1") -> Obligation:
    return Obligation.objects.get(duty=duty, held_by=place.an_lac, occurrence=key)


def sent(one: Obligation, **more) -> dict[str, object]:
    return {"version": one.version, "text": "Đã niêm yết", "number": "12/BC-UBND", **more}


def test_one_report_settles_and_counts_at_both_levels(place, cast: Cast, spring: datetime) -> None:
    both = {"products": ["Danh sách"], "targets": [TARGET]}
    duty = of_province(place, **both)
    first = of_commune(place, duty, **both)
    second = above(place, duty)
    client = signed_in("lan.nt")
    page = client.get(f"/viec/{first.code}/").content.decode()
    assert "Báo luôn việc cấp trên: Niêm yết hộ nghèo toàn tỉnh, Quý I/2026, hạn 31/03/2026" in page
    answer = client.post(f"/viec/{first.code}/", sent(first, above=second.code, n0="9", d0="10"), follow=True)
    assert "Đã báo luôn việc cấp trên" in answer.content.decode()
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.state.startswith("done")
    assert (second.state, second.note) == ("awaiting", "Đã niêm yết")
    evidence = Evidence.objects.get()
    assert set(EvidenceUse.objects.filter(evidence=evidence).values_list("obligation", flat=True)) == {
        first.pk, second.pk,
    }  # fmt: skip
    assert {int(one.numerator) for one in Figure.objects.filter(obligation=second)} == {9}
    today = spring.date()
    assert counts_by_duty(plan_code="xa1", today=today)["X1"].settled == 1
    assert counts_by_duty(plan_code="kh1", today=today)["T1"].awaiting == 1
    entries = AuditEntry.objects.filter(verb="settle").order_by("pk")
    assert [(e.object_code, e.after.get("through", {}).get("code")) for e in entries] == [
        (first.code, None), (second.code, first.code),
    ]  # fmt: skip
    assert "theo việc “Niêm yết tại xã” của xã An Lạc" in client.get(f"/viec/{second.code}/").content.decode()


def test_without_the_tick_the_one_above_stays_owed(place) -> None:
    duty = of_province(place)
    first = of_commune(place, duty)
    signed_in("lan.nt").post(f"/viec/{first.code}/", sent(first))
    assert Obligation.objects.get(pk=first.pk).state.startswith("done")
    assert above(place, duty).state == "open"


def test_what_it_asks_beyond_is_told_and_it_is_left(place, cast: Cast, spring: datetime) -> None:
    duty = of_province(place, products=["Danh sách", "Ảnh chụp"], targets=[TARGET])
    first = of_commune(place, duty, products=["Danh sách"])
    page = signed_in("lan.nt").get(f"/viec/{first.code}/").content.decode()
    assert "Báo luôn việc cấp trên" not in page
    assert "Còn cần: Ảnh chụp; 100 % hộ nghèo." in page
    done = settle_with_above(first, by=cast.lan, at=spring, text="Đã làm", evidence=[PROOF])
    assert (done.above, len(done.lacking)) == ((), 1)
    assert above(place, duty).state == "open"


def test_a_proof_of_one_product_leaves_the_other_lacking(place) -> None:
    both = {"products": ["Danh sách", "Ảnh chụp"]}
    duty = of_province(place, **both)
    first = of_commune(place, duty, **both)
    more = {"above": above(place, duty).code, "product": "Danh sách"}
    answer = signed_in("lan.nt").post(f"/viec/{first.code}/", sent(first, **more), follow=True)
    assert "Còn thiếu: Ảnh chụp." in answer.content.decode()
    assert above(place, duty).state == "open"


def test_the_last_month_settles_the_quarter_above(place, cast: Cast, spring: datetime) -> None:
    duty = of_province(place)
    first = of_commune(place, duty, schedule=MONTHLY)
    months = list(Obligation.objects.filter(duty=first.duty).select_related("duty").order_by("due_on")[:3])
    for month in months[:2]:
        assert settle_with_above(month, by=cast.lan, at=spring, text="Đã làm", claimed=True).above == ()
    done = settle_with_above(months[2], by=cast.lan, at=spring, text="Đã làm", claimed=True)
    assert [each.one.label for each in done.above] == ["Quý I/2026"]
    assert above(place, duty).is_claimed


def test_a_chain_is_followed_to_the_top(place, cast: Cast, spring: datetime) -> None:
    top = of_province(place)
    middle = make_duty(
        place.province, [("execute", place.communes)], task="H1", plan_code="h1", title="Việc của huyện", serves=top
    )
    expand("h1")
    first = of_commune(place, middle)
    done = settle_with_above(first, by=cast.lan, at=spring, text="Đã làm", evidence=[PROOF])
    assert {each.one.duty_id for each in done.above} == {top.pk, middle.pk}
    assert above(place, top).state == "awaiting"
    assert above(place, middle).state.startswith("done")


def test_returned_above_the_own_one_stays_and_is_not_asked_again(place, cast: Cast, spring: datetime) -> None:
    duty = of_province(place)
    first = of_commune(place, duty)
    settle_with_above(first, by=cast.lan, at=spring, text="Đã làm", evidence=[PROOF])
    act.return_(above(place, duty), by=cast.ha, at=spring, reason="Thiếu dấu")
    assert Obligation.objects.get(pk=first.pk).state.startswith("done")
    assert above(place, duty).state == "returned"


def test_refused_below_nothing_is_written_above(place, cast: Cast, spring: datetime) -> None:
    duty = of_province(place)
    first = of_commune(place, duty)
    with pytest.raises(BadInput):
        settle_with_above(first, by=cast.lan, at=spring, text="Đã làm")
    assert above(place, duty).state == "open"


def test_the_next_version_of_the_task_above_is_settled(place, cast: Cast, spring: datetime) -> None:
    duty = of_province(place)
    first = of_commune(place, duty)
    later = make_duty(place.province, [("execute", place.communes)], task="T2", plan_code="kh2", replaces=duty)
    Obligation.objects.filter(duty=duty, held_by=place.an_lac).update(duty=later)
    done = settle_with_above(first, by=cast.lan, at=spring, text="Đã làm", evidence=[PROOF])
    assert [each.one.duty_id for each in done.above] == [later.pk]


def test_what_another_agency_owes_above_is_not_touched(place, spring: datetime) -> None:
    duty = of_province(place)
    first = of_commune(place, duty)
    assert {each.one.held_by_id for each in above_of(first, spring.date())} == {place.an_lac.pk}


def test_a_task_that_serves_none_costs_no_query(place, spring: datetime, django_assert_num_queries) -> None:
    duty = of_province(place)
    of_commune(place, duty)
    one = Obligation.objects.select_related("duty").filter(duty=duty).first()
    with django_assert_num_queries(0):
        assert above_of(one, spring.date()) == ()


@pytest.mark.parametrize(("ticked", "state"), [(False, "open"), (True, "nothing-arose")])
def test_nothing_arose_goes_up_only_by_a_tick_and_never_as_done(place, ticked: bool, state: str) -> None:
    duty = of_province(place, products=["Danh sách"])
    first = of_commune(place, duty)
    second, client = above(place, duty), signed_in("lan.nt")
    page = client.get(f"/viec/{first.code}/").content.decode()
    assert "Việc cấp trên cũng không phát sinh: Niêm yết hộ nghèo toàn tỉnh, Quý I/2026" in page
    said = {"khong-phat-sinh-version": first.version, "khong-phat-sinh-reason": "Không có hộ mới"}
    said |= {"khong-phat-sinh-above": second.code} if ticked else {}
    client.post(f"/viec/{first.code}/khong-phat-sinh/", said)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("nothing-arose", state)
    entries = AuditEntry.objects.filter(verb="claim_nothing").order_by("pk")
    through = [(first.code, None), (second.code, first.code)] if ticked else [(first.code, None)]
    assert [(e.object_code, e.after.get("through", {}).get("code")) for e in entries] == through


@pytest.mark.parametrize("address", ["/viec/{0}/khong-phat-sinh/", "/viec-cua-toi/?bao={0}&lam=khong-phat-sinh"])
@pytest.mark.parametrize("ticked", [False, True])
def test_the_page_after_names_the_work_above_that_was_settled_and_leads_to_it(
    place, address: str, ticked: bool
) -> None:
    duty = of_province(place)
    first = of_commune(place, duty)
    second, client = above(place, duty), signed_in("lan.nt")
    said = {"khong-phat-sinh-version": first.version, "khong-phat-sinh-reason": "Không có hộ mới"}
    said |= {"khong-phat-sinh-above": second.code} if ticked else {}
    page = client.post(address.format(first.code), said, follow=True).content.decode()
    assert "Đã ghi không phát sinh." in page
    link = f'việc cấp trên: <a href="/viec/{second.code}/">Niêm yết hộ nghèo toàn tỉnh, Quý I/2026'
    assert (link in page) == ticked


def test_what_was_done_above_too_is_a_link(place) -> None:
    duty = of_province(place)
    first = of_commune(place, duty)
    second = above(place, duty)
    page = signed_in("lan.nt").post(f"/viec/{first.code}/", sent(first, above=second.code), follow=True)
    assert f'Đã báo luôn việc cấp trên: <a href="/viec/{second.code}/">' in page.content.decode()


@pytest.mark.parametrize(("products", "state"), [([], "awaiting"), (["Ảnh chụp"], "open")])
def test_what_its_own_record_settles_goes_up_where_nothing_more_is_asked(
    place, cast: Cast, spring: datetime, products: list[str], state: str
) -> None:
    duty = of_province(place, products=products)
    first = of_commune(place, duty)
    for _again in range(2):
        settle_by(first, record=("report", "r1"), title="Báo cáo quý I", by=cast.lan, at=spring)
    second = above(place, duty)
    assert (second.state, second.note) == (state, "Báo cáo quý I" if state == "awaiting" else "")
    assert EvidenceUse.objects.filter(obligation=second).count() == (state == "awaiting")
