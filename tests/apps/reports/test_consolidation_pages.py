"""Pages of consolidations: what they show, what they refuse, who reaches which part."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.duties.actions.expansion import expand_source
from dondoc.reports.actions.sending import accept_report, return_report
from dondoc.reports.models import Consolidation, PassageKind, Report
from makers import make_duty, make_member
from makers.consolidation import make_consolidation
from makers.reports import Reporting, fill_all, make_report, send
from people import Cast

COUNT = re.compile(r'<a href="([^"]*/so-viec/[^"]*)">([^<]+)</a>')
AT = datetime(2026, 3, 9, 2, tzinfo=UTC)


@pytest.fixture
def made(setting: Reporting, cast: Cast) -> Consolidation:
    return make_consolidation(setting, cast)


@pytest.fixture
def ha(cast: Cast, client: Client) -> Client:
    client.force_login(cast.ha)
    return client


def shown(client: Client, made: Consolidation, part: str = "") -> str:
    response = client.get(reverse("consolidation", args=[made.code]), {"phan": part} if part else {})
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_counts_what_came_and_leads_to_the_draft(ha: Client, made: Consolidation) -> None:
    page = ha.get(reverse("consolidations")).content.decode()
    assert 'phan=da-tiep-nhan">1/2<' in page
    assert reverse("consolidation", args=[made.code]) in page
    assert "Lập bản tổng hợp" in page  # of the periods that nobody began


def test_the_count_of_a_period_that_nobody_began_leads_to_its_own_reports(
    ha: Client, setting: Reporting, cast: Cast
) -> None:
    """What waits and what was returned stands apart from what the count counts; another period's is elsewhere."""
    here, later = (make_report(setting.an_lac, by=cast.lan, key=key, at=AT) for key in ("2026-Q1", "2026-Q3"))
    there = make_report(setting.hoa_binh, by=cast.tung, key="2026-Q1", at=AT)
    for report, officer in ((here, cast.lan), (later, cast.lan), (there, cast.tung)):
        fill_all(report, by=officer, at=AT)
        send(report, by=officer, head=officer, at=AT)
    for report in (here, later):
        accept_report(report, by=cast.ha, at=AT)
    return_report(there, reason="Thiếu số", rows={}, by=cast.ha, at=AT)
    counts = r'<a href="([^"]+)">1/2<span class="unseen"> Quý I/2026<'
    link = re.search(counts, ha.get(reverse("consolidations")).content.decode())
    assert link is not None
    page = ha.get(unescape(link[1])).content.decode()
    taken = page.split('<caption id="da-xu-ly-ten">Đã tiếp nhận')[1]
    codes = {report.code for report in (here, later, there) if reverse("report", args=[report.code]) in taken}
    assert codes == {here.code}
    assert reverse("report", args=[there.code]) in page.split("Đã trả lại</h2>")[1]
    assert reverse("report", args=[later.code]) not in page
    assert "Báo cáo đã nhận: Quý I/2026</h1>" in page
    every = ha.get(reverse("reports-received"), {"ky": "0"}).content.decode()
    assert reverse("report", args=[later.code]) in every


def test_a_period_is_begun_by_one_button(ha: Client, setting: Reporting, made: Consolidation) -> None:
    period = setting.regime.periods.get(key="2026-H1", covered_by="")
    sent = {"ky": str(period.pk), "_once": "1"}
    response = ha.post(reverse("consolidation-open"), sent)
    begun = Consolidation.objects.get(period=period)
    assert response["Location"] == reverse("consolidation", args=[begun.code])
    assert "Đang đọc các báo cáo" in shown(ha, begun)
    assert ha.post(reverse("consolidation-open"), {"ky": "x", "_once": "2"}).status_code == 404


def test_the_count_of_reports_leads_to_each_of_them(ha: Client, made: Consolidation) -> None:
    assert f"{reverse('consolidation', args=[made.code])}?phan=da-tiep-nhan" in shown(ha, made)
    rows = shown(ha, made, "da-tiep-nhan").split("<tbody>")[1].split("</tbody>")[0]
    (source,) = made.sources.exclude(report=None)
    assert "UBND phường An Lạc" in rows
    assert "UBND xã Hòa Bình" not in rows
    assert reverse("report", args=[source.report.code]) in rows


def test_each_part_shows_its_own(ha: Client, made: Consolidation) -> None:
    assert "1/2" in shown(ha, made)
    assert "Nhiệm vụ thường xuyên 1" in shown(ha, made, "1")
    assert "UBND xã Hòa Bình" in shown(ha, made, "chua-bao-cao")
    assert "Chung: Đã làm trong kỳ." in shown(ha, made, "chung")
    for part in ("7", "99", "khac"):
        assert ha.get(reverse("consolidation", args=[made.code]), {"phan": part}).status_code == 404


def test_a_late_change_is_told_and_read_on_demand(
    ha: Client, setting: Reporting, cast: Cast, made: Consolidation
) -> None:
    assert "thay đổi từ khi đọc" not in shown(ha, made)
    return_report(Report.objects.get(), reason="Thiếu số liệu", rows={}, by=cast.ha, at=AT)
    assert "Có 1 báo cáo thay đổi từ khi đọc" in shown(ha, made)
    ha.post(reverse("consolidation-read", args=[made.code]), {"_once": "1"})
    assert "Đang đọc các báo cáo" in shown(ha, made)


