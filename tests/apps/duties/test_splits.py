"""An agency was split: a person says which obligation goes to whom."""

from datetime import date, datetime

import pytest

from dondoc.duties.actions.assigning import add_rule
from dondoc.duties.actions.succession import give_over
from dondoc.duties.models import Obligation
from dondoc.duties.queries import counts_of
from dondoc.duties.queries.checks import recount
from dondoc.duties.queries.splits import Heir, suggested
from dondoc.records.models import AuditEntry
from dondoc.records.worker import drain
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency
from makers import make_agency, make_agency_succession, make_obligations
from people import Cast, signed_in

pytestmark = pytest.mark.django_db
Three = tuple[Agency, Agency, Agency]


@pytest.fixture
def parted(place, cast: Cast, now: datetime) -> Three:
    """Two duties of four quarters; finance follows for investment, building for the rest."""
    old, finance, building = (
        make_agency(place.province, name, kind=name) for name in ("Sở Cũ", "Sở Tài chính", "Sở Xây dựng")
    )
    make_obligations(place.province, [("lead", old)], task="A", title="Công khai đầu tư công")
    make_obligations(place.province, [("lead", old)], task="B", title="Rà soát quy hoạch")
    make_agency_succession(old, finance, by=cast.ha, at=now, subject="đầu tư công", on=date(2026, 3, 1))
    make_agency_succession(old, building, by=cast.ha, at=now, on=date(2026, 3, 1))
    drain()
    return old, finance, building


def codes(title: str) -> list[str]:
    return list(Obligation.objects.filter(duty__title=title).values_list("code", flat=True))


def test_nothing_moves_by_itself(parted: Three) -> None:
    assert Obligation.objects.filter(held_by=parted[0]).count() == 8


def test_what_is_chosen_goes_and_the_rest_stays(parted: Three, cast: Cast, now: datetime) -> None:
    old, finance, _ = parted
    before = counts_of(today=date(2026, 11, 10))
    moved = give_over(old, codes=codes("Công khai đầu tư công"), to=finance, reason="12/QĐ", by=cast.ha, at=now)
    assert moved == 4
    assert Obligation.objects.filter(owed_by=old, held_by=finance, duty__title="Công khai đầu tư công").count() == 4
    assert Obligation.objects.filter(held_by=old).count() == 4
    assert counts_of(today=date(2026, 11, 10)) == before
    assert recount() == 0
    entry = AuditEntry.objects.get(verb="hand_over")
    assert (entry.count, entry.after["reason"], entry.actor_id) == (4, "12/QĐ", cast.ha.pk)


def test_what_somebody_moved_meanwhile_is_left_alone(parted: Three, cast: Cast, now: datetime) -> None:
    old, finance, building = parted
    chosen = codes("Rà soát quy hoạch")
    give_over(old, codes=chosen, to=finance, reason="12/QĐ", by=cast.ha, at=now)
    assert give_over(old, codes=chosen, to=building, reason="13/QĐ", by=cast.ha, at=now) == 0
    assert Obligation.objects.filter(held_by=finance).count() == 4


def test_it_goes_on_by_the_rules_of_the_new_agency(parted: Three, cast: Cast, now: datetime) -> None:
    old, finance, _ = parted
    add_rule(finance, position="Chuyên viên", by=None, at=now)
    give_over(old, codes=codes("Rà soát quy hoạch"), to=finance, reason="12/QĐ", by=cast.ha, at=now)
    assert Obligation.objects.filter(position="Chuyên viên").count() == 4


@pytest.mark.parametrize("code", ["split-stranger", "split-nothing", "reason-missing"])
def test_what_makes_no_sense_is_refused(parted: Three, place, cast: Cast, now: datetime, code: str) -> None:
    old, finance, _ = parted
    to = place.lead if code == "split-stranger" else finance
    chosen = [] if code == "split-nothing" else codes("Rà soát quy hoạch")
    with pytest.raises(BadInput) as refused:
        give_over(old, codes=chosen, to=to, reason=" " if code == "reason-missing" else "12/QĐ", by=cast.ha, at=now)
    assert refused.value.code == code


def test_a_subject_suggests_and_the_rest_has_its_own(parted: Three) -> None:
    _, finance, building = parted
    heirs = [Heir(finance, "đầu tư công, đấu thầu"), Heir(building, "")]
    assert suggested("Công khai Đầu tư công", heirs) == heirs[0]
    assert suggested("Rà soát quy hoạch", heirs) == heirs[1]
    assert suggested("Rà soát", [Heir(finance, ""), Heir(building, "")]) is None


def test_the_focal_point_decides_on_a_page(parted: Three, cast: Cast) -> None:
    old, finance, _ = parted
    client, address = signed_in("ha.lt"), f"/viec/chia-tach/{parted[0].code}/"
    assert "8 việc chờ chuyển" in client.get("/viec/chia-tach/").content.decode()
    assert "gợi ý: Sở Tài chính" in client.get(address).content.decode()
    sent = {"to": finance.code, "reason": "12/QĐ-UBND", "code": codes("Công khai đầu tư công")[:2]}
    assert "Chuyển 2 việc" in client.post(address, sent).content.decode()
    assert Obligation.objects.filter(held_by=old).count() == 8
    assert client.post(address, {**sent, "sure": "1"}).status_code == 302
    assert Obligation.objects.filter(held_by=finance).count() == 2


def test_all_that_words_find_go_at_once(parted: Three, cast: Cast) -> None:
    _, _, building = parted
    client, address = signed_in("ha.lt"), f"/viec/chia-tach/{parted[0].code}/?tim=quy+hoach"
    page = client.post(address, {"to": building.code, "reason": "12/QĐ", "everything": "on"}).content.decode()
    assert "Chuyển 4 việc" in page
    assert "Công khai đầu tư công" not in page


def test_nothing_chosen_is_said(parted: Three, cast: Cast) -> None:
    answer = signed_in("ha.lt").post(f"/viec/chia-tach/{parted[0].code}/", {"to": parted[1].code, "reason": "12/QĐ"})
    assert answer.status_code == 422
    assert "Chưa chọn việc nào" in answer.content.decode()


def test_who_is_not_above_does_not_decide(parted: Three, cast: Cast) -> None:
    assert signed_in("lan.nt").get(f"/viec/chia-tach/{parted[0].code}/").status_code == 404
