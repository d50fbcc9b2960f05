"""Which task of an amending document goes on with which task of the plan it amends."""

from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.toolkit.text import fold

ALIKE = 78.0
RELATED = 60.0


@dataclass(frozen=True, slots=True)
class Named:
    """A task as far as matching is concerned. `key` stays over versions."""

    key: str
    content: str
    component: str = ""


def match_tasks(old: Sequence[Named], new: Sequence[Named]) -> dict[str, str]:
    """New key -> old key, each at most once, the most alike first. The same component counts for a tenth; what is less
    alike than `ALIKE` of a hundred is a new task."""
    from rapidfuzz import fuzz

    told = [(one.key, fold(one.content), one.component) for one in old]
    scored = []
    for one in new:
        text = fold(one.content)
        for key, other, component in told:
            alike = fuzz.token_sort_ratio(text, other)
            same = 10.0 if component and component == one.component else 0.0
            if alike >= ALIKE - same:
                scored.append((alike + same, one.key, key))
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _, fresh, former in sorted(scored, reverse=True):
        if fresh not in pairs and former not in taken:
            pairs[fresh] = former
            taken.add(former)
    return pairs


def likest(old: Sequence[Named], one: Named, *, most: int = 3) -> list[str]:
    """Keys of those that a person may mean, the most alike first: as alike as two texts on one matter are."""
    from rapidfuzz import fuzz

    text = fold(one.content)
    scored = []
    for other in old:
        same = 10.0 if one.component and other.component == one.component else 0.0
        scored.append((fuzz.token_set_ratio(text, fold(other.content)) + same, other.key))
    return [key for score, key in sorted(scored, key=lambda pair: -pair[0])[:most] if score >= RELATED]
