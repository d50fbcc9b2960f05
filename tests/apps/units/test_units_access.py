"""Who sees which agencies."""

from datetime import date, datetime, timedelta

import pytest
from django.http import Http404

from dondoc.units.access import get_agency_for, may_appoint, may_shape_unit, scope_of, visible_agencies
from dondoc.units.actions.unit import follow_unit
from makers import make_agency, make_delegation, make_member, make_unit
from people import Cast

TODAY = date(2026, 11, 10)


@pytest.fixture
def place(cast: Cast) -> dict[str, object]:
    province = make_unit("Minh Sơn")
    here = make_unit("An Lạc", level="commune", kind="phường", parent=province)
    there = make_unit("Bình Hòa", level="commune", parent=province)
    home = make_agency(province, "Sở Nội vụ", kind="t-noi-vu")
    finance = make_agency(province, "Sở Tài chính", kind="so-tai-chinh")
    office = make_agency(here, "Phòng Kinh tế", kind="phong-kinh-te", guided_by=finance)
    return {
        "province": province, "here": here, "there": there, "home": home, "finance": finance, "office": office,
        "ubnd_province": make_agency(province), "ubnd_here": make_agency(here), "ubnd_there": make_agency(there),
    }  # fmt: skip


def test_an_officer_of_a_commune_sees_its_agencies_and_no_other_commune(cast: Cast, place: dict) -> None:
    make_member(cast.lan, place["ubnd_here"])
    scope = scope_of(cast.lan, TODAY)
    assert scope.units_below == {place["here"].pk}
    assert scope.may_see_agency(place["office"].pk)
    assert not scope.may_see_agency(place["ubnd_there"].pk)
    assert not scope.may_see_agency(place["home"].pk)


def test_home_affairs_of_the_province_sees_the_whole_line_down(cast: Cast, place: dict) -> None:
    make_member(cast.ha, place["home"], "focal")
    scope = scope_of(cast.ha, TODAY)
    assert scope.units_below == {place["province"].pk, place["here"].pk, place["there"].pk}
    assert scope.may_see_agency(place["ubnd_there"].pk)


def test_a_department_sees_what_it_guides_and_no_more(cast: Cast, place: dict) -> None:
    make_member(cast.minh, place["finance"])
    scope = scope_of(cast.minh, TODAY)
    assert scope.seen == {place["finance"].pk, place["office"].pk}
    assert scope.units_below == frozenset()


def test_a_stranger_gets_404(cast: Cast, place: dict) -> None:
    make_member(cast.tung, place["ubnd_there"])
    with pytest.raises(Http404):
        get_agency_for(cast.tung, place["ubnd_here"].code, TODAY)
    assert get_agency_for(cast.tung, place["ubnd_there"].code, TODAY) == place["ubnd_there"]


def test_a_lent_role_counts_from_its_first_to_its_last_day(cast: Cast, place: dict, now: datetime) -> None:
    chair = make_member(cast.chi, place["ubnd_here"], "committee")
    make_delegation(chair, cast.tung, starts_on=TODAY, ends_on=TODAY + timedelta(days=2), by=cast.chi, at=now)
    days = [TODAY + timedelta(days=n) for n in (-1, 0, 2, 3)]
    held = [scope_of(cast.tung, day).has("committee", place["ubnd_here"].pk) for day in days]
    assert held == [False, True, True, False]


def test_a_merged_commune_is_seen_by_its_successor(cast: Cast, place: dict, now: datetime) -> None:
    old = make_unit("Cũ", level="commune", parent=place["province"], valid_to=date(2025, 6, 30))
    ubnd_old = make_agency(old)
    follow_unit(old, successor=place["here"], kind="merge", on=date(2025, 7, 1), by=None, at=now)
    make_member(cast.lan, place["ubnd_here"])
    assert scope_of(cast.lan, TODAY).may_see_agency(ubnd_old.pk)


def test_a_role_ends_with_its_last_day(cast: Cast, place: dict) -> None:
    make_member(cast.lan, place["ubnd_here"], valid_to=date(2026, 11, 9))
    assert scope_of(cast.lan, TODAY).agencies == frozenset()
    assert scope_of(cast.lan, date(2026, 11, 9)).agencies == {place["ubnd_here"].pk}


def test_an_administrator_sees_the_directory_and_holds_no_role(cast: Cast, place: dict) -> None:
    assert cast.ha.is_administrator
    assert visible_agencies(cast.ha, TODAY).count() == 6
    assert scope_of(cast.ha, TODAY).seen == frozenset()


def test_who_may_appoint(cast: Cast, place: dict) -> None:
    make_member(cast.chi, place["ubnd_here"], "committee")
    make_member(cast.minh, place["finance"], "head")
    make_member(cast.lan, place["ubnd_here"])
    chi, minh, lan = (scope_of(user, TODAY) for user in (cast.chi, cast.minh, cast.lan))
    assert may_appoint(chi, place["office"])
    assert not may_appoint(chi, place["ubnd_there"])
    assert may_appoint(minh, place["finance"])
    assert not may_appoint(minh, place["office"])
    assert not may_appoint(lan, place["ubnd_here"])
    assert may_shape_unit(chi, place["here"].pk)
    assert not may_shape_unit(lan, place["here"].pk)


def test_a_scope_takes_at_most_four_queries(cast: Cast, place: dict, django_assert_max_num_queries) -> None:
    make_member(cast.ha, place["home"], "focal")
    make_member(cast.ha, place["ubnd_here"], "head")
    with django_assert_max_num_queries(4):
        scope_of(cast.ha, TODAY)
