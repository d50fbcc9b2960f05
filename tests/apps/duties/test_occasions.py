"""Event-bound work waits for its event; two events of one commune are two occurrences."""

from datetime import date, datetime

import pytest

from dondoc.duties.access import published
from dondoc.duties.actions.occasion import record_occasion
from dondoc.duties.models import Duty, Obligation
from dondoc.duties.queries.checks import recount
from dondoc.duties.queries.page import explanation_of
from dondoc.toolkit.errors import BadInput
from makers import expand, make_duty

pytestmark = pytest.mark.django_db
BEFORE_ELECTION = {"kind": "event", "text": "Trước khi bầu cử trưởng thôn", "normalised": {"event": "bầu cử"}}


@pytest.fixture
def duty(place) -> Duty:
    made = make_duty(place.province, [("execute", place.communes)], schedule=BEFORE_ELECTION)
    expand()
    return made


def recorded(duty: Duty, spring: datetime, **more):
    return record_occasion(duty, name="Bầu cử thôn Nà Lan", on=date(2026, 5, 4), by=None, at=spring, **more)


def test_nothing_is_owed_before_the_event_is_known(duty: Duty) -> None:
    assert Obligation.objects.count() == 0


def test_the_day_of_the_village_opens_it_for_its_commune(duty: Duty, place, spring: datetime) -> None:
    recorded(duty, spring, agency=place.an_lac)
    one = published().get()
    assert (one.owed_by, one.state, one.due_on) == (place.an_lac, "open", date(2026, 4, 29))
    assert one.label == "Bầu cử thôn Nà Lan (04/05/2026)"
    assert "Xong trước ngày 04/05/2026" in explanation_of(one)["rule"]
    assert recount() == 0


def test_two_elections_in_one_commune_are_two_and_told_twice_is_one(duty: Duty, place, spring: datetime) -> None:
    first = recorded(duty, spring, agency=place.an_lac)
    assert recorded(duty, spring, agency=place.an_lac) == first
    record_occasion(duty, name="Bầu cử thôn Nà Pồng", on=date(2026, 5, 4), by=None, at=spring, agency=place.an_lac)
    assert published().filter(owed_by=place.an_lac).count() == 2


def test_an_event_of_all_opens_it_for_all_and_expansion_leaves_it_alone(duty: Duty, place, spring: datetime) -> None:
    recorded(duty, spring)
    expand(at=spring)
    assert published().filter(state="open").count() == 3


def test_an_agency_that_does_not_owe_it_is_refused(duty: Duty, place, spring: datetime) -> None:
    with pytest.raises(BadInput) as refused:
        recorded(duty, spring, agency=place.lead)
    assert refused.value.code == "occasion-elsewhere"


def test_a_duty_with_days_of_its_own_is_refused(place, spring: datetime) -> None:
    other = make_duty(place.province, [("execute", place.an_lac)], task="T9")
    with pytest.raises(BadInput) as refused:
        recorded(other, spring)
    assert refused.value.code == "duty-not-by-event"
