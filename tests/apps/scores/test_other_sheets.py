"""Sheets of indices other than PAPI: SIPAS of the provinces, an office's own index of its communes."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dondoc.framework.actions.edition import edit_edition, publish_edition
from dondoc.framework.models import Edition, Index
from dondoc.framework.rules.lines import parse_lines
from dondoc.scores.models import PublishedScore, ScoreImport
from dondoc.scores.queries.store import figures_of
from dondoc.scores.rules.grids import Cell, Sheet
from dondoc.units.models import AdministrativeUnit
from makers import LONG_AGO, make_unit
from people import Cast
from rules.scores.books import saved

pytestmark = pytest.mark.django_db
HOME = "/chi-so/nap/"
LINES = "D1; ; 1; Niêm yết công khai; 0; 40\nD2; ; 2; Tiếp công dân; 0; 60\n"


@pytest.fixture
def ha(ha: Client, cast: Cast) -> Client:
    """Of a province with three communes and an index of its own."""
    province = AdministrativeUnit.objects.get(code="P67")
    for name in ("An Lạc", "Hòa Bình", "Tân Tiến"):
        make_unit(name, level="commune", parent=province, code=f"C-{name}")
    index = Index.objects.create(code="cap-xa", short_name="CX", name="Chỉ số cấp xã", owner=province)
    edition = Edition.objects.create(index=index, year=2025)
    ends = {"total_min": Decimal(0), "total_max": Decimal(100)}
    told = {"totalling": "sum", "certainty": "sure", "source": "QĐ của tỉnh", **ends}
    edit_edition(edition, parts=parse_lines(LINES)[0], **told, by=cast.ha, at=LONG_AGO)
    publish_edition(edition, by=cast.ha, at=LONG_AGO)
    return ha


def upload(client: Client, tmp_path: Path, index: str, name: str, *rows: Sequence[Cell]) -> str:
    content = saved(tmp_path / name, Sheet("Bảng", [list(row) for row in rows])).read_bytes()
    sent = {"index": index, "file": SimpleUploadedFile(name, content), "source": "báo cáo của tỉnh"}
    return " ".join(client.post(HOME, sent).content.decode().split())


def store(client: Client, page: str, index: str) -> ScoreImport:
    code = page.split('name="attachment" value="')[1].split('"')[0]
    sent = {"attachment": code, "index": index, "source": "báo cáo của tỉnh", "year": ""}
    assert client.post(HOME, sent).status_code == 302
    return ScoreImport.objects.latest("pk")


OWN = (
    ["TT", "Xã, phường", "1. Niêm yết công khai", "Tiếp công dân", "Tổng điểm"],
    [1, "Xã An Lạc", 31.5, 40, 71.5],
    [2, "Hòa Bình", 22, 33.25, 55.25],
    [3, "xã Tân Tiến", 40, "", ""],
)


def test_an_own_index_comes_in_by_a_sheet_of_its_communes(ha: Client, tmp_path: Path) -> None:
    page = upload(ha, tmp_path, "cap-xa", "cham-diem-2025.xlsx", *OWN)
    assert "Nếu ghi: 7 điểm mới, 0 điểm khác" in page
    assert '<th scope="row">xã An Lạc</th>' in page
    assert ScoreImport.objects.count() == 1
    batch = store(ha, page, "cap-xa")
    assert (batch.index.code, batch.kind, batch.years, batch.figures) == ("cap-xa", "workbook", [2025], 7)
    assert figures_of("cap-xa")["TOTAL", 2025]["C-An Lạc"] == Decimal("71.5000")
    results = ha.get("/chi-so/khac/cap-xa/").content.decode()
    assert "71,50" in results
    assert "Niêm yết công khai" in results
    again = upload(ha, tmp_path, "cap-xa", "cham-diem-2025.xlsx", *OWN)
    assert "đã có đúng như vậy" in again
    changed = [list(row) for row in OWN]
    changed[2][2], changed[2][4] = 23, 56.25
    assert "0 điểm mới, 2 điểm khác" in upload(ha, tmp_path, "cap-xa", "cham-diem-2025.xlsx", *changed)


def test_all_that_is_wrong_with_a_sheet_is_one_list_and_nothing_is_stored(ha: Client, tmp_path: Path) -> None:
    wrong = (
        OWN[0],
        [1, "Xã An Lạc", "tốt", 40, 71.5],
        [2, "Hòa Bình", 22, 61, 83],
        [3, "Hòa Bình", 22, 33, 55],
        [4, "Tân Tến", 1, 2, 3],
    )
    page = upload(ha, tmp_path, "cap-xa", "cham-diem-2025.xlsx", *wrong)
    for said in ("“tốt” không phải là điểm", "nằm ngoài thang", "có mặt 2 lần", "Không có nơi nào tên “Tân Tến”"):
        assert said in page
    assert PublishedScore.objects.filter(batch__index__code="cap-xa").count() == 0
    assert "tổng các phần" in upload(ha, tmp_path, "cap-xa", "x-2025.xlsx", *OWN[:2], [2, "Hòa Bình", 22, 33, 60])
    assert "Chưa có khung chỉ số năm 2024" in upload(ha, tmp_path, "cap-xa", "x-2024.xlsx", *OWN)
    english = (["No", "Commune", "Score"], [1, "Alpha", 3], [2, "Beta", 4])
    assert "Không đọc được điểm nào" in upload(ha, tmp_path, "cap-xa", "x-2025.xlsx", *english)


def test_totals_of_sipas_come_in_without_the_parts_that_nobody_read(ha: Client, tmp_path: Path) -> None:
    rows = (["Tỉnh", "SIPAS 2023"], ["Thừa Thiên Huế", 85.1], ["Đak Nông", 82.66], ["Hà Nội", 83.57])
    page = upload(ha, tmp_path, "sipas", "sipas.xlsx", *rows)
    assert "Không biết trang này của năm nào" in page
    page = upload(ha, tmp_path, "sipas", "sipas-2023.xlsx", *rows)
    assert "3 điểm mới" in page
    batch = store(ha, page, "sipas")
    assert batch.index.code == "sipas"
    assert figures_of("sipas")["TOTAL", 2023] == {"46": Decimal("85.1"), "67": Decimal("82.66"), "01": Decimal("83.57")}
    assert ha.get("/chi-so/khac/sipas/").content.decode().count("82,66") == 1


def test_nobody_takes_in_an_index_of_another_unit(ha: Client, tmp_path: Path) -> None:
    Index.objects.filter(code="cap-xa").update(owner=make_unit("Lào Cai", code="P10"))
    page = upload(ha, tmp_path, "cap-xa", "cham-diem-2025.xlsx", *OWN)
    assert 'value="cap-xa"' not in page
    assert ScoreImport.objects.count() == 1
