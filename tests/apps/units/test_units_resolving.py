"""Printed names to real agencies and groups."""

from datetime import date, datetime

import pytest

from dondoc.units.actions.group import choose_members, take_candidate
from dondoc.units.models import AdministrativeUnit, AgencyGroup
from dondoc.units.queries import Candidate, Resolver, members_of, resolve
from makers import make_agency, make_group, make_unit

TODAY = date(2026, 11, 10)


@pytest.fixture
def province(db: None) -> AdministrativeUnit:
    """A province of today: departments, boards, branches, requested bodies; a ward and two communes."""
    province = make_unit("Minh Sơn")
    make_agency(province)
    for name in ("Sở Nội vụ", "Sở Nông nghiệp và Môi trường", "Sở Văn hóa, Thể thao và Du lịch", "Thanh tra tỉnh",
                 "Văn phòng UBND tỉnh", "Ban Quản lý các khu công nghiệp tỉnh"):  # fmt: skip
        make_agency(province, name, kind="so")
    make_agency(province, "Công an tỉnh", kind="cong-an", stance="vertical")
    make_agency(province, "Ủy ban MTTQ Việt Nam tỉnh", kind="mttq", stance="requested")
    make_agency(province, "Tỉnh Đoàn", kind="doan", stance="requested")
    for name, kind in (("An Lạc", "phường"), ("Bình Hòa", "xã"), ("Nấm Dẩn", "xã")):
        commune = make_unit(name, level="commune", kind=kind, parent=province)
        make_agency(commune)
        make_agency(commune, "Phòng Văn hóa - Xã hội", kind="phong-van-hoa-xa-hoi")
        make_agency(commune, f"Công an {kind}", kind="cong-an", stance="vertical")
        make_agency(commune, "Văn phòng HĐND và UBND", kind="van-phong")
        make_agency(commune, "Trung tâm Phục vụ hành chính công", kind="mot-cua")
    return province


def best(printed: str, unit: AdministrativeUnit) -> Candidate:
    return resolve(printed, unit=unit, on=TODAY)[0]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("sở Nội vụ tỉnh", "Sở Nội vụ"),
        ("Sở NN&MT", "Sở Nông nghiệp và Môi trường"),
        ("Sở Nông nghiệp - Môi trường", "Sở Nông nghiệp và Môi trường"),
        ("Sở VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Nôi vu", "Sở Nội vụ"),
        ("Giám đốc Sở Nội vụ", "Sở Nội vụ"),
        ("Chánh Thanh tra tỉnh", "Thanh tra tỉnh"),
        ("Chánh Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh"),
        ("UBND tỉnh", "UBND tỉnh Minh Sơn"),
        ("Ủy ban nhân dân tỉnh Minh Sơn", "UBND tỉnh Minh Sơn"),
        ("Chủ tịch UBND tỉnh", "UBND tỉnh Minh Sơn"),
        ("UBND xã Bình Hoà", "UBND xã Bình Hòa"),
        ("xã Nấm Dẩn", "UBND xã Nấm Dẩn"),
        ("UBND xã Năm Dăn", "UBND xã Nấm Dẩn"),
        ("UBMTTQVN tỉnh", "Ủy ban MTTQ Việt Nam tỉnh"),
        ("Mặt trận Tổ quốc tỉnh", "Ủy ban MTTQ Việt Nam tỉnh"),
        ("Đoàn Thanh niên tỉnh", "Tỉnh Đoàn"),
        ("Công an tỉnh Minh Sơn", "Công an tỉnh"),
    ],
)
def test_a_name_in_whatever_way_it_is_written(province: AdministrativeUnit, printed: str, name: str) -> None:
    found = best(printed, province)
    assert found.agency is not None, resolve(printed, unit=province, on=TODAY)
    assert (found.agency.name, found.is_certain) == (name, True)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("UBND phường", "UBND phường An Lạc"),
        ("Phòng VH-XH", "Phòng Văn hóa - Xã hội"),
        ("Phòng Văn hóa và Xã hội phường", "Phòng Văn hóa - Xã hội"),
        ("Công an", "Công an phường"),
        ("Trung tâm PVHCC", "Trung tâm Phục vụ hành chính công"),
        ("Trung tâm hành chính công phường", "Trung tâm Phục vụ hành chính công"),
        ("VP HĐND&UBND", "Văn phòng HĐND và UBND"),
        ("Công chức Tư pháp - Hộ tịch", "UBND phường An Lạc"),
        ("Sở Nội vụ", "Sở Nội vụ"),
    ],
)
def test_a_name_in_the_plan_of_a_commune_is_its_own_first(
    province: AdministrativeUnit, printed: str, name: str
) -> None:
    found = best(printed, province.children.get(name="An Lạc"))
    assert found.agency is not None
    assert (found.agency.name, found.is_certain) == (name, True)
    assert found.agency.unit.name in ("An Lạc", "Minh Sơn")


