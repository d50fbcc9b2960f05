"""Goals, what would have to move, what if: at their addresses."""

import re

import pytest
from django.test import Client

from makers import make_unit
from makers.scores import make_results, make_shipped
from people import Cast, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan(cast: Cast) -> Client:
    return signed_in("lan.nt")


def read(client: Client, address: str, status: int = 200, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == status, address
    return " ".join(answer.content.decode().split())


def test_a_goal_is_told_with_points_odds_break_and_end(lan: Client) -> None:
    """Lào Cai's plan of 2021: five places more than in 2020."""
    page = read(lan, "/chi-so/tinh/10/muc-tieu/?nam=2020&loai=rank%2Bn&so=5")
    assert "tăng ít nhất 5 bậc" in page
    assert "42,95 điểm, hạng 28/63" in page
    assert "13 trong 45 lần đã đạt" in page
    assert "mẫu khảo sát đã được chọn lại" in page
    assert "Không đạt. Năm 2021: 40,15 điểm, hạng 49/60, nhóm Thấp" in page
    assert "không phải tác dụng của kế hoạch" in page


def test_a_goal_whose_year_is_not_known_says_so(lan: Client) -> None:
    page = read(lan, "/chi-so/tinh/67/muc-tieu/?nam=2024&loai=score%2B")
    assert "chưa có kết quả của năm sau" in page
    assert "Chỉ cần cao hơn năm trước, dù ít." in page
    assert "Dự kiến mẫu khảo sát mới" in page


def test_a_goal_without_its_number_is_refused_beside_the_field(lan: Client) -> None:
    page = read(lan, "/chi-so/tinh/67/muc-tieu/?loai=rank%2Bn&so=nhiều", 422)
    assert "Ghi số của mục tiêu" in page
    assert 'value="nhiều"' in page


def test_without_a_goal_the_page_says_what_to_choose(lan: Client) -> None:
    assert "Chọn một mục tiêu" in read(lan, "/chi-so/tinh/67/muc-tieu/")


def test_the_levers_name_gaps_gains_and_the_fewest_that_suffice(lan: Client) -> None:
    page = read(lan, "/chi-so/tinh/67/can-doi-gi/?nam=2023&loai=group%2B1")
    assert "Ít nội dung nhất mà mức có thể đạt cộng lại đủ" in page
    assert "Tỉnh tương đồng" in page
    assert page.count('<th scope="row"><a href="/chi-so/tinh/67/?nam=2023&amp;chi-so=D') == 28


def test_a_goal_too_far_is_called_so(lan: Client) -> None:
    page = read(lan, "/chi-so/tinh/67/can-doi-gi/?nam=2023&loai=score%3E%3Dn&so=79")
    assert "mục tiêu ở quá xa cho một năm" in page


def test_the_address_carries_a_supposition(lan: Client) -> None:
    page = read(lan, "/chi-so/tinh/67/thu-thay-doi/?nam=2023&D2_LAND=2,5&D1_KNOW=2,5")
    assert "Nếu 2 nội dung đổi" in page
    assert re.search(r"thứ hạng, trước là 61", page)
    assert "cứ mười lần đo thì tám lần" in page
    assert 'name="D2_LAND" class="w-8" inputmode="decimal" value="2,5"' in page


def test_the_fields_as_shown_suppose_nothing(lan: Client) -> None:
    """Sending the form untouched moves nobody, though fields show two places."""
    page = read(lan, "/chi-so/tinh/67/thu-thay-doi/?nam=2023")
    fields = re.findall(r'name="(D\d_[A-Z]+)" class="w-8" inputmode="decimal" value="([\d,]+)"', page)
    assert len(fields) == 28
    query = "&".join(f"{name}={value}" for name, value in fields)
    assert "Chưa đổi nội dung nào" in read(lan, f"/chi-so/tinh/67/thu-thay-doi/?nam=2023&{query}")


def test_a_score_beyond_its_scale_is_refused_and_stays(lan: Client) -> None:
    page = read(lan, "/chi-so/tinh/67/thu-thay-doi/?nam=2023&D2_LAND=9&D1_KNOW=x", 422)
    assert "Nằm ngoài thang điểm." in page
    assert "Không phải là số" in page
    assert 'value="9"' in page


def test_a_part_of_the_page_is_answered_alone(lan: Client) -> None:
    part = read(lan, "/chi-so/tinh/67/thu-thay-doi/?nam=2023&D2_LAND=2", **{"HX-Request": "true"})
    assert "<html" not in part
    assert "Nếu 1 nội dung đổi" in part


def test_a_place_without_results_has_its_pages_still(lan: Client) -> None:
    make_unit("Sơn Hải", code="demo-tinh")
    make_shipped()
    make_results({(2025, "TOTAL", "demo-tinh"): "42.9"})
    for part in ("", "muc-tieu/?loai=score%2B", "can-doi-gi/", "thu-thay-doi/"):
        assert lan.get(f"/chi-so/tinh/demo-tinh/{part}").status_code in (200, 422)
    for part in ("", "muc-tieu/", "can-doi-gi/", "thu-thay-doi/"):
        assert lan.get(f"/chi-so/tinh/P15.250701/{part}").status_code == 200
    assert lan.get("/chi-so/tinh/24/thu-thay-doi/?nam=2022").status_code == 200


def test_goals_and_levers_of_a_dimension_keep_to_its_components(lan: Client) -> None:
    page = read(lan, "/chi-so/tinh/67/muc-tieu/?nam=2023&loai=group%2B1&chi-so=D2")
    assert "2 Công khai, minh bạch" in page
    assert "lần đã đạt" in page
    levers = read(lan, "/chi-so/tinh/67/can-doi-gi/?nam=2023&loai=score%2Bn&so=0,2&chi-so=D2")
    sets = re.findall(r"thu-thay-doi/\?nam=2023&amp;([^\"]*)", levers)
    assert sets
    assert all(part.startswith("D2_") for one in sets for part in one.split("&amp;"))
