"""From accepted reports to the draft of the level above, and out: counted, edited, signed, kept."""

from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from dondoc.duties.models import Obligation
from dondoc.figures.registry import Told
from dondoc.records.models import AuditEntry
from dondoc.records.worker import drain
from dondoc.reports.actions import consolidation as actions
from dondoc.reports.actions.consolidating import build
from dondoc.reports.actions.drafting import open_report
from dondoc.reports.actions.filling import Typed, prove_rows, save_sheet
from dondoc.reports.actions.issuing import document_of, issue
from dondoc.reports.actions.sending import accept_report, return_report
from dondoc.reports.models import Consolidation, PassageKind, Report, Standing
from dondoc.reports.queries import consolidation as queries
from dondoc.reports.queries.agenda import agenda_of, falls_of
from dondoc.reports.queries.consolidation_paper import excerpt_blocks, paper_of, thematic_paper
from dondoc.reports.queries.consolidation_sheets import workbook_of
from dondoc.reports.queries.consolidation_tables import _results
from dondoc.reports.rules.answers import Entry
from dondoc.reports.rules.consolidation import Counts
from dondoc.reports.rules.states import ReportState
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency
from dondoc.web.papers import write_excerpt, write_paper
from makers.reports import SHARE, Proof, Reporting, make_reporting, owed_report, send
from people import Cast

AT = datetime(2026, 3, 9, 2, tzinfo=UTC)


@pytest.fixture
def setting(cast: Cast) -> Reporting:
    return make_reporting(cast, targets=[SHARE])


def report_of(
    agency: Agency, writer: Any, head: Any, said: dict[str, str], figures: tuple[int, int], key: str = "2026-Q1"
) -> Report:
    """A whole report: every row done with a share, words as told, one proof; sent."""
    report = open_report(owed_report(agency, key), by=writer, at=AT)
    told = {0: (str(figures[0]), str(figures[1]))}
    codes = list(report.rows.order_by("position").values_list("obligation__code", flat=True))
    rows = {code: Typed(Entry("done", "Đã làm.", figures=told)) for code in codes}
    passages = {key: (text, "") for key, text in {"general:0": "Kỳ này làm đủ việc.", **said}.items()}
    save_sheet(report, rows=rows, passages=passages, by=writer, at=AT)
    prove_rows(report, codes=codes, proofs=[Proof(title="Báo cáo", number="9/BC-UBND")], by=writer, at=AT)
    return send(report, by=writer, head=head, at=AT)


@pytest.fixture
def accepted(setting: Reporting, cast: Cast) -> Report:
    said = {"difficulty:0": "- Thiếu máy tính tại thôn\n- Đường truyền yếu", "dimension:1": "Đã họp dân."}
    report = report_of(setting.an_lac, cast.lan, cast.minh, said, (9, 10))
    accept_report(report, by=cast.ha, at=AT)
    return report


def begun(setting: Reporting, cast: Cast, report: Report) -> Consolidation:
    made = actions.open_consolidation(setting.home_affairs, report.period, by=cast.ha, at=AT)
    drain()
    return Consolidation.objects.select_related("agency__unit", "period__regime").get(pk=made.pk)


def test_accepted_reports_are_added_and_who_is_missing_is_said(
    setting: Reporting, cast: Cast, accepted: Report
) -> None:
    made = begun(setting, cast, accepted)
    lines = queries.line_rows(made)
    assert [line.counts for line in lines] == [Counts(done=1, missing=1)] * 3
    assert lines[0].sums[0].text == "9/10 (90,0 %)"
    assert lines[0].sums[0].is_met is True
    assert {one.agency: one.standing for one in queries.source_rows(made)} == {
        "UBND phường An Lạc": Standing.ACCEPTED,
        "UBND xã Hòa Bình": Standing.NONE,
    }


