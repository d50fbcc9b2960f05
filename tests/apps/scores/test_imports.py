"""Results taken in by people: workbooks looked at, stored, undone; typed figures; populations."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dondoc.framework.actions.edition import copy_edition, publish_edition
from dondoc.framework.models import Edition, Index
from dondoc.scores.actions.weights import enter_populations
from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.models import PopulationWeight, PublishedScore, ScoreImport
from dondoc.scores.queries.national import national_rows
from dondoc.scores.queries.store import panel_with, stored
from dondoc.scores.rules.grids import Sheet
from dondoc.toolkit.errors import BadInput
from makers import LONG_AGO, make_agency, make_member, make_unit
from people import Cast, signed_in
from rules.scores.books import NAMES, by_column, by_row, saved

pytestmark = pytest.mark.django_db
HOME = "/chi-so/nap/"


def upload(client: Client, tmp_path: Path, *sheets: Sheet, name: str = "PAPI_2023.xlsx", **more: object) -> object:
    content = saved(tmp_path / name, *sheets).read_bytes()
    return client.post(HOME, {"file": SimpleUploadedFile(name, content), "source": "papi.org.vn", **more})


def changed(sheet: Sheet, row: int, column: int, value: object) -> Sheet:
    rows = [list(line) for line in sheet.rows]
    rows[row][column] = value
    return Sheet(sheet.name, rows)


def test_a_workbook_is_compared_first_and_stored_by_a_second_word(ha: Client, tmp_path: Path) -> None:
    sheet = by_column(2023)
    at = next(n for n, row in enumerate(sheet.rows) if str(row[0]).startswith("1.1"))
    moved = changed(sheet, at, 3 + NAMES.index("Đắk Nông"), 1.5)
    total = _raise(
        moved, "Chỉ số nội dung 1", "Đắk Nông", 1.5 - float(shipped_panel().score("D1_KNOW", 2023, "67") or 0)
    )
    page = upload(ha, tmp_path, total)
    text = page.content.decode()  # type: ignore[attr-defined]
    assert page.status_code == 200  # type: ignore[attr-defined]
    assert "Chưa ghi gì" in text
    assert ">1,5000<" in text.replace("\n", "")
    assert ScoreImport.objects.count() == 1
    code = text.split('name="attachment" value="')[1].split('"')[0]
    answer = ha.post(HOME, {"attachment": code, "source": "papi.org.vn", "source_on": "2024-04-02"})
    assert answer.status_code == 302
    batch = ScoreImport.objects.latest("pk")
    assert (batch.kind, batch.years, batch.changed) == ("workbook", [2023], 3)
    assert stored().panel.score("D1_KNOW", 2023, "67") == Decimal("1.5000")
    assert PublishedScore.objects.filter(batch=batch, statistic="standard-error").count() == 63
    assert ha.get(f"{HOME}{batch.code}/tep/").status_code == 200
    undone = ha.post(f"{HOME}{batch.code}/", {"reason": "nhầm bản"}, follow=True).content.decode()
    assert "nhầm bản" in undone
    assert stored().panel.scores == shipped_panel().scores


def _raise(sheet: Sheet, dimension: str, province: str, by: float) -> Sheet:
    """The same workbook with a dimension and the total risen, so that sums stay sums."""
    rows = [list(line) for line in sheet.rows]
    column = 3 + NAMES.index(province)
    for row in rows:
        if str(row[0]).startswith((dimension, "PAPI tổng hợp")):
            row[column] = round(float(str(row[column])) + by, 4)
    return Sheet(sheet.name, rows)


@pytest.mark.parametrize(
    ("sheets", "name", "told"),
    [
        ([changed(by_column(2023), 2, 5, "chưa có")], "PAPI_2023.xlsx", "không phải là điểm"),
        ([changed(by_column(2023), 0, 5, "Hà Nội")], "PAPI_2023.xlsx", "có mặt 2 lần"),
        ([by_column(2023, tab="Kết quả")], "ket-qua.xlsx", "Không biết trang này của năm nào"),
        ([by_column(2023, tab="2025_VIE_ENG")], "PAPI_2025.xlsx", "Chưa có khung chỉ số năm 2025"),
        ([Sheet("Notes", [["Provinces", "Results"], ["nothing", "here"]])], "PAPI_2023.xlsx", "Không đọc được điểm"),
        ([by_row(2016, tab="2012PAPI")], "PAPI_2012.xlsx", "trùng với số liệu năm 2016"),
    ],
)  # fmt: skip
def test_a_bad_workbook_gives_one_list_and_stores_nothing(
    ha: Client, tmp_path: Path, sheets: list[Sheet], name: str, told: str
) -> None:
    before = PublishedScore.objects.count()
    page = upload(ha, tmp_path, *sheets, name=name)
    text = page.content.decode()  # type: ignore[attr-defined]
    assert page.status_code == 422  # type: ignore[attr-defined]
    assert told in text
    assert text.count('class="errors"') == 1
    assert "Ghi vào kết quả" not in text
    code = ScoreImport.objects.count()
    assert (code, PublishedScore.objects.count()) == (1, before)


def test_a_bad_workbook_is_not_stored_by_the_second_word_either(ha: Client, tmp_path: Path) -> None:
    upload(ha, tmp_path, changed(by_column(2023), 2, 5, "chưa có"))
    from dondoc.records.models import Attachment

    kept = Attachment.objects.get(object_kind="scores")
    answer = ha.post(HOME, {"attachment": kept.code, "source": "papi.org.vn"})
    assert answer.status_code == 422
    assert "chưa ghi gì" in answer.content.decode()
    assert ScoreImport.objects.count() == 1


def test_what_is_no_workbook_keeps_what_was_typed(ha: Client) -> None:
    answer = ha.post(HOME, {"file": SimpleUploadedFile("a.xlsx", b"PK nothing"), "source": "báo cáo năm 2023"})
    assert answer.status_code == 422
    assert "báo cáo năm 2023" in answer.content.decode()


def test_results_of_the_34_provinces_need_an_edition_and_then_come_in(ha: Client, cast: Cast, tmp_path: Path) -> None:
    """An administrator adds the year by copying; the workbook of the 34 is read with it, the old ones are no more."""
    papi = Index.objects.get(code="papi")
    edition = copy_edition(papi, year=2025, by=cast.ha, at=LONG_AGO)
    publish_edition(edition, by=cast.ha, at=LONG_AGO)
    whole = by_column(2024, tab="2025_VIE_ENG")
    names = [str(name) for name in whole.rows[0][3:]]
    later = stored().panel.later
    kept = [n for n, name in enumerate(names) if name in later.values() or name == "Thừa Thiên Huế"]
    sheet = Sheet(whole.name, [[*row[:3], *(row[3 + n] for n in kept)] for row in whole.rows])
    page = upload(ha, tmp_path, sheet, name="PAPI_2025.xlsx")
    text = page.content.decode()  # type: ignore[attr-defined]
    assert page.status_code == 200, text[text.index("<main") :][:3000]  # type: ignore[attr-defined]
    code = text.split('name="attachment" value="')[1].split('"')[0]
    ha.post(HOME, {"attachment": code, "source": "papi.org.vn"})
    panel = stored().panel
    assert 2025 in panel.years()
    assert panel.score("D1_KNOW", 2025, "P15.250701") is not None
    assert panel.score("D1_KNOW", 2025, "10") is None
    answer = ha.get("/chi-so/?nam=2025")
    assert answer.status_code == 200
    assert "34 tỉnh" in answer.content.decode()
    assert ha.get("/chi-so/tinh/P15.250701/?nam=2025").status_code == 200


def test_figures_are_typed_for_the_own_province_with_their_scale(ha: Client) -> None:
    edition = Edition.objects.get(index__code="papi", year=2024)
    address = f"{HOME}nhap-tay/?ban={edition.pk}&noi=67"
    wrong = ha.post(address, {"source": "thông báo của tỉnh", "d-D1": "11", "d-D2": "sáu"})
    text = wrong.content.decode()
    assert wrong.status_code == 422
    assert "Nằm ngoài thang điểm" in text
    assert "Không phải là số" in text
    assert 'value="sáu"' in text
    assert ha.post(address, {"source": "thông báo của tỉnh", "d-D1": "5,25"}).status_code == 302
    assert stored().panel.score("D1", 2024, "67") == Decimal("5.2500")


def test_an_approximation_needs_every_population_and_is_called_one(ha: Client) -> None:
    place = "P15.250701"
    assert "ước tính theo dân số" not in ha.get(f"/chi-so/tinh/{place}/").content.decode().lower()
    assert ha.post(f"/chi-so/tinh/{place}/dan-so/", {"p-10": "770000", "source": "niên giám"}).status_code == 422
    sent = {"p-10": "770000", "p-15": "860000", "source": "Niên giám thống kê 2024"}
    assert ha.post(f"/chi-so/tinh/{place}/dan-so/", sent).status_code == 302
    page = ha.get(f"/chi-so/tinh/{place}/").content.decode()
    assert "Ước tính theo dân số từ kết quả các tỉnh trước sáp nhập; không phải kết quả PAPI được công bố." in page
    panel, kind = panel_with(stored(), place)
    weights = {row.place: row.population for row in PopulationWeight.objects.all()}
    expected = sum(stored().panel.column("TOTAL", 2024)[p] * w for p, w in weights.items()) / sum(weights.values())
    assert kind == "approximation"
    assert abs((panel.score("TOTAL", 2024, place) or 0) - expected) < Decimal("0.0001")
    assert not PublishedScore.objects.filter(place=place).exists()


@pytest.mark.parametrize(("places", "source", "code"), [
    ({}, "x", "place-unknown"), ({"P15.250701": 5}, "x", "place-unknown"), ({"10": 5}, " ", "source-empty"),
])  # fmt: skip
def test_populations_that_are_refused(cast: Cast, places: dict[str, int], source: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        enter_populations(places, source=source, by=cast.ha, at=LONG_AGO)
    assert refused.value.code == code
    assert not PopulationWeight.objects.exists()


def test_who_is_no_focal_point_of_a_province_takes_nothing_in(cast: Cast) -> None:
    make_member(cast.lan, make_agency(make_unit("An Lạc", level="commune")), "focal")
    lan = signed_in("lan.nt")
    for address in (HOME, f"{HOME}nhap-tay/", "/chi-so/tinh/P15.250701/dan-so/"):
        assert lan.get(address).status_code == 403
    assert "Nạp kết quả" not in lan.get("/chi-so/").content.decode()


def test_published_ends_of_groups_go_before_the_rule(ha: Client) -> None:
    """Kiên Giang is last of 2024; were "Trung bình thấp" published from 39, nobody would be in the lowest group."""
    address = f"{HOME}nguong/2024/"
    assert ha.post(address, {"g3": "44.69", "g2": "45", "source": "báo cáo 2024"}).status_code == 422
    assert ha.post(address, {"g3": "44.69", "g1": "39", "source": "báo cáo 2024"}).status_code == 422
    assert ha.post(f"{HOME}nguong/2030/", {"g3": "44.69", "source": "báo cáo"}).status_code == 422
    sent = {"g3": "44.69", "g2": "43", "g1": "39", "source": "báo cáo 2024, trang 20"}
    assert ha.post(address, sent).status_code == 302
    rows = national_rows(stored(), "TOTAL", 2024)
    assert {int(row.placement.group) for row in rows} == {1, 2, 3}
    assert all(row.placement.is_published for row in rows)
    assert sum(row.placement.group == 3 for row in rows) == 16
