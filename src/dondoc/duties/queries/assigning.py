"""Whose work is whose in an agency: positions that a person holds, the rules of an agency, what they would give."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from dondoc.accounts.models import User
from dondoc.duties.models import AssignmentRule, Obligation
from dondoc.duties.rules.assigning import Line, Work, first_fitting
from dondoc.duties.rules.states import OWED, State
from dondoc.units.access import valid_on
from dondoc.units.models import Agency, Membership, Role

GIVEN = [state.value for state in (*OWED, State.NOT_OPEN)]
Positions = Mapping[int, Collection[str]]


def positions_of(user: User, on: date) -> Positions:
    """By agency, the positions that a person holds or stands in for. One query."""
    lent = Q(
        delegations__to=user,
        delegations__starts_on__lte=on,
        delegations__ends_on__gte=on,
        delegations__revoked_at=None,
    )
    rows = Membership.objects.filter(valid_on(on), Q(user=user) | lent).exclude(position="")
    found: dict[int, set[str]] = {}
    for agency_id, position in rows.values_list("agency_id", "position"):
        found.setdefault(agency_id, set()).add(position)
    return found


def positions_in(agency: Agency, on: date) -> tuple[str, ...]:
    """The positions that somebody holds in an agency."""
    rows = Membership.objects.filter(valid_on(on), agency=agency).exclude(position="")
    return tuple(sorted(set(rows.values_list("position", flat=True))))


def is_mine(one: Obligation, user: User, held: Positions) -> bool:
    """Given to the person, or to a position that the person holds and to nobody by name."""
    if one.assigned_to_id is not None:
        return one.assigned_to_id == user.pk
    return bool(one.position) and one.position in held.get(one.held_by_id, ())


def whose(user: User, held: Positions) -> Case:
    """0 mine, 1 nobody's, 2 others': to be ordered by."""
    mine = Q(assigned_to=user)
    for agency_id, positions in held.items():
        mine |= Q(assigned_to=None, held_by=agency_id, position__in=list(positions))
    return Case(
        When(mine, then=Value(0)),
        When(assigned_to=None, position="", then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )


def rules_of(agencies: Iterable[int]) -> dict[int, list[AssignmentRule]]:
    """The rules that stand, by agency, in the order in which they are asked. One query."""
    rows = AssignmentRule.objects.filter(agency__in=list(agencies), withdrawn_at=None)
    found: dict[int, list[AssignmentRule]] = {}
    for rule in rows.select_related("person").order_by("place", "pk"):
        found.setdefault(rule.agency_id, []).append(rule)
    return found


def unassigned(rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
    """What is still to be done and given to nobody."""
    return rows.filter(state__in=GIVEN, assigned_to=None, position="")


def given_by(rules: Mapping[int, list[AssignmentRule]], rows: Iterable[Obligation]) -> dict[int, list[Obligation]]:
    """By the id of a rule, what it would give of some obligations (with their duty at hand)."""
    found: dict[int, list[Obligation]] = {}
    for one in rows:
        own = rules.get(one.held_by_id, [])
        (number,) = first_fitting([line_of(rule) for rule in own], [work_of(one)])
        if number is not None:
            found.setdefault(own[number].pk, []).append(one)
    return found


def line_of(rule: AssignmentRule) -> Line:
    return Line(rule.component, rule.words, rule.plan_code)


def work_of(one: Obligation) -> Work:
    return Work(one.section, one.component, one.duty.search, one.duty.plan_code)


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule with how much it would give now, and who holds its position."""

    rule: AssignmentRule
    would_give: int
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """The list of an agency: `left` is what no rule gives; `positions` and `people` are what may be chosen."""

    agency: Agency
    rows: tuple[RuleRow, ...]
    waiting: int
    left: int
    positions: tuple[str, ...]
    people: tuple[tuple[str, str], ...]


def rules_page(agency: Agency, on: date) -> RulesPage:
    """Three queries."""
    members = Membership.objects.filter(valid_on(on), agency=agency, role__in=[Role.OFFICER, Role.HEAD, Role.FOCAL])
    people = list(members.order_by("user__full_name").values_list("user__code", "user__full_name", "position"))
    rules = rules_of([agency.pk])
    rows = list(unassigned(Obligation.objects.filter(held_by=agency)).select_related("duty"))
    would = {pk: len(found) for pk, found in given_by(rules, rows).items()}
    holders: Counter[tuple[str, str]] = Counter((position, name) for _, name, position in people if position)
    own = tuple(
        RuleRow(rule, would.get(rule.pk, 0), tuple(name for position, name in holders if position == rule.position))
        for rule in rules.get(agency.pk, [])
    )
    named = {code: f"{name}, {position}" if position else name for code, name, position in people}
    positions = tuple(sorted({position for _, _, position in people if position}))
    return RulesPage(agency, own, len(rows), len(rows) - sum(would.values()), positions, tuple(named.items()))
