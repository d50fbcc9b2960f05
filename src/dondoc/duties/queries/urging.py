"""The late at any moment, by agency: how many, how long, how often urged, the last letter, whom to call."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q, QuerySet

from dondoc.duties.models import Obligation, Urging, UrgingLetter, UrgingLetterAgency
from dondoc.duties.queries.hours import working_calendar
from dondoc.duties.queries.lists import late_list
from dondoc.duties.queries.reminders import OWED_STATES
from dondoc.duties.rules.lateness import Days, days_left, long_late_before
from dondoc.units.access import Scope, valid_on
from dondoc.units.models import Agency, Membership, Role

LONGEST_LIST = 5000
_ORDER = {Role.HEAD: 0, Role.COMMITTEE: 1, Role.FOCAL: 2, Role.OFFICER: 3}


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    position: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class SentLetter:
    """How many letters an agency had, and the last of them."""

    count: int = 0
    code: str = ""
    number: str = ""
    dated_on: date | None = None


@dataclass(frozen=True, slots=True)
class LateAgency:
    """`days_late` of its oldest; of a body that is asked 0, it is never late."""

    code: str
    name: str
    unit: str
    count: int
    oldest_on: date | None
    days_late: int
    long_late: int
    letters: SentLetter
    contact: Contact | None


@dataclass(frozen=True, slots=True)
class LateLine:
    """One thing that an agency owes, with how it was urged."""

    code: str
    title: str
    label: str
    due_on: date | None
    days_late: int
    reminders: int
    letters: int
    step: int
    last_on: date | None


def late_of_others(visible: QuerySet[Obligation], scope: Scope) -> QuerySet[Obligation]:
    """What is late with others than oneself."""
    return late_list(visible, scope.on).exclude(held_by__in=list(scope.agencies))


def asked_of_others(visible: QuerySet[Obligation], scope: Scope) -> QuerySet[Obligation]:
    """What bodies that are only asked have not answered yet. Nothing of it is late."""
    asked = visible.filter(is_requested=True, is_history=False, state__in=OWED_STATES)
    return asked.exclude(held_by__in=list(scope.agencies)).order_by("due_on", "pk")


def agencies_of(rows: QuerySet[Obligation], today: date, *, kind: str = UrgingLetter.Kind.URGE) -> list[LateAgency]:
    """By agency, the longest late first. Four queries whatever their number."""
    days = Days(working_calendar())
    is_long = Q(due_on__lt=min(long_late_before(today, days), today))
    counted = rows.order_by().values("held_by").annotate(n=Count("pk"), oldest=Min("due_on"))
    found = {row["held_by"]: row for row in counted.annotate(long=Count("pk", filter=is_long))}
    agencies = Agency.objects.select_related("unit").in_bulk(found)
    letters, contacts = letters_to(found, kind), contacts_of(found, today)
    is_late = kind == UrgingLetter.Kind.URGE
    made = [
        LateAgency(
            code=agencies[pk].code,
            name=agencies[pk].name,
            unit=agencies[pk].unit.full_name,
            count=row["n"],
            oldest_on=row["oldest"],
            days_late=days_late(row["oldest"], today, days) if is_late else 0,
            long_late=row["long"] if is_late else 0,
            letters=letters.get(pk, SentLetter()),
            contact=contacts.get(pk),
        )
        for pk, row in found.items()
    ]
    return sorted(made, key=lambda one: (-one.days_late, -one.count, one.name))


def lines_of(rows: QuerySet[Obligation], today: date) -> list[LateLine]:
    """Each thing with its history. Three queries."""
    days = Days(working_calendar())
    shown = list(rows.select_related("duty").defer("duty__schedule", "duty__targets")[:LONGEST_LIST])
    history = urged([one.pk for one in shown])
    return [
        LateLine(
            one.code,
            one.duty.title,
            one.label,
            one.due_on,
            0 if one.is_requested else days_late(one.due_on, today, days),
            *history.get(one.pk, (0, 0, 0, None)),
        )
        for one in shown
    ]


def days_late(due_on: date | None, today: date, days: Days) -> int:
    return max(0, -days_left(due_on, today, days)) if due_on else 0


def urged(obligation_ids: Collection[int]) -> dict[int, tuple[int, int, int, date | None]]:
    """(reminders, letters, highest step, last day) of each. One query."""
    found: dict[int, tuple[int, int, int, date | None]] = {}
    rows = Urging.objects.filter(obligation__in=list(obligation_ids)).order_by("on", "pk")
    for pk, way, step, on in rows.values_list("obligation_id", "way", "step", "on"):
        reminders, letters, high, _last = found.get(pk, (0, 0, 0, None))
        found[pk] = (
            reminders + (way == Urging.Way.REMINDER),
            letters + (way == Urging.Way.LETTER),
            max(high, step),
            on,
        )
    return found


def letters_to(agency_ids: Iterable[int], kind: str, *, year: int | None = None) -> dict[int, SentLetter]:
    """Letters that went out to each, and the last. One query."""
    rows = UrgingLetterAgency.objects.filter(
        agency__in=list(agency_ids), letter__kind=kind, letter__state=UrgingLetter.State.SENT
    )
    rows = rows.filter(letter__dated_on__year=year) if year else rows
    found: dict[int, SentLetter] = {}
    for row in rows.select_related("letter").order_by("letter__dated_on", "pk"):
        count = found.get(row.agency_id, SentLetter()).count + 1
        found[row.agency_id] = SentLetter(count, row.letter.code, row.letter.number, row.letter.dated_on)
    return found


def contacts_of(agency_ids: Iterable[int], today: date) -> dict[int, Contact]:
    """The head, or whoever else acts for it. One query."""
    rows = Membership.objects.filter(valid_on(today), agency__in=list(agency_ids), user__is_active=True)
    found: dict[int, tuple[int, Contact]] = {}
    for one in rows.select_related("user").order_by("pk"):
        rank = _ORDER.get(Role(one.role), 9)
        if one.agency_id not in found or rank < found[one.agency_id][0]:
            person = one.user
            told = Contact(person.full_name, one.position, person.phone, person.email)
            found[one.agency_id] = (rank, told)
    return {agency: contact for agency, (_rank, contact) in found.items()}
