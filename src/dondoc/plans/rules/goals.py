"""Goals of a plan, told apart from past results.

They stand in the preamble and in the sections on purpose and goals. A sentence states a goal where it says that
something is striven for ("phấn đấu", "duy trì", "trở lên", "so với năm …"); a result of a year gone by is a fact.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from dondoc.plans.rules.drafts import Goal
from dondoc.plans.rules.goals_metrics import Metric, metrics
from dondoc.plans.rules.header import preamble_of
from dondoc.plans.rules.outline import Outline
from dondoc.plans.rules.outline_lines import Line, joined
from dondoc.plans.rules.outline_sections import FACTS, GOAL, PURPOSE, placed
from dondoc.toolkit.text import fold

PREAMBLE = "preamble"
# Scans misprint "Phấn đấu" as "Phần đầu", "Phân đấu", "Phấn đầu".
_STRIVE = re.compile(r"\bph[aâăấầẩẫậ]n\s+đ[aâấầẩẫậ]u\b", re.IGNORECASE)
_AIM = re.compile(
    r"\b(?:mục tiêu|quyết tâm|duy trì|giữ vững|giữ ổn định|để|nhằm|đưa|phải đạt|trở lên|tối thiểu|ít nhất|cao hơn"
    r"|so với|vươn lên|lọt vào|trở thành|tiếp tục (?:thuộc|nằm|đứng|giữ|cải thiện|tăng|nâng)"
    r"|góp phần (?:tăng|nâng|cải thiện))\b",
    re.IGNORECASE,
)
_KEEP = re.compile(r"\b(?:duy trì|giữ vững|giữ nguyên|giữ ổn định|tiếp tục (?:thuộc|nằm|đứng|giữ))\b", re.IGNORECASE)
_INDEX = re.compile(
    r"\b(?P<index>PAPI|SIPAS|PAR[\s-]?INDEX|PCI|DDCI|DTI|PGI)\b|chỉ số hiệu quả quản trị|chỉ số nội dung"
    r"|quản trị và hành chính công|chỉ số cải cách hành chính|chỉ số hài lòng|mức độ hài lòng"
    r"|chỉ số năng lực cạnh tranh",
    re.IGNORECASE,
)
_YEAR = re.compile(r"năm\s+(20\d{2})", re.IGNORECASE)
_AGAINST = re.compile(
    r"(?:so với|cao hơn|hơn|tăng so)(?:\s+(?:kết quả|điểm|năm|của|cùng kỳ|điểm số|thứ hạng))*\s+năm\s+(20\d{2})",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.;\n]+(?:[.,]\d[^.;\n]*)*[.;]?")
_COMPONENT = re.compile(
    r"chỉ số (?:nội dung|thành phần)\s*(?:số\s*)?(?:thứ\s*)?(?P<number>[1-8])\b|[“\"](?P<name>[^”\"]{5,80})[”\"]",
    re.IGNORECASE,
)
_SCOPES = {"tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district", "xã": "commune"}
_SCOPE = re.compile(r"\b(?:thị xã|tỉnh|huyện|quận|xã)\b(?!,)", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence, where it stands, and in what kind of section."""

    text: str
    line: Line
    start: int
    section: str


def read_goals(outline: Outline, *, year: int | None, level: str | None) -> tuple[Goal, ...]:
    """Goals and facts in the order of the document, each once. `year` is the plan's; `level` the issuer's."""
    goals = [goal for said in _sentences(outline) for goal in _of_sentence(said, year, level)]
    return tuple(_with_baselines(_once(goals)))


def _sentences(outline: Outline) -> Iterator[_Said]:
    lines = [(line, PREAMBLE) for line in joined(preamble_of(outline))]
    lines += [(p.line, p.kind) for p in placed(outline) if p.kind in (PURPOSE, GOAL, FACTS)]
    for line, section in lines:
        for match in _SENTENCE.finditer(line.text):
            text = match.group().strip()
            if text:
                yield _Said(text, line, match.start() + len(match.group()) - len(match.group().lstrip()), section)


def _of_sentence(said: _Said, year: int | None, level: str | None) -> Iterator[Goal]:
    found = metrics(said.text)
    kinds: set[tuple[str, bool]] = set()
    for metric in found:
        is_fact = _is_fact(said, metric, year)
        if is_fact is None or (
            (metric.kind, is_fact) in kinds and "score" not in metric.means and "rank" not in metric.means
        ):
            continue
        kinds.add((metric.kind, is_fact))
        yield _goal(said, metric, is_fact, year, level)
    if not kinds and (goal := _without_metric(said, year, level)):
        yield goal


