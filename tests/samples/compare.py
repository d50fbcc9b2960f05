"""How well a reading agrees with a gold annotation: which tasks were found, which of their fields are right.

The measure is that of the annotated plans (a field is right or wrong, names are compared as sets, contents by their
letters); here it is written to be fast, since a run compares hundreds of readings.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from samples.paper import Gold

ROLES = ("lead", "coordinate", "execute", "guide_monitor")
CYCLES = {"6-month": "half-year", "9-month": "nine-month"}
KEYS = ("number", "symbol", "date", "year", "type", "issuer_level", "signer", "signing_mode")
MATCHES = 0.8
LETTERS = re.compile(r"[^\W_]+")
TONES = "\u0300\u0301\u0309\u0303\u0323"
PLACES = [
    (unicodedata.normalize("NFC", pair + tone), unicodedata.normalize("NFC", pair[0] + tone + pair[1]))
    for pair in ("oa", "oe", "uy")
    for tone in TONES
]


@dataclass(frozen=True, slots=True)
class Part:
    """Annex or body: counts of tasks and of fields. `wrong` names what is wrong, for people."""

    gold: int = 0
    read: int = 0
    found: int = 0
    right: dict[str, int] = field(default_factory=dict)
    compared: dict[str, int] = field(default_factory=dict)
    wrong: tuple[tuple[str, str, str, str], ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        return self.found / self.read if self.read else 1.0

    @property
    def fields(self) -> float:
        compared = sum(self.compared.values())
        return sum(self.right.values()) / compared if compared else 1.0


@dataclass(frozen=True, slots=True)
class Comparison:
    annex: Part
    body: Part
    document: dict[str, bool]

    @property
    def document_share(self) -> float:
        return sum(self.document.values()) / len(self.document)

    @property
    def document_wrong(self) -> list[str]:
        return [name for name, is_right in self.document.items() if not is_right]


def fold(text: object) -> str:
    """Letters and digits alone, in lower case, one place for tones."""
    return _fold("" if text is None else str(text))


@lru_cache(maxsize=100_000)
def _fold(text: str) -> str:
    flat = unicodedata.normalize("NFC", text).lower().replace("ð", "đ").replace("&", " và ")
    for late, early in PLACES:
        flat = flat.replace(late, early)
    return " ".join(LETTERS.findall(flat))


def alike(one: object, other: object) -> float:
    """0..1; 0 where less than half of the shorter one's words are shared."""
    return _alike(fold(one), fold(other))


@lru_cache(maxsize=200_000)
def _alike(a: str, b: str) -> float:
    if not a or not b:
        return float(a == b)
    words = set(a.split()), set(b.split())
    if len(words[0] & words[1]) / min(len(words[0]), len(words[1])) < 0.5:
        return 0.0
    return fuzz.ratio(a, b) / 100


def compare(gold: Gold, read: Gold) -> Comparison:
    """Annex, body and document of one reading."""
    tasks = {source: _of(read, source) for source in ("appendix", "body")}
    beside = [task for task in _of(gold, "body") if not task.get("core", True)]
    core = [task for task in _of(gold, "body") if task.get("core", True)]
    annex = [task for task in _of(gold, "appendix") if task.get("core", True)]
    return Comparison(_part(annex, tasks["appendix"]), _part(core, tasks["body"], beside), _document(gold, read))


def _of(plan: Gold, source: str) -> list[Gold]:
    return [task for task in plan.get("tasks", []) if task.get("source", "appendix") == source]


