"""The cascade of a plan: which units below have issued their own, and which of its tasks nobody below has taken up."""

from dataclasses import dataclass
from datetime import date

from dondoc.plans.models import Plan, Task
from dondoc.plans.queries.plans import STATE_TONES
from dondoc.units.models import AdministrativeUnit
from dondoc.units.queries import member_ids

PUBLISHED = ("issued", "closed")


@dataclass(frozen=True, slots=True)
class UnitBelow:
    """A unit directly below with its own plan of the year, if there is one. `taken` tasks of it serve one above."""

    name: str
    plan: Plan | None
    tone: str
    taken: int

    @property
    def has_issued(self) -> bool:
        return self.plan is not None and self.plan.state in PUBLISHED


@dataclass(frozen=True, slots=True)
class TaskAbove:
    """A task that asks units below, and how many have taken it up in an issued plan."""

    task: Task
    asked: int
    taken: int


@dataclass(frozen=True, slots=True)
class Cascade:
    units: list[UnitBelow]
    tasks: list[TaskAbove]

    @property
    def issued(self) -> int:
        return sum(unit.has_issued for unit in self.units)

    @property
    def untaken(self) -> list[TaskAbove]:
        return [one for one in self.tasks if not one.taken]


def cascade_of(plan: Plan, *, today: date) -> Cascade:
    """For whoever may see the plan: that a unit has issued a plan and which is no secret of its drafts; a draft below
    counts as none. A handful of queries, two more for each distinct group."""
    below = list(AdministrativeUnit.objects.filter(parent=plan.unit, valid_to=None).order_by("name"))
    plans = Plan.objects.filter(unit__in=below, year=plan.year, state__in=PUBLISHED, amends=None)
    by_unit = {one.unit_id: one for one in plans.select_related("unit", "agency").order_by("pk")}
    serving = Task.objects.filter(plan__in=by_unit.values(), is_left_out=False, ended_on=None, serves__plan=plan)
    pairs = list(serving.values_list("plan__unit_id", "serves__key"))
    units = [
        UnitBelow(f"{unit.kind[:1].upper()}{unit.kind[1:]} {unit.name}", own, STATE_TONES[own.state] if own else "warn",
                  sum(1 for pk, _ in pairs if pk == unit.pk))
        for unit in below
        for own in [by_unit.get(unit.pk)]
    ]  # fmt: skip
    return Cascade(units, _tasks(plan, {unit.pk for unit in below}, pairs, today))


def _tasks(plan: Plan, below: set[int], pairs: list[tuple[int, str]], today: date) -> list[TaskAbove]:
    groups: dict[int, set[int]] = {}
    told = []
    live = plan.tasks.filter(is_left_out=False, ended_on=None).order_by("order")
    for task in live.prefetch_related("agencies__agency", "agencies__group"):
        asked: set[int] = set()
        for row in task.agencies.all():
            if row.role not in ("lead", "execute"):
                continue
            if row.agency is not None:
                asked |= {row.agency.unit_id} & below
            elif row.group is not None:
                if row.group.pk not in groups:
                    groups[row.group.pk] = _units_of(list(member_ids(row.group, today)))
                asked |= groups[row.group.pk] & below
        if asked:
            told.append(TaskAbove(task, len(asked), len({unit for unit, key in pairs if key == task.key})))
    return sorted(told, key=lambda one: (one.taken, one.task.order))


def _units_of(agency_ids: list[int]) -> set[int]:
    from dondoc.units.models import Agency

    return set(Agency.objects.filter(pk__in=agency_ids).values_list("unit_id", flat=True))
