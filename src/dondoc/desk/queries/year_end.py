"""A plan at the end of its year: planned, done, moved, by dimension and component; and what the next one may hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from dondoc.desk.queries.components import components, is_weak
from dondoc.desk.rules.year_end import Ending, Tally, ending_of, ending_words, is_carried
from dondoc.duties.queries import Counts
from dondoc.framework.queries.names import dimension_name, part_name
from dondoc.framework.rules.papi import DIMENSIONS, Concept
from dondoc.plans.models import Plan
from dondoc.plans.queries.goals import SaidGoal, as_said, goal_rows, place_of_plan
from dondoc.plans.queries.plans import TaskRow, plan_parts
from dondoc.scores.queries.goals import GoalTold, goal_told
from dondoc.scores.queries.places import Place
from dondoc.scores.queries.profile import ProfileLine, profile, years_for
from dondoc.scores.queries.store import Store, stored
from dondoc.scores.rules.panel import TOTAL
from dondoc.toolkit.errors import BadInput

GOALS = ("score+", "rank+5", "group+1", "top10", "keep", "keep-group")
# Of components that are proposed, the weakest alone: each is weighed on all years.
GOALS_OF_PART, WEAK_GOALS = ("score+", "group+1"), 4


@dataclass(frozen=True, slots=True)
class TaskEnd:
    """A task with how it ended. `is_carried` is what is proposed for the next year."""

    row: TaskRow
    tally: Tally
    ending: Ending
    is_carried: bool

    @property
    def words(self) -> str:
        return ending_words(self.tally, _)


@dataclass(frozen=True, slots=True)
class ComponentEnd:
    """A component (None: tasks of a dimension that name none) with its tasks and its movement in the plan's year, where
    that year is published; `last` is the newest result that is."""

    concept: Concept | None
    tasks: list[TaskEnd]
    moved: ProfileLine | None
    last: ProfileLine | None

    @property
    def name(self) -> str:
        if self.concept is None:
            return _("Không ghi nội dung thành phần")
        return f"{self.concept.reference} {part_name(self.concept)}"

    @property
    def done(self) -> int:
        return sum(one.ending is Ending.DONE for one in self.tasks)

    @property
    def is_weak(self) -> bool:
        return self.last is not None and is_weak(self.last)


@dataclass(frozen=True, slots=True)
class DimensionEnd:
    number: int
    name: str
    moved: ProfileLine | None
    components: list[ComponentEnd]

    @property
    def tasks(self) -> list[TaskEnd]:
        return [task for one in self.components for task in one.tasks]

    @property
    def done(self) -> int:
        return sum(one.done for one in self.components)


@dataclass(frozen=True, slots=True)
class YearEnd:
    """All of it. `result_year` is the newest year with components; `is_published` whether that is the plan's year."""

    plan: Plan
    place: Place | None
    result_year: int
    is_published: bool
    dimensions: list[DimensionEnd]
    goals: list[SaidGoal]
    total: Counts

    @property
    def tasks(self) -> list[TaskEnd]:
        return [task for one in self.dimensions for task in one.tasks]

    def ended(self, ending: str) -> int:
        """How many tasks ended so; the templates say it in words of `Ending`."""
        return sum(task.ending == ending for task in self.tasks)

    @property
    def proposed(self) -> list[ComponentEnd]:
        """Weak components, those without a task first."""
        weak = [one for part in self.dimensions for one in part.components if one.concept and one.is_weak]
        return sorted(weak, key=lambda one: (bool(one.tasks), one.last.line.result.placement.group if one.last else 9))


def year_end(plan: Plan, *, today: date) -> YearEnd:
    """Reads the tasks once, the results from memory."""
    store, place = stored(), place_of_plan(plan)
    moved, last, year = _lines(store, place, plan.year)
    rows = {row.code: (row, row.count) for part in plan_parts(plan, by="", today=today) for row in part.rows}
    sections = dict(plan.tasks.filter(code__in=rows).values_list("code", "section"))
    dimensions = [_dimension(n, rows, sections, moved, last, plan.year) for n in range(len(DIMENSIONS) + 1)]
    total = sum((count for _row, count in rows.values()), Counts())
    return YearEnd(
        plan, place, year, bool(moved), [one for one in dimensions if one.components],
        as_said(goal_rows(plan, plan.goals.order_by("pk"))), total,
    )  # fmt: skip


def _lines(store: Store, place: Place | None, year: int) -> tuple[dict[str, ProfileLine], dict[str, ProfileLine], int]:
    """The lines of the plan's year, those of the newest year that has components, and that year."""
    if place is None:
        return {}, {}, 0
    for known in years_for(store, place):
        lines = {line.code: line for line in profile(store, place, known).lines}
        if any(line.is_component for line in lines.values()):
            return (lines if known == year else {}), lines, known
    return {}, {}, 0


def _dimension(
    section: int,
    rows: dict[str, tuple[TaskRow, Counts]],
    sections: dict[str, int | None],
    moved: dict[str, ProfileLine],
    last: dict[str, ProfileLine],
    year: int,
) -> DimensionEnd:
    """Every component of a dimension, with tasks or without; 0 holds the tasks of no dimension."""
    mine = [pair for code, pair in rows.items() if (sections.get(code) or 0) == section]
    known = [one for one in components(year) if one.code.startswith(f"D{section}_")]
    found = [_component(one, mine, moved, last) for one in known]
    named = {one.reference for one in known}
    rest = [_task(row, count, False) for row, count in mine if row.component not in named]
    if rest:
        found.append(ComponentEnd(None, rest, None, None))
    name = dimension_name(section) or _("Nhiệm vụ chung")
    return DimensionEnd(section, name, moved.get(f"D{section}"), found)


def _component(
    concept: Concept,
    mine: Sequence[tuple[TaskRow, Counts]],
    moved: dict[str, ProfileLine],
    last: dict[str, ProfileLine],
) -> ComponentEnd:
    line = last.get(concept.code)
    weak = line is not None and is_weak(line)
    tasks = [_task(row, count, weak) for row, count in mine if row.component == concept.reference]
    return ComponentEnd(concept, tasks, moved.get(concept.code), line)


def _task(row: TaskRow, count: Counts, weak: bool) -> TaskEnd:
    tally = Tally(count.total, count.asked, count.settled, count.late)
    ending = ending_of(tally)
    return TaskEnd(row, tally, ending, is_carried(ending, is_weak=weak))


@dataclass(frozen=True, slots=True)
class GoalOption:
    """A goal that the next plan may set: of the total, or of a component that is proposed for it."""

    spec: str
    code: str
    told: GoalTold

    @property
    def key(self) -> str:
        """What the form sends: "rank+5", "score+@D5_LAND"."""
        return self.spec if self.code == TOTAL else f"{self.spec}@{self.code}"


def goal_options(of: YearEnd) -> list[GoalOption]:
    """Goals that the next plan may set, each with its odds; none where the province has no result to start from."""
    if of.place is None:
        return []
    weak = [one.concept.code for one in of.proposed if one.concept][:WEAK_GOALS]
    wanted = [*((spec, TOTAL) for spec in GOALS), *((spec, code) for code in weak for spec in GOALS_OF_PART)]
    told, store = [], stored()
    for spec, code in wanted:
        try:
            told.append(GoalOption(spec, code, goal_told(store, of.place, spec, of.plan.year, code)))
        except BadInput:
            continue
    return told
