"""A goal as it was read, made measurable: what `scores` can weigh, or nothing where it cannot.

Only PAPI of the province is weighed: no score of a commune or district was ever published. Where a sentence denies
("Không có nội dung nào nằm trong nhóm Thấp") or names a group that may mean two ("trung bình"), nothing is guessed: a
person says what is meant.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dondoc.toolkit.text import fold

_DENIES = re.compile(r"\bkhong (?:co|de|con|nam|bi|xep|thuoc)\b")
_GROUPS = {
    "high": ("cao", "cao nhat", "tot", "dan dau", "dung dau", "diem cao"),
    "mid-high": ("trung binh cao", "trung binh - cao", "kha", "kha cao", "trung binh kha", "tren trung binh"),
    "mid-low": ("trung binh thap", "trung binh - thap"),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """`spec` as `scores` takes it ("rank+5"); `code` the total or a dimension; set from `base_year` for `year`."""

    spec: str
    year: int
    base_year: int
    code: str = "TOTAL"


def measure_of(text: str, normalised: Mapping[str, Any], plan_year: int, level: str) -> Measure | None:
    """What a goal of a plan of a year measures; `level` is that of the plan's unit. None where it cannot be weighed."""
    scope = normalised.get("scope") or level
    if normalised.get("fact") or normalised.get("subject", "PAPI") != "PAPI" or scope != "province":
        return None
    spec, code = _spec(text, normalised), _code(normalised.get("component"))
    if not spec or not code:
        return None
    year = int(normalised.get("year") or plan_year)
    return Measure(spec, year, int(normalised.get("baseline_year") or year - 1), code)


def _code(component: object) -> str:
    """The total where no dimension is named, "D5" where one is by number; empty for a name that a person must place."""
    if component is None:
        return "TOTAL"
    return f"D{component}" if isinstance(component, int) else ""


def _spec(text: str, means: Mapping[str, Any]) -> str:
    metric, keeps = means.get("metric", ""), means.get("direction") == "maintain"
    if metric == "score":
        return _score(means, keeps)
    if metric == "rank":
        return _rank(means, keeps)
    if metric == "group":
        return "" if _DENIES.search(fold(text)) else _group(means, keeps)
    return "keep" if keeps else "score+" if means.get("direction") == "up" else ""


def _score(means: Mapping[str, Any], keeps: bool) -> str:
    if means.get("delta_score") is not None:
        return f"score+{means['delta_score']}"
    if means.get("score") is not None:
        return f"score>={means['score']}"
    return f"score>={means['baseline']}" if keeps and means.get("baseline") else "score+"


def _rank(means: Mapping[str, Any], keeps: bool) -> str:
    if means.get("delta_rank_up"):
        return f"rank+{means['delta_rank_up']}"
    if means.get("rank"):
        return f"top{means['rank']}" if means["rank"] < 100 else ""
    return "keep" if keeps else "rank+1"


def _group(means: Mapping[str, Any], keeps: bool) -> str:
    if means.get("delta_group_up"):
        return f"group+{means['delta_group_up']}"
    named = fold(str(means.get("group") or "")).strip()
    for group, words in _GROUPS.items():
        if named in words:
            return f"group>={group}"
    if named:
        return ""
    return "keep-group" if keeps else "group+1"
