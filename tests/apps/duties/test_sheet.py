"""A list of obligations goes out as a workbook and is taken in again: tried first, then written by the same doors."""

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from dondoc.duties.models import Duty, EvidenceUse, Obligation
from dondoc.records.models import AuditEntry
from dondoc.units.models import Agency
from makers import make_agency, make_member, make_obligations, make_unit
from makers.duties import make_case
from people import Cast, signed_in

pytestmark = pytest.mark.django_db
ADDRESS = "/viec/nap-danh-sach/"


@pytest.fixture
def ward(cast: Cast) -> Agency:
    """Chi is the head; Lan works in it."""
    found = make_agency(make_unit("An Lạc", level="commune"))
    make_member(cast.chi, found, "head")
    make_member(cast.lan, found, position="Công chức Văn hóa - Xã hội")
    return found


@pytest.fixture
def one(ward: Agency) -> Obligation:
    """Owed since the beginning of the year, among those of the next quarters."""
    return make_obligations(ward.unit, [("lead", ward)], title="Niêm yết")[0]


def out(client: Client) -> list[dict[str, Any]]:
    """The list as the person's page gives it."""
    book: Any = load_workbook(BytesIO(client.get("/viec-cua-toi/viec.xlsx?trang-thai=tat-ca").content))
    heads, *rows = book.active.values
    return [dict(zip(heads, row, strict=True)) for row in rows]


def filled(client: Client, code: str, **cells: Any) -> bytes:
    """That list with some cells of one row filled in."""
    book, rows = Workbook(), out(client)
    sheet: Any = book.active
    sheet.append(list(rows[0]))
    for row in rows:
        more = cells if row["Mã việc"] == code else {}
        sheet.append([more.get(head.replace(" ", "_"), value) for head, value in row.items()])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def send(client: Client, content: bytes) -> str:
    """The address of the trial."""
    answer = client.post(ADDRESS, {"file": SimpleUploadedFile("viec.xlsx", content)})
    assert answer.status_code == 302
    return answer["Location"]


def test_what_went_out_comes_in_and_changes_nothing(one: Obligation) -> None:
    client = signed_in("lan.nt")
    page = client.get(send(client, filled(client, one.code))).content.decode()
    assert "Sẽ ghi" not in page
    assert "Dòng lỗi" not in page


def test_a_result_is_tried_and_then_reported_with_its_document(one: Obligation) -> None:
    client = signed_in("lan.nt")
    cells = {"Báo_kết_quả": "xong", "Kết_quả,_lý_do": "Đã niêm yết ở 3 thôn", "Số_văn_bản": "12/BC-UBND"}
    trial = send(client, filled(client, one.code, **cells, Ngày_văn_bản="02/03/2026"))
    page = client.get(trial).content.decode()
    one.refresh_from_db()
    assert ("12/BC-UBND" in page, one.state) == (True, "open")
    assert client.post(trial).status_code == 302
    one.refresh_from_db()
    assert (one.state, one.note, one.is_claimed) == ("done-late", "Đã niêm yết ở 3 thôn", False)
    assert EvidenceUse.objects.get(obligation=one).evidence.number == "12/BC-UBND"
    assert AuditEntry.objects.get(verb="take_sheet").after["rows"] == 1
    assert Obligation.objects.filter(state="done-late").count() == 1


def test_nothing_arose_needs_its_reason(one: Obligation) -> None:
    client = signed_in("lan.nt")
    page = client.get(send(client, filled(client, one.code, Báo_kết_quả="không phát sinh"))).content.decode()
    assert "Không phát sinh cần lý do" in page
    cells = {"Báo_kết_quả": "Không phát sinh", "Kết_quả,_lý_do": "Kỳ này không có hồ sơ"}
    client.post(send(client, filled(client, one.code, **cells)))
    one.refresh_from_db()
    assert (one.state, one.reason) == ("nothing-arose", "Kỳ này không có hồ sơ")


