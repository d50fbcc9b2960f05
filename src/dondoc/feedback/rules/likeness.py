"""How alike two reports are: by their words, their place and their subject. Offered to people, never decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import TypeVar

from dondoc.toolkit.text import fold

NEAR_METRES, ENOUGH = 250.0, 0.45
_EMPTY_WORDS = """
la va cua co thi ma o tai cac nhung cho voi de den tu ra vao nay do rat qua bi duoc khong da dang se toi chung
nguoi dan de nghi phan anh kien nghi uy ban xa phuong thon to khu pho duong
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


@dataclass(frozen=True, slots=True)
class Written:
    """What is compared of a report; `key` finds it again."""

    key: str
    text: str
    settlement: int | None = None
    service: int | None = None
    latitude: float | None = None
    longitude: float | None = None


T = TypeVar("T")


def words_of(text: str) -> frozenset[str]:
    return frozenset(word for word in fold(text).replace(",", " ").replace(".", " ").split() if len(word) > 1) - _EMPTY


def likeness(one: Written, other: Written) -> float:
    """0 to about 1.5. Words count by the share of the shorter text that stands in the longer; two or three words in
    common prove nothing alone. Points far apart (over two kilometres) are two things, whatever their words."""
    first, second = words_of(one.text), words_of(other.text)
    common = len(first & second)
    by_words = common / max(1, min(len(first), len(second))) * min(1.0, common / 4)
    metres = distance(one, other)
    if metres is not None and metres > 8 * NEAR_METRES:
        return 0.0
    by_place = 0.25 if metres is not None and metres <= NEAR_METRES else 0.0
    if one.settlement is not None and one.settlement == other.settlement:
        by_place = max(by_place, 0.15)
    by_subject = 0.1 if one.service is not None and one.service == other.service else 0.0
    return by_words * 0.9 + (by_place + by_subject if common >= 2 else 0.0)


def most_alike(one: Written, others: Iterable[Written], *, most: int = 5) -> Sequence[str]:
    """Keys of those that are alike enough, the most alike first."""
    found = [(likeness(one, other), other.key) for other in others if other.key != one.key]
    return [key for score, key in sorted(found, key=lambda pair: (-pair[0], pair[1])) if score >= ENOUGH][:most]


def distance(one: Written, other: Written) -> float | None:
    """Metres between two points, where both have one."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north = radians(other.latitude - one.latitude) / 2
    east = radians(other.longitude - one.longitude) / 2
    half = sin(north) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east) ** 2
    return 2 * 6_371_000 * asin(sqrt(half))