def test_sums_are_over_sums_and_each_leads_to_its_sources(setting: Reporting, cast: Cast, accepted: Report) -> None:
    other = report_of(setting.hoa_binh, cast.tung, cast.chi, {"difficulty:0": "Thiếu máy tính tại thôn."}, (80, 100))
    accept_report(other, by=cast.ha, at=AT)
    made = begun(setting, cast, accepted)
    line = made.lines.select_related("duty").get(position=1)
    row, entries = queries.line_of(line)
    assert row.sums[0].text == "89/110 (80,9 %)"
    assert row.sums[0].is_met is False
    assert {e.agency: e.figures for e in entries} == {
        "UBND phường An Lạc": "9/10 (90,0 %)",
        "UBND xã Hòa Bình": "80/100 (80,0 %)",
    }
    difficulty = queries.passage_rows(made, kind=PassageKind.DIFFICULTY)
    assert [one.authors for one in difficulty] == [
        ("UBND phường An Lạc", "UBND xã Hòa Bình"),
        ("UBND phường An Lạc",),
    ]


@pytest.mark.parametrize("state", ["sent", "returned"])
def test_what_is_not_accepted_is_not_counted_and_named(setting: Reporting, cast: Cast, state: str) -> None:
    report = report_of(setting.an_lac, cast.lan, cast.minh, {}, (9, 10))
    if state == "returned":
        return_report(report, reason="Thiếu số liệu", rows={}, by=cast.ha, at=AT)
    made = begun(setting, cast, report)
    assert made.lines.count() == 0
    assert Standing(state) in {one.standing for one in queries.source_rows(made)}


def test_what_went_to_the_head_while_it_was_read_stays_as_it_was(
    setting: Reporting, cast: Cast, accepted: Report
) -> None:
    """The state is looked at again when the reading is written, not only when it begins."""
    made = begun(setting, cast, accepted)
    passages = list(made.passages.order_by("pk").values_list("pk", "text"))
    lines = list(made.lines.order_by("pk").values_list("pk", flat=True))

    def step(done: int, total: int, note: str) -> AbstractContextManager[None]:
        if done == total:
            actions.submit(Consolidation.objects.get(pk=made.pk), by=cast.ha, at=AT)
        return nullcontext()

    with pytest.raises(BadInput) as refused:
        build(made, at=AT, step=step)
    assert refused.value.code == "consolidation-closed"
    made.refresh_from_db()
    assert made.state == ReportState.SUBMITTED
    assert list(made.passages.order_by("pk").values_list("pk", "text")) == passages
    assert list(made.lines.order_by("pk").values_list("pk", flat=True)) == lines
    assert AuditEntry.objects.filter(verb="build_consolidation").count() == 1


def test_a_page_opened_before_it_went_to_the_head_edits_nothing(
    setting: Reporting, cast: Cast, accepted: Report
) -> None:
    made = begun(setting, cast, accepted)
    old = Consolidation.objects.get(pk=made.pk)
    actions.submit(made, by=cast.ha, at=AT)
    first = made.passages.first()
    assert first is not None
    with pytest.raises(BadInput, match="đã trình"):
        actions.edit_passages(old, texts={first.code: "Khác"}, used={first.code}, by=cast.ha, at=AT)
    with pytest.raises(BadInput, match="đã trình"):
        actions.add_passage(old, kind=PassageKind.GENERAL, section=0, text="Thêm.", by=cast.ha, at=AT)
    assert not made.passages.filter(is_edited=True).exists()


def test_reading_again_keeps_what_the_editor_did(setting: Reporting, cast: Cast, accepted: Report) -> None:
    made = begun(setting, cast, accepted)
    first, second = made.passages.filter(kind=PassageKind.DIFFICULTY).order_by("position")
    texts = {first.code: "Nhiều thôn thiếu máy tính", second.code: second.text}
    assert actions.edit_passages(made, texts=texts, used={first.code}, by=cast.ha, at=AT) == 2
    own = actions.add_passage(made, kind=PassageKind.GENERAL, section=0, text="Nhìn chung tốt.", by=cast.ha, at=AT)
    longer = "Hiện nay còn thiếu máy tính tại các thôn"
    other = report_of(setting.hoa_binh, cast.tung, cast.chi, {"difficulty:0": longer}, (1, 2))
    accept_report(other, by=cast.ha, at=AT)
    assert queries.changes_of(made) == 1
    actions.read_again(made, by=cast.ha, at=AT)
    drain()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.text, first.is_used, second.is_used) == ("Nhiều thôn thiếu máy tính", True, False)
    assert made.passages.filter(pk=own.pk).exists()
    made.refresh_from_db()
    assert queries.changes_of(made) == 0


