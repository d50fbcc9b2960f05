"""Merged provinces: side by side, and an approximation that fills nothing in."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dondoc.scores.adapters.tables import shipped_panel, successors, tiles
from dondoc.scores.rules.successors import approximation, weighted

PANEL = shipped_panel()
SCORE = st.decimals(1, 80, places=4)


def test_every_province_of_2024_went_up_in_one_of_the_34() -> None:
    members = [member for one in successors().values() for member in one.members]
    assert len(successors()) == 34
    assert sorted(members) == sorted(PANEL.provinces)
    assert sum(one.is_merged for one in successors().values()) == 23


def test_a_province_that_was_not_regrouped_keeps_its_key() -> None:
    kept = [place for place, one in successors().items() if not one.is_merged]
    assert len(kept) == 11
    assert all(place in PANEL.provinces for place in kept)


def test_every_province_has_a_tile_of_its_own() -> None:
    assert set(tiles("63")) == set(PANEL.provinces)
    assert set(tiles("34")) == set(successors())
    assert all(len(set(tiles(of).values())) == len(tiles(of)) for of in ("63", "34"))


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.tuples(SCORE, st.integers(1, 10_000_000)), min_size=1))
def test_the_weighted_mean_lies_between_its_parts(given: dict[str, tuple[Decimal, int]]) -> None:
    scores = {name: score for name, (score, _) in given.items()}
    mean = weighted(scores, {name: weight for name, (_, weight) in given.items()})
    assert mean is not None
    assert min(scores.values()) - Decimal("0.0001") <= mean <= max(scores.values()) + Decimal("0.0001")


def test_weights_that_are_alike_make_the_plain_mean() -> None:
    assert weighted({"a": Decimal(2), "b": Decimal(4)}, {"a": 7, "b": 7}) == 3


def test_without_every_weight_there_is_no_mean() -> None:
    assert weighted({"a": Decimal(2), "b": Decimal(4)}, {"a": 7}) is None
    assert weighted({}, {"a": 7}) is None


def test_a_year_in_which_a_member_was_left_out_has_a_gap() -> None:
    """Vĩnh Phúc was left out of 2024: today's Phú Thọ has no approximation of that year's total."""
    found = approximation(PANEL, successors()["P25.250701"], {"17": 1, "25": 1, "26": 1})
    assert ("TOTAL", 2024) not in found
    assert ("TOTAL", 2023) in found


def test_dimensions_of_an_approximation_are_the_sums_of_its_components() -> None:
    found = approximation(PANEL, successors()["P15.250701"], {"10": 770_000, "15": 860_000})
    parts = sum(score for (code, year), score in found.items() if year == 2023 and code.startswith("D5_"))
    assert abs(found["D5", 2023] - parts) < Decimal("0.001")
