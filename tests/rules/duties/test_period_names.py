"""Names of periods are read back as they were made, whatever the rule that made them."""

import pytest

from dondoc.duties.rules.labels import label_of
from dondoc.schedule.rules.expressions import Schedule
from dondoc.toolkit.period_names import NAMES, period_name

WEEKLY = Schedule("recurring", every=("week",))
KEYS = (
    "2026", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026-H1", "2026-H2", "2026-9M", "2026-06-15", "2026-03/4M",
    *(f"2026-{month:02}" for month in range(1, 13)), "2026-03..2026-05", "2026#2", "2026-Q1#3", "2026-03..2026-05#2",
)  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_a_name_made_by_rule_is_read_back(key: str) -> None:
    label = label_of(key, Schedule("once"))
    told = period_name(label)
    assert told is not None
    assert told.lower() == label.lower()


def test_every_name_is_one_that_the_rule_makes() -> None:
    made = [period_name(label_of(key, Schedule("once"))) for key in KEYS] + [
        period_name(label_of("2026-06-15", WEEKLY))
    ]
    assert {told.pattern for told in made if told} >= set(NAMES)


@pytest.mark.parametrize(
    "text", ["", "Năm học 2026", "Sự kiện (02/03/2026)", "Quý II", "Tháng 13/2026", "Từ đây đến năm 2026", "PA-2026-1"]
)
def test_what_people_wrote_is_no_name_of_a_period(text: str) -> None:
    assert period_name(text) is None
