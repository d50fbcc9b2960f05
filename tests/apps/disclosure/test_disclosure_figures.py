"""Figures of disclosure: sums over sums, of the period, of the units that were asked for."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from dondoc.disclosure.actions.ledger import reverse_entry
from dondoc.disclosure.actions.publication import take_down
from dondoc.duties.actions.opening import open_due
from dondoc.figures.registry import Ask, figures, tell, total_of
from makers.disclosure import (
    make_collection,
    make_comment,
    make_consultation,
    make_entry,
    make_publication,
    on_board,
)
from people import Cast

pytestmark = pytest.mark.django_db
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def ask(place, *days: date, **more) -> Ask:
    return Ask(frozenset({place.an_lac.unit_id}), *(days or YEAR), **more)


def test_in_time_over_all_that_was_due(place, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    at = datetime(2026, 4, 10, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    budget = ask(place, date(2026, 1, 1), date(2026, 10, 31), component="2.3")
    before = tell("disclosure.in-time", budget)[0]
    make_publication(
        place.items["ns-thuc-hien"], place.an_lac, by=cast.lan, at=at, obligation=place.owed("ns-thuc-hien"),
        places=[on_board(at.date()), hall_of(place, at.date())],
    )  # fmt: skip
    after = tell("disclosure.in-time", budget)[0]
    assert (before.numerator, after.numerator, after.denominator) == (0, 1, before.denominator)
    open_due(at=at + timedelta(days=250))
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 12, 20))
    assert tell("disclosure.late", budget)[0].numerator == after.denominator - 1


def hall_of(place, day: date):
    from dondoc.disclosure.actions.publication import Place
    from dondoc.units.models import Settlement

    return Place("village", day, settlement=Settlement.objects.get(commune=place.an_lac.unit))


def test_days_hung_lie_in_the_period(place, cast: Cast, autumn: datetime) -> None:
    one = make_publication(place.items["kt-xh"], place.an_lac, by=cast.lan, at=autumn, places=[on_board(autumn.date())])
    later = autumn + timedelta(days=12)
    take_down(one.postings.get(), on=later.date(), reason="Sơn lại", by=cast.lan, at=later)
    [told] = tell("disclosure.days-hung", ask(place))
    assert (told.numerator, told.denominator) == (12, 1)
    [told] = tell("disclosure.days-hung", ask(place, date(2026, 10, 11), date(2026, 10, 15)))
    assert told.numerator == 5
    assert tell("disclosure.days-hung", ask(place, date(2026, 11, 1), date(2026, 11, 30))) == []


def test_money_is_the_sum_of_the_lines_and_reversals(place, cast: Cast, autumn: datetime) -> None:
    money = make_collection(place.an_lac, by=cast.lan, at=autumn)
    make_entry(money, by=cast.lan, at=autumn, amount=1_000_003)
    reverse_entry(make_entry(money, by=cast.lan, at=autumn, amount=7), reason="Nhầm", by=cast.lan, at=autumn)
    told = tell("disclosure.collected", ask(place))
    figure = next(one for one in figures() if one.name == "disclosure.collected")
    assert total_of(figure, told) == (Decimal(1_000_003), None)
    assert tell("disclosure.spent", ask(place)) == []


def test_drafts_and_comments(place, cast: Cast, autumn: datetime) -> None:
    draft = make_consultation(place.an_lac, by=cast.lan, at=autumn)
    make_comment(draft, at=autumn)
    assert tell("disclosure.consultations", ask(place))[0].numerator == 1
    [told] = tell("disclosure.comments-answered", ask(place))
    assert (told.numerator, told.denominator) == (0, 1)


def test_nobody_else_is_told_of(place, cast: Cast, autumn: datetime) -> None:
    make_consultation(place.binh_hoa, by=cast.tung, at=autumn)
    assert tell("disclosure.consultations", ask(place)) == []
