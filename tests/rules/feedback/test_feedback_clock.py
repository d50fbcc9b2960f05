"""The clock against a table of due moments, and what is peculiar to cases."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.feedback.rules.clock import Rule, Stop, Term, Unit, may_restart, term
from dondoc.feedback.rules.wording import explained
from dondoc.schedule.rules import NATIONAL
from dondoc.schedule.rules.calendar import calendar_with
from dondoc.schedule.rules.deadlines import VIETNAM
from dondoc.schedule.rules.holidays import DayOff
from rules.feedback.walking import Case, moment, read_case, walk

LINES = (Path(__file__).parent / "deadlines.txt").read_text(encoding="utf-8").splitlines()
CASES = [read_case(line) for line in LINES if line and not line.startswith("#")]
UNITS = {"wd": Unit.WORKING_DAYS, "d": Unit.DAYS, "h": Unit.HOURS}


def told(case: Case) -> Term:
    calendar = calendar_with(DayOff(day, "Nghỉ tránh bão", "Công điện 01") for day in case.declared_off)
    return term(
        case.received,
        Rule(case.number, UNITS[case.unit], "QĐ 1", case.closes),
        calendar=calendar,
        stops=[Stop(begin.replace(tzinfo=VIETNAM), end and end.replace(tzinfo=VIETNAM)) for begin, end in case.pauses],
        extended_by=case.extension,
        counted_from=case.transfer,
    )


def as_written(found: Term) -> str:
    if found.due is None:
        return "đứng"
    return f"24:00 {found.due:%d/%m/%Y}" if found.rule.unit is not Unit.HOURS else f"{found.due:%H:%M %d/%m/%Y}"


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 200
    assert len({case.name for case in CASES}) >= 190


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_clock_agrees_with_the_table(case: Case) -> None:
    assert as_written(told(case)) == case.due


def test_the_table_agrees_with_counting_day_by_day() -> None:
    assert [(case.name, case.due) for case in CASES] == [(case.name, walk(case)) for case in CASES]


minutes = st.integers(0, 1000 * 24 * 60)
moments = minutes.map(lambda one: moment("01/01/2024 00:00") + timedelta(minutes=one))


@given(
    moments,
    st.integers(1, 40),
    st.sampled_from(["wd", "d"]),
    st.lists(st.tuples(moments, st.integers(0, 9)), max_size=3),
)
def test_any_case_agrees_with_counting_day_by_day(
    received: datetime, number: int, unit: str, pauses: list[tuple[datetime, int]]
) -> None:
    case = Case("", received, number, unit, pauses=[(one, one + timedelta(days=days)) for one, days in pauses])
    assert as_written(told(case)) == walk(case)


@given(moments, st.integers(1, 30), st.booleans())
def test_a_day_off_declared_later_never_makes_a_term_shorter(received: datetime, number: int, closes: bool) -> None:
    rule = Rule(number, Unit.WORKING_DAYS, closes_at=time(17) if closes else None)
    before = term(received, rule, calendar=NATIONAL)
    assert before.due
    more = NATIONAL.with_day_off(DayOff(before.due.date(), "Nghỉ", "TB 1"))
    after = term(received, rule, calendar=more)
    assert after.due
    assert after.due > before.due


def six_days(received: str, **more: object) -> Term:
    return term(moment(received), Rule(6, Unit.WORKING_DAYS, "KH 01"), calendar=NATIONAL, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("received", "rule", "warned"),
    [
        ("09/03/2026 09:00", Rule(6, Unit.WORKING_DAYS), "16/03/2026 08:00"),
        ("13/02/2026 09:00", Rule(1, Unit.WORKING_DAYS), "13/02/2026 09:00"),
        ("09/02/2026 09:00", Rule(5, Unit.WORKING_DAYS), "13/02/2026 08:00"),
        ("18/11/2026 08:00", Rule(24, Unit.HOURS), "19/11/2026 02:00"),
    ],
)
def test_the_head_is_told_before_the_end(received: str, rule: Rule, warned: str) -> None:
    assert term(moment(received), rule, calendar=NATIONAL).warn_at == moment(warned).replace(tzinfo=VIETNAM)


def test_while_it_stands_still_nothing_is_due_and_nobody_is_told() -> None:
    held = six_days("09/03/2026 09:00", stops=[Stop(moment("11/03/2026 09:00").replace(tzinfo=VIETNAM))])
    assert (held.due, held.warn_at) == (None, None)
    assert held.stands_since == moment("11/03/2026 09:00").replace(tzinfo=VIETNAM)


def test_only_the_first_transfer_made_in_time_gives_the_whole_term() -> None:
    limit = term(moment("09/03/2026 09:00"), Rule(5, Unit.WORKING_DAYS), calendar=NATIONAL)
    in_time, too_late = moment("16/03/2026 23:00"), moment("17/03/2026 00:01")
    assert may_restart(in_time, limit, 0)
    assert not may_restart(too_late, limit, 0)
    assert not may_restart(in_time, limit, 1)


def test_a_term_says_what_was_counted_and_why_not() -> None:
    said = explained(six_days("12/02/2026 09:00", extended_by=2))
    assert said[0] == "Nhận lúc 09:00 ngày 12/02/2026."
    assert "Thời hạn 6 ngày làm việc (KH 01)." in said
    assert "Đã gia hạn thêm 2 ngày làm việc." in said
    assert any(line.startswith("Không tính 16/02 đến 20/02/2026: Tết Nguyên đán (") for line in said)
    assert said[-1] == "Hạn: hết ngày 03/03/2026."


def test_a_term_says_that_it_stands_still_or_began_later() -> None:
    held = explained(six_days("09/03/2026 09:00", stops=[Stop(moment("11/03/2026 09:00").replace(tzinfo=VIETNAM))]))
    assert held[-1].startswith("Thời hạn tạm dừng từ 09:00 ngày 11/03/2026")
    closed = term(moment("13/03/2026 18:00"), Rule(6, Unit.WORKING_DAYS, closes_at=time(17)), calendar=NATIONAL)
    assert "Ngoài giờ làm việc, nên tính như nhận lúc 07:30 ngày 16/03/2026." in explained(closed)
    sent = moment("11/03/2026 15:00").replace(tzinfo=VIETNAM)
    moved = explained(six_days("09/03/2026 09:00", counted_from=sent), transferred_at=sent)
    assert "Chuyển đúng thẩm quyền lúc 15:00 ngày 11/03/2026: thời hạn của cơ quan nhận tính từ đó." in moved
    hours = explained(term(moment("13/11/2026 22:00"), Rule(24, Unit.HOURS), calendar=NATIONAL))
    assert hours[-1] == "Hạn: 22:00 ngày 14/11/2026."
    assert date(2026, 11, 14).weekday() == 5
