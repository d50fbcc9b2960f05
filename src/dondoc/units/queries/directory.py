"""Typed rows of the directory: agencies, their people, groups, units. Each says how many queries it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import fold
from dondoc.units.access import valid_on
from dondoc.units.models import (
    AdministrativeUnit,
    Agency,
    AgencyGroup,
    AgencySuccession,
    Delegation,
    Level,
    Membership,
    Role,
    Settlement,
    Stance,
    Succession,
)
from dondoc.units.rules.forms import flat_form
from dondoc.web.formats import said


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a role; `lent_to` says who acts for them today."""

    code: str
    name: str
    user_code: str
    role: str
    position: str
    until: date | None
    lent_to: str
    lent_until: date | None
    delegation_code: str


@dataclass(frozen=True, slots=True)
class Kin:
    """Another agency or unit beside the one shown, with a word on how it is related."""

    code: str
    name: str
    place: str
    word: str = ""
    on: date | None = None


def agency_list(
    agencies: QuerySet[Agency], *, on: date, text: str = "", unit: AdministrativeUnit | None = None, past: bool = False
) -> QuerySet[Agency]:
    """Agencies for the table, with `people` counted and the unit and the guide at hand. Text is looked for without
    marks, in the name and in the name of the unit."""
    if not past:
        agencies = agencies.filter(valid_on(on))
    if unit is not None:
        agencies = agencies.filter(Q(unit=unit) | Q(unit__parent=unit) | Q(unit__parent__parent=unit))
    for word in fold(text).split()[:8]:
        agencies = agencies.filter(Q(search__contains=word) | Q(unit__search__contains=word))
    people = Count("memberships__user", filter=valid_on(on, "memberships__"), distinct=True)
    rows = agencies.select_related("unit", "guided_by").annotate(people=people)
    return rows.order_by("-unit__level", "unit__code", "pk")


def find_agencies(agencies: QuerySet[Agency], text: str, *, on: date, most: int = 20) -> list[Agency]:
    """The best few for choosing one in a form: by name, abbreviations too ("Sở NN&MT")."""
    flat = flat_form(text)
    exact = Q(search__startswith=flat) if flat else Q()
    rows = list(agencies.filter(valid_on(on)).filter(exact).select_related("unit")[:most])
    return rows or list(agency_list(agencies, on=on, text=text)[:most])


def people_of(agency: Agency, on: date) -> list[PersonRow]:
    """Who acts for an agency on a day. Two queries."""
    rows = agency.memberships.filter(valid_on(on)).select_related("user").order_by("role", "user__full_name")
    lent = Delegation.objects.filter(
        membership__agency=agency, starts_on__lte=on, ends_on__gte=on, revoked_at=None
    ).select_related("to")
    by_membership = {row.membership_id: row for row in lent}
    return [_person(row, by_membership.get(row.pk)) for row in rows]


def _person(row: Membership, lent: Delegation | None) -> PersonRow:
    return PersonRow(
        row.code,
        row.user.full_name,
        row.user.code,
        str(Role(row.role).label),
        row.position,
        row.valid_to,
        lent.to.full_name if lent else "",
        lent.ends_on if lent else None,
        lent.code if lent else "",
    )


def line_of(agency: Agency) -> tuple[list[Kin], list[Kin]]:
    """The agencies above in the vertical line, the nearest first, and those right below. At most six queries."""
    above: list[Kin] = []
    guide = agency.guided_by
    while guide is not None and len(above) < 4:
        above.append(Kin(guide.code, guide.name, guide.unit.full_name))
        guide = guide.guided_by
    below = agency.guides.filter(valid_to=None).select_related("unit").order_by("unit__code")
    return above, [Kin(a.code, a.name, a.unit.full_name) for a in below[:200]]


