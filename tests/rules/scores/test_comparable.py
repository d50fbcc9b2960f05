"""Regions, like populations, samples that begin: whom a province may be compared with, and when not."""

import pytest

from dondoc.scores.adapters.tables import regions, shipped_panel, successors
from dondoc.scores.rules.comparability import crossing, with_new_samples
from dondoc.scores.rules.levers import levers
from dondoc.scores.rules.neighbours import neighbours
from dondoc.scores.rules.panel import Block
from dondoc.scores.rules.population_lines import parse_populations
from dondoc.scores.rules.regions import alike_in_population, places_in, population_of, region_of

PANEL = shipped_panel()
HIGHLANDS = {"62", "64", "66", "67", "68"}


@pytest.mark.parametrize(("of", "places"), [("63", set(PANEL.provinces)), ("34", set(successors()))])
def test_every_province_stands_in_one_region_of_its_map(of: str, places: set[str]) -> None:
    held = [place for region in regions() if region.of == of for place in region.places]
    assert len(held) == len(places)
    assert set(held) == places
    assert all(region.source and region.since for region in regions())


def test_the_region_is_that_of_the_years_map() -> None:
    before = region_of("67", 2024, regions(), is_merged=False)
    assert before is not None
    assert set(places_in(before, 2024, successors())) == HIGHLANDS
    merged = region_of("P68.250701", 2024, regions(), is_merged=True)
    assert merged is not None
    assert merged.name == "Duyên hải Nam Trung Bộ và Tây Nguyên"
    then, now = places_in(merged, 2024, successors()), places_in(merged, 2025, successors())
    assert {"48", "49", "67", "60"} <= then
    assert {"P48.250701", "P68.250701"} <= now
    assert region_of("nowhere", 2024, regions(), is_merged=False) is None


def test_neighbours_may_be_narrowed_and_keep_their_order() -> None:
    everyone = [near.province for near in neighbours(PANEL, "67", 2023, count=None)]
    narrowed = [near.province for near in neighbours(PANEL, "67", 2023, count=None, among=HIGHLANDS)]
    assert len(everyone) == 62, "Quảng Ninh and Bình Dương lack 2023, not the other years of the sample"
    assert narrowed == [province for province in everyone if province in HIGHLANDS]
    assert set(narrowed) == HIGHLANDS - {"67"}


def test_a_gap_is_to_the_best_of_those_that_were_chosen() -> None:
    others = sorted(HIGHLANDS - {"67"})
    for lever in levers(PANEL, "67", 2023, others):
        column = PANEL.column(lever.code, 2023)
        assert lever.to_alike == max(0, max(column[other] for other in others) - lever.score)
    assert all(lever.to_alike is None for lever in levers(PANEL, "67", 2023, ()))


def test_the_population_of_a_merged_province_is_the_sum_of_all_its_parts() -> None:
    known = {"10": 770_000, "15": 860_000, "67": 670_000}
    assert population_of("P15.250701", known, successors()) == 1_630_000
    assert population_of("P68.250701", known, successors()) is None
    assert population_of("67", known, successors()) == 670_000
    assert alike_in_population(600, {"a": 400, "b": 399, "c": 900, "d": 901, "e": None}) == {"a", "c"}


def test_lines_of_populations_are_read_in_people_and_in_thousands() -> None:
    names = PANEL.provinces
    read = parse_populations("Đắk Nông\t671,3\nThừa Thiên Huế; 1.166,5\n\n", names, times=1000)
    assert read == ({"67": 671_300, "46": 1_166_500}, [])
    assert parse_populations("Lào Cai; 770.000", names)[0] == {"10": 770_000}


def test_every_wrong_line_is_told_with_its_number() -> None:
    text = "Đắk Nông; 671.300\nĐắc Nông; 5.000.000\nHà Nội\nTỉnh lạ; 700.000\nHuế; ba\nCà Mau; 12"
    _found, faults = parse_populations(text, PANEL.provinces)
    assert [fault.split(":")[0] for fault in faults] == [f"Dòng {n}" for n in (2, 3, 4, 5, 6)]
    assert "đã có ở dòng trên" in faults[0]
    assert "có phải" in faults[2] or "viết tên tỉnh" in faults[2]
    assert parse_populations(" ", PANEL.provinces)[1]


def test_samples_that_are_known_to_begin_part_the_years() -> None:
    blocks = (Block(2021, 2024), Block(2025, None, is_expected=True))
    assert with_new_samples(blocks, {2025}) == (Block(2021, 2024), Block(2025, None))
    parted = with_new_samples(blocks, {2028})
    assert parted == (Block(2021, 2024), Block(2025, 2027, is_expected=True), Block(2028, None))
    assert with_new_samples(blocks, ()) == blocks
    assert crossing(PANEL, 2025).is_expected
