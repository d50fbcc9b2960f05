"""Cells of agencies into names: a table of cells, the annotated plans, and what holds for any text."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.units.rules import split_agencies

CELLS = Path(__file__).with_name("cells.txt")
GOLD = Path(__file__).resolve().parents[4] / "shared" / "gold"
ROLES = ("lead", "coordinate", "execute", "guide_monitor")
NAMES = ["Sở Nội vụ", "Phòng Tư pháp", "Thanh tra tỉnh", "UBND các xã, thị trấn", "Các sở, ban, ngành", "Công an huyện"]


def cells() -> list[tuple[str, list[str]]]:
    lines = [line for line in CELLS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    pairs = [line.split(" => ") for line in lines]
    return [(cell.replace("⏎", "\n"), names.split(" | ")) for cell, names in pairs]


def printed(cell: str) -> list[str]:
    return [agency.name for agency in split_agencies(cell)]


@pytest.mark.parametrize(("cell", "names"), cells())
def test_a_cell_gives_the_agencies_that_it_prints(cell: str, names: list[str]) -> None:
    assert printed(cell) == names


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated plans are not here")
@pytest.mark.parametrize("plan", ["xin-man-2023", "dak-nong-2024", "lao-cai-2021"])
def test_every_cell_of_an_annotated_plan_is_split_as_by_hand(plan: str) -> None:
    tasks = json.loads((GOLD / f"{plan}.json").read_text(encoding="utf-8"))["tasks"]
    read = [(task["raw_cells"].get(role), task[role]) for task in tasks for role in ROLES if task.get(role)]
    assert [(cell, printed(cell)) for cell, _ in read if cell] == [(cell, names) for cell, names in read if cell]


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True),
    st.sampled_from(["; ", ";\n", "\n- ", "\n+ "]),
)
def test_names_that_are_joined_come_apart_again(names: list[str], between: str) -> None:
    assert printed(between.join(names)) == names


@given(st.text(alphabet="SởPhòng UBNDcácxã,;:&-\n.()và tài", max_size=60))
def test_any_text_is_read_without_a_fault_and_names_stay_inside_it(text: str) -> None:
    for agency in split_agencies(text):
        assert 0 <= agency.start < agency.end <= len(text)


def test_a_name_for_many_is_told_from_one() -> None:
    many = {
        a.name: a.is_collective for a in split_agencies("Sở Nội vụ; các sở, ngành; UBND các xã, phường; UBND cấp xã")
    }
    assert many == {"Sở Nội vụ": False, "các sở, ngành": True, "UBND các xã, phường": True, "UBND cấp xã": True}


def test_the_kind_is_that_of_the_head() -> None:
    cell = "Sở Y tế; Công an tỉnh; Phòng Tư pháp; Chủ tịch UBND xã; Ủy ban MTTQ xã; Tòa án nhân dân tỉnh"
    kinds = [agency.kind for agency in split_agencies(cell)]
    assert kinds == ["department", "police", "division", "committee", "front", "court"]


def test_an_empty_cell_names_nobody() -> None:
    assert split_agencies(" \n- ;") == ()