def kin_of(agency: Agency) -> list[Kin]:
    """What the agency followed and what followed it. One query."""
    links = AgencySuccession.objects.filter(Q(predecessor=agency) | Q(successor=agency)).select_related(
        "predecessor__unit", "successor__unit"
    )
    rows = []
    for link in links.order_by("on"):
        is_after = link.predecessor_id == agency.pk
        other = link.successor if is_after else link.predecessor
        told = Saying("kế thừa bởi") if is_after else Saying("kế thừa từ")
        if link.subject:
            told = Saying("{word} ({subject})", word=told, subject=link.subject)
        if not link.decided_at:
            told = Saying("{word}, chờ xác nhận", word=told)
        rows.append(Kin(other.code, other.name, other.unit.full_name, told, link.on))
    return rows


def groups_of(agency: Agency, on: date) -> list[AgencyGroup]:
    """The named lists and chosen groups that the agency is on. One query."""
    listed = AgencyGroup.objects.filter(valid_on(on, "members__"), members__agency=agency)
    return list(listed.select_related("scope").distinct())


def unit_list(
    on: date, *, text: str = "", level: str = "", within: AdministrativeUnit | None = None
) -> QuerySet[AdministrativeUnit]:
    """Units as of a day, found without marks."""
    units = AdministrativeUnit.objects.filter(valid_on(on)).select_related("parent")
    if level in Level.values:
        units = units.filter(level=level)
    if within is not None:
        units = units.filter(Q(parent=within) | Q(parent__parent=within))
    for word in fold(text).split()[:8]:
        units = units.filter(Q(search__contains=word) | Q(official_code=word))
    return units.order_by("code")


def kin_of_unit(unit: AdministrativeUnit) -> tuple[list[Kin], list[Kin]]:
    """What the unit was made of and what it became. Two queries."""
    before = unit.origins.select_related("predecessor__parent").order_by("on", "predecessor__code")
    after = unit.successions.select_related("successor__parent").order_by("on", "successor__code")
    return [_kin(link, link.predecessor) for link in before], [_kin(link, link.successor) for link in after]


def _kin(link: Succession, other: AdministrativeUnit) -> Kin:
    place = other.parent.full_name if other.parent else ""
    return Kin(other.code, other.full_name, place, str(Succession.Kind(link.kind).label), link.on)


def settlements_of(unit: AdministrativeUnit, on: date) -> list[Settlement]:
    return list(unit.settlements.filter(valid_on(on)).order_by("search"))


def empty_committees(scope_ids: Sequence[int], on: date) -> QuerySet[Agency]:
    """Agencies of the units for which nobody can act yet: their focal point enters for them."""
    acting = Membership.objects.filter(valid_on(on), agency=OuterRef("pk"), user__is_active=True)
    owing = Agency.objects.filter(valid_on(on), unit__in=scope_ids).exclude(stance=Stance.REQUESTED)
    return owing.filter(~Exists(acting)).select_related("unit").order_by("unit__code")


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account with its roles in words, for an administrator."""

    code: str
    name: str
    login: str
    roles: str
    is_active: bool
    last_at: datetime | None


def account_rows(on: date, *, text: str = "") -> list[AccountRow]:
    """All accounts, those that fit a text without marks. Two queries."""
    held = Membership.objects.filter(valid_on(on)).select_related("agency")
    users = User.objects.prefetch_related(Prefetch("memberships", held, to_attr="held")).order_by("full_name")
    words = fold(text).split()
    rows = (_account(user) for user in users)
    return [row for row in rows if all(word in fold(f"{row.name} {row.login} {row.roles}") for word in words)]


def _account(user: User) -> AccountRow:
    roles = ", ".join(f"{m.agency.name} ({said(Role(m.role).label)})" for m in getattr(user, "held", []))
    told = [_("quản trị"), roles] if user.is_administrator else [roles]
    return AccountRow(
        user.code, user.full_name, user.login, "; ".join(filter(None, told)), user.is_active, user.last_login
    )


def roles_of(user: User, on: date) -> list[Membership]:
    """The roles of one person on a day, own ones. One query."""
    return list(user.memberships.filter(valid_on(on)).select_related("agency__unit").order_by("pk"))
