"""What must be public: dated, with its ground, and how sure."""

from datetime import date

import pytest

from dondoc.disclosure.rules.catalogue import COMMUNE, PROVINCE, catalogue, form_of, is_by_event

TODAY = date(2026, 11, 10)
ITEMS = {rule.key: rule for rule in catalogue(COMMUNE, TODAY)}


def test_all_fourteen_items_of_the_law_are_there() -> None:
    assert {rule.number for rule in ITEMS.values()} >= set(range(1, 15))


def test_keys_and_grounds() -> None:
    rules = [*catalogue(COMMUNE, TODAY), *catalogue(PROVINCE, TODAY)]
    assert len({rule.key for rule in rules}) == len(rules)
    assert all(rule.basis and rule.sure in "VQG?" and rule.sure_when in "VQG?" for rule in rules)
    assert all(len(rule.short) <= 60 and len(rule.key) <= 24 for rule in rules)


@pytest.mark.parametrize("number", [7, 8, 9, 10, 11, 12])
def test_read_out_for_three_days(number: int) -> None:
    assert {rule.loud for rule in ITEMS.values() if rule.number == number} == {3}


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6, 13])
def test_not_asked_to_be_read_out(number: int) -> None:
    assert {rule.loud for rule in ITEMS.values() if rule.number == number} == {0}


def test_what_hangs_for_good() -> None:
    assert {rule.number for rule in ITEMS.values() if rule.days is None} == {4, 13}
    assert {rule.days for rule in ITEMS.values() if rule.days is not None} == {30}


def test_what_the_law_gives_no_time_for_has_none() -> None:
    assert {key for key, rule in ITEMS.items() if not rule.when} == {"tai-san", "khac"}


@pytest.mark.parametrize("rule", [*catalogue(COMMUNE, TODAY), *catalogue(PROVINCE, TODAY)], ids=lambda rule: rule.key)
def test_every_phrase_of_time_is_understood(rule) -> None:
    assert not rule.when or rule.form["kind"] in ("recurring", "event")


def test_before_the_law_nothing_is_asked() -> None:
    assert list(catalogue(COMMUNE, date(2023, 6, 30))) == []


def test_a_new_circular_changes_the_ground_and_not_the_item() -> None:
    before, after = (
        {rule.key: rule for rule in catalogue(COMMUNE, day)} for day in (date(2026, 3, 24), date(2026, 3, 25))
    )
    assert set(before) == set(after)
    assert "343/2016" in before["ns-du-toan"].basis
    assert "26/2026" in after["ns-du-toan"].basis


@pytest.mark.parametrize(
    ("when", "by_event"),
    [("05 ngày làm việc kể từ ngày ban hành", True), ("30 ngày kể từ ngày phê chuẩn", True), ("Hằng quý", False)],
)
def test_what_waits_for_a_decision(when: str, by_event: bool) -> None:
    assert is_by_event(form_of(when)) is by_event
    assert form_of("") == {}


def test_the_list_of_poor_households_shows_its_steps_and_holds_people() -> None:
    assert ITEMS["ho-ngheo"].holds_people
    assert len(ITEMS["ho-ngheo"].steps) == 5
