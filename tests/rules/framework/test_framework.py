"""The framework's table by year; dimensions told from headings; components from names and texts."""

import json
from pathlib import Path

import pytest

from dondoc.framework.rules import framework, match_component, match_dimension
from dondoc.framework.rules.papi import COMPONENTS, component, reference_of

HERE = Path(__file__).parent
GOLD = HERE.resolve().parents[3] / "shared" / "gold"


def table(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("year", "dimensions", "components"), [(2015, 6, 22), (2018, 8, 28), (2020, 8, 29), (2023, 8, 28)]
)
def test_a_year_has_the_components_that_were_published(year: int, dimensions: int, components: int) -> None:
    levels = [concept.level for concept in framework(year)]
    assert (levels.count("dimension"), levels.count("component")) == (dimensions, components)


def test_the_scales_of_a_dimension_add_up_to_ten() -> None:
    for year in range(2011, 2025):
        for number in {c.parent for c in framework(year) if c.level == "component"}:
            tops = [float(c.scale_max) for c in framework(year) if c.parent == number]
            assert sum(tops) == pytest.approx(10, abs=0.02)


def test_no_component_stands_twice_in_a_year() -> None:
    for year in range(2011, 2027):
        codes = [c.code for c in COMPONENTS if c.valid_from <= year <= (c.valid_to or 9999)]
        assert len(codes) == len(set(codes))


def test_old_numbers_lead_to_ours() -> None:
    assert reference_of("2.1", 2016) == "2.2"
    assert reference_of("2.1", 2020) == "2.1"
    assert component("5.2", 2020) is not None
    assert component("5.2", 2023) is None


@pytest.mark.parametrize(("number", "heading"), table("headings.txt"))
def test_a_heading_names_its_dimension_or_none(number: str, heading: str) -> None:
    match = match_dimension(heading)
    assert (match.number if match else 0) == int(number)


@pytest.mark.parametrize(("section", "name", "code"), table("names.txt"))
def test_a_printed_name_decides(section: str, name: str, code: str) -> None:
    match = match_component(section=int(section) or None, printed_code="9.9", printed_name=name, text="", year=2024)
    assert (match.code or "-") == code
    assert code == "-" or not match.is_suggestion


def test_the_printed_code_does_not_outweigh_the_printed_name() -> None:
    match = match_component(
        section=5, printed_code="5.2", printed_name="Dịch vụ chứng thực, xác thực", text="", year=2023
    )
    assert match.code == "5.1"


def test_without_a_name_there_is_only_a_suggestion() -> None:
    match = match_component(
        section=2, printed_code=None, printed_name=None, text="Công khai danh sách hộ nghèo", year=2023
    )
    assert (match.code, match.is_suggestion) == ("2.2", True)


def test_a_text_that_tells_nothing_gets_no_component() -> None:
    text = "Thực hiện nghiêm chế độ thông tin, báo cáo theo quy định"
    assert match_component(section=None, printed_code=None, printed_name=None, text=text, year=2023).code is None


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated plans are not here")
@pytest.mark.parametrize("plan", ["xin-man-2023", "dak-nong-2024"])
def test_printed_components_of_the_annotated_plans_are_all_right(plan: str) -> None:
    tasks = json.loads((GOLD / f"{plan}.json").read_text(encoding="utf-8"))["tasks"]
    for task in tasks:
        if not task["subcode"] or not task["indicator_name"]:
            continue
        match = match_component(
            section=task["section"], printed_code=task["subcode"], printed_name=task["indicator_name"],
            text=task["content"], year=2023,
        )  # fmt: skip
        assert match.code in [task["papi_subdimension"], *task["papi_subdimension_alt"]], task["id"]


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated plans are not here")
def test_suggestions_on_the_plan_that_prints_no_component_stay_good() -> None:
    tasks = json.loads((GOLD / "lao-cai-2021.json").read_text(encoding="utf-8"))["tasks"]
    known = [task for task in tasks if task["papi_subdimension"]]
    right = 0
    for task in known:
        match = match_component(
            section=task["section"], printed_code=None, printed_name=None, text=task["content"], year=2021
        )
        assert match.is_suggestion
        right += match.code in [task["papi_subdimension"], *task["papi_subdimension_alt"]]
    assert right >= 0.9 * len(known)
