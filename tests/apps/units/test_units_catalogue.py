"""The list of units into the database."""

from datetime import date, datetime
from time import perf_counter

import pytest

from dondoc.records.models import AuditEntry
from dondoc.units.actions.catalogue import load_units
from dondoc.units.adapters.tables import shipped_catalogue
from dondoc.units.models import AdministrativeUnit, Succession
from dondoc.units.queries import as_of, descendants_of, unit_on
from dondoc.units.rules.catalogue import Link, Unit

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
ROWS = (
    Unit("P10", "province", "10", "tỉnh", "Lào Cai", None, None, BEFORE),
    Unit("P15", "province", "15", "tỉnh", "Yên Bái", None, None, BEFORE),
    Unit("P15.250701", "province", "15", "tỉnh", "Lào Cai", None, AFTER),
    Unit("P46", "province", "46", "tỉnh", "Thừa Thiên Huế", None, None, date(2024, 12, 31)),
    Unit("P46", "province", "46", "thành phố", "Huế", None, date(2025, 1, 1)),
    Unit("D80", "district", "080", "thành phố", "Lào Cai", "P10", None, BEFORE),
    Unit("C2", "commune", "2", "xã", "Cốc San", "D80", None, BEFORE),
    Unit("C2.250701", "commune", "2", "phường", "Cam Đường", "P15.250701", AFTER),
)
LINKS = (
    Link("P10", "P15.250701", "merge", AFTER),
    Link("P15", "P15.250701", "merge", AFTER),
    Link("C2", "C2.250701", "merge", AFTER),
)


@pytest.fixture
def loaded(db: None, now: datetime) -> None:
    load_units(ROWS, links=LINKS, by=None, at=now)


def test_one_name_before_and_after_are_two_units(loaded: None) -> None:
    assert [unit.code for unit in as_of("province", "Lào Cai", BEFORE)] == ["P10"]
    assert [unit.code for unit in as_of("province", "lao cai", AFTER)] == ["P15.250701"]
    assert as_of("province", "Yên Bái", AFTER) == []


def test_a_unit_that_only_changed_its_name_stays_one(loaded: None) -> None:
    assert [unit.code for unit in as_of("province", "Thừa Thiên Huế", date(2024, 5, 1))] == ["P46"]
    assert as_of("province", "Thừa Thiên Huế", AFTER) == []
    hue = AdministrativeUnit.objects.get(code="P46")
    assert (hue.full_name, hue.kind_on(date(2024, 5, 1)), hue.valid_from) == ("thành phố Huế", "tỉnh", None)


def test_the_line_down_has_the_tiers_of_the_day(loaded: None) -> None:
    old, new = AdministrativeUnit.objects.get(code="P10"), AdministrativeUnit.objects.get(code="P15.250701")
    assert [unit.code for unit in descendants_of([old.pk], BEFORE)] == ["C2", "D80", "P10"]
    assert [unit.code for unit in descendants_of([new.pk], AFTER)] == ["C2.250701", "P15.250701"]
    followed = unit_on(AdministrativeUnit.objects.get(code="C2"), AFTER)
    assert followed is not None
    assert followed.code == "C2.250701"


def test_loading_again_changes_nothing(loaded: None, now: datetime) -> None:
    again = load_units(ROWS, links=LINKS, by=None, at=now)
    assert (again.made, again.changed, again.links) == (0, 0, 0)
    assert AuditEntry.objects.filter(verb="load_units").count() == 1


def test_a_newer_list_mends_what_differs_and_removes_nothing(loaded: None, now: datetime) -> None:
    newer = [Unit("P10", "province", "10", "tỉnh", "Lào Cai", None, None, date(2025, 6, 29))]
    told = load_units(newer, by=None, at=now)
    assert (told.made, told.changed) == (0, 1)
    assert AdministrativeUnit.objects.count() == 7


def test_the_shipped_list_comes_in_within_seconds(db: None, now: datetime) -> None:
    catalogue = shipped_catalogue()
    begun = perf_counter()
    told = load_units(catalogue.units, links=catalogue.links, by=None, at=now, source="shipped")
    assert perf_counter() - begun < 20
    assert told.made == len({unit.id for unit in catalogue.units})
    assert Succession.objects.count() == told.links
    today = AdministrativeUnit.objects.filter(valid_to=None)
    assert (today.filter(level="province").count(), today.filter(level="commune").count()) == (34, 3321)
    assert not today.filter(level="commune", parent=None).exists()
