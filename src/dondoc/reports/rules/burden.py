"""What one agency is asked for, and which of it twice: nearly the same words in two plans, on the same component."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from dondoc.toolkit.text import fold

ALIKE = 85  # of 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A thing asked: `source` the plan, `fields` how many places there are to fill in each time."""

    code: str
    title: str
    source: str
    component: str
    fields: int
    is_report: bool = False


@dataclass(frozen=True, slots=True)
class Twin:
    """Two that ask for the same; the first named by the words of its plan."""

    first: Asked
    second: Asked


def twins(asked: Sequence[Asked]) -> tuple[Twin, ...]:
    """Pairs from different plans whose words are nearly the same and whose components do not differ. In the order of
    their codes, each pair once."""
    pairs = combinations(sorted(asked, key=lambda one: one.code), 2)
    return tuple(Twin(one, other) for one, other in pairs if one.source != other.source and _near(one, other))


def _near(one: Asked, other: Asked) -> bool:
    if one.component and other.component and one.component != other.component:
        return False
    first, second = sorted((_folded(one.title), _folded(other.title)))
    return _likeness(first, second) >= ALIKE


@lru_cache(maxsize=4096)
def _folded(title: str) -> str:
    return fold(title)


@lru_cache(maxsize=65536)
def _likeness(first: str, second: str) -> float:
    """Kept, for a hundred communes are asked for the same things."""
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(first, second, score_cutoff=ALIKE)
