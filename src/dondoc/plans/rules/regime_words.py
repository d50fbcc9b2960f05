"""A rule of the reporting regime in words."""

from collections.abc import Mapping
from typing import Any

CYCLES = {"monthly": "tháng", "quarterly": "quý", "6-month": "6 tháng", "9-month": "9 tháng", "annual": "năm"}
_PLACES = {
    "last": " tháng cuối kỳ",
    "first": " tháng đầu kỳ",
    "next": " tháng đầu kỳ sau",
}


def rule_words(rule: Mapping[str, Any]) -> str:
    """ "Báo cáo quý, trước ngày 15 tháng cuối kỳ"; without a printed day "Báo cáo năm, không in ngày"."""
    cycle = CYCLES.get(str(rule.get("cycle")), str(rule.get("cycle") or ""))
    due = rule.get("due")
    if not due:
        return f"Báo cáo {cycle}, văn bản không in ngày: hạn sau ngày chốt số liệu (suy ra)"
    sign = "trước ngày" if due.get("before") else "ngày"
    if due.get("month_day"):
        month, day = str(due["month_day"]).split("-")
        return f"Báo cáo {cycle}, {sign} {day}/{month}"
    return f"Báo cáo {cycle}, {sign} {due.get('day')}{_PLACES.get(str(due.get('within')), '')}"