@pytest.mark.parametrize(
    ("printed", "count", "is_certain"),
    [
        ("UBND các xã, phường", 3, True),
        ("UBND cấp xã", 3, True),
        ("Chủ tịch UBND các xã, phường", 3, True),
        ("Các xã, phường", 3, True),
        ("UBND các xã, phường, đặc khu trên địa bàn tỉnh", 3, True),
        ("UBND các xã", 2, False),
        ("Công an các xã, phường", 3, True),
        ("Các sở, ban, ngành", 7, True),
        ("Thủ trưởng các sở, ban, ngành tỉnh", 7, True),
        ("các sở, ngành", 6, True),
        ("Trung tâm Phục vụ hành chính công cấp xã", 3, True),
        ("Phòng Văn hóa - Xã hội các xã, phường", 3, True),
        ("Các sở, ban, ngành, cơ quan, đơn vị", 7, False),
        ("Các cơ quan chuyên môn thuộc UBND tỉnh", 5, True),
        ("công an xã", 3, False),
    ],
)
def test_a_name_for_many_is_a_group_by_rule(
    province: AdministrativeUnit, now: datetime, printed: str, count: int, is_certain: bool
) -> None:
    found = best(printed, province)
    assert found.is_certain is is_certain
    _, group = take_candidate(found, scope=province, by=None, at=now)
    assert group is not None
    assert group.kind == AgencyGroup.Kind.RULE
    assert len(members_of(group, TODAY)) == count


@pytest.mark.parametrize(
    "printed",
    ["Các cơ quan, đơn vị liên quan", "Các sở, ngành liên quan", "các đơn vị có liên quan", "Các địa phương liên quan"],
)
def test_an_open_name_waits_for_a_person(province: AdministrativeUnit, now: datetime, printed: str) -> None:
    found = best(printed, province)
    assert not found.is_certain
    _, group = take_candidate(found, scope=province, by=None, at=now)
    assert group is not None
    assert (group.kind, members_of(group, TODAY)) == (AgencyGroup.Kind.OPEN, [])
    chosen = list(province.agencies.all()[:2])
    choose_members(group, members=chosen, on=TODAY, by=None, at=now)
    assert members_of(group, TODAY) == chosen
    assert not best(printed, province).is_certain


def test_an_older_name_leads_to_where_the_work_went(province: AdministrativeUnit) -> None:
    """The decrees of 2025 gave the work of Labour to three departments; a person chooses by the subject."""
    make_agency(province, "Sở Y tế", kind="t-y-te")
    make_agency(province, "Sở Nội vụ mới", kind="t-noi-vu")
    found = resolve("Sở LĐ-TB&XH", unit=province, on=TODAY)
    heirs = {candidate.agency.name: candidate for candidate in found if candidate.agency}
    assert {"Sở Y tế", "Sở Nội vụ mới"} <= set(heirs)
    assert "bảo trợ xã hội" in heirs["Sở Y tế"].why
    assert not any(candidate.is_certain for candidate in found)


@pytest.mark.parametrize(
    "printed",
    ["UBND huyện Nấm Dẩn", "Huyện đoàn", "Cán bộ, công chức, viên chức", "Công chức chuyên môn", "Các phòng chuyên môn",
     "Công chức Tư pháp - Hộ tịch", "các cơ sở khám, chữa bệnh", "Các đơn vị sự nghiệp thuộc UBND tỉnh"],
)  # fmt: skip
def test_what_only_looks_like_an_agency_is_never_certain(province: AdministrativeUnit, printed: str) -> None:
    assert not any(candidate.is_certain for candidate in resolve(printed, unit=province, on=TODAY))


def test_bodies_that_are_asked_are_chosen_by_their_own_word_alone(province: AdministrativeUnit, now: datetime) -> None:
    make_agency(province, "Ban Tổ chức Tỉnh ủy", kind="dang", stance="requested")
    _, group = take_candidate(best("Các sở, ban, ngành, đoàn thể", province), scope=province, by=None, at=now)
    assert group is not None
    names = {agency.name for agency in members_of(group, TODAY)}
    assert "Tỉnh Đoàn" in names
    assert not {"Ban Tổ chức Tỉnh ủy", "Ủy ban MTTQ Việt Nam tỉnh"} & names


def test_a_name_with_an_aside_is_asked_about(province: AdministrativeUnit) -> None:
    found = best("UBND tỉnh (thông qua Sở Nội vụ)", province)
    assert found.agency is not None
    assert (found.agency.name, found.is_certain) == ("UBND tỉnh Minh Sơn", False)


def test_a_list_of_communes_is_a_named_list(province: AdministrativeUnit, now: datetime) -> None:
    found = best("UBND xã Bình Hòa, UBND xã Nấm Dẩn", province)
    assert found.is_certain
    _, group = take_candidate(found, scope=province, by=None, at=now)
    assert group is not None
    assert [agency.unit.name for agency in members_of(group, TODAY)] == ["Bình Hòa", "Nấm Dẩn"]


def test_a_near_name_is_offered_and_never_certain(province: AdministrativeUnit) -> None:
    found = resolve("Sở Văn hóa và Thể thao, Du lịch", unit=province, on=TODAY)
    assert found[0].agency is not None
    assert resolve("Sở Giao thông", unit=province, on=TODAY) == []
    near = resolve("Ban Quản lý khu công nghiệp", unit=province, on=TODAY)
    assert all(not candidate.is_certain for candidate in near)


def test_the_same_name_leads_to_the_same_group(province: AdministrativeUnit, now: datetime) -> None:
    first = take_candidate(best("UBND các xã, phường", province), scope=province, by=None, at=now)
    assert best("UBND các xã, phường", province).group == first[1]
    assert take_candidate(best("UBND các xã, phường", province), scope=province, by=None, at=now) == first


def test_many_names_cost_few_queries(province: AdministrativeUnit, django_assert_max_num_queries) -> None:
    make_group(province)
    with django_assert_max_num_queries(8):
        resolver = Resolver(province, TODAY)
        for printed in ("Sở Nội vụ", "UBND tỉnh", "UBND xã Nấm Dẩn", "UBND các xã, phường", "Sở Nội vụ") * 20:
            assert resolver.resolve(printed)[0].is_certain
