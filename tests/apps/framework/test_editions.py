"""Indices by year: loaded, copied, edited, published, opened again; an office's own."""

from decimal import Decimal

import pytest
from django.test import Client
from django.utils import translation

from dondoc.framework.actions.edition import copy_edition, edit_edition, publish_edition, reopen_edition
from dondoc.framework.actions.shipped import load_shipped
from dondoc.framework.models import Edition, EditionState, Index
from dondoc.framework.queries.frames import frames_of
from dondoc.framework.queries.names import part_name
from dondoc.framework.rules.lines import parse_lines
from dondoc.scores.models import PublishedScore
from dondoc.toolkit.errors import BadInput
from makers import LONG_AGO, make_agency, make_member, make_unit
from people import Cast, signed_in

pytestmark = pytest.mark.django_db
HOME = "/khung-chi-so/"
LINES = "D1; ; 1; Công khai; 0; 10\nD1_BOARD; D1; 1.1; Niêm yết; 0; 5\nD1_WEB; D1; 1.2; Trang điện tử; 0; 5\n"


@pytest.fixture
def papi(db: None) -> Index:
    load_shipped(by=None, at=LONG_AGO)
    return Index.objects.get(code="papi")


@pytest.fixture
def administrator(cast: Cast, papi: Index) -> Client:
    return signed_in("ha.lt")


def test_what_comes_with_the_product_is_loaded_once(papi: Index) -> None:
    assert load_shipped(by=None, at=LONG_AGO) == 0
    assert papi.editions.count() == 14
    assert set(Index.objects.values_list("code", flat=True)) == {"papi", "sipas", "par-index"}
    unsure = Edition.objects.exclude(index=papi)
    assert not unsure.filter(certainty="sure").exists()


def test_an_administrator_adds_a_year_without_code(administrator: Client, papi: Index) -> None:
    assert administrator.post(f"{HOME}papi/", {"year": "2025"}).status_code == 302
    form = administrator.get(f"{HOME}papi/2025/sua/").content.decode()
    assert "D1_KNOW; D1; 1.1; Tri thức công dân; 0,25; 2,5" in form
    text = "\n".join(line for line in _area(form).splitlines() if not line.startswith("D8_RESP"))
    sent = {"lines": text, "totalling": "sum", "total_min": "8", "total_max": "80", "certainty": "sure",
            "source": "báo cáo PAPI 2025, bảng 3.6"}  # fmt: skip
    assert administrator.post(f"{HOME}papi/2025/sua/", sent).status_code == 302
    assert 2025 not in frames_of("papi")
    assert administrator.post(f"{HOME}papi/2025/cong-bo/").status_code == 302
    frame = frames_of("papi")[2025]
    assert sum(one.level == "component" for one in frame) == 27
    assert next(one for one in frame if one.code == "D1_KNOW").name_en == "Civic Knowledge"


