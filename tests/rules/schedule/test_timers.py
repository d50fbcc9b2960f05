"""Legal terms as dated data."""

from datetime import date, datetime
from itertools import combinations

import pytest

from dondoc.schedule.rules.deadlines import VIETNAM
from dondoc.schedule.rules.timers import KEYS, SURE, TIMERS, WORDS, TimerRule, timer_on


def on(key: str, day: date) -> tuple[int, str] | None:
    rule = timer_on(key, day, TIMERS)
    return (rule.number, rule.unit) if rule else None


@pytest.mark.parametrize(
    ("key", "day", "expected"),
    [
        ("feedback.acknowledge", date(2026, 11, 1), (24, "hours")),
        ("feedback.answer", date(2026, 11, 1), (6, "working_days")),
        ("feedback.forward", date(2026, 11, 1), (5, "working_days")),
        ("complaint.accept", date(2026, 6, 30), (10, "days")),
        ("complaint.accept", date(2026, 7, 1), (7, "working_days")),
        ("complaint.first.normal", date(2026, 7, 1), (30, "days")),
        ("complaint.first.remote-complex", date(2026, 7, 1), (60, "days")),
        ("complaint.second.remote-complex", date(2026, 7, 1), (70, "days")),
        ("denunciation.initial", date(2026, 7, 1), (7, "working_days")),
        ("denunciation.initial-several", date(2026, 7, 1), (10, "working_days")),
        ("denunciation.settle", date(2026, 7, 1), (30, "days")),
        ("accountability.explain", date(2026, 7, 1), (15, "days")),
        ("reception.refuse", date(2026, 6, 30), None),
        ("reception.refuse", date(2026, 7, 1), (3, "working_days")),
        ("disclosure.publish", date(2026, 7, 1), (5, "working_days")),
        ("disclosure.posting", date(2026, 7, 1), (30, "days")),
        ("consultation.last", date(2026, 7, 1), (20, "days")),
        ("dialogue.yearly", date(2026, 7, 1), (1, "per_year")),
        ("access.electronic-provide", date(2026, 8, 31), (15, "days")),
        ("access.electronic-provide", date(2026, 9, 1), None),
        ("portal.outage-notice", date(2026, 7, 1), (7, "working_days")),
    ],
)
def test_what_holds_on_a_day(key: str, day: date, expected: tuple[int, str] | None) -> None:
    assert on(key, day) == expected


def test_every_rule_is_cited_and_says_how_sure_it_is() -> None:
    for rule in TIMERS:
        assert rule.citation
        assert rule.certainty in SURE
        assert rule.unit in WORDS
        assert rule.number > 0


def test_two_rules_of_a_key_never_hold_on_one_day_and_bear_one_name() -> None:
    for key in KEYS:
        rules = [rule for rule in TIMERS if rule.key == key]
        assert len({(rule.label, rule.counts) for rule in rules}) == 1
        for one, other in combinations(rules, 2):
            assert (one.valid_to or date.max) < (other.valid_from or date.min)


def test_an_offices_own_term_wins_and_the_last_of_two() -> None:
    own = [
        TimerRule(
            "feedback.answer", "Trả lời", number, "working_days", "KH 1", valid_from=date(2026, 1, 1), is_own=True
        )
        for number in (4, 3)
    ]
    found = timer_on("feedback.answer", date(2026, 2, 1), [*TIMERS, *own])
    assert found is not None
    assert found.number == 3
    assert timer_on("feedback.answer", date(2025, 12, 31), [*TIMERS, *own]).number == 6


def test_a_term_runs_from_its_start_over_days_off() -> None:
    rule = timer_on("complaint.accept", date(2026, 7, 1), TIMERS)
    assert rule is not None
    found = rule.deadline(datetime(2026, 8, 27, 10, tzinfo=VIETNAM))
    assert found.due.date() == date(2026, 9, 10)
    assert date(2026, 8, 31) in [one.day for one in found.skipped]


def test_notice_is_given_the_whole_term_before() -> None:
    online = timer_on("reception.online-notice", date(2026, 7, 1), TIMERS)
    dialogue = timer_on("complaint.dialogue-notice", date(2026, 7, 1), TIMERS)
    assert online is not None
    assert dialogue is not None
    assert online.latest_before(date(2026, 11, 10)) == date(2026, 11, 3)
    assert dialogue.latest_before(date(2026, 11, 13)) == date(2026, 11, 6)


def test_what_is_counted_by_the_year_has_no_deadline() -> None:
    with pytest.raises(ValueError, match=r"dialogue\.yearly"):
        timer_on("dialogue.yearly", date(2026, 7, 1), TIMERS).deadline(datetime(2026, 7, 1, tzinfo=VIETNAM))


def test_words_are_as_official_texts_write_them() -> None:
    assert timer_on("complaint.accept", date(2026, 7, 1), TIMERS).words == "07 ngày làm việc"
    assert timer_on("feedback.acknowledge", date(2026, 7, 1), TIMERS).words == "24 giờ"
