"""A report from the empty draft to the lock: it opens filled, settles the work it reports, and comes back in parts."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dondoc.duties.actions import obligation as engine
from dondoc.duties.actions.evidence import Proof
from dondoc.duties.models import Duty, Evidence, Figure, Obligation
from dondoc.figures import registry
from dondoc.reports.actions import filling, sending
from dondoc.reports.actions.drafting import fill_report, open_report
from dondoc.reports.actions.filling import Typed
from dondoc.reports.models import Report, ReportPassage
from dondoc.reports.queries.content import report_faults, results_of, sheet_rows
from dondoc.reports.rules.answers import Entry
from dondoc.reports.tasks import lock_accepted
from dondoc.toolkit.errors import BadInput
from makers import make_obligations
from makers.reports import SHARE, Reporting, fill_all, make_report, make_reporting, owed_report, send
from people import Cast

AT = datetime(2026, 3, 5, 2, tzinfo=UTC)
TODAY = date(2026, 3, 5)


def _codes(report: Report) -> list[str]:
    return list(report.rows.order_by("position").values_list("obligation__code", flat=True))


def _stored(report: Report) -> list[tuple[str, str]]:
    return list(report.rows.order_by("position").values_list("answer", "text"))


def test_a_report_holds_the_work_of_its_period_and_opens_once(setting: Reporting, cast: Cast) -> None:
    report = make_report(setting.an_lac, by=cast.lan)
    assert report.rows.count() == 3
    assert set(report.rows.values_list("obligation__occurrence", flat=True)) == {"2026-Q1"}
    assert report.receiver == setting.home_affairs
    assert open_report(owed_report(setting.an_lac), by=cast.lan, at=AT).pk == report.pk
    kinds = set(report.passages.values_list("kind", "section"))
    assert {("general", 0), ("dimension", 1), ("dimension", 3), ("difficulty", 0), ("next", 0)} <= kinds


def test_what_its_own_page_settled_opens_as_settled(setting: Reporting, cast: Cast) -> None:
    one = Obligation.objects.filter(held_by=setting.an_lac, occurrence="2026-Q1", duty__title__endswith=" 1").first()
    assert one is not None
    engine.settle(one, by=cast.lan, at=AT, text="Đã niêm yết.", evidence=[Proof(number="12/TB-UBND")])
    report = make_report(setting.an_lac, by=cast.lan)
    row = report.rows.get(obligation=one)
    assert (row.is_kept, row.answer, row.text) == (True, "done", "Đã niêm yết.")
    assert row.proofs.get().number == "12/TB-UBND"


def test_settling_elsewhere_later_is_taken_over_without_losing_words(setting: Reporting, cast: Cast) -> None:
    report = make_report(setting.an_lac, by=cast.lan)
    first, second, _third = (row.obligation for row in report.rows.order_by("position"))
    filling.save_sheet(report, rows={first.code: Typed(Entry(text="Đang làm"))}, passages={}, by=cast.lan, at=AT)
    for one in (first, second):
        engine.settle(one, by=cast.lan, at=AT, text="Xong.", claimed=True)
    fill_report(report)
    assert report.rows.get(obligation=first).text == "Đang làm"
    assert report.rows.get(obligation=second).is_kept


def test_a_late_quarter_stands_beside_the_next(setting: Reporting, cast: Cast) -> None:
    report = make_report(setting.an_lac, by=cast.lan, key="2026-H1")
    keys = sorted(report.rows.values_list("obligation__occurrence", flat=True))
    assert keys == ["2026-Q1"] * 3 + ["2026-Q2"] * 3


def test_sending_settles_the_work_and_the_report(setting: Reporting, cast: Cast) -> None:
    report = make_report(setting.an_lac, by=cast.lan)
    fill_all(report, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    states = Obligation.objects.filter(held_by=setting.an_lac, occurrence="2026-Q1").values_list("state", flat=True)
    assert set(states) == {"done"}
    assert owed_report(setting.an_lac).state == "done"
    assert Evidence.objects.filter(number="45/BC-UBND").count() == 1, "one proof for all rows, entered once"
    version = report.versions.get()
    assert [row["answer"] for row in version.content["rows"]] == ["đã thực hiện"] * 3
    assert version.content["number"] == "45"


def test_sending_settles_what_the_row_serves_above_unless_that_has_its_own_row(setting: Reporting, cast: Cast) -> None:
    beyond = make_obligations(setting.regime.unit, [("execute", setting.an_lac)], task="U1", plan_code="tw1", at=AT)[0]
    first, second, third = Duty.objects.filter(source_kind="task", plan_code="kh1").order_by("pk")
    Duty.objects.filter(pk=first.pk).update(serves=beyond.duty)
    Duty.objects.filter(pk=second.pk).update(serves=third)
    report = make_report(setting.an_lac, by=cast.lan)
    codes = _codes(report)
    typed = {code: Typed(Entry("done", "Đã làm", is_claimed=True)) for code in codes[:2]}
    typed[codes[2]] = Typed(Entry("not-yet", "Đang trình"))
    filling.save_sheet(report, rows=typed, passages={}, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    assert Obligation.objects.get(pk=beyond.pk).state == "done"
    assert Obligation.objects.get(code=codes[2]).state == "open"


def test_a_report_sent_after_its_day_is_late(setting: Reporting, cast: Cast) -> None:
    late = datetime(2026, 3, 20, 2, tzinfo=UTC)
    report = make_report(setting.an_lac, by=cast.lan)
    fill_all(report, by=cast.lan, at=late)
    send(report, by=cast.lan, head=cast.minh, at=late)
    assert owed_report(setting.an_lac).state == "done-late"


def test_what_is_not_done_stays_owed(setting: Reporting, cast: Cast) -> None:
    report = make_report(setting.an_lac, by=cast.lan)
    codes = _codes(report)
    typed = {
        codes[0]: Typed(Entry("not-yet", "Đang trình")),
        codes[1]: Typed(Entry("nothing", reason="Không có đơn thư")),
        codes[2]: Typed(Entry("done", "Đã họp thôn", is_claimed=True)),
    }
    filling.save_sheet(report, rows=typed, passages={}, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    states = [Obligation.objects.get(code=code).state for code in codes]
    assert states == ["open", "nothing-arose", "done"]
    told = results_of(sheet_rows(report, TODAY))
    assert (told.done, told.nothing, told.not_yet, told.claimed) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (Entry(), "Chưa chọn kết quả"),
        (Entry("nothing"), "cần lý do"),
        (Entry("done", "Đã làm"), "Chưa có minh chứng"),
        (Entry("done", "", is_claimed=True), "nói rõ đã làm gì"),
    ],
)
def test_a_row_that_says_too_little_keeps_the_report_back(
    setting: Reporting, cast: Cast, entry: Entry, words: str
) -> None:
    report = make_report(setting.an_lac, by=cast.lan)
    fill_all(report, by=cast.lan, at=AT)
    code = _codes(report)[0]
    report.rows.get(obligation__code=code).proofs.clear()
    filling.save_sheet(report, rows={code: Typed(entry)}, passages={}, by=cast.lan, at=AT)
    with pytest.raises(BadInput, match=words):
        sending.submit_report(report, by=cast.lan, at=AT)
    report.refresh_from_db()
    assert report.state == "draft"


def test_an_empty_report_is_refused(cast: Cast) -> None:
    setting = make_reporting(cast, tasks=0)
    report = make_report(setting.an_lac, by=cast.lan)
    with pytest.raises(BadInput, match="chưa có nội dung"):
        sending.submit_report(report, by=cast.lan, at=AT)
    filling.save_sheet(report, rows={}, passages={"general:0": ("Quý này không có việc.", "")}, by=cast.lan, at=AT)
    sending.submit_report(report, by=cast.lan, at=AT)


def test_figures_are_judged_and_settled_with_their_row(cast: Cast) -> None:
    setting = make_reporting(cast, tasks=1, targets=[SHARE])
    report = make_report(setting.an_lac, by=cast.lan)
    (code,) = _codes(report)
    entry = Entry("done", "Đã trả lời", is_claimed=True, figures={0: ("19", "20")})
    filling.save_sheet(report, rows={code: Typed(entry)}, passages={}, by=cast.lan, at=AT)
    assert sheet_rows(report, TODAY)[0].numbers[0].is_met is True
    send(report, by=cast.lan, head=cast.minh, at=AT)
    assert Figure.objects.values_list("numerator", "denominator").get() == (19, 20)


@pytest.mark.parametrize(("pair", "words"), [(("21", "20"), "không lớn hơn"), (("x", "20"), "không phải số")])
def test_a_wrong_figure_keeps_the_report_back(cast: Cast, pair: tuple[str, str], words: str) -> None:
    setting = make_reporting(cast, tasks=1, targets=[SHARE])
    report = make_report(setting.an_lac, by=cast.lan)
    (code,) = _codes(report)
    entry = Entry("done", "Đã trả lời", is_claimed=True, figures={0: pair})
    filling.save_sheet(report, rows={code: Typed(entry)}, passages={}, by=cast.lan, at=AT)
    assert words in report_faults(report, TODAY)[0].text


def test_what_another_part_knows_stands_in_the_sheet(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    setting = make_reporting(cast, tasks=1, targets=[SHARE])
    figure = registry.Figure("x.answered", "Phản ánh đúng hạn", registry.Kind.SHARE, (1,), ("2.1",))

    def teller(ask: registry.Ask) -> list[registry.Told]:
        assert (ask.starts_on, ask.ends_on) == (date(2025, 12, 6), date(2026, 3, 5))
        return [registry.Told(unit, registry.Decimal(9), registry.Decimal(10), "/phan-anh/") for unit in ask.units]

    monkeypatch.setattr(registry, "_tellers", {"x.answered": (figure, teller)})
    report = make_report(setting.an_lac, by=cast.lan)
    assert report.told.get().numerator == 9
    assert report.rows.get().figures == {"0": {"n": "9", "d": "10", "from": "Phản ánh đúng hạn"}}


def test_as_before_brings_last_quarters_words(setting: Reporting, cast: Cast) -> None:
    first = make_report(setting.an_lac, by=cast.lan)
    fill_all(first, by=cast.lan, at=AT, text="Đã công khai ở trụ sở.")
    send(first, by=cast.lan, head=cast.minh, at=AT)
    later = datetime(2026, 6, 2, 2, tzinfo=UTC)
    second = make_report(setting.an_lac, by=cast.lan, key="2026-H1", at=later)
    codes = [code for code in _codes(second) if Obligation.objects.get(code=code).occurrence == "2026-Q2"]
    filling.save_sheet(second, rows={codes[0]: Typed(Entry(text="Thêm hai thôn."))}, passages={}, by=cast.lan, at=later)
    assert filling.same_as_before(second, codes=codes, by=cast.lan, at=later) == 3
    row = second.rows.get(obligation__code=codes[0])
    assert row.answer == "done"
    assert row.text.startswith("Đã công khai ở trụ sở.")
    assert row.text.endswith("Thêm hai thôn.")
    assert filling.same_as_before(second, codes=codes, by=cast.lan, at=later) == 3
    assert second.rows.get(obligation__code=codes[0]).text == row.text, "twice says nothing twice"


def test_a_part_is_returned_and_only_that_is_owed_again(setting: Reporting, cast: Cast) -> None:
    report = make_report(setting.an_lac, by=cast.lan)
    fill_all(report, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    codes = _codes(report)
    sending.return_report(report, reason="", rows={codes[1]: "Thiếu dấu"}, by=cast.ha, at=AT)
    states = [Obligation.objects.get(code=code).state for code in codes]
    assert states == ["done", "returned", "done"]
    assert owed_report(setting.an_lac).state == "returned"
    entry = Typed(Entry("done", "Đã bổ sung dấu"))
    filling.save_sheet(report, rows={codes[1]: entry}, passages={}, by=cast.lan, at=AT)
    report.refresh_from_db()
    send(report, by=cast.lan, head=cast.minh, at=AT, number="46")
    assert Obligation.objects.get(code=codes[1]).note == "Đã bổ sung dấu"
    assert [version.number for version in report.versions.order_by("number")] == [1, 2]


def test_other_words_after_a_return_correct_what_was_settled(setting: Reporting, cast: Cast) -> None:
    report = make_report(setting.an_lac, by=cast.lan)
    fill_all(report, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    settled_at = Obligation.objects.get(code=_codes(report)[0]).settled_at
    sending.return_report(report, reason="Viết lại", rows={}, by=cast.ha, at=AT)
    later = AT + timedelta(days=1)
    entry = Typed(Entry("done", "Viết lại rồi"))
    filling.save_sheet(report, rows={_codes(report)[0]: entry}, passages={}, by=cast.lan, at=later)
    send(report, by=cast.lan, head=cast.minh, at=later)
    one = Obligation.objects.get(code=_codes(report)[0])
    assert (one.note, one.settled_at) == ("Viết lại rồi", settled_at)


def test_nothing_is_returned_without_a_reason(setting: Reporting, cast: Cast) -> None:
    report = make_report(setting.an_lac, by=cast.lan)
    fill_all(report, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    with pytest.raises(BadInput, match="lý do"):
        sending.return_report(report, reason=" ", rows={_codes(report)[0]: ""}, by=cast.ha, at=AT)


def test_an_accepted_report_locks_by_its_day_and_opens_by_exception(setting: Reporting, cast: Cast) -> None:
    report = make_report(setting.an_lac, by=cast.lan)
    fill_all(report, by=cast.lan, at=AT)
    send(report, by=cast.lan, head=cast.minh, at=AT)
    sending.accept_report(report, by=cast.ha, at=AT)
    assert lock_accepted(AT) == 0
    assert lock_accepted(datetime(2026, 3, 27, tzinfo=UTC)) == 1
    report.refresh_from_db()
    with pytest.raises(BadInput, match="không sửa được"):
        filling.save_sheet(report, rows={}, passages={}, by=cast.lan, at=AT)
    with pytest.raises(BadInput, match="lý do"):
        sending.unlock_report(report, reason="", by=cast.ha, at=AT)
    sending.unlock_report(report, reason="Sai số liệu hộ nghèo", by=cast.ha, at=AT)
    assert (report.state, report.unlock_reason) == ("returned", "Sai số liệu hộ nghèo")


def test_a_step_that_somebody_took_meanwhile_is_refused(setting: Reporting, cast: Cast) -> None:
    report = make_report(setting.an_lac, by=cast.lan)
    fill_all(report, by=cast.lan, at=AT)
    same = Report.objects.get(pk=report.pk)
    sending.submit_report(report, by=cast.lan, at=AT)
    with pytest.raises(BadInput) as refused:
        sending.submit_report(same, by=cast.lan, at=AT)
    assert refused.value.code == "report-moved"


def test_a_second_page_writes_over_nothing(setting: Reporting, cast: Cast) -> None:
    report = make_report(setting.an_lac, by=cast.lan)
    code = _codes(report)[0]
    seen = sheet_rows(report, TODAY)[0].seen
    first, second = Typed(Entry(text="Cửa sổ một"), seen), Typed(Entry(text="Cửa sổ hai"), seen)
    assert filling.save_sheet(report, rows={code: first}, passages={}, by=cast.lan, at=AT).written == (code,)
    assert filling.save_sheet(report, rows={code: second}, passages={}, by=cast.lan, at=AT).clashing == (code,)
    untouched = Typed(Entry(), seen)
    assert filling.save_sheet(report, rows={code: untouched}, passages={}, by=cast.lan, at=AT).written == ()
    assert _stored(report)[0] == ("", "Cửa sổ một")


def test_an_older_form_keeps_what_the_new_one_does_not_ask(cast: Cast) -> None:
    setting = make_reporting(cast, tasks=1, targets=[SHARE])
    report = make_report(setting.an_lac, by=cast.lan)
    (code,) = _codes(report)
    entry = Entry("done", "Đã trả lời", figures={0: ("19", "20")})
    filling.save_sheet(report, rows={code: Typed(entry)}, passages={}, by=cast.lan, at=AT)
    duty = report.rows.get().obligation.duty
    duty.targets = []
    duty.save(update_fields=["targets"])
    Report.objects.filter(pk=report.pk).update(form=0)
    ReportPassage.objects.filter(report=report, kind="next").delete()
    report.refresh_from_db()
    fill_report(report)
    filling.save_sheet(report, rows={code: Typed(Entry("done", "Đã trả lời đủ"))}, passages={}, by=cast.lan, at=AT)
    (row,) = sheet_rows(report, TODAY)
    assert row.older == ("19/20",)
    assert report.passages.filter(kind="next").exists()
