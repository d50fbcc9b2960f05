"""The shipped tables agree with the law's figures and with themselves."""

import csv
import unicodedata
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise

import pytest

from dondoc.units.adapters.tables import shipped_catalogue
from dondoc.units.rules.catalogue import COMMUNE, DISTRICT, PROVINCE, Unit

LAST_OF_THREE_TIERS, FIRST_OF_TWO = date(2025, 6, 30), date(2025, 7, 1)
# Days at the edges of every wave of changes.
EDGES = [date(2021, 2, 3), date(2023, 4, 10), date(2024, 12, 31), date(2025, 1, 1), date(2025, 3, 1),
         LAST_OF_THREE_TIERS, FIRST_OF_TWO, date(2026, 4, 30), date(2026, 9, 20)]  # fmt: skip
CATALOGUE = shipped_catalogue()


def kinds(day: date, level: str) -> Counter[str]:
    return Counter(unit.kind for unit in CATALOGUE.as_of(day, level))


@pytest.mark.parametrize(
    ("day", "provinces", "districts", "communes"),
    [
        (date(2021, 2, 3), 63, 705, 10603),
        (LAST_OF_THREE_TIERS, 63, 696, 10035),
        (FIRST_OF_TWO, 34, 0, 3321),
        (date(2026, 11, 1), 34, 0, 3321),
    ],
)
def test_as_many_units_stand_as_the_law_counts(day: date, provinces: int, districts: int, communes: int) -> None:
    counted = [sum(kinds(day, level).values()) for level in (PROVINCE, DISTRICT, COMMUNE)]
    # The first list leaves out the five island districts without communes.
    assert counted == [provinces, districts, communes]


def test_the_two_tier_order_begins_with_the_kinds_of_its_decision() -> None:
    assert kinds(FIRST_OF_TWO, PROVINCE) == {"tỉnh": 28, "thành phố": 6}
    assert kinds(FIRST_OF_TWO, COMMUNE) == {"xã": 2621, "phường": 687, "đặc khu": 13}


@pytest.mark.parametrize(("day", "cities"), [(date(2026, 4, 29), 6), (date(2026, 4, 30), 7), (date(2026, 9, 20), 9)])
def test_provinces_become_cities_in_2026(day: date, cities: int) -> None:
    assert kinds(day, PROVINCE)["thành phố"] == cities


def test_wards_grow_with_the_cities() -> None:
    assert kinds(date(2026, 4, 30), COMMUNE)["phường"] == 697
    assert kinds(date(2026, 9, 20), COMMUNE) == {"xã": 2599, "phường": 709, "đặc khu": 13}


@pytest.mark.parametrize("day", EDGES)
def test_a_code_has_one_holder_on_a_day(day: date) -> None:
    holders = Counter((unit.level, unit.code) for unit in CATALOGUE.as_of(day))
    assert [code for code, count in holders.items() if count > 1] == []


@pytest.mark.parametrize("day", EDGES)
def test_every_unit_stands_under_one_that_stands(day: date) -> None:
    standing = {unit.id: unit for unit in CATALOGUE.as_of(day)}
    orphans = [u for u in standing.values() if u.level != PROVINCE and u.parent_id not in standing]
    assert orphans == []
    parents = {standing[u.parent_id].level for u in standing.values() if u.level == COMMUNE and u.parent_id}
    assert parents == {DISTRICT if day < FIRST_OF_TWO else PROVINCE}


def test_versions_of_a_unit_follow_each_other_without_gap_or_overlap() -> None:
    for unit_id in {unit.id for unit in CATALOGUE.units}:
        found = CATALOGUE.versions(unit_id)
        assert len({(u.level, u.code) for u in found}) == 1
        for earlier, later in pairwise(found):
            assert earlier.valid_to is not None
            assert later.valid_from == earlier.valid_to + timedelta(days=1)


def test_every_commune_of_the_old_order_has_an_heir_and_every_new_one_an_ancestor() -> None:
    on = [link for link in CATALOGUE.links if link.on == FIRST_OF_TWO]
    old, new = {link.old_id for link in on}, {link.new_id for link in on}
    assert [u.id for u in CATALOGUE.as_of(LAST_OF_THREE_TIERS, COMMUNE) if u.id not in old] == []
    assert [u.id for u in CATALOGUE.as_of(FIRST_OF_TWO, COMMUNE) if u.id not in new] == []


def test_a_link_joins_what_stood_before_with_what_stands_after() -> None:
    for link in CATALOGUE.links:
        if link.on >= date(2021, 2, 3):
            assert CATALOGUE.get(link.old_id, link.on - timedelta(days=1)), link
        assert CATALOGUE.get(link.new_id, link.on), link


def test_a_split_commune_has_one_main_heir() -> None:
    on = [link for link in CATALOGUE.links if link.on == FIRST_OF_TWO and link.kind == "split"]
    mains = Counter(link.old_id for link in on if link.is_main)
    assert set(mains) == {link.old_id for link in on}
    assert set(mains.values()) == {1}


def test_heirs_of_a_commune_lie_in_the_heir_of_its_province() -> None:
    heir_of = {link.old_id: link.new_id for link in CATALOGUE.links if link.old_id.startswith("P")}
    for link in CATALOGUE.links:
        if link.on == FIRST_OF_TWO and link.old_id.startswith("C"):
            before = CATALOGUE.ancestors(link.old_id, LAST_OF_THREE_TIERS)[-1].id
            assert CATALOGUE.ancestors(link.new_id, FIRST_OF_TWO)[-1].id == heir_of.get(before, before), link


def test_names_are_composed_and_clean() -> None:
    def is_clean(unit: Unit) -> bool:
        name = unit.name
        return name == unicodedata.normalize("NFC", " ".join(name.split())) and "’" not in name and bool(name)

    assert [unit for unit in CATALOGUE.units if not is_clean(unit)] == []


@pytest.mark.parametrize("name", ["provinces", "districts", "communes", "succession"])
def test_tables_are_sorted_and_without_doubles(name: str) -> None:
    with (files("dondoc.units") / "data" / f"{name}.csv").open(encoding="utf-8") as file:
        rows = [tuple(row) for row in csv.reader(file)][1:]
    assert rows == sorted(set(rows))
