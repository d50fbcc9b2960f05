"""The form as a workbook: what goes out comes in, a trial writes nothing, faulty rows come back in red, the rest counts
exactly as entry by hand."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from dondoc.duties.actions.obligation import excuse
from dondoc.duties.models import Obligation
from dondoc.reports.actions import filling
from dondoc.reports.actions.drafting import fill_report
from dondoc.reports.actions.filling import Typed
from dondoc.reports.actions.uploading import keep_form, take_form
from dondoc.reports.models import Report
from dondoc.reports.queries.form import form_of, marked, trial_of
from dondoc.reports.rules import columns
from dondoc.reports.rules.answers import Entry
from dondoc.toolkit.errors import BadInput
from makers.reports import SHARE, Reporting, fill_all, make_report, make_reporting, send
from people import Cast

AT = datetime(2026, 3, 5, 2, tzinfo=UTC)
TODAY = date(2026, 3, 5)


@pytest.fixture
def report(cast: Cast) -> Report:
    setting = make_reporting(cast, targets=[SHARE])
    return make_report(setting.an_lac, by=cast.lan, at=AT)


def _filled(content: bytes, *lines: dict[str, Any], words: dict[str, str] | None = None) -> bytes:
    """The form with values typed into its lines from the first on, and into its second sheet."""
    book = load_workbook(BytesIO(content))
    sheet = book[columns.SHEET]
    heads = [cell.value for cell in sheet[1]]
    for number, values in enumerate(lines, 2):
        for head, value in values.items():
            sheet.cell(number, heads.index(head) + 1, value)
    second = book[columns.WORDS]
    for row in second.iter_rows(min_row=2):
        if words and row[0].value in words:
            row[2].value = words[str(row[0].value)]
    out = BytesIO()
    book.save(out)
    return out.getvalue()


DONE = {
    "Kết quả": "Đã thực hiện", "Đã làm gì, kết quả": "Họp 12 thôn", "Tử số": 19, "Mẫu số": 20,
    "Số văn bản": "31/BC-UBND", "Ngày văn bản": "01/03/2026",
}  # fmt: skip


def test_the_form_has_lists_and_the_columns_it_takes_in(report: Report) -> None:
    sheet = load_workbook(BytesIO(form_of(report, TODAY)))[columns.SHEET]
    assert tuple(cell.value for cell in sheet[1]) == columns.heads(1)
    offered = {str(rule.sqref).partition(":")[0][:1]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"Đã thực hiện,Không phát sinh,Chưa xong"' in offered.values()


def test_a_line_whose_work_was_let_off_is_marked_with_the_reason_and_its_words_stay(report: Report, cast: Cast) -> None:
    content = _filled(form_of(report, TODAY), {"Kết quả": "Đã thực hiện", "Đã làm gì, kết quả": "Họp ba thôn"}, DONE)
    first = report.rows.order_by("position")[0]
    excuse(first.obligation, by=None, at=AT, reason="Kế hoạch đã sửa.")
    fill_report(report)
    trial = trial_of(report, content, TODAY)
    assert (len(trial.changing), trial.wrong[2]) == (
        1,
        (
            f"Không ghi: “{first.obligation.duty.title}”: việc đã thôi giao (Kế hoạch đã sửa). Chép nội dung vào "
            "trang tính “Thuyết minh”.",
        ),
    )
    sheet = load_workbook(BytesIO(marked(report, content, TODAY)))[columns.SHEET]
    told = [str(cell.value) for cell in sheet[2]]
    assert "Họp ba thôn" in told
    assert any("Kế hoạch đã sửa" in one for one in told)


def test_what_goes_out_comes_in_and_changes_nothing(setting: Reporting, cast: Cast) -> None:
    report = make_report(setting.an_lac, by=cast.lan, at=AT)
    fill_all(report, by=cast.lan, at=AT)
    trial = trial_of(report, form_of(report, TODAY), TODAY)
    assert (trial.changing, dict(trial.wrong), dict(trial.lacking), dict(trial.passages)) == ((), {}, {}, {})


def test_a_filled_form_counts_as_entry_by_hand(report: Report, cast: Cast) -> None:
    other = {**DONE, "Kết quả": "Không phát sinh", "Lý do": "Không có đơn", "Số văn bản": None, "Ngày văn bản": None}
    content = _filled(form_of(report, TODAY), DONE, other, DONE, words={"general:0": "Quý này làm đủ."})
    take_form(report, content=content, by=cast.lan, at=AT)
    by_file = [(row.answer, row.text, row.reason, row.figures) for row in report.rows.order_by("position")]
    hand = make_report(_beside(report), by=cast.tung, at=AT)
    entry = Entry("done", "Họp 12 thôn", figures={0: ("19", "20")})
    nothing = Entry("nothing", "Họp 12 thôn", "Không có đơn", figures={0: ("19", "20")})
    codes = [row.obligation.code for row in hand.rows.order_by("position").select_related("obligation")]
    typed = dict(zip(codes, map(Typed, (entry, nothing, entry)), strict=True))
    filling.save_sheet(hand, rows=typed, passages={}, by=cast.tung, at=AT)
    assert by_file == [(row.answer, row.text, row.reason, row.figures) for row in hand.rows.order_by("position")]
    assert report.passages.get(kind="general").text == "Quý này làm đủ."
    send(report, by=cast.lan, head=cast.minh, at=AT)
    states = Obligation.objects.filter(report_rows__report=report).values_list("state", flat=True)
    assert sorted(states) == ["done", "done", "nothing-arose"]
    assert {row.proofs.get().number for row in report.rows.filter(answer="done")} == {"31/BC-UBND"}


def _beside(report: Report) -> Any:
    return Obligation.objects.filter(duty__source_kind="report").exclude(held_by=report.agency).first().held_by  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({**DONE, "Kết quả": "xong rồi"}, "không hợp lệ"),
        ({**DONE, "Mã": "abc"}, "không có trong báo cáo"),
        ({**DONE, "Tử số": "mười"}, "không phải số"),
        ({**DONE, "Ngày văn bản": "32/13/2026"}, "nhập dd/mm/yyyy"),
        ({**DONE, "Số văn bản": None}, "thiếu số, ký hiệu"),
        ({**DONE, "Đường dẫn": "javascript:alert(1)"}, "bắt đầu bằng https"),
        ({**DONE, "Tự khai": "chắc vậy"}, "Cột Tự khai"),
    ],
)
def test_a_faulty_row_comes_back_in_red_and_stays_as_it_was(
    report: Report, cast: Cast, values: dict[str, Any], words: str
) -> None:
    content = _filled(form_of(report, TODAY), values, DONE, DONE)
    trial = trial_of(report, content, TODAY)
    assert words in trial.wrong[2][0]
    assert len(trial.changing) == 2
    sheet = load_workbook(BytesIO(marked(report, content, TODAY)))[columns.SHEET]
    assert sheet["A2"].fill.start_color.rgb == "00F8CBAD"
    assert sheet["A3"].fill.fill_type is None
    assert sheet.cell(1, sheet.max_column).value == columns.FAULT
    assert words in str(sheet.cell(2, sheet.max_column).value)
    take_form(report, content=content, by=cast.lan, at=AT)
    assert [row.answer for row in report.rows.order_by("position")] == ["", "done", "done"]


def test_what_still_lacks_a_proof_is_taken_in_and_marked_yellow(report: Report, cast: Cast) -> None:
    bare = {**DONE, "Số văn bản": None, "Ngày văn bản": None}
    content = _filled(form_of(report, TODAY), bare)
    trial = trial_of(report, content, TODAY)
    assert trial.wrong == {}
    assert "Chưa có minh chứng" in trial.lacking[2][0]
    sheet = load_workbook(BytesIO(marked(report, content, TODAY)))[columns.SHEET]
    assert sheet["A2"].fill.start_color.rgb == "00FFF2CC"


def test_taken_in_twice_it_changes_nothing_more(report: Report, cast: Cast) -> None:
    content = _filled(form_of(report, TODAY), DONE)
    take_form(report, content=content, by=cast.lan, at=AT)
    again = take_form(report, content=content, by=cast.lan, at=AT)
    assert again.changing == ()
    assert report.rows.order_by("position")[0].proofs.count() == 1


def test_a_formula_is_text(report: Report, cast: Cast) -> None:
    code = report.rows.order_by("position")[0].obligation.code
    entry = Typed(Entry("done", '=HYPERLINK("http://x")'))
    filling.save_sheet(report, rows={code: entry}, passages={}, by=cast.lan, at=AT)
    sheet = load_workbook(BytesIO(form_of(report, TODAY)))[columns.SHEET]
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value or "").startswith("=HYPER")]
    assert [cell.data_type for cell in cells] == ["s"]


@pytest.mark.parametrize(("content", "code"), [(b"khong phai tep", "form-unreadable"), (b"", "form-unreadable")])
def test_what_is_no_form_is_refused(report: Report, cast: Cast, content: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        keep_form(report, chunks=[content], name="mau.xlsx", by=cast.lan, at=AT)
    assert refused.value.code == code


def test_the_form_of_another_report_is_refused(report: Report, cast: Cast) -> None:
    other = make_report(_beside(report), by=cast.tung, at=AT)
    with pytest.raises(BadInput, match="Không dòng nào"):
        trial_of(report, form_of(other, TODAY), TODAY)


def test_the_pages_try_first_and_write_by_the_button(report: Report, cast: Cast) -> None:
    client = Client()
    client.force_login(cast.lan)
    content = _filled(form_of(report, TODAY), {**DONE, "Kết quả": "xong"}, DONE)
    file = SimpleUploadedFile("mau.xlsx", content)
    kept = client.post(reverse("report-upload", args=[report.code]), {"file": file})
    text = client.get(kept.headers["Location"]).content.decode()
    assert "Chưa có gì được ghi" in text
    assert "không hợp lệ" in text
    assert not report.rows.exclude(answer="").exists()
    faults = client.get(kept.headers["Location"] + "can-sua.xlsx")
    assert load_workbook(BytesIO(faults.content))[columns.SHEET]["A2"].fill.start_color.rgb == "00F8CBAD"
    client.post(kept.headers["Location"])
    assert [row.answer for row in report.rows.order_by("position")] == ["", "done", ""]
    wrong = client.post(reverse("report-upload", args=[report.code]), {"file": SimpleUploadedFile("a.xlsx", b"x")})
    assert wrong.status_code == 422
    assert "dùng mẫu .xlsx" in wrong.content.decode()
    tung = Client()
    tung.force_login(cast.tung)
    assert tung.get(kept.headers["Location"]).status_code == 404
    assert tung.get(kept.headers["Location"] + "can-sua.xlsx").status_code == 404
