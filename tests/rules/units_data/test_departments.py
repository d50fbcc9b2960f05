"""Default bodies of a unit on a day, and where the work of old ones may lie."""

from datetime import date

import pytest

from dondoc.units.adapters.tables import shipped_catalogue, shipped_organisation
from dondoc.units.rules.departments import REQUESTED, SUBORDINATE, VERTICAL

ORGANISATION = shipped_organisation()
NOW, THREE_TIERS = date(2026, 5, 1), date(2024, 5, 1)


def names(text: str, day: date, standing: str = SUBORDINATE) -> set[str]:
    unit = shipped_catalogue().find(text, day)[0]
    return {body.name for body in ORGANISATION.default_for(unit, day) if body.standing == standing}


@pytest.mark.parametrize(
    ("unit", "economy"),
    [
        ("xã Xín Mần", "Phòng Kinh tế"),
        ("phường Ba Đình", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("đặc khu Phú Quốc", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("đặc khu Lý Sơn", "Phòng Kinh tế"),
    ],
)
def test_a_commune_of_the_two_tier_order_has_four_divisions(unit: str, economy: str) -> None:
    expected = {"Văn phòng HĐND và UBND", economy, "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công"}
    assert names(unit, NOW) == expected
    assert names(unit, NOW, VERTICAL) == {"Công an", "Ban Chỉ huy Quân sự", "Trạm Y tế"}


def test_the_front_and_the_court_are_only_requested() -> None:
    assert "Ủy ban Mặt trận Tổ quốc Việt Nam" in names("xã Xín Mần", NOW, REQUESTED)
    assert "Tòa án nhân dân" in names("huyện Xín Mần", THREE_TIERS, REQUESTED)


def test_a_rural_district_and_a_town_have_other_divisions() -> None:
    assert "Phòng Kinh tế và Hạ tầng" in names("huyện Xín Mần", THREE_TIERS)
    assert "Phòng Quản lý đô thị" in names("thị xã Tịnh Biên", THREE_TIERS)


def test_provinces_merge_their_departments_on_the_first_of_march_2025() -> None:
    before, after = names("tỉnh Lâm Đồng", date(2025, 2, 28)), names("tỉnh Lâm Đồng", date(2025, 3, 1))
    assert "Sở Lao động - Thương binh và Xã hội" in before - after
    assert {"Sở Nông nghiệp và Môi trường", "Sở Dân tộc và Tôn giáo"} <= after - before


@pytest.mark.parametrize(
    ("old", "subject", "day", "first"),
    [
        ("t-ldtbxh", "Rà soát hộ nghèo, cận nghèo", NOW, "t-nong-nghiep-moi-truong"),
        ("t-ldtbxh", "bảo vệ trẻ em", NOW, "t-y-te"),
        ("t-thong-tin", "quản lý báo chí", NOW, "t-van-hoa"),
        ("t-thong-tin", "", NOW, "t-khoa-hoc"),
        ("h-ldtbxh", "giảm nghèo", NOW, "x-kinh-te"),
        ("h-ldtbxh", "giảm nghèo", date(2025, 4, 1), "h-nong-nghiep-moi-truong"),
        ("h-ldtbxh", "", NOW, "x-van-hoa-xa-hoi"),
        ("h-mot-cua", "", NOW, "x-pvhcc"),
        ("h-tand", "", NOW, "t-tand-kv"),
        ("t-noi-vu", "quản lý nhà nước về tôn giáo", NOW, "t-dan-toc-ton-giao"),
    ],
)
def test_the_subject_decides_where_old_work_may_lie(old: str, subject: str, day: date, first: str) -> None:
    assert ORGANISATION.proposals(old, day, subject)[0].new == first


def test_who_stands_and_gave_nothing_of_the_kind_has_no_proposals() -> None:
    assert ORGANISATION.proposals("t-noi-vu", NOW, "cải cách hành chính") == ()
    assert ORGANISATION.proposals("t-ldtbxh", THREE_TIERS) == ()


def test_every_body_that_ended_has_somewhere_to_look() -> None:
    ended = {b.code for b in ORGANISATION.bodies if not ORGANISATION.body_on(b.code, NOW)}
    without = {code for code in ended if not ORGANISATION.proposals(code, NOW)}
    # Their work stays with the body above them; no decree gives it to a commune.
    assert without == {"h-doan-the", "h-dien-luc", "h-quan-su", "h-thue", "h-ttvh"}


def test_the_table_speaks_of_known_bodies_and_cites_a_source() -> None:
    known = {body.code for body in ORGANISATION.bodies}
    assert {body.guided_by for body in ORGANISATION.bodies} - known == {None}
    assert {code for move in ORGANISATION.moves for code in (move.old, move.new)} <= known
    assert all(move.source for move in ORGANISATION.moves)
