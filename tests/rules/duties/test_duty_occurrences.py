"""The times that a duty is owed: words in, days out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.duties.rules.occurrences import occurrence_of_event, occurrences_of
from dondoc.duties.rules.regimes import anchors_of, base_cycle_of
from dondoc.duties.rules.schedules import schedule_from
from dondoc.schedule.rules import NATIONAL, parse
from dondoc.schedule.rules.expressions import Anchor
from dondoc.schedule.rules.holidays import DayOff

NEW_YEAR = date(2026, 1, 1)
PHRASES = (
    "Thường xuyên", "Quý II", "Tháng 6/2026", "Định kỳ hằng quý", "Hằng tháng", "6 tháng, năm", "Trước ngày 15/11/2026",
    "Trước ngày 10 tháng cuối quý", "Từ tháng 3 đến tháng 5/2026", "đầu tháng 5", "2 lần/năm", "Trong năm",
    "Theo kế hoạch của Sở", "Theo quy định", "Định kỳ", "Quý I, quý III", "Từ ngày 01/3/2026",
)  # fmt: skip


def asked(text: str, *, issued_on: date = NEW_YEAR, **more):
    return occurrences_of(parse(text, year=2026).as_json(), year=2026, issued_on=issued_on, **more)


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("Thường xuyên", ("2026-Q1", "Quý I/2026", date(2026, 3, 31)), 4),
        ("Theo kế hoạch của Sở", ("2026-Q1", "Quý I/2026", date(2026, 3, 31)), 4),
        ("Quý II", ("2026-Q2", "Quý II/2026", date(2026, 6, 30)), 1),
        ("Tháng 6/2026", ("2026-06", "Tháng 6/2026", date(2026, 6, 30)), 1),
        ("Trước ngày 15/11/2026", ("once", "Ngày 15/11/2026", date(2026, 11, 13)), 1),
        ("Trước ngày 10 tháng cuối quý", ("2026-Q1", "Quý I/2026", date(2026, 3, 9)), 4),
        ("2 lần/năm", ("2026-H1", "6 tháng đầu năm 2026", date(2026, 6, 30)), 2),
        ("Từ tháng 3 đến tháng 5/2026", ("once", "Từ tháng 3/2026 đến tháng 5/2026", date(2026, 6, 1)), 1),
    ],
)
def test_words_give_key_label_and_day(text: str, first: tuple, count: int) -> None:
    found = asked(text)
    assert (found[0].key, found[0].label, found[0].due_on) == first
    assert len(found) == count


def test_continuous_work_is_due_with_the_report_of_its_base_cycle() -> None:
    rules = [
        {"cycle": "annual", "due": {"before": True, "month_day": "11-15"}},
        {"cycle": "quarterly", "due": {"before": True, "day": 10}},
    ]
    cycle = base_cycle_of(rules)
    found = asked("Thường xuyên", base_cycle=cycle, base_anchors=anchors_of(rules, cycle))
    assert cycle == "quarter"
    assert [one.due_on for one in found] == [date(2026, 3, 9), date(2026, 6, 9), date(2026, 9, 9), date(2026, 12, 9)]


@pytest.mark.parametrize(
    ("cycles", "base"),
    [
        ([], "quarter"), (["annual"], "year"), (["annual", "6-month", "9-month"], "half-year"),
        (["monthly", "annual"], "month"),
    ],
)  # fmt: skip
def test_the_base_cycle_is_the_finest_that_does_not_overlap(cycles: list[str], base: str) -> None:
    assert base_cycle_of([{"cycle": cycle} for cycle in cycles]) == base


def test_a_rule_without_a_day_leaves_the_end_of_the_cycle() -> None:
    assert anchors_of([{"cycle": "quarterly", "due": None}], "quarter") == ()
    assert anchors_of([{"cycle": "annual", "due": {"before": True, "month_day": "11-15"}}], "year") == (
        Anchor(day=15, month=11, before=True),
    )


def test_what_is_under_way_opens_with_the_plan() -> None:
    assert [one.opens_on for one in asked("Thường xuyên", issued_on=date(2026, 5, 20))] == [
        date(2026, 5, 20), date(2026, 7, 1), date(2026, 10, 1),
    ]  # fmt: skip


def test_history_keeps_its_own_days() -> None:
    first, *_ = asked("Thường xuyên", issued_on=date(2026, 5, 20), with_history=True)
    assert (first.key, first.is_history, first.opens_on) == ("2026-Q1", True, NEW_YEAR)


def test_a_holiday_declared_later_moves_the_day_and_not_the_key() -> None:
    off = NATIONAL.with_day_off(DayOff(date(2026, 6, 30), "Nghỉ bão", "Công điện 1"))
    before, after = asked("Quý II"), asked("Quý II", calendar=off)
    assert (before[0].key, after[0].key) == ("2026-Q2", "2026-Q2")
    assert (after[0].due_on, after[0].aim_on) == (date(2026, 7, 1), date(2026, 6, 29))
    assert after[0].explained["skipped"] == [{"day": "2026-06-30", "why": "Nghỉ bão (Công điện 1)"}]


def test_a_day_says_why_it_is_that_day() -> None:
    explained = asked("Trước ngày 01/6/2026")[0].explained
    assert explained["text"] == "Trước ngày 01/6/2026"
    assert [off["day"] for off in explained["skipped"]] == ["2026-05-30", "2026-05-31"]


def test_event_bound_work_waits_and_each_event_opens_its_own() -> None:
    form = parse("Trước khi bầu cử").as_json()
    assert occurrences_of(form, year=2026, issued_on=NEW_YEAR) == ()
    one = occurrence_of_event(
        form, code="e1", name="Bầu cử thôn Nà Lan", on=date(2026, 5, 4), recorded_on=date(2026, 4, 1)
    )
    assert (one.key, one.opens_on, one.due_on) == ("event:e1", date(2026, 4, 1), date(2026, 4, 29))


def test_a_printed_term_runs_from_the_event_over_the_holidays() -> None:
    form = {"kind": "event", "text": "Trong 05 ngày làm việc kể từ ngày bầu cử", "normalised": {}}
    one = occurrence_of_event(form, code="e1", name="Bầu cử", on=date(2026, 4, 24), recorded_on=date(2026, 4, 1))
    assert one.due_on == date(2026, 5, 6)


@given(st.sampled_from(PHRASES), st.integers(2024, 2027), st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_every_occurrence_is_in_order_and_its_key_stands_once(text: str, year: int, issued_on: date) -> None:
    form = parse(text, year=year).as_json()
    found = occurrences_of(form, year=year, issued_on=issued_on)
    assert len({one.key for one in found}) == len(found)
    for one in found:
        assert one.opens_on <= one.due_on
        assert one.due_on >= issued_on
        assert NATIONAL.is_working(one.due_on)
        assert one.aim_on is None or one.aim_on < one.due_on


@given(st.sampled_from(PHRASES))
def test_a_schedule_comes_back_from_its_form(text: str) -> None:
    schedule = parse(text, year=2026)
    assert schedule_from(schedule.as_json(), year=2026) == schedule
    alone = {**schedule.as_json(), "text": ""}
    assert schedule_from(alone).normalised() == schedule.normalised() or schedule.kind in ("event", "other")


def test_a_form_that_a_person_changed_wins_over_the_words() -> None:
    changed = {"kind": "quarter", "text": "Quý II", "normalised": {"quarter": "2026-Q3"}}
    assert occurrences_of(changed, year=2026, issued_on=NEW_YEAR)[0].key == "2026-Q3"
