"""Reporting rules as plans print them."""

from dataclasses import replace
from typing import Any

import pytest

from dondoc.schedule.rules import Anchor, reporting_cycles
from dondoc.schedule.rules.reporting import CYCLE_OF, anchor_of

BEFORE_10, BEFORE_15 = {"before": True, "day": 10}, {"before": True, "day": 15}


def on(month_day: str, *, before: bool = True) -> dict[str, Any]:
    return {"before": before, "month_day": month_day}


RULES: list[tuple[str, list[tuple[str, Any]]]] = [
    (
        "Báo cáo kết quả định kỳ hàng quý, 6 tháng trước ngày 10 tháng cuối quý, báo cáo năm trước ngày **15/11**.",
        [("quarterly", BEFORE_10), ("6-month", BEFORE_10), ("annual", on("11-15"))],
    ),
    (
        "Định kỳ ngày 20 hằng quý, 6 tháng và năm báo cáo kết quả thực hiện về UBND tỉnh (thông qua Sở Nội vụ).",
        [(cycle, {"before": False, "day": 20}) for cycle in ("quarterly", "6-month", "annual")],
    ),
    (
        "định kỳ trước ngày 25 hằng quý, 06 tháng, năm báo cáo kết quả thực hiện về UBND tỉnh.",
        [(cycle, {"before": True, "day": 25}) for cycle in ("quarterly", "6-month", "annual")],
    ),
    (
        "Định kỳ Quý I, 6 tháng, Quý III và năm, báo cáo UBND tỉnh cùng với báo cáo cải cách hành chính.",
        [("quarterly", None), ("6-month", None), ("annual", None)],
    ),
    (
        "báo cáo quý gửi trước ngày 15 của tháng cuối quý, báo cáo 6 tháng trước ngày 15/6, "
        "báo cáo năm trước ngày 15/12",
        [("quarterly", BEFORE_15), ("6-month", on("06-15")), ("annual", on("12-15"))],
    ),
    (
        "Gửi báo cáo trước ngày 15 tháng cuối quý đối với báo cáo quý, trước ngày 30/11 đối với báo cáo năm",
        [("quarterly", BEFORE_15), ("annual", on("11-30"))],
    ),
    (
        "Định kỳ báo cáo Quý I (trước ngày 10/3), 6 tháng (trước ngày 10/6) và năm (trước ngày 10/12) về UBND huyện.",
        [("quarterly", on("03-10")), ("6-month", on("06-10")), ("annual", on("12-10"))],
    ),
    (
        "Báo cáo kết quả Kế hoạch 6 tháng (trước ngày 15/6/2024) và năm (trước ngày 15/12/2024) gửi Sở Nội vụ",
        [("6-month", on("06-15")), ("annual", on("12-15"))],
    ),
    (
        "Định kỳ 6 tháng, một năm báo cáo kết quả về UBND huyện trước ngày 05/6 và 05/12",
        [("6-month", on("06-05")), ("annual", on("12-05"))],
    ),
    (
        "UBND xã báo cáo kết quả thực hiện về UBND huyện trước **ngày 15 tháng 11** để tổng hợp.",
        [("annual", on("11-15"))],
    ),
    (
        "Trước ngày 15/6 và 15/11 hằng năm, báo cáo kết quả thực hiện về UBND tỉnh.",
        [("6-month", on("06-15")), ("annual", on("11-15"))],
    ),
    ("Chậm nhất ngày 15 tháng cuối quý báo cáo UBND huyện", [("quarterly", {"before": False, "day": 15})]),
    ("định kỳ hàng tháng trước ngày 20 báo cáo kết quả", [("monthly", {"before": True, "day": 20})]),
    ("định kỳ báo cáo UBND tỉnh", []),
    ("Công khai báo cáo kết quả phòng, chống tham nhũng hàng năm của xã", []),
    ("Thời gian hoàn thành, gửi Sở Nội vụ tổng hợp trước ngày 10/04/2021.", []),
    ("Tổ chức đối thoại với người dân hằng quý.", []),
]


@pytest.mark.parametrize(("sentence", "rules"), RULES)
def test_a_reporting_rule(sentence: str, rules: list[tuple[str, Any]]) -> None:
    assert list(reporting_cycles(sentence, year=2024)) == rules


@pytest.mark.parametrize(
    ("text", "cycle", "anchor"),
    [
        ("Báo cáo quý trước ngày 10 tháng cuối quý", "quarter", Anchor(10, None, within="last", before=True)),
        ("Báo cáo quý trước ngày 05 tháng đầu quý sau", "quarter", Anchor(5, None, within="next", before=True)),
        ("Báo cáo hằng tháng vào ngày 20", "month", Anchor(20)),
        ("Báo cáo năm trước ngày 15/11", "year", Anchor(15, 11, before=True)),
    ],
)
def test_the_day_of_a_report_is_a_day_of_its_cycle(text: str, cycle: str, anchor: Anchor) -> None:
    [(name, due)] = reporting_cycles(text)
    assert due is not None
    assert CYCLE_OF[name] == cycle
    assert anchor_of(due, cycle) == replace(anchor, cycle=cycle)
