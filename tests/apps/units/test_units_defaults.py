"""The agencies with which a unit starts."""

from datetime import date, datetime
from time import perf_counter

import pytest

from dondoc.units.actions.defaults import create_default_agencies
from dondoc.units.models import AdministrativeUnit, Agency
from dondoc.units.queries import Resolver, resolve
from makers import make_agency, make_unit

TODAY = date(2026, 11, 10)


@pytest.fixture
def province(db: None) -> AdministrativeUnit:
    province = make_unit("Minh Sơn")
    make_unit("An Lạc", level="commune", kind="phường", parent=province)
    make_unit("Bình Hòa", level="commune", kind="xã", parent=province)
    return province


def make_all(province: AdministrativeUnit, now: datetime, on: date = TODAY) -> list[Agency]:
    return create_default_agencies([province, *province.children.all()], on=on, by=None, at=now)


def test_a_ward_of_today_has_its_divisions_and_its_line_up(province: AdministrativeUnit, now: datetime) -> None:
    make_all(province, now)
    ward = province.children.get(name="An Lạc")
    names = set(ward.agencies.values_list("name", flat=True))
    assert {
        "UBND phường An Lạc",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Phòng Văn hóa - Xã hội",
        "Công an phường",
    } <= names
    guide = ward.agencies.get(kind="x-van-hoa-xa-hoi").guided_by
    assert guide == province.agencies.get(kind="t-noi-vu")
    assert ward.agencies.get(kind="x-mttq").stance == "requested"
    assert not ward.agencies.filter(name__startswith="Công chức").exists()


def test_an_older_day_gives_the_departments_of_that_day(province: AdministrativeUnit, now: datetime) -> None:
    make_all(province, now, date(2024, 5, 1))
    old = province.agencies.get(name="Sở Lao động - Thương binh và Xã hội")
    assert old.valid_to == date(2025, 2, 28)


def test_what_stands_is_left_alone_and_twice_is_once(province: AdministrativeUnit, now: datetime) -> None:
    mine = make_agency(province, "Sở Nội vụ", kind="t-noi-vu")
    make_all(province, now)
    assert make_all(province, now) == []
    assert province.agencies.get(kind="t-noi-vu") == mine


def test_names_of_a_plan_find_the_default_agencies(province: AdministrativeUnit, now: datetime) -> None:
    make_all(province, now)
    printed = ["Sở Nội vụ", "Công an tỉnh", "Thanh tra tỉnh", "Văn phòng UBND tỉnh", "Sở NN&MT", "UBMTTQ VN tỉnh",
               "Hội LHPN tỉnh", "Bảo hiểm xã hội tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "UBND các xã, phường",
               "Các sở, ban, ngành tỉnh", "Tỉnh đoàn", "Công an các xã, phường"]  # fmt: skip
    resolver = Resolver(province, TODAY)
    assert [name for name in printed if not resolver.resolve(name) or not resolver.resolve(name)[0].is_certain] == []


def test_names_of_a_commune_plan_find_its_own(province: AdministrativeUnit, now: datetime) -> None:
    make_all(province, now)
    ward = province.children.get(name="An Lạc")
    for printed in ("Phòng VH-XH", "Phòng KT, HT&ĐT", "Văn phòng HĐND-UBND", "Công an phường", "Trạm Y tế", "TT PVHCC"):
        found = resolve(printed, unit=ward, on=TODAY)
        assert found, printed
        assert found[0].agency is not None, printed
        assert (found[0].is_certain, found[0].agency.unit_id) == (True, ward.pk), printed


def test_a_whole_province_is_made_within_seconds(db: None, now: datetime) -> None:
    province = make_unit("Minh Sơn")
    for n in range(124):
        make_unit(f"Xã {n}", level="commune", parent=province, code=f"c{n:05}")
    begun = perf_counter()
    made = make_all(province, now)
    assert len(made) > 1500
    assert perf_counter() - begun < 10
    begun = perf_counter()
    assert Resolver(province, TODAY).resolve("UBND các xã")[0].is_certain
    assert perf_counter() - begun < 1
