"""The pages of results, at their addresses."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from django.conf import settings
from django.test import Client
from openpyxl import load_workbook

from makers import make_agency, make_member, make_unit
from makers.scores import make_results, make_shipped
from people import Cast, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan(cast: Cast) -> Client:
    """Of a commune in the province of Đắk Nông of 2024."""
    province = make_unit("Đắk Nông", code="P67")
    make_member(cast.lan, make_agency(make_unit("An Lạc", level="commune", parent=province)))
    return signed_in("lan.nt")


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def test_the_own_province_stands_first_with_its_place(lan: Client) -> None:
    page = read(lan, "/chi-so/?nam=2023")
    card = page[page.index('class="card"') : page.index('class="filter"')]
    assert "Đắk Nông" in card
    assert "38,97 điểm" in card
    assert "hạng 61/61" in card
    assert "nhóm Thấp" in card


def test_the_table_is_ordered_filtered_and_searched_without_marks(lan: Client) -> None:
    page = read(lan, "/chi-so/?nam=2023&q=thua+thien")
    assert "46,04" in page
    assert '<td class="number">1</td>' in page
    assert ">Lào Cai</a></th>" not in page
    low = read(lan, "/chi-so/?nam=2023&nhom=0")
    assert low.count('<th scope="row">') == len(re.findall(r"tag bad\">Thấp", low)) > 10
    by_name = read(lan, "/chi-so/?nam=2023&xep=-tinh")
    assert by_name.index(">Yên Bái</a></th>") < by_name.index(">An Giang</a></th>")


def test_an_older_year_and_a_component_have_their_address(lan: Client) -> None:
    page = read(lan, "/chi-so/?nam=2016&chi-so=D3_PIB")
    assert "Kết quả năm 2016: 3.3 Hiệu quả của Ban Thanh tra Nhân dân" in page
    assert "Cách đo đã đổi" in page


def test_who_has_no_result_is_named_with_the_reason(lan: Client) -> None:
    page = read(lan, "/chi-so/?nam=2022")
    assert "Bắc Giang (thiếu D1, D2, D4, D5) – số liệu khảo sát không bảo đảm chính xác" in page


def test_a_year_that_is_not_there_leads_to_the_newest(lan: Client) -> None:
    assert "Kết quả năm 2024" in read(lan, "/chi-so/?nam=1999")


def test_a_profile_tells_place_change_and_what_is_short(lan: Client) -> None:
    page = read(lan, "/chi-so/tinh/10/?nam=2021")
    assert "40,15 điểm" in page
    assert "hạng 49/60" in page
    assert "-2,80" in page
    assert "mẫu khảo sát đã được chọn lại" in page
    assert "Đáp ứng kiến nghị của người dân" in page
    assert "Từ 01/7/2025 tỉnh này thuộc" in page


def test_a_profile_without_a_total_says_why(lan: Client) -> None:
    page = read(lan, "/chi-so/tinh/24/?nam=2022")
    assert "không có điểm tổng hợp" in page
    assert "Trách nhiệm giải trình với người dân" in page


def test_a_place_that_is_nowhere_is_not_found(lan: Client) -> None:
    assert lan.get("/chi-so/tinh/xyz/").status_code == 404


def test_a_merged_province_shows_its_predecessors_and_no_score_of_its_own(lan: Client) -> None:
    page = read(lan, "/chi-so/tinh/P15.250701/")
    assert "Yên Bái" in page
    assert "hạng" in page
    assert "Chưa có dân số của đủ các tỉnh cũ" in page


def test_a_province_of_its_own_is_ranked_on_its_page_alone(cast: Cast) -> None:
    province = make_unit("Sơn Hải", code="demo-tinh")
    make_member(cast.ha, make_agency(province), "focal")
    make_shipped()
    make_results({(2024, "TOTAL", "demo-tinh"): "42.31", (2025, "TOTAL", "demo-tinh"): "42.90"})
    ha = signed_in("ha.lt")
    page = read(ha, "/chi-so/tinh/demo-tinh/")
    assert "số liệu giả định" in page
    assert "/62" in page
    assert "Năm 2025: 42,90 điểm. Chưa có kết quả của các tỉnh khác" in page
    assert "/62" not in read(ha, "/chi-so/tinh/67/")


def test_several_provinces_are_compared_at_an_address(lan: Client) -> None:
    page = read(lan, "/chi-so/so-sanh/?nam=2023&tinh=67&tinh=46&tinh=nowhere")
    assert "<b>46,04</b>" in page
    assert "38,97" in page
    assert "1/61, Cao" in page


def test_results_go_out_with_a_description(lan: Client) -> None:
    book = load_workbook(BytesIO(lan.get("/chi-so/tai/ket-qua.xlsx?nam=2024&tinh=67").content))
    rows = list(book.active.iter_rows(values_only=True))
    total = next(dict(zip(rows[0], row, strict=True)) for row in rows if row[3] == "TOTAL")
    assert (total["diem"], total["hang"], total["nhom"]) == (40.5374, 58, "Thấp")
    text = lan.get("/chi-so/tai/ket-qua.csv").content.decode("utf-8-sig")
    assert len(list(csv.reader(StringIO(text)))) == 28_854 + 1
    described = lan.get("/chi-so/tai/mo-ta.csv").content.decode("utf-8-sig")
    assert {row[0] for row in csv.reader(StringIO(described))} >= set(rows[0])


def test_the_method_names_its_sources_and_limits(lan: Client) -> None:
    page = read(lan, "/chi-so/phuong-phap/")
    assert "Handbook on Constructing Composite Indicators" in page
    assert "không phải tác dụng của kế hoạch" in page
    assert "95 % theo Wilson" in page


def test_a_place_without_results_in_the_year_stays_among_the_choices(lan: Client) -> None:
    page = read(lan, "/chi-so/so-sanh/?tinh=67&tinh=P15.250701&nam=2024")
    assert '<option value="P15.250701" selected>' in page


def test_groups_are_said_in_english_where_the_interface_is(lan: Client) -> None:
    lan.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = read(lan, "/chi-so/?nam=2023")
    assert "Trung bình" not in page


def test_parts_of_the_index_have_the_names_that_papi_publishes_in_english(lan: Client) -> None:
    lan.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = read(lan, "/chi-so/tinh/67/?nam=2023")
    assert "1 Participation at Local Levels" in page
    assert "Tham gia của người dân" not in page


def test_the_old_and_the_merged_province_of_one_name_are_told_apart(lan: Client) -> None:
    page = read(lan, "/chi-so/so-sanh/?tinh=10&tinh=P15.250701&tinh=67&nam=2023")
    assert "Lào Cai (đến 30/6/2025)</a>" in page
    assert "Lào Cai (từ 01/7/2025)</a>" in page
    assert "Đắk Nông</a>" in page
    assert "<h1>Lào Cai (từ 01/7/2025)</h1>" in read(lan, "/chi-so/tinh/P15.250701/")
