"""What a goal of a plan measures, as scores take it."""

import json
from pathlib import Path
from typing import Any

import pytest

from dondoc.plans.rules.goals_measured import Measure, measure_of
from dondoc.scores.rules.goals import parse_goals

SCORE = {"metric": "score", "scope": "province"}
RANK = {"metric": "rank", "scope": "province"}
GROUP = {"metric": "group", "scope": "province"}


@pytest.mark.parametrize(
    ("text", "means", "spec"),
    [
        ("tăng ít nhất 05 bậc so với năm 2020", {**RANK, "delta_rank_up": 5}, "rank+5"),
        ("nằm trong nhóm 10 địa phương dẫn đầu", {**RANK, "rank": 10, "op": "<="}, "top10"),
        ("tăng thứ hạng", {**RANK, "direction": "up"}, "rank+1"),
        ("duy trì thứ hạng", {**RANK, "direction": "maintain"}, "keep"),
        ("điểm số cao hơn năm 2023", {**SCORE, "direction": "up"}, "score+"),
        ("tăng 1,5 điểm", {**SCORE, "delta_score": 1.5}, "score+1.5"),
        ("đạt từ 43,5 điểm trở lên", {**SCORE, "op": ">=", "score": 43.5}, "score>=43.5"),
        ("tăng nhóm", {**GROUP, "direction": "up"}, "group+1"),
        ("thuộc nhóm Trung bình cao", {**GROUP, "group": "Trung bình cao"}, "group>=mid-high"),
        ("duy trì nhóm", {**GROUP, "direction": "maintain"}, "keep-group"),
        ("duy trì kết quả PAPI", {"direction": "maintain", "scope": "province"}, "keep"),
    ],
)
def test_the_goals_of_plans_become_measures(text: str, means: dict[str, Any], spec: str) -> None:
    found = measure_of(text, means, 2024, "province")
    assert found == Measure(spec, 2024, 2023)
    assert parse_goals(spec)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Không có nội dung nào nằm trong nhóm Thấp", {**GROUP, "group": "Thấp"}),
        ("thuộc nhóm trung bình", {**GROUP, "group": "trung bình"}),
        ("tăng nhóm", {**GROUP, "direction": "up", "scope": "commune"}),
        ("SIPAS đạt 90 điểm", {**SCORE, "score": 90, "subject": "SIPAS"}),
        ("tỉnh đạt 42,31 điểm", {**SCORE, "score": 42.31, "fact": True}),
        ("chỉ số “Thủ tục” tăng điểm", {**SCORE, "direction": "up", "component": "Thủ tục"}),
        ("phấn đấu cải thiện", {"scope": "province"}),
    ],
)
def test_what_cannot_be_weighed_is_left_to_a_person(text: str, means: dict[str, Any]) -> None:
    assert measure_of(text, means, 2024, "province") is None


def test_a_dimension_by_number_and_a_base_year_are_kept() -> None:
    means = {**SCORE, "direction": "up", "component": 5, "year": 2025, "baseline_year": 2022}
    assert measure_of("chỉ số nội dung 5 tăng", means, 2025, "province") == Measure("score+", 2025, 2022, "D5")


def test_the_goals_of_the_annotated_plans_that_name_a_figure_are_all_measured(shared: Path) -> None:
    """Of provinces: Lào Cai asks five places more, Đắk Nông a higher score and group."""
    wanted = {"lao-cai-2021": "rank+5", "dak-nong-2024": "score+"}
    for name, spec in wanted.items():
        gold = json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))
        goals = [goal for goal in gold["goals"] if not goal.get("is_fact")]
        specs = {m.spec for g in goals if (m := measure_of(g["text"], g["normalised"], int(name[-4:]), "province"))}
        assert spec in specs, (name, specs)