@pytest.mark.parametrize("who", ["Nguyễn Thị Lan", "nguyen thi lan", "Công chức Văn hóa - Xã hội"])
def test_the_head_gives_work_out_by_name_or_position(one: Obligation, cast: Cast, who: str) -> None:
    client = signed_in("chi.pq")
    client.post(send(client, filled(client, one.code, Người_làm=who)))
    one.refresh_from_db()
    is_person = "Công chức" not in who
    assert (one.assigned_to, one.position) == ((cast.lan, "") if is_person else (None, who))


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"Báo_kết_quả": "xong"}, "Chưa có minh chứng"),
        ({"Báo_kết_quả": "xong", "Tự_khai": "x"}, "cần nói rõ đã làm gì"),
        ({"Báo_kết_quả": "gần xong"}, "không hợp lệ"),
        ({"Số_văn_bản": "1/BC"}, "cột “Báo kết quả” trống"),
        ({"Báo_kết_quả": "xong", "Số_văn_bản": "1/BC", "Ngày_văn_bản": "31/02/2026"}, "không đọc được"),
        ({"Báo_kết_quả": "xong", "Số_văn_bản": "1/BC", "Ngày_văn_bản": "01/01/2099"}, "ở tương lai"),
        ({"Báo_kết_quả": "xong", "Đường_dẫn": "javascript:alert(1)"}, "phải bắt đầu bằng"),
        ({"Mã_việc": "khong-co"}, "không có trong việc"),
        ({"Người_làm": "Trần Văn Minh"}, "Chỉ người đứng đầu"),
    ],
)
def test_a_faulty_row_is_told_and_never_written(one: Obligation, cast: Cast, cells: dict[str, str], words: str) -> None:
    Obligation.objects.filter(pk=one.pk).update(assigned_to=cast.chi)
    client = signed_in("lan.nt")
    trial = send(client, filled(client, one.code, **cells))
    assert words in client.get(trial).content.decode()
    client.post(trial)
    one.refresh_from_db()
    assert (one.state, one.assigned_to) == ("open", cast.chi)


def test_a_file_that_is_no_such_list_is_refused_and_said(one: Obligation) -> None:
    client = signed_in("lan.nt")
    answer = client.post(ADDRESS, {"file": SimpleUploadedFile("viec.xlsx", b"khong phai tep")})
    assert answer.status_code == 422
    assert "Không đọc được tệp" in answer.content.decode()


def test_nobody_else_has_the_file_tried_or_reports_for_the_agency(one: Obligation, cast: Cast) -> None:
    client = signed_in("lan.nt")
    content = filled(client, one.code, Báo_kết_quả="xong", Số_văn_bản="1/BC")
    assert signed_in("chi.pq").get(send(client, content)).status_code == 404
    answer = signed_in("tung.ds").post(ADDRESS, {"file": SimpleUploadedFile("viec.xlsx", content)})
    assert (answer.status_code, Obligation.objects.get(pk=one.pk).state) == (422, "open")


def test_what_its_own_record_settles_is_left_to_it(ward: Agency, one: Obligation, now: datetime) -> None:
    case = make_case(ward, at=now, href="/phan-anh/x/")
    client = signed_in("lan.nt")
    content = filled(client, case.code, Báo_kết_quả="xong", Số_văn_bản="1/BC")
    assert "xong ở hồ sơ của nó" in client.get(send(client, content)).content.decode()


def test_one_who_was_quicker_leaves_the_other_rows_alone(one: Obligation) -> None:
    """Between the trial and the button another officer reported it: the row is told, nothing is overwritten."""
    client = signed_in("lan.nt")
    trial = send(client, filled(client, one.code, Báo_kết_quả="xong", Số_văn_bản="1/BC"))
    Obligation.objects.filter(pk=one.pk).update(state="done", note="người khác")
    client.post(trial)
    one.refresh_from_db()
    assert (one.state, one.note) == ("done", "người khác")


def test_a_row_settles_what_it_serves_above_and_says_so_beforehand(one: Obligation, ward: Agency) -> None:
    top = make_obligations(ward.unit, [("execute", ward)], task="T9", plan_code="kh9", title="Niêm yết toàn tỉnh")
    Duty.objects.filter(pk=one.duty_id).update(serves=top[0].duty)
    client = signed_in("lan.nt")
    cells = {"Báo_kết_quả": "xong", "Kết_quả,_lý_do": "Đã niêm yết", "Số_văn_bản": "12/BC-UBND"}
    trial = send(client, filled(client, one.code, **cells))
    assert "Báo luôn việc cấp trên: Niêm yết toàn tỉnh, Quý I/2026" in client.get(trial).content.decode()
    client.post(trial)
    states = set(Obligation.objects.filter(occurrence=one.occurrence).values_list("duty__title", "state"))
    assert states == {("Niêm yết", "done-late"), ("Niêm yết toàn tỉnh", "done-late")}
