"""A made-up plan says the same in whatever layout its annex stands."""

from pathlib import Path

import pytest

from dondoc.plans.reading import read_file
from mutations.layouts import lay_out, movable, write
from samples.compare import compare
from samples.loading import plan

CASES = [(key, seed) for key in movable() for seed in (1, 2)]


@pytest.mark.parametrize(("key", "seed"), CASES)
def test_every_task_is_found_in_another_layout(key: str, seed: int, tmp_path: Path) -> None:
    file = write(lay_out(key, seed)[0], seed, tmp_path / key)
    found = compare(plan(key).gold(), read_file(file).as_json()).annex
    assert (found.recall, found.precision) >= (0.9, 0.9), (found.missing, found.extra)
    assert found.fields >= 0.85, found.wrong[:5]


def test_the_same_seed_lays_out_the_same() -> None:
    key = movable()[0]
    assert lay_out(key, 3) == lay_out(key, 3)