def test_the_same_reports_give_the_same_whole(setting: Reporting, cast: Cast, accepted: Report) -> None:
    made = begun(setting, cast, accepted)
    before = [(line.title, line.counts, line.sums, line.entries) for line in made.lines.order_by("position")]
    actions.read_again(made, by=cast.ha, at=AT)
    drain()
    after = [(line.title, line.counts, line.sums, line.entries) for line in made.lines.order_by("position")]
    assert after == before
    assert begun(setting, cast, accepted).pk == made.pk


def approved(made: Consolidation, cast: Cast) -> None:
    actions.submit(made, by=cast.ha, at=AT)
    told = {"number": "7", "symbol": "SNV", "signed_on": date(2026, 3, 9), "signer": "Lê Thu Hà"}
    actions.approve(made, **told, position="Giám đốc", by=cast.ha, at=AT)


def words(content: bytes) -> str:
    document = Document(BytesIO(content))
    return "\n".join(line.text for line in _lines(document))


def _lines(document: Any) -> list[Any]:
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    return [Paragraph(element, document._body) for element in document.element.body.iter(qn("w:p"))]


def test_it_is_issued_as_a_document_with_figures_sources_and_who_is_missing(
    setting: Reporting, cast: Cast, accepted: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dondoc.records.actions.pdf.office", lambda: None)
    made = begun(setting, cast, accepted)
    approved(made, cast)
    document = issue(made, by=cast.ha, at=AT)
    assert made.state == ReportState.SENT
    assert document_of(made) == document
    from dondoc.records.adapters import vault

    said = words(vault.path_of(vault.root(), document.file.sha256).read_bytes())
    for told in (
        *("SỞ NỘI VỤ", "Số: 07/BC-SNV", "Minh Sơn, ngày 09 tháng 3 năm 2026", "Có 1/2 cơ quan, đơn vị có báo cáo"),
        *("9/10 (90,0 %)", "UBND phường An Lạc: 9/10 (90,0 %)", "Thiếu máy tính tại thôn.", "UBND xã Hòa Bình"),
        *("Phụ lục IV", "chưa báo cáo", "GIÁM ĐỐC", "Lê Thu Hà", "Kính gửi: Ủy ban nhân dân tỉnh Minh Sơn."),
    ):
        assert told in said, told


def test_every_count_of_the_document_leads_to_a_row_of_an_annex(
    setting: Reporting, cast: Cast, accepted: Report
) -> None:
    content = write_paper(paper_of(begun(setting, cast, accepted)))
    body = Document(BytesIO(content)).element.body
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    anchors = [mark.get(f"{name}name") for mark in body.iter(f"{name}bookmarkStart")]
    links = {link.get(f"{name}anchor") for link in body.iter(f"{name}hyperlink")} - {None}
    assert len(anchors) == len(set(anchors))
    assert links <= set(anchors)
    assert {"da-tiep-nhan", "chua-bao-cao", "viec", "viec1", "thanhphan2_1", "nguon1"} <= links
    said = words(content)
    assert "NGUỒN CỦA SỐ VIỆC" in said
    assert "Đã thực hiện: UBND phường An Lạc; chưa có báo cáo được tiếp nhận: UBND xã Hòa Bình" in said


def test_agencies_of_the_greatest_result_are_counted_where_they_are_many() -> None:
    names = {str(n): f"Xã {n}" for n in range(40)}
    told = [(str(n), "done" if n > 1 else "missing") for n in range(40)]
    assert _results(told, names) == (
        "Đã thực hiện: 38 cơ quan, đơn vị còn lại; chưa có báo cáo được tiếp nhận: Xã 0, Xã 1"
    )
    assert _results([("3", "done"), ("3", "done"), ("4", "")], names) == "Đã thực hiện: Xã 3 (2 việc)"


def test_what_is_out_can_not_be_changed(setting: Reporting, cast: Cast, accepted: Report) -> None:
    made = begun(setting, cast, accepted)
    approved(made, cast)
    for change in (
        lambda: actions.read_again(made, by=cast.ha, at=AT),
        lambda: actions.edit_passages(made, texts={}, used=set(), by=cast.ha, at=AT),
        lambda: actions.add_passage(made, kind=PassageKind.NEXT, section=0, text="x", by=cast.ha, at=AT),
    ):
        with pytest.raises(BadInput) as refused:
            change()
        assert refused.value.code == "consolidation-closed"
    actions.take_back(made, by=cast.ha, at=AT)
    assert actions.add_passage(made, kind=PassageKind.NEXT, section=0, text="Tiếp tục.", by=cast.ha, at=AT)


def test_steps_are_refused_out_of_turn(setting: Reporting, cast: Cast, accepted: Report) -> None:
    made = begun(setting, cast, accepted)
    with pytest.raises(BadInput) as refused:
        issue(made, by=cast.ha, at=AT)
    assert refused.value.code == "report-moved"
    actions.submit(made, by=cast.ha, at=AT)
    with pytest.raises(BadInput, match="Thiếu số"):
        actions.approve(
            made, number="", symbol="", signed_on=date(2026, 3, 9), signer="", position="", by=cast.ha, at=AT
        )
    later = {"number": "1", "symbol": "", "signed_on": date(2026, 3, 12), "signer": "Hà", "position": ""}
    with pytest.raises(BadInput, match="tương lai"):
        actions.approve(made, **later, by=cast.ha, at=AT)


def test_one_that_was_not_read_is_not_submitted(setting: Reporting, cast: Cast, accepted: Report) -> None:
    made = actions.open_consolidation(setting.home_affairs, accepted.period, by=cast.ha, at=AT)
    with pytest.raises(BadInput) as refused:
        actions.submit(made, by=cast.ha, at=AT)
    assert refused.value.code == "consolidation-unread"


def test_nobody_consolidates_what_others_receive(setting: Reporting, cast: Cast, accepted: Report) -> None:
    with pytest.raises(BadInput) as refused:
        actions.open_consolidation(setting.an_lac, accepted.period, by=cast.lan, at=AT)
    assert refused.value.code == "consolidation-nobody"


def test_the_workbook_holds_every_entry(setting: Reporting, cast: Cast, accepted: Report) -> None:
    made = begun(setting, cast, accepted)
    book = load_workbook(BytesIO(workbook_of(made)))
    assert book.sheetnames == [
        *("Theo nội dung", "Theo thành phần", "Theo nhiệm vụ", "Nguồn số liệu", "Tình hình báo cáo", "Nội dung nêu")
    ]
    rows = list(book["Nguồn số liệu"].iter_rows(min_row=2, values_only=True))
    assert len(rows) == 6
    assert [row[5:] for row in rows if row[2] == "UBND phường An Lạc"] == [(9, 10)] * 3
    assert [row[3] for row in rows if row[2] == "UBND xã Hòa Bình"] == ["chưa có báo cáo được tiếp nhận"] * 3


def test_a_thematic_report_speaks_of_one_dimension_alone(setting: Reporting, cast: Cast, accepted: Report) -> None:
    made = begun(setting, cast, accepted)
    said = words(write_paper(thematic_paper(made, 1, setting.home_affairs)))
    assert "Nhiệm vụ thường xuyên 1" in said
    assert "Nhiệm vụ thường xuyên 2" not in said
    assert "Đã họp dân." in said
    assert "UBND phường An Lạc: 9/10 (90,0 %)" in said


def test_the_thematic_report_of_another_agency_goes_to_whoever_puts_the_whole_together(
    setting: Reporting, cast: Cast, accepted: Report
) -> None:
    said = words(write_paper(thematic_paper(begun(setting, cast, accepted), 1, setting.an_lac)))
    assert "Kính gửi: Sở Nội vụ." in said


@pytest.mark.parametrize(
    ("kind", "above", "below", "text"),
    [
        ("share", "89", "110", "89/110 (80,9 %)"),
        ("share", "0", "0", "0/0 (–)"),
        ("mean", "140.000", "40.000", "3,5 ngày (bình quân 40 trường hợp)"),
        ("money", "1500000.000", None, "1.500.000 đồng"),
        ("count", "12.500", None, "12,5"),
    ],
)
def test_figures_are_written_by_their_kind(kind: str, above: str, below: str | None, text: str) -> None:
    assert queries.figure_text(kind, above, below) == text


def test_the_section_for_another_report_has_no_head(setting: Reporting, cast: Cast, accepted: Report) -> None:
    said = words(write_excerpt(excerpt_blocks(begun(setting, cast, accepted))))
    assert "Có 1/2 cơ quan" in said
    assert "CỘNG HÒA" not in said
    assert "{{" not in said


def test_the_agenda_names_the_late_the_returned_and_difficulties(setting: Reporting, cast: Cast) -> None:
    report = report_of(setting.an_lac, cast.lan, cast.minh, {}, (9, 10))
    return_report(report, reason="Thiếu số liệu", rows={}, by=cast.ha, at=AT)
    made = begun(setting, cast, report)
    said = words(write_paper(agenda_of(made, date(2026, 3, 20))))
    assert "UBND phường An Lạc: Thiếu số liệu." in said
    assert "UBND xã Hòa Bình" in said
    assert "CHƯƠNG TRÌNH" in said


def test_components_that_fell_are_found_against_the_quarter_before(
    setting: Reporting, cast: Cast, accepted: Report
) -> None:
    other = report_of(setting.hoa_binh, cast.tung, cast.chi, {}, (1, 2))
    accept_report(other, by=cast.ha, at=AT)
    begun(setting, cast, accepted)
    later = report_of(setting.an_lac, cast.lan, cast.minh, {}, (1, 2), key="2026-H1")
    accept_report(later, by=cast.ha, at=AT)
    made = begun(setting, cast, later)
    assert [(one.key, one.before, one.now) for one in falls_of(made)] == [("2.1", 100, 50)]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("2.5", "1.1. Tri thức công dân: từ 2,50 xuống 2,10 điểm."),
        ("1.9", "giảm điểm trong kết quả PAPI đã công bố năm 2025"),
        (None, "Không so được với năm trước"),
    ],
)
def test_published_scores_that_fell_stand_apart_from_work(
    setting: Reporting, cast: Cast, accepted: Report, monkeypatch: pytest.MonkeyPatch, before: str | None, told: str
) -> None:
    unit = setting.home_affairs.unit_id
    old = Decimal(before) if before else None
    published = [Told(unit, Decimal("2.1"), component="1.1", year=2025, before=old)]
    monkeypatch.setattr("dondoc.reports.queries.agenda.tell", lambda name, ask: published)
    said = words(write_paper(agenda_of(begun(setting, cast, accepted), date(2026, 3, 20))))
    assert told.casefold() in said.casefold()
    assert ("từ 2,50 xuống" in said) == (before == "2.5")