def _matched(gold: Sequence[Gold], read: Sequence[Gold]) -> list[tuple[int, int]]:
    pairs = [
        (likeness, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(read)
        if (likeness := _likeness(one, other)) >= MATCHES
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    out = []
    for _, i, j in sorted(pairs, reverse=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            out.append((i, j))
    return out


def _part(gold: Sequence[Gold], read: Sequence[Gold], beside: Sequence[Gold] = ()) -> Part:
    found = _matched(gold, read)
    rest = [other for j, other in enumerate(read) if j not in {j for _, j in found}]
    excused = {j for _, j in _matched(beside, rest)}
    extra = [other for j, other in enumerate(rest) if j not in excused]
    right: dict[str, int] = {}
    compared: dict[str, int] = {}
    wrong = []
    for i, j in found:
        for name, is_right in _fields(gold[i], read[j]).items():
            compared[name] = compared.get(name, 0) + 1
            right[name] = right.get(name, 0) + is_right
            if not is_right:
                wrong.append((gold[i]["content"][:50], name, _short(gold[i], name), _short(read[j], name)))
    hit = {i for i, _ in found}
    missing = tuple(one["content"][:90] for i, one in enumerate(gold) if i not in hit)
    extras = tuple(str(other.get("content"))[:90] for other in extra)
    return Part(len(gold), len(found) + len(extra), len(found), right, compared, tuple(wrong), missing, extras)


def _short(task: Gold, name: str) -> str:
    key = {"subdimension": "papi_subdimension"}.get(name, name)
    value = task.get(key)
    if isinstance(value, dict):
        value = {k: v for k, v in value.items() if k in ("text", "op", "value", "kind", "normalised")}
    return str(value)[:160]


def _fields(gold: Gold, read: Gold) -> dict[str, bool]:
    out = {"section": read.get("section") in (gold.get("section"), *gold.get("section_alt", []))}
    if gold.get("subcode"):
        out["subcode"] = read.get("subcode") == gold["subcode"]
    if gold.get("papi_subdimension") and (gold.get("subcode") or gold.get("indicator_name")):
        accepted = [gold["papi_subdimension"], *gold.get("papi_subdimension_alt", [])]
        out["subdimension"] = read.get("papi_subdimension") in accepted
    for role in ROLES:
        accepted = [gold.get(role) or [], gold.get(f"{role}_normalised")]
        names = {fold(name) for name in read.get(role) or []}
        out[role] = any(names == {fold(name) for name in one} for one in accepted if one is not None)
    if "product" in gold:
        out["product"] = alike("; ".join(read.get("product") or []), "; ".join(gold["product"] or [])) >= 0.9
    if not _is_open(gold.get("target")):
        out["target"] = _aim(read.get("target")) == _aim(gold.get("target"))
    if not _is_open(gold.get("schedule")):
        out["schedule"] = when(read.get("schedule")) == when(gold.get("schedule"))
    out["content"] = _likeness(gold, read) >= 0.97
    return out


def _likeness(gold: Gold, read: Gold) -> float:
    accepted = [gold["content"], gold.get("content_alt") or gold["content"]]
    return max(alike(one, read.get("content")) for one in accepted)


def _is_open(value: Gold | None) -> bool:
    """The gold leaves open what is right."""
    return bool(value and value.get("unsettled"))


def _aim(target: Gold | None) -> tuple[object, object] | None:
    return (target.get("op"), target.get("value")) if target else None


def when(schedule: Gold | None) -> tuple[object, ...] | None:
    """A schedule as it is compared: its kind and its key."""
    if not schedule:
        return None
    kind, meant = schedule.get("kind"), schedule.get("normalised") or {}
    if kind == "other" and meant.get("before"):
        kind, meant = "date", {"date": meant["before"], "op": "before"}
    if kind in ("month", "quarter", "year"):
        return kind, meant.get(kind)
    if kind == "date":
        op = meant.get("op") or "on"
        return kind, meant.get("date"), "on" if op == "by" else op
    if kind == "range":
        return kind, meant.get("from"), meant.get("to")
    if kind == "recurring":
        every = meant.get("every")
        names = every if isinstance(every, list) else [every]
        cycles = tuple(sorted(CYCLES.get(name or "", name or "") for name in names))
        return kind, cycles, meant.get("month"), meant.get("day") or meant.get("before_day")
    return (kind,)


def _document(gold: Gold, read: Gold) -> dict[str, bool]:
    one, other = gold["document"], read.get("document", {})
    out = {key: fold(str(one[key])) == fold(str(other.get(key))) for key in KEYS if key in one}
    out["title"] = alike(one.get("title"), other.get("title")) >= 0.95
    names = "; ".join(one.get("recipients") or [])
    out["recipients"] = not names or alike("; ".join(other.get("recipients") or []), names) >= 0.95
    if "reporting_regime" in gold:
        out["reporting"] = _rules(gold) == _rules(read)
        beside = set(gold.get("deadlines_beside", []))
        out["deadlines"] = _dues(gold) <= _dues(read) <= _dues(gold) | beside
        out["goals"] = _aims(gold) == _aims(read)
    return out


def _rules(plan: Gold) -> set[tuple[object, ...]]:
    rules = [rule for rule in plan.get("reporting_regime", []) if rule.get("cycle") != "unspecified"]
    return {(rule.get("cycle"), fold(rule.get("to")), *_day(rule)) for rule in rules}


def _day(rule: Gold) -> tuple[bool, object]:
    due = rule["due_normalised"] if "due_normalised" in rule else rule.get("due")
    due = due if isinstance(due, dict) else {}
    day = due.get("month_day") or due.get("day")
    return (bool(due.get("before")), day) if day else (False, None)


def _dues(plan: Gold) -> set[str | None]:
    return {deadline.get("due") for deadline in plan.get("deadlines", [])}


def _aims(plan: Gold) -> set[str]:
    goals = (goal for goal in plan.get("goals", []) if not goal.get("is_fact"))
    return {goal["kind"] for goal in goals if goal.get("kind") in ("rank", "score", "group")}