def _area(page: str) -> str:
    return page.split("<textarea", 2)[1].split(">", 1)[1].split("</textarea>")[0].replace("&#39;", "'")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("D2; ; 2; Tên", "Dòng 4: có 4 cột"),
        ("d-2; ; 2; Tên; 0; 1", "mã “d-2” không hợp lệ"),
        ("D1; ; 2; Tên; 0; 1", "mã D1 đã có"),
        ("D2_A; D2; 2.1; Tên; 0; 1", "mã cấp trên D2 chưa có"),
        ("D2_A; D1; 2.1; Tên; 0; 1", "phải bắt đầu bằng D1_"),
        ("D2; ; 2; ; 0; 1", "chưa có tên"),
        ("D2; ; 2; Tên; không; 1", "phải là số"),
        ("D2; ; 2; Tên; 5; 5", "phải nhỏ hơn"),
        ("TOTAL; ; 2; Tên; 0; 5", "không hợp lệ"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_named(line: str, told: str) -> None:
    parts, faults = parse_lines(LINES + line)
    assert len(parts) == 3
    assert len(faults) == 1
    assert told in faults[0]


def test_lines_from_a_spreadsheet_are_read_alike() -> None:
    assert parse_lines(LINES.replace("; ", "\t").replace(";", "\t")) == parse_lines(LINES)


def test_all_faults_are_told_at_once_and_what_was_typed_stays(administrator: Client, cast: Cast, papi: Index) -> None:
    copy_edition(papi, year=2025, by=cast.ha, at=LONG_AGO)
    answer = administrator.post(f"{HOME}papi/2025/sua/", {"lines": "D1; x\nD2; y", "source": "báo cáo"})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Dòng 1" in text
    assert "Dòng 2" in text
    assert "D1; x" in text


def test_what_is_published_is_opened_again_before_it_is_changed(papi: Index, cast: Cast) -> None:
    edition = papi.editions.get(year=2024)
    parts, _ = parse_lines(LINES)
    told = {"parts": parts, "totalling": "sum", "total_min": Decimal(0), "total_max": Decimal(10),
            "certainty": "sure", "source": "x", "by": cast.ha, "at": LONG_AGO}  # fmt: skip
    with pytest.raises(BadInput) as refused:
        edit_edition(edition, **told)
    assert refused.value.code == "edition-published"
    with pytest.raises(BadInput):
        reopen_edition(edition, reason=" ", by=cast.ha, at=LONG_AGO)
    reopen_edition(edition, reason="sai thang điểm", by=cast.ha, at=LONG_AGO)
    edit_edition(edition, **told)
    assert edition.state == EditionState.DRAFT
    assert edition.parts.count() == 3


def test_a_year_that_is_there_and_an_empty_one_are_refused(papi: Index, cast: Cast) -> None:
    with pytest.raises(BadInput) as refused:
        copy_edition(papi, year=2024, by=cast.ha, at=LONG_AGO)
    assert refused.value.code == "edition-taken"
    sipas = Edition.objects.get(index__code="sipas", year=2024)
    reopen_edition(sipas, reason="bổ sung", by=cast.ha, at=LONG_AGO)
    with pytest.raises(BadInput) as refused:
        publish_edition(sipas, by=cast.ha, at=LONG_AGO)
    assert refused.value.code == "edition-empty"


def test_a_focal_point_makes_an_index_of_its_own_and_types_results(cast: Cast, papi: Index) -> None:
    province = make_unit("Minh Sơn", code="minh-son")
    make_unit("An Lạc", level="commune", parent=province, code="an-lac")
    cast.ha.is_administrator = False
    cast.ha.save()
    make_member(cast.ha, make_agency(province, "Sở Nội vụ", kind="t-noi-vu"), "focal")
    ha = signed_in("ha.lt")
    sent = {"name": "Bộ chỉ số cấp xã", "short_name": "PAPI xã", "year": "2026"}
    assert ha.post(f"{HOME}moi/", sent).status_code == 302
    own = Index.objects.get(owner=province)
    edit = {
        "lines": LINES,
        "totalling": "sum",
        "total_min": "0",
        "total_max": "10",
        "certainty": "sure",
        "source": "QĐ 5",
    }
    assert ha.post(f"{HOME}{own.code}/2026/sua/", edit).status_code == 302
    assert ha.post(f"{HOME}{own.code}/2026/cong-bo/").status_code == 302
    edition = own.editions.get()
    typed = {"source": "khảo sát của tỉnh", "d-TOTAL": "7,5", "d-D1": "7,5"}
    assert ha.post(f"/chi-so/nap/nhap-tay/?ban={edition.pk}&noi=an-lac", typed).status_code == 302
    assert PublishedScore.objects.filter(batch__index=own, place="an-lac").count() == 2
    page = ha.get(f"/chi-so/khac/{own.code}/").content.decode()
    assert "xã An Lạc" in page
    assert "7,50" in page
    stranger = signed_in("tung.ds")
    assert stranger.get(f"{HOME}{own.code}/2026/sua/").status_code == 403


def test_a_part_without_an_english_name_keeps_its_own(papi: Index) -> None:
    part = papi.editions.get(year=2023).parts.get(code="D1_KNOW")
    assert part_name(part) == "Tri thức công dân"
    with translation.override("en"):
        assert part_name(part) == "Civic Knowledge"
        part.name_en = ""
        assert part_name(part) == "Tri thức công dân"
