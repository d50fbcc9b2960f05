"""Ranks: 1 is the best, equal scores share a place and the next one is left out (1, 2, 2, 4)."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from decimal import Decimal


def ranks(scores: Mapping[str, Decimal]) -> dict[str, int]:
    """Rank by province, over those with a score alone."""
    ordered = sorted(scores.values())
    return {province: rank_among(score, ordered) for province, score in scores.items()}


def rank_among(score: Decimal, ordered: list[Decimal]) -> int:
    """The rank of a score among scores in ascending order: one more than there are better ones."""
    return len(ordered) - bisect_right(ordered, score) + 1


def common_ranks(before: Mapping[str, Decimal], after: Mapping[str, Decimal]) -> tuple[dict[str, int], dict[str, int]]:
    """Ranks of two years over the provinces that have a score in both, so that a place lost is lost to a rival."""
    shared = before.keys() & after.keys()
    return ranks(only(before, shared)), ranks(only(after, shared))


def score_at(rank: int, scores: Iterable[Decimal]) -> Decimal:
    """The score that holds a place: `rank` from 1, not beyond the number of scores."""
    return sorted(scores, reverse=True)[rank - 1]


def only(scores: Mapping[str, Decimal], provinces: Iterable[str]) -> dict[str, Decimal]:
    """The scores of some provinces."""
    return {province: scores[province] for province in provinces}
