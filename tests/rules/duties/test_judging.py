"""Targets from figures: sums over sums, durations by the longest, coverage by units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.duties.rules.judging import Aim, Figure, Kind, coverage, measured, met, total
from dondoc.toolkit.errors import BadInput


def share(numerator: int, denominator: int) -> Figure:
    return Figure(Kind.SHARE, Decimal(numerator), Decimal(denominator))


shares = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda pair: share(min(pair), max(pair)))


def test_shares_add_up_by_sums_and_never_by_averages() -> None:
    whole = total([share(1, 1), share(0, 99)])
    assert whole is not None
    assert measured(whole) == 1


@given(st.lists(shares, min_size=1, max_size=20))
def test_the_sum_of_parts_is_the_whole_in_any_order(figures: list[Figure]) -> None:
    whole = total(figures)
    assert whole == total(list(reversed(figures)))
    assert whole is not None
    value = measured(whole)
    assert value is None or 0 <= value <= 100


@pytest.mark.parametrize(
    ("aim", "figure", "expected"),
    [
        (Aim(Kind.SHARE, ">=", Decimal(30)), share(3, 10), True),
        (Aim(Kind.SHARE, ">=", Decimal(30)), share(29, 100), False),
        (Aim(Kind.SHARE, ">=", Decimal(90), strict=True), share(9, 10), False),
        (Aim(Kind.SHARE, "=", Decimal(100)), share(7, 7), True),
        (Aim(Kind.SHARE, "=", Decimal(100)), share(0, 0), None),
        (Aim(Kind.COUNT, ">=", Decimal(2)), Figure(Kind.COUNT, Decimal(3)), True),
        (Aim(Kind.DURATION, "<=", Decimal(24)), Figure(Kind.DURATION, Decimal(25), Decimal(9)), False),
        (Aim(Kind.COUNT, ">=", Decimal(1)), None, None),
    ],
)
def test_an_aim_is_met_or_not_or_cannot_be_said(aim: Aim, figure: Figure | None, expected: bool | None) -> None:
    assert met(aim, figure) is expected


def test_a_duration_is_as_long_as_its_longest_case() -> None:
    whole = total([Figure(Kind.DURATION, Decimal(5), Decimal(10)), Figure(Kind.DURATION, Decimal(7), Decimal(1))])
    assert whole == Figure(Kind.DURATION, Decimal(7), Decimal(11))


def test_a_unit_that_said_nothing_has_not_met_it() -> None:
    assert coverage([True, False, None, True]) == share(2, 4)


@pytest.mark.parametrize(("numerator", "denominator"), [(5, 4), (-1, 4)])
def test_a_share_above_its_whole_is_refused(numerator: int, denominator: int) -> None:
    with pytest.raises(BadInput):
        share(numerator, denominator)
