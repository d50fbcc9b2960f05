"""What stands in a unit's public calendar: receptions, dialogues, events. No name of a citizen is in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.meetings.models import Dialogue, LocalEvent, Reception
from dondoc.units.models import AdministrativeUnit
from dondoc.web.ical import Event

BACK, FORTH = 31, 400
_LASTS = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One line that anybody may read; `starts_at` is None for what has no hour."""

    code: str
    kind: str
    title: str
    on: date
    place: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    is_online: bool = False

    def as_event(self) -> Event:
        uid = f"{self.kind}-{self.code}@dondoc"
        return Event(uid, self.on, self.title, place=self.place, starts_at=self.starts_at, ends_at=self.ends_at)


def public_calendar(unit: AdministrativeUnit, today: date) -> list[CalendarRow]:
    """From a month back to a year ahead, by day. Three queries."""
    days = (today - timedelta(days=BACK), today + timedelta(days=FORTH))
    return sorted(_rows(unit, days), key=lambda row: (row.on, row.starts_at or _moment(row.on, time.min), row.code))


def next_day(unit: AdministrativeUnit, today: date) -> date | None:
    """The first day of the calendar from today on. One query."""
    receptions = Reception.objects.filter(unit=unit, on__gte=today, missed_reason="").values_list("on")
    others = [model.objects.filter(unit=unit, on__gte=today).values_list("on") for model in (Dialogue, LocalEvent)]
    found = receptions.order_by().union(*(rows.order_by() for rows in others)).order_by("on").first()
    return found[0] if found else None


def _rows(unit: AdministrativeUnit, days: tuple[date, date]) -> Iterator[CalendarRow]:
    for one in Reception.objects.filter(unit=unit, on__range=days, missed_reason="").select_related("agency"):
        starts_at, ends_at = _moment(one.on, one.starts_at), _moment(one.on, one.ends_at)
        title = _("Tiếp công dân: %(who)s") % {"who": one.agency.name}
        yield CalendarRow(one.code, "tiep-dan", title, one.on, one.place, starts_at, ends_at, one.is_online)
    for talk in Dialogue.objects.filter(unit=unit, on__range=days):
        starts_at = _moment(talk.on, talk.starts_at)
        title = _("Đối thoại với Nhân dân: %(topic)s") % {"topic": talk.topic}
        yield CalendarRow(
            talk.code, "doi-thoai", title, talk.on, talk.place, starts_at, starts_at + _LASTS, talk.is_online
        )
    for event in LocalEvent.objects.filter(unit=unit, on__range=days).select_related("settlement"):
        place = f"{event.settlement.kind} {event.settlement.name}" if event.settlement else ""
        yield CalendarRow(event.code, "su-kien", event.name, event.on, place)


def _moment(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))
