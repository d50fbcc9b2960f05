"""Figures of meetings."""

from datetime import date, datetime, timedelta

import pytest

from dondoc.figures.registry import Ask, tell
from dondoc.meetings.actions.promise import keep_promise
from dondoc.meetings.actions.reception import hold_reception
from makers.meetings import make_dialogue, make_promise, make_reception, make_visit
from people import Cast

pytestmark = pytest.mark.django_db


def test_held_of_owed_kept_of_promised(place, cast: Cast, autumn: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 20))
    month = Ask(frozenset({place.an_lac.unit_id}), date(2026, 10, 1), date(2026, 10, 31))
    one = make_reception(place.an_lac, on=autumn.date(), by=cast.lan, at=autumn)
    hold_reception(one, by=cast.lan, at=autumn)
    [told] = tell("meetings.receptions", month)
    assert told.numerator == 1
    assert told.denominator in (4, 5)
    visit = make_visit(one, by=cast.lan, at=autumn, people=3)
    kept, late = (make_promise(visit, place.an_lac, by=cast.lan, at=autumn, days=5) for _ in range(2))
    keep_promise(kept, text="Đã sửa", by=cast.lan, at=autumn + timedelta(days=1))
    [told] = tell("meetings.promises-kept", month)
    assert (told.numerator, told.denominator) == (1, 2)
    assert tell("meetings.promises-late", month)[0].numerator == 1
    assert tell("meetings.visits", month)[0].numerator == 3
    make_dialogue(place.an_lac, on=autumn.date(), by=cast.lan, at=autumn)
    assert tell("meetings.dialogues", month) == []
    assert late.done == ""
