"""Finding units by day, name and code, on a small made-up country and on the shipped one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.units.adapters.tables import shipped_catalogue
from dondoc.units.rules.catalogue import COMMUNE, DISTRICT, PROVINCE, Catalogue, Link, Unit, split_kind
from dondoc.units.rules.succession import heirs, predecessors, successors

END, START = date(2025, 6, 30), date(2025, 7, 1)
BEFORE, NOW = date(2024, 5, 1), date(2026, 11, 1)
SMALL = Catalogue(
    (
        Unit("P1", PROVINCE, "1", "tỉnh", "Ba Đông", None, None, END),
        Unit("P1b", PROVINCE, "1", "tỉnh", "Ba Đông", None, START),
        Unit("D1", DISTRICT, "1", "huyện", "Yên Lâm", "P1", None, END),
        Unit("C1", COMMUNE, "1", "xã", "Tân Hòa", "D1", None, END),
        Unit("C2", COMMUNE, "2", "xã", "Tân Phú", "D1", None, date(2024, 12, 31)),
        Unit("C2", COMMUNE, "2", "thị trấn", "Tân Phú", "D1", date(2025, 1, 1), END),
        Unit("C3", COMMUNE, "3", "xã", "Yên Lâm", "P1b", START),
        Unit("C4", COMMUNE, "4", "xã", "Tân Phú", "P1b", START),
    ),
    (
        Link("C1", "C3", "merge", START),
        Link("C2", "C3", "split", START, is_main=False),
        Link("C2", "C4", "split", START),
        Link("P1", "P1b", "merge", START),
    ),
)


def test_a_version_is_told_by_the_day() -> None:
    assert [u.kind for u in SMALL.versions("C2")] == ["xã", "thị trấn"]
    assert (unit := SMALL.get("C2", date(2025, 1, 1))) is not None
    assert unit.full_name == "thị trấn Tân Phú"
    assert SMALL.get("C2", NOW) is None


def test_children_and_ancestors_follow_the_order_of_the_day() -> None:
    assert [u.id for u in SMALL.children("P1", BEFORE)] == ["D1"]
    assert [u.id for u in SMALL.communes("P1", BEFORE)] == ["C1", "C2"]
    assert [u.id for u in SMALL.communes("P1b", NOW)] == ["C3", "C4"]
    assert [u.id for u in SMALL.ancestors("C1", BEFORE)] == ["D1", "P1"]


def test_a_split_leaves_the_choice_open_but_proposes() -> None:
    found = successors(SMALL, "C2", NOW)
    assert [(r.unit.id, r.is_main, r.is_sole) for r in found] == [("C4", True, False), ("C3", False, False)]


def test_who_stands_succeeds_itself() -> None:
    assert [(r.unit.id, r.link) for r in successors(SMALL, "C1", BEFORE)] == [("C1", None)]


def test_predecessors_say_who_came_whole() -> None:
    assert [(r.unit.id, r.is_sole) for r in predecessors(SMALL, "C3", BEFORE)] == [("C1", True), ("C2", False)]


def test_a_district_is_covered_by_the_main_heirs_of_its_communes() -> None:
    assert successors(SMALL, "D1", NOW) == ()
    assert [u.id for u in heirs(SMALL, "D1", NOW)] == ["C3", "C4"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TP. Huế", ("thành phố", "Huế")),
        ("TP.HCM", ("thành phố", "HCM")),
        ("Phường 03", ("phường", "3")),
        ("THỊ XÃ Buôn Hồ", ("thị xã", "Buôn Hồ")),
        ("Xín Mần", (None, "Xín Mần")),
        ("Xã", (None, "Xã")),
    ],
)
def test_the_kind_in_front_is_told_from_the_name(text: str, expected: tuple[str | None, str]) -> None:
    assert split_kind(text) == expected


REAL = shipped_catalogue()


def named(text: str, day: date, **where: str) -> list[str]:
    return [unit.id for unit in REAL.find(text, day, **where)]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("tỉnh Lào Cai", BEFORE, ["P10"]),
        ("TỈNH LÀO CAI", NOW, ["P15.250701"]),
        ("Yên Bái", NOW, ["C04252.250701"]),
        ("huyện Xín Mần", BEFORE, ["D033"]),
        ("xã Xín Mần", NOW, ["C01108.250701"]),
        ("tỉnh Thừa Thiên - Huế", BEFORE, ["P46"]),
        ("thành phố Huế", BEFORE, ["D474"]),
        ("thành phố Huế", NOW, ["P46"]),
        ("Đăk Nông", date(2024, 1, 1), ["C23386", "P67"]),
        ("TP.HCM", NOW, ["P79.250701"]),
        ("Tỉnh Hà Tây", date(2008, 7, 31), ["P28"]),
        ("Tỉnh Hà Tây", date(2008, 8, 1), []),
        ("tỉnh Đồng Nai", date(2026, 4, 29), ["P75.250701"]),
        ("thành phố Đồng Nai", date(2026, 4, 30), ["P75.250701"]),
        ("huyện Nam Đông", BEFORE, ["D483"]),
        ("huyen nam dong", date(2025, 1, 1), []),
        ("huyện Tịnh Biên", date(2024, 1, 1), ["D890"]),
    ],
)
def test_a_name_is_found_as_of_its_day(text: str, day: date, expected: list[str]) -> None:
    assert named(text, day) == expected


def test_within_a_province_a_common_name_is_one_unit() -> None:
    assert len(named("xã Vĩnh Hoà", BEFORE)) > 1
    assert len(named("xã Vĩnh Hoà", BEFORE, within="P45")) == 1


def test_a_code_passes_on() -> None:
    assert [u.name for day in (BEFORE, NOW) if (u := REAL.by_code(PROVINCE, "15", day))] == ["Yên Bái", "Lào Cai"]


def test_units_of_the_five_plans_are_where_they_are_today() -> None:
    vinh_hoa = REAL.find("xã Vĩnh Hoà", BEFORE, within="P45")[0]
    assert [r.unit.full_name for r in successors(REAL, vinh_hoa.id, NOW)] == ["xã Vĩnh Hoàng"]
    assert {"Khe Tre", "Nam Đông"} <= {u.name for u in heirs(REAL, "D483", NOW)}
    assert {"Xín Mần", "Pà Vầy Sủ", "Nấm Dẩn", "Quảng Nguyên"} <= {u.name for u in heirs(REAL, "D033", NOW)}
    assert [r.unit.full_name for r in successors(REAL, "P67", NOW)] == ["tỉnh Lâm Đồng"]
    assert [r.unit.full_name for r in predecessors(REAL, "P15.250701", BEFORE)] == ["tỉnh Lào Cai", "tỉnh Yên Bái"]


def test_an_island_district_became_a_special_zone() -> None:
    assert [r.unit.full_name for r in successors(REAL, "D318", NOW)] == ["đặc khu Bạch Long Vĩ"]


@given(st.sampled_from(REAL.as_of(END)), st.sampled_from([END, START, NOW]))
def test_nothing_of_the_old_order_is_lost_and_the_way_back_leads_home(unit: Unit, day: date) -> None:
    for relative in successors(REAL, unit.id, day):
        assert relative.unit.is_valid_on(day)
        back = {r.unit.id for r in predecessors(REAL, relative.unit.id, END)}
        assert unit.id in back
    if unit.level == COMMUNE:
        assert sum(r.is_main for r in successors(REAL, unit.id, day)) == 1


@given(st.sampled_from(REAL.as_of(NOW)))
def test_a_unit_is_found_by_its_own_name_in_any_case(unit: Unit) -> None:
    assert unit.id in named(unit.full_name, NOW)
    assert unit.id in named(unit.full_name.upper(), NOW)
