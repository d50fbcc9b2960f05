"""Which component a task belongs to: read off a printed name, or suggested from the section and the text."""

import re
from dataclasses import dataclass
from functools import cache

from dondoc.framework.rules import cues
from dondoc.framework.rules.dimensions import match_dimension
from dondoc.framework.rules.papi import COMPONENTS, reference_of
from dondoc.toolkit.text import fold


@dataclass(frozen=True, slots=True)
class ComponentMatch:
    """`code` in our one numbering ("2.4") or None; `is_suggestion` is False only where the plan prints it."""

    code: str | None
    confidence: float
    is_suggestion: bool


_NOTHING = ComponentMatch(None, 0.0, True)
_WHOLE_CODE = re.compile(r"([1-8])\.(\d)$")
# Below this a guess is kept to oneself; a printed code without a name counts as much as two clear words.
_ENOUGH, _ENOUGH_WITHOUT_SECTION, _CODE_WEIGHT = 0.5, 1.6, 2.0


def match_component(
    *, section: int | None, printed_code: str | None, printed_name: str | None, text: str, year: int | None
) -> ComponentMatch:
    """The component of a task.

    A printed name decides, whatever code stands beside it (plans shift the codes); a name that is no component of the
    index gives None. Where no name is printed, the section, the code and the text give a suggestion, or None.
    """
    section = section or _section_of(printed_code)
    if printed_name and fold(printed_name):
        return _by_name(fold(printed_name), section)
    return _suggestion(section, printed_code, fold(text), year)


def _section_of(code: str | None) -> int | None:
    found = _WHOLE_CODE.match((code or "").strip(" ."))
    return int(found.group(1)) if found else None


@cache
def _name_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(rf"(?<![a-z])(?:{pattern})")) for code, pattern in cues.NAMES)


def _by_name(name: str, section: int | None) -> ComponentMatch:
    exact = _full_name(name)
    if exact is not None and (section is None or exact.startswith(f"{section}.")):
        return ComponentMatch(exact, 0.99, False)
    if re.search(cues.NO_COMPONENT, name) and not re.search(r"chung thuc|quyen su dung|phep xay dung", name):
        return ComponentMatch(None, 0.9, False)
    if match_dimension(name) is not None and section is not None:
        return ComponentMatch(None, 0.8, False)
    if section is None:
        section = _section_by_name(name)
    within = [code for code, pattern in _name_patterns() if code[0] == str(section) and pattern.search(name)]
    if within:
        return ComponentMatch(within[0], 0.95 if len(within) == 1 else 0.85, False)
    return ComponentMatch(exact, 0.7, False)


def _full_name(name: str) -> str | None:
    """The component whose name this is, up to a letter or two; nothing where two are as near."""
    from rapidfuzz import fuzz

    known = {(fold(c.name_vi), c.reference) for c in COMPONENTS if c.reference}
    scores = sorted(((fuzz.ratio(name, full), code or "") for full, code in known), reverse=True)
    return scores[0][1] if scores[0][0] >= 92 else None


def _section_by_name(name: str) -> int | None:
    if re.search(r"tham nhung|tuyen dung", name):
        return 4
    scores = {code: _score(name, code) for code in cues.WORK}
    best = max(scores, key=lambda code: scores[code])
    return int(best[0]) if scores[best] >= 1 else None


@cache
def _work_patterns(code: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((re.compile(rf"(?<![a-z])(?:{pattern})"), weight) for pattern, weight in cues.WORK[code])


def _score(flat: str, code: str) -> float:
    """The weight of what speaks for a component; what stands first in the text counts half as much again."""
    score = 0.0
    for pattern, weight in _work_patterns(code):
        found = pattern.search(flat)
        if found is not None:
            score += weight * (1.5 if found.start() < 90 else 1.0)
            score += 0.2 * weight * min(2, sum(1 for _ in pattern.finditer(flat, found.end())))
    return score


def _suggestion(section: int | None, code: str | None, flat: str, year: int | None) -> ComponentMatch:
    scores = {known: _score(flat, known) for known in cues.WORK if section is None or known[0] == str(section)}
    printed = reference_of(code.strip(" ."), year) if code and _WHOLE_CODE.match(code.strip(" .")) else None
    if printed in scores:
        scores[printed] += _CODE_WEIGHT
    if not scores or (section is None and re.search(cues.GENERAL, flat)):
        return _NOTHING
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    (best, score), second = ranked[0], ranked[1][1]
    if score < (_ENOUGH if section else _ENOUGH_WITHOUT_SECTION) or (section is None and score < 1.25 * second):
        return _NOTHING
    margin = (score - second) / score
    return ComponentMatch(best, round(min(0.9, (0.35 if section else 0.25) + 0.45 * margin + 0.03 * score), 2), True)
