"""Goals in many words; results of years gone by; mentions that are neither."""

from typing import Any

import pytest

from dondoc.plans.rules.body import read_body
from dondoc.plans.rules.drafts import Goal
from rules.plans_body.made import source_of

PLAN = (
    "KẾ HOẠCH\nNâng cao Chỉ số PAPI năm 2024\n{before}\nI. MỤC ĐÍCH\n- {purpose}\nII. MỤC TIÊU\n{goal}\n"
    "III. NHIỆM VỤ\n- Làm việc."
)


def _goals(
    *, before: str = "Kế hoạch như sau:", purpose: str = "Làm tốt hơn.", goal: str = "Không có."
) -> tuple[Goal, ...]:
    return read_body(source_of(PLAN.format(before=before, purpose=purpose, goal=goal)), year=None).goals


STRIVEN = [
    ("Phấn đấu tăng ít nhất 05 bậc so với năm 2023", "rank", {"delta_rank_up": 5, "baseline_year": 2023}),
    ("Phần đấu Chỉ số PAPI tăng từ 5-10 bậc", "rank", {"delta_rank_up": 5, "delta_rank_up_max": 10}),
    ("Phân đầu xếp hạng từ 20-25/63 tỉnh, thành phố", "rank", {"rank": 25, "rank_from": 20, "of": 63}),
    ("Chỉ số PAPI nằm trong nhóm 10 địa phương dẫn đầu cả nước", "rank", {"rank": 10}),
    ("Phấn đấu lọt vào top 15 cả nước", "rank", {"rank": 15}),
    ("Phấn đấu cải thiện thứ hạng Chỉ số PAPI", "rank", {"direction": "up"}),
    ("Phấn đấu Chỉ số PAPI đạt từ 43,5 điểm trở lên", "score", {"op": ">=", "score": 43.5}),
    ("Chỉ số PAPI đạt 42 - 44 điểm", "score", {"score": 42.0, "score_max": 44.0}),
    ("Tăng ít nhất 02 điểm so với năm 2023", "score", {"baseline_year": 2023}),
    ("Phấn đấu điểm số cao hơn năm 2023", "score", {"op": ">", "baseline_year": 2023}),
    ("Chỉ số PAPI thuộc nhóm trung bình cao", "group", {"group": "trung bình cao"}),
    ("Phấn đấu Chỉ số PAPI của tỉnh tăng nhóm", "group", {"direction": "up"}),
    ("Chỉ số PAPI đứng trong nhóm đạt điểm cao nhất", "group", {"group": "cao nhất"}),
    ("Phấn đấu duy trì kết quả Chỉ số PAPI của tỉnh", "maintain", {"direction": "maintain"}),
    ("Phấn đấu cải thiện Chỉ số PAPI của huyện", "other", {"direction": "up"}),
]


@pytest.mark.parametrize(("text", "kind", "means"), STRIVEN)
def test_a_goal_is_read_with_what_it_means(text: str, kind: str, means: dict[str, Any]) -> None:
    (goal,) = _goals(goal=text + ".")
    assert (goal.kind, goal.is_fact) == (kind, False)
    assert goal.normalised["year"] == 2024
    assert means.items() <= goal.normalised.items()


def test_one_sentence_may_hold_two_goals() -> None:
    goals = _goals(purpose="Phấn đấu Chỉ số PAPI năm 2024 tăng điểm số, tăng Nhóm so với năm 2023.")
    assert [(goal.kind, goal.is_fact) for goal in goals] == [("score", False), ("group", False)]


def test_falls_that_are_to_be_mended_are_no_goals_of_their_own() -> None:
    text = (
        "Phấn đấu Chỉ số PAPI được giữ vững và cải thiện thứ hạng, tăng ít nhất 01 bậc so với năm 2023, tập trung khắc "
    )
    text += "phục các chỉ số bị tụt hạng, giảm điểm trong năm 2023."
    assert [(goal.kind, goal.normalised.get("delta_rank_up")) for goal in _goals(purpose=text)] == [("rank", 1)]


def test_the_same_goal_said_twice_stands_once() -> None:
    text = "Phấn đấu Chỉ số PAPI năm 2024 đạt từ 43 điểm trở lên."
    assert len(_goals(purpose=text, goal=text)) == 1


def test_results_of_years_gone_by_are_facts_and_bases() -> None:
    before = "Chỉ số PAPI năm 2023 của tỉnh đạt 38,97 điểm (năm 2022 đạt 40,52 điểm), nằm trong nhóm Thấp."
    goals = _goals(before=before, goal="Phấn đấu Chỉ số PAPI tăng điểm số so với năm 2023.")
    assert [(goal.kind, goal.is_fact, goal.normalised["year"]) for goal in goals] == [
        ("score", True, 2023),
        ("score", True, 2022),
        ("group", True, 2023),
        ("score", False, 2024),
    ]
    assert goals[-1].normalised["baseline"] == 38.97


MENTIONS = [
    "Nâng cao trách nhiệm của người đứng đầu trong nỗ lực cải thiện Chỉ số PAPI",
    "Khắc phục các nội dung thành phần giảm điểm trong năm 2023",
    "Tập trung trọng điểm tại các xã, không để phát sinh điểm nóng",
    "Thời điểm khảo sát Chỉ số PAPI do đơn vị điều tra quyết định",
    "Nâng cấp hạ tầng, xây dựng 20 tầng nhà công vụ",
]


@pytest.mark.parametrize("text", MENTIONS)
def test_a_mention_of_the_index_is_no_goal(text: str) -> None:
    assert not [goal for goal in _goals(purpose=text + ".") if goal.kind in ("rank", "score", "group")]
