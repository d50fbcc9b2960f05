"""Difficulties for screens: who may settle one, which wait, which were answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from dondoc.duties.access import visible_difficulties
from dondoc.duties.models import Difficulty, DutyMember, Obligation, Part
from dondoc.duties.queries.standing import Standing, standing
from dondoc.toolkit.sayings import Saying
from dondoc.units.access import Scope, valid_on
from dondoc.units.models import Agency
from dondoc.units.rules.kinds import COMMITTEE, HOME_AFFAIRS

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Level:
    """Who may be asked, and as what."""

    agency: Agency
    what: str


@dataclass(frozen=True, slots=True)
class DifficultyRow:
    """A line of a list; the standing is that of the answer which is owed now."""

    difficulty: Difficulty
    standing: Standing


def levels_of(agency: Agency, on: date, obligation: Obligation | None = None) -> list[Level]:
    """The levels that can settle a difficulty, nearest first: who leads the work, who guides the agency, Home
    Affairs, the committee; in the own unit, then in those above. Each agency once."""
    found: dict[int, Level] = {}
    for level in (*_leads(obligation), *_guide(agency), *_above(agency, on)):
        if level.agency.pk != agency.pk and level.agency.valid_to is None:
            found.setdefault(level.agency.pk, level)
    return list(found.values())


def _leads(obligation: Obligation | None) -> Iterable[Level]:
    if obligation is None:
        return
    members = DutyMember.objects.filter(duty=obligation.duty_id, part=Part.LEAD).select_related("agency")
    for member in members.order_by("pk"):
        yield Level(member.agency, Saying("chủ trì nhiệm vụ"))


def _guide(agency: Agency) -> Iterable[Level]:
    if agency.guided_by is not None:
        yield Level(agency.guided_by, Saying("hướng dẫn theo ngành dọc"))


def _above(agency: Agency, on: date) -> Iterable[Level]:
    """Home Affairs and committees of the unit and of those above it."""
    unit, units = agency.unit, [agency.unit_id]
    while unit.parent is not None:
        unit = unit.parent
        units.append(unit.pk)
    kinds = [*HOME_AFFAIRS, COMMITTEE]
    rows = list(Agency.objects.filter(valid_on(on), unit__in=units, kind__in=kinds).order_by("pk"))
    for is_committee, what in ((False, Saying("đầu mối Nội vụ")), (True, "")):
        for row in sorted(rows, key=lambda one: units.index(one.unit_id)):
            if (row.kind == COMMITTEE) is is_committee:
                yield Level(row, what)


def waiting_for(scope: Scope, *, limit: int = SHOWN) -> list[DifficultyRow]:
    """Questions that the own agencies must answer, the soonest due first. One query."""
    mine = Difficulty.objects.filter(owner__in=list(scope.agencies), state=Difficulty.State.OPEN)
    return rows_of(mine, scope.on)[:limit]


def raised_by(scope: Scope) -> list[DifficultyRow]:
    """What the own agencies raised, open ones first."""
    mine = Difficulty.objects.filter(agency__in=list(scope.agencies))
    return rows_of(mine.order_by("-state", "-pk")[:SHOWN], scope.on, in_order=True)


def others_seen(scope: Scope) -> list[DifficultyRow]:
    """Open ones of the territory that are neither raised nor owed by the own agencies."""
    own = Q(agency__in=list(scope.agencies)) | Q(owner__in=list(scope.agencies))
    rows = visible_difficulties(scope).filter(state=Difficulty.State.OPEN).exclude(own)
    return rows_of(rows[:SHOWN], scope.on)


def of_obligation(obligation: Obligation) -> list[Difficulty]:
    rows = Difficulty.objects.filter(obligation=obligation)
    return list(rows.select_related("owner", "raised_by", "answered_by").order_by("pk"))


def rows_of(rows: QuerySet[Difficulty], today: date, *, in_order: bool = False) -> list[DifficultyRow]:
    """Two queries: the difficulties, and the answers that are owed for them."""
    found = list(rows.select_related("agency__unit", "owner", "obligation__duty"))
    keys = {f"case:{one.code}": one for one in found}
    owed = Obligation.objects.filter(
        duty__source_kind="difficulty", duty__source_code__in={one.owner.code for one in found}, occurrence__in=keys
    )
    told = {(one.occurrence, one.owed_by_id): standing(one, today) for one in owed}
    out = [
        DifficultyRow(one, told[f"case:{one.code}", one.owner_id])
        for one in found
        if (f"case:{one.code}", one.owner_id) in told
    ]
    return out if in_order else sorted(out, key=lambda row: (row.standing.left is None, row.standing.left or 0))