def _is_fact(said: _Said, metric: Metric, year: int | None) -> bool | None:
    """True for a past result, False for a goal, None for neither (a mention of the index)."""
    if not _INDEX.search(said.text) and said.section != GOAL and metric.kind != "rank" and "điểm" not in said.text:
        return None
    before = said.text[: metric.start]
    strives = bool(_STRIVE.search(said.text))
    if _is_bracketed_past(said.text, metric, year) or _is_past(before, year):
        return True
    if said.section == GOAL or strives:
        return False
    if said.section in (PREAMBLE, FACTS):
        if _AIM.search(before) and not _YEAR.match(said.text):
            return False
        return True if any(key in metric.means for key in ("score", "rank", "group", "delta_rank_up")) else None
    return False if _AIM.search(said.text) else None


def _is_past(before: str, year: int | None) -> bool:
    """Whether the last year named before the metric lies behind and is its own, not a base to compare with."""
    matches = list(_YEAR.finditer(before))
    if not matches or year is None or int(matches[-1][1]) >= year:
        return False
    last = matches[-1]
    return not _AGAINST.search(before[max(0, last.start() - 30) : last.end()]) and not _STRIVE.search(
        before[last.end() :]
    )


def _is_bracketed_past(text: str, metric: Metric, year: int | None) -> bool:
    opened = text.rfind("(", 0, metric.start)
    if opened < 0 or ")" in text[opened : metric.start]:
        return False
    bracket = text[opened : text.find(")", metric.start) if ")" in text[metric.start :] else None]
    return any(year is None or int(found) < year for found in _YEAR.findall(bracket))


def _goal(said: _Said, metric: Metric, is_fact: bool, year: int | None, level: str | None) -> Goal:
    means: dict[str, Any] = {"fact": True} if is_fact else {}
    means |= _subject(said.text, level)
    means["year"] = _year_of(said.text, metric, year, is_fact)
    means |= metric.means
    if not is_fact:
        means |= _comparison(said.text, metric)
    return Goal(said.text, metric.kind, is_fact, means, said.line.place(said.start, said.start + len(said.text)))


def _subject(text: str, level: str | None) -> dict[str, Any]:
    index = _INDEX.search(text)
    out: dict[str, Any] = {"subject": (index["index"] or "PAPI").upper() if index else "PAPI"}
    component = _COMPONENT.search(text)
    if component:
        out["component"] = int(component["number"]) if component["number"] else component["name"].strip()
    scope = _SCOPE.search(text)
    return out | {"scope": _SCOPES[scope.group().lower()] if scope else level}


def _year_of(text: str, metric: Metric, year: int | None, is_fact: bool) -> int | None:
    before = text[: metric.start]
    years = [int(found) for found in _YEAR.findall(_BRACKETS.sub("", before))]
    if is_fact:
        years = (
            [int(found) for found in _YEAR.findall(before[before.rfind("(") :])]
            if "(" in before.rsplit(")")[-1]
            else years
        )
        own = years or [int(found) for found in _YEAR.findall(text[metric.start :])]
        return own[-1] if own else None
    return next((found for found in years if year is None or found >= year), year)


def _comparison(text: str, metric: Metric) -> dict[str, Any]:
    out: dict[str, Any] = {}
    if against := _AGAINST.search(text):
        out["baseline_year"] = int(against[1])
    if _KEEP.search(text[: metric.start]) and "direction" not in metric.means:
        out["direction"] = "maintain"
    return out


def _without_metric(said: _Said, year: int | None, level: str | None) -> Goal | None:
    """A goal without a figure: kept ("maintain") or only striven for ("other")."""
    in_goals = said.section == GOAL and len(said.text.split()) > 5
    if not _INDEX.search(said.text) or not (_STRIVE.search(said.text) or in_goals) or said.section == FACTS:
        return None
    keeps = bool(_KEEP.search(said.text)) and not re.search(r"nâng cao|cải thiện|tăng", said.text, re.IGNORECASE)
    means = _subject(said.text, level) | {"year": year, "direction": "maintain" if keeps else "up"}
    place = said.line.place(said.start, said.start + len(said.text))
    return Goal(said.text, "maintain" if keeps else "other", False, means, place)


def _once(goals: Iterable[Goal]) -> list[Goal]:
    """The same goal said twice stands once, the fuller wording first."""
    out: dict[tuple[object, ...], Goal] = {}
    for goal in goals:
        same = (goal.kind, goal.is_fact, *sorted((k, str(v)) for k, v in goal.normalised.items() if k != "scope"))
        if same not in out and not (
            goal.kind == "other" and any(fold(goal.text) in fold(g.text) for g in out.values())
        ):
            out[same] = goal
    return list(out.values())


def _with_baselines(goals: list[Goal]) -> Iterator[Goal]:
    """Goals against a year whose result the plan states carry that result as `baseline`."""
    facts = {(g.kind, g.normalised.get("year")): g.normalised for g in goals if g.is_fact}
    for goal in goals:
        fact = facts.get((goal.kind, goal.normalised.get("baseline_year"))) if not goal.is_fact else None
        value = fact.get(goal.kind) if fact else None
        yield goal if value is None else replace(goal, normalised=dict(goal.normalised) | {"baseline": value})
