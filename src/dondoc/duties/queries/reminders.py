"""Who is reminded of what today: obligations by the rules, people by the agencies that hold them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from dondoc.accounts.models import User
from dondoc.duties.access import published
from dondoc.duties.models import Audience, DigestChoice, EscalationRule, Obligation, ReminderRule, Urging
from dondoc.duties.rules.digests import UP, Line, group_of
from dondoc.duties.rules.reminding import Reminder, days_to_remind, passed_by_day
from dondoc.duties.rules.states import OWED, State
from dondoc.schedule.rules import WorkingCalendar
from dondoc.units.access import valid_on
from dondoc.units.models import Membership, Role
from dondoc.web import formats

OWED_STATES = [state.value for state in OWED]
DOERS = (Role.OFFICER, Role.FOCAL)
HEADS = (Role.HEAD, Role.COMMITTEE)
ABOVE = (*HEADS, Role.FOCAL)


@dataclass(slots=True)
class Digest:
    """What one person is told today. `lines` by obligation; `channels` that the rules ask for."""

    user_id: int
    lines: dict[int, Line] = field(default_factory=dict)
    channels: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class People:
    """Ids of the active people of an agency by role and by position, roles lent for a time among them."""

    by_role: dict[str, set[int]]
    by_position: dict[str, set[int]] = field(default_factory=dict)

    def having(self, roles: Iterable[str]) -> set[int]:
        return {user for role in roles for user in self.by_role.get(str(role), ())}

    @property
    def everybody(self) -> set[int]:
        return self.having([*DOERS, *HEADS])

    @property
    def doers(self) -> set[int]:
        """Who does the work: officers; where there are none, whoever acts for the agency."""
        return self.having([Role.OFFICER]) or self.having(DOERS) or self.having(HEADS)

    @property
    def heads(self) -> set[int]:
        return self.having(HEADS)


def earnest() -> QuerySet[Obligation]:
    """Neither a request nor history."""
    return published().filter(is_requested=False, is_history=False)


def urgeable() -> QuerySet[Obligation]:
    """What may be urged: owed still, in earnest. Requests, history, what is settled or waits for a yes never are."""
    return earnest().filter(state__in=OWED_STATES)


def digests_of(today: date, calendar: WorkingCalendar) -> dict[int, Digest]:
    """By person. Six queries whatever the number of people; the number of obligations is what falls on a few days."""
    rules = list(ReminderRule.objects.filter(ended_at=None))
    by_shape: dict[Reminder, list[ReminderRule]] = defaultdict(list)
    for rule in rules:
        by_shape[Reminder(rule.offset, rule.every)].append(rule)
    days = days_to_remind(by_shape, today, calendar)
    people, passed = people_of(today), passed_by_day(today, calendar)
    found: dict[int, Digest] = {}
    for one in _due_on(days, today):
        due_on = one.due_on or today
        speaking = [rule for shape in days[due_on] for rule in by_shape[shape]]
        for rule in speaking:
            if rule.agency_id in (None, one.held_by_id):
                for user_id in _audience(rule, one, people.get(one.held_by_id, People({}))):
                    digest = found.setdefault(user_id, Digest(user_id))
                    digest.lines.setdefault(one.pk, _line(one, passed[due_on]))
                    digest.channels.add(rule.channel)
    _with_escalations(found, today, people)
    return found


def people_of(today: date) -> dict[int, People]:
    """Whoever acts for each agency today."""
    roles: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    acting = Membership.objects.filter(valid_on(today), role__in=[*DOERS, *HEADS])
    own = acting.filter(user__is_active=True).values_list("agency_id", "role", "position", "user_id")
    lent = acting.filter(
        delegations__starts_on__lte=today,
        delegations__ends_on__gte=today,
        delegations__revoked_at=None,
        delegations__to__is_active=True,
    ).values_list("agency_id", "role", "position", "delegations__to_id")
    positions: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for agency_id, role, position, user_id in (*own, *lent):
        roles[agency_id][role].add(user_id)
        positions[agency_id][position].add(user_id)
    return {agency_id: People(dict(by_role), dict(positions[agency_id])) for agency_id, by_role in roles.items()}


def unwanted(user_ids: Collection[int]) -> dict[int, set[str]]:
    """Channels that a person said no to."""
    found: dict[int, set[str]] = defaultdict(set)
    said_no = DigestChoice.objects.filter(user__in=list(user_ids), is_wanted=False)
    for user_id, channel in said_no.values_list("user_id", "channel"):
        found[user_id].add(channel)
    return found


def _due_on(days: Collection[date], today: date) -> Iterable[Obligation]:
    """What is due on a day that opens late (often the due day itself) is reminded of before it opens as well."""
    comes = Q(state=State.NOT_OPEN.value, due_on__gte=today)
    rows = earnest().filter(Q(state__in=OWED_STATES) | comes, due_on__in=list(days)).select_related("duty", "held_by")
    return rows.defer("explained", "note", "duty__schedule", "duty__targets", "duty__products").order_by("due_on", "pk")


def _audience(rule: ReminderRule, one: Obligation, people: People) -> set[int]:
    if rule.audience == Audience.HEAD:
        return people.heads
    if rule.audience == Audience.ALL:
        return people.everybody
    is_theirs = one.assigned_to_id in people.everybody
    if is_theirs and one.assigned_to_id:
        return {one.assigned_to_id}
    return (people.by_position.get(one.position) if one.position else None) or people.doers


def _with_escalations(found: dict[int, Digest], today: date, people: dict[int, People]) -> None:
    """What came up the line today stands in the digest of those above, and not in a second message."""
    rows = Urging.objects.filter(way=Urging.Way.ESCALATION, on=today, obligation__in=urgeable())
    for row in rows.select_related("obligation__duty", "obligation__held_by").order_by("pk"):
        mine = people.get(row.to_agency_id or 0, People({}))
        told = mine.heads if row.step == EscalationRule.Step.HEAD else mine.having(ABOVE)
        for user_id in told:
            digest = found.setdefault(user_id, Digest(user_id))
            digest.lines[row.obligation_id] = _line(row.obligation, None)
            digest.channels.add("email")


def _line(one: Obligation, passed: int | None) -> Line:
    term = formats.due(one.due_on, None if passed is None else -passed)
    group = UP if passed is None else group_of(passed)
    return Line(one.code, one.duty.title, one.label, one.held_by.name, term, group)


def addressees(user_ids: Collection[int]) -> dict[int, User]:
    return User.objects.filter(is_active=True).in_bulk(list(user_ids))
