"""Makers of receptions, dialogues and promises: each calls the action that makes it."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.meetings.actions.dialogue import add_question, announce_dialogue, hold_dialogue
from dondoc.meetings.actions.norms import adopt_norms, expand_norms
from dondoc.meetings.actions.promise import promise
from dondoc.meetings.actions.reception import add_visit, plan_receptions
from dondoc.meetings.models import Dialogue, Promise, Reception, Visit
from dondoc.units.models import AdministrativeUnit, Agency
from makers import LONG_AGO


def make_norms(unit: AdministrativeUnit, *, at: datetime = LONG_AGO, year: int = 2026) -> None:
    adopt_norms(unit, by=None, at=at)
    expand_norms(unit, year=year, by=None, at=at)


def make_reception(agency: Agency, *, on: date, by: User, at: datetime, **more: Any) -> Reception:
    more = {"starts_at": time(8), "ends_at": time(11), "place": "Phòng tiếp công dân", "chaired_by": "Vũ Khang"} | more
    return plan_receptions(agency, first_on=on, by=by, at=at, **more)[0]


def make_visit(reception: Reception, *, by: User, at: datetime, **more: Any) -> Visit:
    more = {"kind": "proposal", "content": "Đề nghị sửa đường vào thôn", "citizen": "Bùi Thị Hoa"} | more
    return add_visit(reception, by=by, at=at, **more)


def make_dialogue(agency: Agency, *, on: date, by: User, at: datetime, **more: Any) -> Dialogue:
    more = {"topic": "Đất đai, môi trường", "starts_at": time(8), "place": "Hội trường xã"} | more
    return announce_dialogue(agency, on=on, by=by, at=at, **more)


def make_promise(source: Any, agency: Agency, *, by: User, at: datetime, days: int = 10) -> Promise:
    due_on = timezone.localtime(at).date() + timedelta(days=days)
    return promise(source, agency=agency, text="Sửa đường vào thôn Nà Lan", due_on=due_on, by=by, at=at)


def make_question(dialogue: Dialogue, *, by: User, at: datetime) -> Any:
    return add_question(dialogue, text="Bao giờ sửa đường vào thôn?", by=by, at=at)


def make_talk(agency: Agency, *, on: date, by: User, at: datetime, days: int = 10) -> Promise:
    """A dialogue that was held on a day, with one question and what was promised to it by so many days later."""
    talk = make_dialogue(agency, on=on, by=by, at=at)
    held_at = timezone.make_aware(datetime.combine(on, time(16)))
    hold_dialogue(talk, people=80, minutes="03/BB-UBND", by=by, at=held_at)
    return make_promise(make_question(talk, by=by, at=held_at), agency, by=by, at=held_at, days=days)
