"""Goals of a plan with what the results say of them: points, how often such a goal was met, whether it was."""

from collections.abc import Iterable
from dataclasses import dataclass

from dondoc.plans.models import Goal, Plan
from dondoc.plans.rules.goals_measured import Measure, measure_of
from dondoc.scores.queries.goals import GoalTold, goal_told, result_line
from dondoc.scores.queries.national import codes_of
from dondoc.scores.queries.places import Place, place_of_unit
from dondoc.scores.queries.store import Store, stored
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying
from dondoc.units.queries import province_of
from dondoc.web.formats import said

# A person said that a goal is not to be weighed.
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal, what it measures (None: nothing that can be weighed, `why` says so), and what is told of it."""

    goal: Goal
    measure: Measure | None
    told: GoalTold | None
    why: str


@dataclass(frozen=True, slots=True)
class SaidGoal:
    """A sentence of the plan with all that it sets: one sentence may name both a score and a group."""

    text: str
    rows: list[GoalRow]


def as_said(rows: Iterable[GoalRow]) -> list[SaidGoal]:
    """The goals by the sentence that sets them, each sentence once, in their order."""
    found: dict[str, list[GoalRow]] = {}
    for row in rows:
        found.setdefault(row.goal.text.rstrip("."), []).append(row)
    return [SaidGoal(text, mine) for text, mine in found.items()]


def goal_rows(plan: Plan, goals: Iterable[Goal]) -> list[GoalRow]:
    """The goals of a plan that are no facts, in their order. Results are looked at only where a goal can be weighed."""
    pairs = [(goal, measure_for(goal, plan)) for goal in goals if not goal.is_fact]
    if not any(measure for _goal, measure in pairs):
        return [GoalRow(goal, None, None, "") for goal, _measure in pairs]
    store, place = stored(), place_of_plan(plan)
    return [_row(store, place, goal, measure) for goal, measure in pairs]


def place_of_plan(plan: Plan) -> Place | None:
    """The province of the plan's unit among the places of results."""
    top = province_of(plan.unit)
    return place_of_unit(top) if top.level == "province" else None


def measure_for(goal: Goal, plan: Plan) -> Measure | None:
    """What a person said that a goal measures, else what was read."""
    if goal.measure == NOTHING:
        return None
    if goal.measure:
        year = goal.normalised.get("year") or plan.year
        return Measure(goal.measure, int(year), goal.base_year or int(year) - 1, goal.measure_code or "TOTAL")
    return measure_of(goal.text, goal.normalised, plan.year, plan.unit.level)


def _row(store: Store, place: Place | None, goal: Goal, measure: Measure | None) -> GoalRow:
    if measure is None:
        return GoalRow(goal, None, None, "")
    if place is None:
        return GoalRow(
            goal, measure, None, Saying("Chưa rõ kết quả của tỉnh nào: đơn vị của kế hoạch không thuộc tỉnh nào.")
        )
    try:
        return GoalRow(goal, measure, goal_told(store, place, measure.spec, measure.base_year, measure.code), "")
    except BadInput as refused:
        return GoalRow(goal, measure, None, said(refused))


def measured_codes(year: int) -> dict[str, str]:
    """What a goal set from a year may be of, with its name: the total, each dimension with its components. A year that
    no results are known of measures what the newest before it did."""
    panel = stored().panel
    known = [one for one in panel.years() if one <= year] or list(panel.years()[:1])
    return dict(codes_of(panel, known[-1]))


def published_line(plan: Plan, goal: Goal) -> str:
    """The published result that a goal was for, as a line; empty while there is none."""
    measure, place = measure_for(goal, plan), place_of_plan(plan)
    if measure is None or place is None:
        return ""
    return result_line(stored(), place, measure.year, measure.code)
