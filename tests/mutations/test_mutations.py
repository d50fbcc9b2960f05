"""A changed annotated plan reads as well as the unchanged one (a few of the mutants of `make score`)."""

import random
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from dondoc.plans.reading import read_file
from mutations.dossier import HEADS, Dossier, swapped, take_apart
from mutations.mutants import CHANGES, Change, Mutant, make, write
from samples.compare import Comparison, compare

SHARED = Path(__file__).resolve().parents[3] / "shared"
MAY_FALL = 0.02

needs_the_annotated_plans = pytest.mark.skipif(not SHARED.is_dir(), reason="không có kế hoạch đã chú giải")


def read_and_compare(mutant: Mutant, seed: int, folder: Path) -> Comparison:
    return compare(mutant.dossier.gold, read_file(write(mutant, seed, folder / f"{seed}")).as_json())


@cache
def before_any_change(key: str) -> Comparison:
    with tempfile.TemporaryDirectory() as folder:
        return read_and_compare(unchanged(take_apart(SHARED, key)), 1, Path(folder))


def unchanged(dossier: Dossier) -> Mutant:
    return Mutant(dossier, (), ())


@needs_the_annotated_plans
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("key", HEADS)
def test_one_change_does_not_make_the_reading_worse(key: str, change: Change, tmp_path: Path) -> None:
    before = before_any_change(key)
    after = read_and_compare(change(unchanged(take_apart(SHARED, key)), random.Random(5)), 1, tmp_path)
    for old, new in ((before.annex, after.annex), (before.body, after.body)):
        assert (new.recall, new.precision) >= (old.recall, old.precision), (new.missing, new.extra)
        assert new.fields >= old.fields - MAY_FALL, new.wrong[:6]


@needs_the_annotated_plans
def test_the_same_seed_makes_the_same_mutant() -> None:
    dossier = take_apart(SHARED, "xin-man-2023")
    assert make(dossier, 7) == make(dossier, 7)
    assert len({make(dossier, seed).done for seed in range(12)}) > 6


@needs_the_annotated_plans
def test_dropping_a_column_drops_it_from_the_gold_too() -> None:
    from mutations.mutants import drop

    class Last:
        def choice(self, roles: tuple[str, ...]) -> str:
            return "product"

    mutant = drop(unchanged(take_apart(SHARED, "xin-man-2023")), Last())  # type: ignore[arg-type]
    assert "product" not in {column.role for column in mutant.dossier.annex.columns}
    assert not any(task["product"] for task in mutant.dossier.gold["tasks"] if task["source"] == "appendix")


def test_two_names_can_change_places() -> None:
    assert swapped("A gặp B", [("A", "B"), ("B", "A")]) == "B gặp A"


@needs_the_annotated_plans
def test_a_mutant_that_asks_another_thing_is_seen(tmp_path: Path) -> None:
    dossier = take_apart(SHARED, "dak-nong-2024")
    gold = dossier.gold | {"tasks": [task | {"execute": ["Sở Y tế"]} for task in dossier.gold["tasks"]]}
    found = read_and_compare(unchanged(replace(dossier, gold=gold)), 1, tmp_path)
    assert found.annex.right["execute"] < 0.1 * found.annex.compared["execute"]