def test_what_the_agency_itself_owes_is_settled_by_it(setting: Reporting, cast: Cast, accepted: Report) -> None:
    from dondoc.duties.actions.duty import Party
    from dondoc.duties.actions.expansion import expand_source
    from dondoc.duties.actions.reporting import RuleSpec, _keep_rule, _open_duty, keep_periods
    from dondoc.duties.rules.reporting import Timing

    spec = RuleSpec("quarter", Timing(due={"day": 25}), (Party("lead", agency=setting.home_affairs),))
    rule = _keep_rule(setting.regime, 9, spec)
    _open_duty(rule, spec, [rule], issued_on=date(2026, 1, 5), plan_code="kh1", by=None, at=AT)
    keep_periods(setting.regime, year=2026)
    expand_source("report", rule.code, by=None, at=AT, year=2026)
    made = begun(setting, cast, accepted)
    approved(made, cast)
    issue(made, by=cast.ha, at=AT)
    owed = Obligation.objects.filter(held_by=setting.home_affairs, duty__source_code=rule.code)
    assert owed.get(occurrence="2026-Q1").state == "done"
    assert not owed.exclude(occurrence="2026-Q1").filter(state="done").exists()


def test_every_step_is_in_the_trail(setting: Reporting, cast: Cast, accepted: Report) -> None:
    made = begun(setting, cast, accepted)
    approved(made, cast)
    issue(made, by=cast.ha, at=AT)
    verbs = list(AuditEntry.objects.filter(object_code=made.code).order_by("pk").values_list("verb", flat=True))
    for verb in ("open_consolidation", "build_consolidation", "submit_consolidation", "approve_consolidation"):
        assert verb in verbs
    assert paper_of(made).number == "7"
