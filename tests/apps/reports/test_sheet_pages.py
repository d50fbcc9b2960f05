"""The sheet at its address: filled, saved by itself, two windows, many rows at once, up to the head and out."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dondoc.duties.actions.difficulty import answer_difficulty, raise_difficulty
from dondoc.duties.actions.obligation import excuse, settle
from dondoc.duties.actions.opening import open_due
from dondoc.duties.models import Duty, Evidence
from dondoc.reports.actions.sending import submit_report
from dondoc.reports.models import Report
from makers import make_obligations
from makers.reports import Reporting, fill_all, make_report, make_reporting, owed_report, send
from people import Cast

AT = datetime(2026, 3, 5, 2, tzinfo=UTC)
FIELD = re.compile(r'<(?:input|textarea|select)[^>]* name="([^"]+)"')


@pytest.fixture
def lan(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.lan)
    return client


def _client(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def _report(setting: Reporting, cast: Cast) -> Report:
    return make_report(setting.an_lac, by=cast.lan, at=AT)


def _values(text: str) -> dict[str, str]:
    """The hidden editions of a page, as a browser would send them back."""
    found = re.findall(r'<input type="hidden" id="([sq]-[^"]+)" name="[^"]+" value="([^"]*)"', text)
    return dict(found)


def _codes(report: Report) -> list[str]:
    return list(report.rows.order_by("position").values_list("obligation__code", flat=True))


def test_a_report_is_begun_by_a_button_and_never_by_looking(setting: Reporting, cast: Cast, lan: Client) -> None:
    address = reverse("report-begin", args=[owed_report(setting.an_lac).code])
    assert "Lập báo cáo" in lan.get(address).content.decode()
    assert not Report.objects.exists()
    begun = lan.post(address)
    assert begun.headers["Location"] == reverse("report", args=[Report.objects.get().code])
    assert lan.get(address).headers["Location"] == begun.headers["Location"]


def test_my_reports_say_what_is_due(setting: Reporting, cast: Cast, lan: Client) -> None:
    open_due(at=AT)
    text = lan.get(reverse("reports")).content.decode()
    assert "Báo cáo quý: PAPI 2026" in text
    assert "chốt số liệu 05/03/2026" in text
    assert "quá hạn" in text


def test_five_and_twenty_rows_take_a_handful_of_steps(cast: Cast) -> None:
    """As before, one proof for all, two rows of their own, up to the head: five requests for 25 rows."""
    setting = make_reporting(cast, tasks=25)
    first = make_report(setting.an_lac, by=cast.lan, at=AT)
    fill_all(first, by=cast.lan, at=AT)
    send(first, by=cast.lan, head=cast.minh, at=AT)
    report = make_report(setting.an_lac, by=cast.lan, key="2026-H1", at=AT)
    owed = [row.obligation.code for row in report.rows.select_related("obligation") if not row.is_kept]
    assert len(owed) == 25
    client, address, steps = _client(cast.lan), reverse("report", args=[report.code]), 0
    text = client.get(address).content.decode()
    for asked in (
        {"do": "same", "all": "1"},
        {"do": "prove", "chon": owed, "number": "88/BC-UBND"},
        {"do": "save", f"t-{owed[0]}": "Đã làm trong kỳ. Thêm hai thôn.", f"a-{owed[0]}": "done"},
        {"do": "submit"},
    ):
        seen = _values(text) if "t-" in str(asked) else {}
        sent = {**{k: v for k, v in seen.items() if k == f"s-{owed[0]}"}, **asked}
        response = client.post(address, sent)
        assert response.status_code == 302, response.content.decode()[:2000]
        text, steps = client.get(address).content.decode(), steps + 1
    report.refresh_from_db()
    assert (report.state, steps) == ("submitted", 4)
    assert Evidence.objects.filter(number="88/BC-UBND").count() == 1


def test_the_draft_saves_itself_and_hands_back_its_edition(setting: Reporting, cast: Cast, lan: Client) -> None:
    report = _report(setting, cast)
    address, code = reverse("report", args=[report.code]), _codes(report)[0]
    seen = _values(lan.get(address).content.decode())
    sent = {f"s-{code}": seen[f"s-{code}"], f"t-{code}": "Đang viết", f"a-{code}": ""}
    answer = lan.post(address, sent, headers={"HX-Request": "true"})
    text = answer.content.decode()
    assert "Đã tự lưu" in text
    fresh = _values(text)[f"s-{code}"]
    assert fresh != seen[f"s-{code}"]
    again = {f"s-{code}": fresh, f"t-{code}": "Đang viết thêm", f"a-{code}": ""}
    lan.post(address, again, headers={"HX-Request": "true"})
    assert report.rows.get(obligation__code=code).text == "Đang viết thêm"


@pytest.fixture
def gone(setting: Reporting, cast: Cast, lan: Client) -> tuple[str, dict[str, str], Report]:
    """A page that was opened before its first row was let off, with words typed in it and in the second."""
    report = _report(setting, cast)
    address, (code, other, *_) = reverse("report", args=[report.code]), _codes(report)
    seen = _values(lan.get(address).content.decode())
    excuse(report.rows.get(obligation__code=code).obligation, by=None, at=AT, reason="Kế hoạch đã sửa.")
    _client(cast.minh).get(address)
    assert code not in _codes(report)
    typed = {f"a-{code}": "done", f"t-{code}": "Họp ba thôn", f"l-{code}": "Mưa lũ", f"n0-{code}": "3"}
    typed |= {f"t-{other}": "Đã niêm yết", "p-difficulty-0": "Thiếu người."}
    return code, {**seen, **typed}, report


def test_words_of_a_row_that_is_gone_come_back_with_the_reason_and_a_place_for_them(
    gone: tuple[str, dict[str, str], Report], lan: Client
) -> None:
    code, sent, report = gone
    address = reverse("report", args=[report.code])
    quiet = lan.post(address, sent, headers={"HX-Request": "true"}).content.decode()
    assert "Nhiệm vụ thường xuyên 1. Bấm Lưu để chọn nơi ghi" in quiet
    assert "data-kept" not in quiet
    for verb in ("save", "submit"):
        told = lan.post(address, {**sent, "do": verb})
        text = told.content.decode()
        assert told.status_code == 409
        assert "việc đã thôi giao (Kế hoạch đã sửa)" in text
        assert "Nhiệm vụ thường xuyên 1: Đã thực hiện. Họp ba thôn. Lý do: Mưa lũ. Số liệu: 3." in text
    report.refresh_from_db()
    assert report.state == "draft"
    assert report.rows.get(text="Đã niêm yết"), "the other rows are written"
    assert lan.post(address, {"do": "save", f"g-{code}": "Họp ba thôn"}).status_code == 409, "until they have a place"


def test_they_go_under_what_a_passage_says_or_nowhere(gone: tuple[str, dict[str, str], Report], lan: Client) -> None:
    code, sent, report = gone
    address = reverse("report", args=[report.code])
    told = lan.post(address, {**sent, "do": "save"}).content.decode()
    assert f'value="carry:{code}/dimension-1"' in told
    assert f'value="drop:{code}"' in told
    again = {**_values(told), f"g-{code}": "Việc cũ: họp ba thôn.", "p-difficulty-0": "Thiếu người."}
    moved = lan.post(address, {**again, "do": f"carry:{code}/difficulty-0"})
    assert moved.headers["Location"] == f"{address}#p-difficulty-0"
    assert report.passages.get(kind="difficulty").text == "Thiếu người.\nViệc cũ: họp ba thôn."
    dropped = lan.post(address, {f"g-{code}": "Việc cũ: họp ba thôn.", "do": f"drop:{code}"})
    assert dropped.status_code == 302
    assert "họp ba thôn" not in report.passages.get(kind="general").text


def test_words_for_what_its_own_page_told_meanwhile_come_back_too(setting: Reporting, cast: Cast, lan: Client) -> None:
    report = _report(setting, cast)
    address, code = reverse("report", args=[report.code]), _codes(report)[0]
    seen = _values(lan.get(address).content.decode())
    settle(
        report.rows.get(obligation__code=code).obligation, text="Đã xong ở trang việc", claimed=True, by=cast.lan, at=AT
    )
    lan.get(address)
    told = lan.post(address, {**seen, f"t-{code}": "Ghi ở tờ khai", "do": "save"})
    assert told.status_code == 409
    assert "việc đã báo ở trang của nó" in told.content.decode()
    assert "Ghi ở tờ khai" in told.content.decode()
    assert lan.post(address, {**seen, "do": "save"}).status_code == 302, "an untouched row asks for nothing"


def test_what_another_agency_owes_is_not_named(setting: Reporting, cast: Cast, lan: Client) -> None:
    report, theirs = _report(setting, cast), make_report(setting.hoa_binh, by=cast.tung, at=AT)
    told = lan.post(reverse("report", args=[report.code]), {f"t-{_codes(theirs)[0]}": "Chữ", "do": "save"})
    assert "mã này không có trong báo cáo" in told.content.decode()
    assert "thường xuyên" not in told.content.decode().split("Nội dung đã nhập")[1].split("</ul>")[0]


def test_a_second_window_is_told_and_loses_nothing(setting: Reporting, cast: Cast, lan: Client) -> None:
    report = _report(setting, cast)
    address, code = reverse("report", args=[report.code]), _codes(report)[0]
    seen = _values(lan.get(address).content.decode())[f"s-{code}"]
    lan.post(address, {"do": "save", f"s-{code}": seen, f"t-{code}": "Cửa sổ một"})
    quiet = lan.post(address, {f"s-{code}": seen, f"t-{code}": "Cửa sổ hai"}, headers={"HX-Request": "true"})
    assert "vừa được sửa ở cửa sổ khác" in quiet.content.decode()
    told = lan.post(address, {"do": "save", f"s-{code}": seen, f"t-{code}": "Cửa sổ hai"})
    text = told.content.decode()
    assert told.status_code == 409
    assert "Cửa sổ hai" in text
    assert "Cửa sổ một" in text
    assert report.rows.get(obligation__code=code).text == "Cửa sổ một"
    lan.post(address, {"do": "save", f"s-{code}": _values(text)[f"s-{code}"], f"t-{code}": "Cửa sổ hai"})
    assert report.rows.get(obligation__code=code).text == "Cửa sổ hai"


def test_who_types_while_a_colleague_submits_is_told_and_keeps_the_words(
    setting: Reporting, cast: Cast, lan: Client
) -> None:
    """They are shown apart: the report that went on does not hold them."""
    report = _report(setting, cast)
    address = reverse("report", args=[report.code])
    values = _values(lan.get(address).content.decode())
    code = _codes(report)[0]
    fill_all(report, by=cast.lan, at=AT)
    submit_report(report, by=cast.lan, at=AT)
    late = lan.post(address, {**values, f"a-{code}": "done", f"t-{code}": "Đã dán thêm ở ba thôn", "do": "save"})
    html = late.content.decode()
    assert late.status_code == 409
    assert "không nằm trong báo cáo" in html
    assert html.count("Đã dán thêm ở ba thôn") == 1
    report.refresh_from_db()
    assert "ba thôn" not in str(list(report.rows.values_list("text", flat=True)))


def test_a_refused_submission_keeps_the_words_and_names_the_rows(setting: Reporting, cast: Cast, lan: Client) -> None:
    report = _report(setting, cast)
    address, code = reverse("report", args=[report.code]), _codes(report)[0]
    seen = _values(lan.get(address).content.decode())[f"s-{code}"]
    refused = lan.post(address, {"do": "submit", f"s-{code}": seen, f"t-{code}": "Đã họp", f"a-{code}": "done"})
    text = refused.content.decode()
    assert refused.status_code == 422
    assert "Đã họp" in text
    assert "Dòng 2: Chưa chọn kết quả" in text
    assert "tự khai" in text


def test_the_refusal_the_lacks_and_the_period_are_said_in_english(setting: Reporting, cast: Cast, lan: Client) -> None:
    report = _report(setting, cast)
    address, code = reverse("report", args=[report.code]), _codes(report)[0]
    lan.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    seen = _values(lan.get(address).content.decode())[f"s-{code}"]
    text = lan.post(address, {"do": "submit", f"s-{code}": seen, f"a-{code}": "done"}).content.decode()
    assert re.search(r"Line 1: No proof yet: [^<]+ \d+ more places are marked at their lines", text)
    assert "Line 2: No result chosen" in text
    assert "Quarter I/2026" in text
    assert not re.search(r"Dòng \d|Chưa chọn kết quả|Chưa có minh chứng|Quý I/2026<", text)


def test_nothing_arose_for_many_needs_its_reason(setting: Reporting, cast: Cast, lan: Client) -> None:
    report = _report(setting, cast)
    address = reverse("report", args=[report.code])
    refused = lan.post(address, {"do": "nothing", "all": "1", "why": ""})
    assert refused.status_code == 422
    assert "Ghi lý do không phát sinh" in refused.content.decode()
    lan.post(address, {"do": "nothing", "all": "1", "why": "Không có đơn thư"})
    assert set(report.rows.values_list("answer", "reason")) == {("nothing", "Không có đơn thư")}


def test_a_file_proves_the_ticked_rows(setting: Reporting, cast: Cast, lan: Client) -> None:
    report = _report(setting, cast)
    address, codes = reverse("report", args=[report.code]), _codes(report)
    file = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.7 mot trang", content_type="application/pdf")
    lan.post(address, {"do": "prove", "chon": codes[:2], "uploads": file})
    assert [row.proofs.count() for row in report.rows.order_by("position")] == [1, 1, 0]
    proof = report.rows.order_by("position")[0].proofs.get()
    lan.post(address, {"do": f"unprove:{codes[0]}/{proof.code}"})
    assert [row.proofs.count() for row in report.rows.order_by("position")] == [0, 1, 0]


def test_the_head_approves_and_it_goes_out(setting: Reporting, cast: Cast, lan: Client) -> None:
    report = _report(setting, cast)
    fill_all(report, by=cast.lan, at=AT)
    lan.post(reverse("report", args=[report.code]), {"do": "submit"})
    head, address = _client(cast.minh), reverse("report-approve", args=[report.code])
    shown = head.get(address).content.decode()
    assert "BC-UBND" in shown
    assert "Trần Văn Minh" in shown
    assert head.post(address, {"number": "", "signed_on": "2026-03-05", "signer": "M"}).status_code == 422
    given = {"number": "45", "symbol": "BC-UBND", "signed_on": "2026-03-05", "signer": "Trần Văn Minh"}
    head.post(address, given)
    report.refresh_from_db()
    assert (report.state, report.number) == ("sent", "45")


def test_the_receiver_takes_in_or_returns_a_part(setting: Reporting, cast: Cast) -> None:
    report = _report(setting, cast)
    fill_all(report, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    ha = _client(cast.ha)
    assert report.title in ha.get(reverse("reports-received")).content.decode()
    address, codes = reverse("report-return", args=[report.code]), _codes(report)
    assert ha.post(address, {"reason": ""}).status_code == 422
    ha.post(address, {"chon": codes[0], f"w-{codes[0]}": "Thiếu biên bản"})
    text = _client(cast.lan).get(reverse("report", args=[report.code])).content.decode()
    assert "Thiếu biên bản" in text
    report.refresh_from_db()
    assert report.state == "returned"


def test_what_changed_after_a_return_is_shown(setting: Reporting, cast: Cast) -> None:
    report = _report(setting, cast)
    fill_all(report, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    ha = _client(cast.ha)
    ha.post(reverse("report-return", args=[report.code]), {"reason": "Bổ sung"})
    report.refresh_from_db()
    fill_all(report, by=cast.lan, at=AT, text="Bổ sung số hộ.")
    send(report, by=cast.lan, head=cast.minh, at=AT, number="46")
    text = ha.get(reverse("report", args=[report.code])).content.decode()
    assert "Thay đổi so với bản gửi trước" in text
    assert "<del>Đã làm trong kỳ. 1</del>" in text
    ha.post(reverse("report-step", args=[report.code, "tiep-nhan"]))
    report.refresh_from_db()
    assert report.state == "accepted"


def test_difficulties_go_to_who_can_settle_them_and_their_answer_stands_in_the_report(
    setting: Reporting, cast: Cast, lan: Client
) -> None:
    report = _report(setting, cast)
    raised = raise_difficulty(setting.an_lac, text="Loa hai thôn hỏng", to=setting.home_affairs, by=cast.lan, at=AT)
    text = lan.get(reverse("report", args=[report.code])).content.decode()
    assert "Loa hai thôn hỏng" in text
    assert f"?co-quan={setting.an_lac.code}" in text
    answer_difficulty(raised, text="Cấp loa mới trong tháng 4", by=cast.ha, at=AT)
    fill_all(report, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    shown = _client(cast.ha).get(reverse("report", args=[report.code])).content.decode()
    assert "Cấp loa mới trong tháng 4" in shown
    assert report.versions.get().content["difficulties"][0]["answer"] == "Cấp loa mới trong tháng 4"


def test_who_has_not_sent_is_listed_and_put_out(setting: Reporting, cast: Cast) -> None:
    report = _report(setting, cast)
    fill_all(report, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    ha = _client(cast.ha)
    text = ha.get(reverse("reports-missing")).content.decode()
    rows = [line for line in text.split("<tr>") if "Quý I/2026" in line]
    assert len(rows) == 1
    assert "Hòa Bình" in rows[0]
    assert ha.get(reverse("reports-missing-sheet")).content[:2] == b"PK"


# What a commune beside, or nobody in particular, may try on the report of another.
PATHS = ("report", "report-sheet", "report-approve", "report-return")


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("state", ["draft", "sent", "accepted"])
def test_no_commune_reads_the_report_of_another(setting: Reporting, cast: Cast, name: str, state: str) -> None:
    report = _report(setting, cast)
    fill_all(report, by=cast.lan, at=AT)
    if state != "draft":
        send(report, by=cast.lan, head=cast.minh, at=AT)
    Report.objects.filter(pk=report.pk).update(state=state)
    tung = _client(cast.tung)
    assert tung.get(reverse(name, args=[report.code])).status_code == 404
    for address in _everything(tung):
        answer = tung.get(address)
        assert "An Lạc" not in answer.content.decode(errors="ignore"), address
        assert report.code not in answer.content.decode(errors="ignore"), address


def _everything(client: Client) -> Iterator[str]:
    yield from (reverse(name) for name in ("reports", "reports-received", "reports-missing", "regimes"))
    yield reverse("reports-missing-sheet")


def test_files_of_another_commune_are_closed(setting: Reporting, cast: Cast, lan: Client) -> None:
    report = _report(setting, cast)
    file = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.7 mot trang", content_type="application/pdf")
    lan.post(reverse("report", args=[report.code]), {"do": "prove", "chon": _codes(report), "uploads": file})
    fill_all(report, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    page = lan.get(reverse("obligation", args=[_codes(report)[0]])).content.decode()
    (address,) = set(re.findall(r'href="(/viec/[^"]+/tep/[^"]+)"', page)) or {""}
    assert address
    assert lan.get(address).status_code == 200
    assert _client(cast.ha).get(address).status_code == 200
    assert _client(cast.tung).get(address).status_code == 404


def test_the_obligation_of_a_report_is_not_anothers(setting: Reporting, cast: Cast) -> None:
    """Whoever owes the same kind of report sees and returns nothing of it by the engine's own pages."""
    owed = owed_report(setting.an_lac)
    tung, ha = _client(cast.tung), _client(cast.ha)
    for name, args in (("obligation", [owed.code]), ("report-begin", [owed.code])):
        assert tung.get(reverse(name, args=args)).status_code == 404
        assert ha.get(reverse(name, args=args)).status_code == 200
    assert "chưa gửi" in ha.get(reverse("report-begin", args=[owed.code])).content.decode()
    assert ha.post(reverse("report-begin", args=[owed.code])).status_code == 404
    report = _report(setting, cast)
    fill_all(report, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    for client in (tung, ha):
        client.post(
            reverse("obligation-move", args=[owed.code, "tra-lai"]), {"tra-lai-reason": "x", "tra-lai-version": 2}
        )
        assert owed_report(setting.an_lac).state == "done"


def test_a_report_is_not_settled_by_hand(setting: Reporting, cast: Cast, lan: Client) -> None:
    owed = owed_report(setting.an_lac)
    lan.post(reverse("obligation", args=[owed.code]), {"text": "Xong", "claimed": "on", "version": owed.version})
    assert owed_report(setting.an_lac).state in ("open", "not-open")
    assert (
        reverse("report-begin", args=[owed.code]) in lan.get(reverse("obligation", args=[owed.code])).content.decode()
    )


def test_a_draft_is_not_for_the_level_above(setting: Reporting, cast: Cast) -> None:
    report = _report(setting, cast)
    assert _client(cast.ha).get(reverse("report", args=[report.code])).status_code == 404


def test_looking_at_the_sheet_again_writes_nothing(setting: Reporting, cast: Cast, lan: Client) -> None:
    address = reverse("report", args=[_report(setting, cast).code])
    lan.get(address)
    with CaptureQueriesContext(connection) as asked:
        lan.get(address)
    written = [one["sql"] for one in asked if one["sql"].split(" ")[0] in ("INSERT", "UPDATE", "DELETE")]
    assert [sql for sql in written if "reports_" in sql] == []


def test_what_sending_settles_above_is_said_before_it_is_sent(setting: Reporting, cast: Cast, lan: Client) -> None:
    beyond = make_obligations(setting.regime.unit, [("execute", setting.an_lac)], task="U1", plan_code="tw1", at=AT)[0]
    first, second, third = Duty.objects.filter(source_kind="task", plan_code="kh1").order_by("pk")
    report = _report(setting, cast)
    address, link = reverse("report", args=[report.code]), f"/viec/{beyond.code}/"
    fill_all(report, by=cast.lan, at=AT)
    assert "báo luôn việc cấp trên" not in lan.get(address).content.decode()
    Duty.objects.filter(pk=first.pk).update(serves=beyond.duty)
    Duty.objects.filter(pk=second.pk).update(serves=third)
    assert "2 dòng đã xong thực hiện nhiệm vụ cấp trên" in lan.get(address).content.decode()
    shown = lan.get(f"{address}?cap-tren=1").content.decode()
    said = shown.split('id="cap-tren"')[1].split("</section>")[0]
    assert link in said
    assert said.count("<li>") == 1  # the third has a row of its own
    lan.post(address, {"do": "submit"})
    assert link in _client(cast.minh).get(reverse("report-approve", args=[report.code])).content.decode()
