"""What feedback tells others: sums over sums, and answered is not resolved."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from dondoc.feedback.actions.answering import confirm_outcome
from dondoc.feedback.actions.dispatching import acknowledge_report
from dondoc.figures.registry import Ask, Kind, figures, tell, tell_all
from makers.feedback import Ward, make_answered, make_report
from people import Cast

pytestmark = pytest.mark.django_db


def told(ward: Ward, name: str) -> tuple[Decimal, Decimal | None] | None:
    ask = Ask(frozenset({ward.unit.pk}), date(2026, 11, 1), date(2026, 11, 30))
    rows = tell(f"feedback.{name}", ask)
    return (rows[0].numerator, rows[0].denominator) if rows else None


def test_what_came_in_and_what_was_acknowledged_in_time(ward: Ward, cast: Cast, now: datetime) -> None:
    make_report(ward, at=now)
    late = make_report(ward, at=now)
    acknowledge_report(late, agency=ward.division, by=cast.lan, at=now + timedelta(days=2))
    make_answered(ward, by=cast.lan, at=now)
    assert told(ward, "received") == (3, None)
    assert told(ward, "acknowledged-in-time") == (1, 3)
    assert told(ward, "answered-in-time") == (1, 2)


def test_answered_is_not_resolved(ward: Ward, cast: Cast, now: datetime) -> None:
    make_answered(ward, by=cast.lan, at=now)
    make_answered(ward, by=cast.lan, at=now, outcome="explained")
    denied = make_answered(ward, by=cast.lan, at=now)
    confirm_outcome(denied, is_resolved=False, rating=1, at=now + timedelta(days=1))
    assert told(ward, "resolved") == (1, 3)
    assert told(ward, "content") == (0, 1)


def test_nothing_is_told_of_units_that_have_nothing(ward: Ward) -> None:
    assert told(ward, "received") is None


def test_they_speak_of_hearing_people() -> None:
    names = {one.name for one in figures(component="8.3")}
    assert {"feedback.answered-in-time", "feedback.resolved"} <= names
    assert "feedback.signals" in {one.name for one in figures(component="4.1")}


def test_what_is_asked_at_once_is_told_as_one_by_one_and_added_up_in_one_query(
    ward: Ward, cast: Cast, now: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_answered(ward, by=cast.lan, at=now)
    ask = Ask(frozenset({ward.unit.pk}), date(2026, 11, 1), date(2026, 11, 30))
    with django_assert_max_num_queries(4):  # three for what is no sum: days on the board, targets met
        at_once = {figure.name: told for figure, told in tell_all(ask, frozenset(Kind) - {Kind.SCORE})}
    assert at_once == {name: tell(name, ask) for name in at_once}
    assert at_once["feedback.answered-in-time"][0].denominator == 1
