"""What people add to results: populations, why a result is missing, where comparison ends; and what follows of it."""

import pytest
from django.test import Client

from dondoc.records.models import AuditEntry
from dondoc.scores.models import AbsenceNote, BreakNote, PopulationWeight
from dondoc.scores.queries.national import missing_in
from dondoc.scores.queries.store import stored
from dondoc.scores.rules.comparability import crossing
from makers.scores import make_absence, make_break, make_shipped
from people import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
NOTES = "/chi-so/nap/luu-y/"
POPULATIONS = "/chi-so/nap/dan-so/"
LEVERS = "/chi-so/tinh/67/can-doi-gi/?nam=2023"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_reader_chooses_whom_to_compare_with(ha: Client) -> None:
    profile, region = text(ha, LEVERS), text(ha, f"{LEVERS}&tuong-dong=vung")
    assert "So với 5 nơi (5 nơi giống nhất theo điểm các nội dung)" in profile
    assert "So với 4 nơi (cùng vùng Tây Nguyên)" in region
    assert "Vùng theo NQ 81/2023/QH15" in region
    assert '<option value="vung" selected>' in region
    assert "dân số gần bằng" not in region, "nobody entered populations"
    assert "/chi-so/so-sanh/?tinh=67&amp;tinh=" in region
    assert "So với 5 nơi" in text(ha, f"{LEVERS}&tuong-dong=lạ"), "an unknown choice is the first one"


def test_populations_serve_the_choice_and_the_approximation(ha: Client) -> None:
    lines = "Đắk Nông\t680\nLào Cai\t770\nYên Bái\t860\nHà Nội\t8.587"
    sent = {"lines": lines, "unit": "1000", "year": "2024", "source": "Niên giám thống kê 2024"}
    assert ha.post(POPULATIONS, sent).status_code == 302
    assert "Đã có dân số của 4/63 nơi" in text(ha, POPULATIONS)
    alike = text(ha, f"{LEVERS}&tuong-dong=dan-so")
    assert "So với 2 nơi (dân số gần bằng)" in alike
    assert "Không có nơi nào để so" in text(ha, f"{LEVERS}&tuong-dong=vung-dan-so")
    assert "Ước tính theo dân số" in text(ha, "/chi-so/tinh/P15.250701/")
    assert PopulationWeight.objects.get(place="67").year == 2024


def test_wrong_lines_of_populations_are_told_at_once_and_nothing_is_stored(ha: Client) -> None:
    sent = {"lines": "Đắk Nông; 680.000\nTỉnh lạ; 5\nHuế; ba", "unit": "1", "year": "2024", "source": "x"}
    answer = ha.post(POPULATIONS, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Dòng 2" in page
    assert "Dòng 3" in page
    assert "Tỉnh lạ; 5" in page
    assert not PopulationWeight.objects.exists()


def test_an_absence_is_noted_with_reason_source_and_day(ha: Client) -> None:
    sent = {
        "vang-year": "2024", "vang-place": "26", "vang-reason": "dữ liệu không đạt", "vang-missing": ["D2", "D4"],
        "vang-source": "báo cáo PAPI 2024, trang 9", "vang-source_on": "2025-04-15",
    }  # fmt: skip
    assert ha.post(NOTES, sent).status_code == 302
    assert {one.name: one.reason for one in missing_in(stored().panel, 2024)}["Vĩnh Phúc"] == "dữ liệu không đạt"
    page = text(ha, NOTES)
    assert "D2, D4; dữ liệu không đạt" in page
    assert "báo cáo PAPI 2024, trang 9, 15/04/2025" in page
    assert AuditEntry.objects.filter(verb="note_absence").count() == 1
    assert "dữ liệu không đạt" in text(ha, "/chi-so/?nam=2024")


@pytest.mark.parametrize(("more", "said"), [
    ({"vang-place": "67"}, "có điểm tổng hợp"), ({"vang-year": "2030"}, "không có tỉnh"), ({"vang-source": " "}, ""),
    ({"vang-source_on": ""}, ""),
])  # fmt: skip
def test_an_absence_that_cannot_be_is_refused_and_keeps_what_was_typed(
    ha: Client, more: dict[str, str], said: str
) -> None:
    sent = {
        "vang-year": "2024", "vang-place": "26", "vang-reason": "lý do đã gõ", "vang-source": "báo cáo",
        "vang-source_on": "2025-04-15", **more,
    }  # fmt: skip
    answer = ha.post(NOTES, sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "lý do đã gõ" in answer.content.decode()
    assert not AbsenceNote.objects.exists()


def test_a_break_after_2024_counts_everywhere_until_it_is_taken_out(ha: Client) -> None:
    for code in ("D3_JUSTICE", "TOTAL"):
        sent = {"what": "break", "moc-year": "2026", "moc-code": code, "moc-source": "báo cáo 2026, trang 3",
                "moc-source_on": "2027-04-10"}  # fmt: skip
        assert ha.post(NOTES, sent).status_code == 302
    across = crossing(stored().panel, 2026, "D3")
    assert across.is_new_sample
    assert not across.is_expected
    assert across.redefined == ("D3_JUSTICE",)
    for note in BreakNote.objects.all():
        assert ha.post(NOTES, {"withdraw": f"moc-{note.pk}"}).status_code == 302
    assert not crossing(stored().panel, 2026, "D3").is_break
    assert AuditEntry.objects.filter(verb="withdraw_note").count() == 2


def test_a_break_that_is_known_or_that_the_year_does_not_measure_is_refused(ha: Client) -> None:
    for year, code in (("2021", "D3_RESPONSE"), ("2021", "TOTAL"), ("2015", "D8_RESP")):
        sent = {"what": "break", "moc-year": year, "moc-code": code, "moc-source": "x", "moc-source_on": "2024-04-10"}
        assert ha.post(NOTES, sent).status_code == 422, (year, code)
    assert not BreakNote.objects.exists()


def test_what_is_shipped_is_told_and_cannot_be_taken_out(ha: Client) -> None:
    page = text(ha, NOTES)
    assert "survey" not in page
    assert "bảng có sẵn kèm phần mềm" in page
    assert "Gỡ" not in page
    assert ha.post(NOTES, {"withdraw": "vang-1"}).status_code == 404


def test_an_expected_sample_is_confirmed_by_a_note(cast: Cast) -> None:
    make_shipped()
    make_break(2025, "TOTAL", by=cast.ha)
    make_absence(2024, "26", by=cast.ha)
    across = crossing(stored().panel, 2025)
    assert across.is_new_sample
    assert not across.is_expected
    assert stored().panel.absences[2024, "26"].reason == "lý do giả định"


def test_what_is_shipped_of_a_year_and_says_the_same_is_one_row(ha: Client) -> None:
    told = text(ha, NOTES)
    assert '<th scope="row">2024</th><td data-label="Nơi">Tiền Giang; Vĩnh Phúc</td>' in told
    assert told.count('<th scope="row">2021</th>') == 2, "absences, and the new sample with its components"
