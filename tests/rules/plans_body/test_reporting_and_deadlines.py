"""Reporting rules and one-off deadlines in the sentences of a body."""

from collections.abc import Mapping
from typing import Any

import pytest

from dondoc.plans.rules.body import BodyReading, read_body
from rules.plans_body.made import source_of

FRAME = "KẾ HOẠCH\nNâng cao Chỉ số PAPI năm 2024\nI. TỔ CHỨC THỰC HIỆN\n1. Các sở, ban, ngành\n- {}"


def _reading(sentence: str) -> BodyReading:
    return read_body(source_of(FRAME.format(sentence)), year=None)


Rule = tuple[str, str | None, str | None, Mapping[str, Any] | None]
RULES: list[tuple[str, list[Rule]]] = [
    (
        "Định kỳ ngày 20 hằng quý báo cáo kết quả về UBND tỉnh (thông qua Sở Nội vụ).",
        [("quarterly", "UBND tỉnh", "Sở Nội vụ", {"before": False, "day": 20})],
    ),
    (
        "Báo cáo kết quả hằng quý về Sở Nội vụ trước ngày 15 của tháng cuối quý để tổng hợp, báo cáo UBND tỉnh.",
        [("quarterly", "Sở Nội vụ", None, {"before": True, "day": 15})],
    ),
    (
        "Báo cáo kết quả về UBND huyện (qua Phòng Nội vụ) trước ngày 15 tháng 11 để tổng hợp báo cáo UBND tỉnh trước "
        "ngày 30 tháng 11.",
        [
            ("annual", "UBND huyện", "Phòng Nội vụ", {"before": True, "month_day": "11-15"}),
            ("annual", "UBND tỉnh", None, {"before": True, "month_day": "11-30"}),
        ],
    ),
    ("Thực hiện tốt chế độ thông tin, báo cáo theo yêu cầu.", []),
    ("Xây dựng kế hoạch gửi Sở Nội vụ trước ngày 10/4/2024 để tổng hợp báo cáo UBND tỉnh.", []),
]


@pytest.mark.parametrize(("sentence", "rules"), RULES)
def test_who_reports_to_whom_when(sentence: str, rules: list[Rule]) -> None:
    found = _reading(sentence).reporting_regime
    assert [(rule.cycle, rule.to, rule.via, rule.due) for rule in found] == rules
    assert all(rule.who for rule in found)


def test_the_one_who_passes_reports_on_owes_the_further_rule() -> None:
    found = _reading(RULES[2][0]).reporting_regime
    assert [rule.who for rule in found] == ["Các sở, ban, ngành", "Phòng Nội vụ"]


DEADLINES = [
    ("Xây dựng kế hoạch, gửi Sở Nội vụ trước ngày 25 tháng 3 năm 2024.", ["2024-03-25"]),
    ("Ban hành kế hoạch của đơn vị (trước ngày 05/6/2024).", ["2024-06-05"]),
    ("Hoàn thành việc rà soát chậm nhất ngày 30/6.", ["2024-06-30"]),
    ("Thực hiện Chỉ thị số 17/CT-UBND ngày 15/12/2020 của UBND tỉnh về kỷ cương.", []),
    ("Thực hiện Quyết định số 32/2019/QĐ-UBND ngày 31/12/2019 của UBND tỉnh.", []),
    ("Báo cáo kết quả thực hiện về UBND tỉnh trước ngày 15/11 hằng năm.", []),
    ("Báo cáo kết quả thực hiện về UBND tỉnh trước ngày 15 tháng 11.", []),
    ("Tỷ lệ hồ sơ đúng hạn đạt 95%, trực 24/7.", []),
]


@pytest.mark.parametrize(("sentence", "days"), DEADLINES)
def test_a_deadline_is_for_a_thing_done_once(sentence: str, days: list[str]) -> None:
    assert [deadline.due for deadline in _reading(sentence).deadlines] == days