def test_the_editor_chooses_and_rewords(ha: Client, made: Consolidation) -> None:
    one = made.passages.get(kind=PassageKind.GENERAL)
    sent = {"phan": "chung", "hien": [one.code], f"t-{one.code}": "Nhìn chung tốt.", "_once": "1"}
    response = ha.post(reverse("passages-choose", args=[made.code]), sent)
    assert response["Location"].endswith("?phan=chung")
    one.refresh_from_db()
    assert (one.text, one.is_used, one.is_edited) == ("Nhìn chung tốt.", False, True)
    page = shown(ha, made, "chung")
    assert "Chung: Đã làm trong kỳ." in page  # what was written stays beside
    assert "Nhìn chung tốt." in page


def test_an_empty_passage_that_was_chosen_is_refused(ha: Client, made: Consolidation) -> None:
    one = made.passages.get(kind=PassageKind.GENERAL)
    sent = {"phan": "chung", "hien": [one.code], "dung": [one.code], f"t-{one.code}": " ", "_once": "1"}
    response = ha.post(reverse("passages-choose", args=[made.code]), sent)
    assert response.status_code == 422
    assert "có đoạn được chọn mà trống" in response.content.decode().lower()
    one.refresh_from_db()
    assert one.text.startswith("Chung:")


def test_nobody_edits_what_another_agency_consolidates(
    client: Client, setting: Reporting, cast: Cast, made: Consolidation
) -> None:
    make_member(cast.chi, setting.home_affairs.unit.agencies.get(kind="ubnd"), "committee")
    client.force_login(cast.chi)
    assert "Ghi lựa chọn" not in shown(client, made, "chung")
    for name in ("passages-choose", "consolidation-read", "consolidation-submit", "consolidation-issue"):
        assert client.post(reverse(name, args=[made.code]), {"_once": name}).status_code == 403


def test_a_figure_leads_to_its_reports(ha: Client, made: Consolidation) -> None:
    page = ha.get(reverse("consolidation-line", args=[made.code, 1])).content.decode()
    assert reverse("report", args=[Report.objects.get().code]) in page
    assert "chưa có báo cáo được tiếp nhận" in page
    assert ha.get(reverse("consolidation-line", args=[made.code, 99])).status_code == 404


def test_every_count_leads_to_what_was_counted(ha: Client, made: Consolidation) -> None:
    """Each link of the tables is followed: as many rows stand behind it as it says, each with its report."""
    for part in ("", "1", "2"):
        links = COUNT.findall(shown(ha, made, part))
        assert len(links) > 4
        for href, text in links:
            behind = ha.get(unescape(href)).content.decode()
            told = int(re.findall(r"Nguồn của số việc: (\d+) việc", behind)[0])
            assert behind.count('data-label="Kết quả"') == told
            if text.isdecimal():
                assert told == int(text), href
            elif "/" in text:
                assert told == int(text.split("/")[1]), href
    missing = ha.get(reverse("consolidation-counts", args=[made.code]), {"kq": "chua-bao-cao"}).content.decode()
    assert "UBND xã Hòa Bình" in missing
    assert "UBND phường An Lạc" not in missing
    done = ha.get(reverse("consolidation-counts", args=[made.code]), {"kq": "xong", "phan": "1"}).content.decode()
    report = made.sources.exclude(report=None).get().report
    assert report is not None
    assert reverse("report", args=[report.code]) in done


def test_approval_keeps_what_was_typed_wrong(
    client: Client, setting: Reporting, cast: Cast, made: Consolidation
) -> None:
    make_member(cast.ha, setting.home_affairs, "head")
    client.force_login(cast.ha)
    client.post(reverse("consolidation-submit", args=[made.code]), {"_once": "1"})
    sent = {"number": "7", "symbol": "SNV", "signed_on": "2099-01-01", "signer": "Lê Thu Hà", "position": "Giám đốc"}
    response = client.post(reverse("consolidation-approve", args=[made.code]), {**sent, "_once": "2"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "Ngày ký ở tương lai" in page
    assert 'value="7"' in page
    sent["signed_on"] = "2026-03-09"
    assert client.post(reverse("consolidation-approve", args=[made.code]), {**sent, "_once": "3"}).status_code == 302
    made.refresh_from_db()
    assert (made.state, made.number) == ("approved", "7")


def test_who_leads_tasks_of_a_dimension_gets_its_report_and_nothing_else(
    client: Client, setting: Reporting, cast: Cast
) -> None:
    justice = setting.home_affairs.unit.agencies.create(
        code="stp", kind="t-tu-phap", name="Sở Tư pháp", search="so tu phap"
    )
    make_member(cast.chi, justice, "officer")
    duty = setting.regime.duties.filter(section=1).first()
    assert duty is not None
    duty.parties.create(part="lead", agency=justice)
    made = make_consolidation(setting, cast)
    client.force_login(cast.chi)
    assert client.get(reverse("consolidation-theme", args=[made.code, 1])).status_code == 200
    assert client.get(reverse("consolidation-theme", args=[made.code, 2])).status_code == 404
    assert client.get(reverse("consolidation", args=[made.code])).status_code == 404
    page = client.get(reverse("consolidations")).content.decode()
    assert reverse("consolidation-theme", args=[made.code, 1]) in page


def test_what_two_plans_ask_for_is_found(ha: Client, setting: Reporting) -> None:
    again = [("execute", setting.an_lac), ("execute", setting.hoa_binh)]
    make_duty(setting.an_lac.unit, again, task="X1", title="Nhiệm vụ thường xuyên 1.", plan_code="kh2", section=1)
    expand_source("plan", "kh2", by=None, at=AT, year=2026)
    page = ha.get(reverse("report-burden"), {"nam": "2026"}).content.decode()
    assert "Nhiệm vụ thường xuyên 1." in page
    assert "2 cơ quan" in page
    assert ha.get(reverse("report-burden-sheet"), {"nam": "2026"}).status_code == 200
