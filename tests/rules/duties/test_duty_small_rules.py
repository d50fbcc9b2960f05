"""Lateness in working days, parts of targets, codes, grains of the summary."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.duties.rules import explaining
from dondoc.duties.rules.aims import asked_of, kind_of
from dondoc.duties.rules.codes import new_codes
from dondoc.duties.rules.judging import Kind
from dondoc.duties.rules.labels import label_of
from dondoc.duties.rules.lateness import Days, days_left, long_late_before
from dondoc.duties.rules.states import Phase, State, phase
from dondoc.schedule.rules import Schedule

DAYS = Days()


@pytest.mark.parametrize(
    ("due", "today", "left"),
    [
        (date(2026, 11, 13), date(2026, 11, 10), 3),
        (date(2026, 11, 13), date(2026, 11, 13), 0),
        (date(2026, 11, 13), date(2026, 11, 14), -1),  # a Saturday: late, though no working day has passed
        (date(2026, 11, 13), date(2026, 11, 17), -2),
        (date(2026, 5, 6), date(2026, 4, 29), 3),  # over 30/4, 1/5 and a weekend
    ],
)
def test_what_is_left_is_counted_in_working_days(due: date, today: date, left: int) -> None:
    assert days_left(due, today, DAYS) == left


@given(st.dates(date(2024, 1, 1), date(2027, 12, 1)), st.integers(0, 60))
def test_long_late_is_the_same_by_day_and_by_counting(today: date, back: int) -> None:
    due = today - timedelta(days=back)
    judged = phase(State.OPEN, due_on=due, today=today, calendar=DAYS)
    assert (judged is Phase.LONG_OVERDUE) == (due < min(long_late_before(today, DAYS), today))


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("%", Kind.SHARE), ("ngày làm việc", Kind.DURATION), ("giờ", Kind.DURATION), ("lần/năm", Kind.COUNT),
        ("xã", Kind.COUNT),
    ],
)  # fmt: skip
def test_a_unit_says_what_a_figure_measures(unit: str, kind: Kind) -> None:
    assert kind_of(unit) is kind


def test_parts_are_counted_over_all_targets_and_only_numbers_are_asked() -> None:
    targets = [
        {"text": "a", "parts": [{"op": None, "value": None, "unit": None}, {"op": ">=", "value": 30, "unit": "%"}]},
        {"op": "<=", "value": 24, "unit": "giờ", "scope": None},
    ]
    first, second = asked_of(targets)
    assert (first.part, first.text, first.aim.value) == (1, "ít nhất 30 %", Decimal(30))
    assert (second.part, second.text, second.kind) == (2, "không quá 24 giờ", Kind.DURATION)


@pytest.mark.parametrize("count", [0, 1, 7, 4000])
def test_codes_are_different_and_of_ten_letters(count: int) -> None:
    codes = new_codes(count)
    assert len(set(codes)) == count
    assert all(len(code) == 10 and code.isalnum() and code.islower() | code.isdigit() for code in codes)


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("2026-Q4", "Quý IV/2026"), ("2026-H2", "6 tháng cuối năm 2026"), ("2026-9M", "9 tháng năm 2026"),
        ("2026-06", "Tháng 6/2026"), ("2026", "Năm 2026"), ("2026-Q1#2", "Quý I/2026, lần 2"), ("Q2", "Q2"),
    ],
)  # fmt: skip
def test_keys_are_told_in_words(key: str, label: str) -> None:
    assert label_of(key, Schedule("recurring", every=("quarter",))) == label


def test_where_a_thing_is_settled_its_case_says_else_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explaining, "_PAGES", {})
    explaining.kept_at("register", "/so/viec/{code}/")
    assert explaining.page_of("register", "V1", {}) == "/so/viec/V1/"
    assert explaining.page_of("register", "V1", {"href": "/so/ban/B7/"}) == "/so/ban/B7/"
    assert explaining.page_of("plan", "V1", {"rule": "trước 15/12"}) == ""
