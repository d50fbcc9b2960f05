"""What a goal asks of a province, how often such a goal was met, and whether this one was.

Points are told as if all others stood still: what it would have taken in the base year. What it took in the end is told
once the next year is known. Whether a goal was met is judged on published ranks and groups, as offices do; the rates
rest on ranks in common and groups by quarters (`rules/transitions`), and both verdicts are given.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dondoc.scores.rules import goals as kinds
from dondoc.scores.rules.comparability import Crossing, crossing
from dondoc.scores.rules.goals import Goal
from dondoc.scores.rules.groups import groups_by_rule, threshold
from dondoc.scores.rules.odds import Rate, Start, is_met, rate
from dondoc.scores.rules.panel import TOTAL, Group, Panel
from dondoc.scores.rules.ranking import score_at
from dondoc.scores.rules.standing import Result, nothing_published, result
from dondoc.scores.rules.transitions import Transition, transitions

_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Mark:
    """The score that a goal asks for in a year: `at` may be enough, `surely` is enough by any rule for groups.

    `place` and `group` say what the score stands for. A goal without a mark cannot be reached from here.
    """

    at: Decimal
    surely: Decimal
    place: int | None = None
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The year after: the result, points short of the mark (0 where it was reached), and the verdict in common."""

    result: Result
    short_by: Decimal | None
    places: int
    places_in_common: int
    is_met_in_common: bool | None


@dataclass(frozen=True, slots=True)
class Prospect:
    """All that is known of goals set in a base year for the year after.

    `needs` is points above the base score, None where a goal cannot be reached from here; `spare` what may be lost
    where the province only has to stay. `rate` is of cases like this one: one sample or a new one, as lies between;
    `other_rate` is of the other kind; both are None where
    the goal is out of reach. `is_met` is None while the year is not known or scores have no common scale.
    """

    goals: tuple[Goal, ...]
    province: str
    base: Result
    start: Start
    marks: tuple[Mark | None, ...]
    needs: Decimal | None
    surely_needs: Decimal | None
    spare: Decimal | None
    rate: Rate | None
    other_rate: Rate | None
    across: Crossing
    outcome: Outcome | None
    is_met: bool | None


def prospect(panel: Panel, province: str, base_year: int, goals: Sequence[Goal], code: str = TOTAL) -> Prospect:
    """Weighs goals for the year after the base year, of the total or of a dimension or component; refused where the
    base year has no score of the province."""
    base = result(panel, code, base_year, province)
    if base is None:
        raise nothing_published(panel, province, base_year)
    start = Start(base.rank, groups_by_rule(panel.column(code, base_year))[province], base.score)
    marks = tuple(mark(goal, panel, base, base_year) for goal in goals)
    across = crossing(panel, base_year + 1, code)
    cases = transitions(panel, code)
    like = cases if all(marks) else ()
    outcome = _outcome(panel, province, base, goals, start, cases)
    return Prospect(
        tuple(goals),
        province,
        base,
        start,
        marks,
        _needed([m.at if m else None for m in marks], base.score),
        _needed([m.surely if m else None for m in marks], base.score),
        _spare(goals, panel, base),
        rate(goals, like, start, is_new_sample=across.is_new_sample),
        rate(goals, like, start, is_new_sample=not across.is_new_sample),
        across,
        outcome,
        _all_met(_verdict(goal, base, outcome, across) for goal in goals),
    )


def mark(goal: Goal, panel: Panel, base: Result, year: int) -> Mark | None:
    """The score that a goal set from `base` asks for, measured on the results of `year`; None where none can do."""
    column = panel.column(base.code, year)
    if goal.kind in (kinds.SCORE, kinds.LEVEL):
        level = goal.amount if goal.kind == kinds.LEVEL else base.score + goal.amount
        return Mark(level, level)
    if goal.kind in (kinds.GROUP, kinds.KEEP_GROUP):
        return _mark_of_group(base.placement.group + goal.count, panel, base.code, year)
    if goal.kind == kinds.GROUP_AT:
        return _mark_of_group(goal.count, panel, base.code, year)
    place = {kinds.RANK: base.rank - goal.count, kinds.TOP: goal.count, kinds.KEEP: base.rank}[goal.kind]
    if place < 1:
        return None
    held = score_at(min(place, len(column)), column.values())
    return Mark(held, held, place=place)


def _mark_of_group(wanted: int, panel: Panel, code: str, year: int) -> Mark | None:
    column = panel.column(code, year)
    if wanted > Group.HIGH:
        return None
    group = Group(wanted)
    if group == Group.LOW:
        return Mark(min(column.values()), min(column.values()), group=group)
    begins = threshold(group, column, panel.bounds.get((code, year), ()))
    return Mark(begins.at, begins.surely, group=group)


def _needed(levels: Sequence[Decimal | None], score: Decimal) -> Decimal | None:
    known = [level for level in levels if level is not None]
    return max(_NONE, max(known) - score) if known and len(known) == len(levels) else None


def _spare(goals: Sequence[Goal], panel: Panel, base: Result) -> Decimal | None:
    """Points that may be lost, others standing still, before the first of the goals to stay is missed."""
    column = panel.column(base.code, base.year)
    held = {kinds.TOP: next((g.count for g in goals if g.kind == kinds.TOP), 0), kinds.KEEP: base.rank}
    spares: list[Decimal] = []
    for goal in goals:
        place = held.get(goal.kind, 0)
        if base.rank <= place < len(column):
            spares.append(base.score - score_at(place + 1, column.values()))
        elif goal.kind in (kinds.KEEP_GROUP, kinds.GROUP_AT) and (begins := mark(goal, panel, base, base.year)):
            spares.extend([base.score - begins.at] if base.score >= begins.at else [])
    return min(spares, default=None)


def _outcome(
    panel: Panel, province: str, base: Result, goals: Sequence[Goal], start: Start, cases: Sequence[Transition]
) -> Outcome | None:
    after = result(panel, base.code, base.year + 1, province)
    case = next((case for case in cases if (case.province, case.year) == (province, base.year)), None)
    if after is None:
        return None
    across = crossing(panel, base.year + 1, base.code)
    rescaled = across.is_rescaled and any(goal.kind in (kinds.SCORE, kinds.LEVEL) for goal in goals)
    marks = [mark(goal, panel, base, after.year) for goal in goals]
    short = None if rescaled else _needed([m.at if m else None for m in marks], after.score)
    in_common = _all_met(is_met(goal, case, start) for goal in goals) if case else None
    places = base.rank - after.rank
    return Outcome(after, short, places, case.climbed if case else places, in_common)


def _verdict(goal: Goal, base: Result, outcome: Outcome | None, across: Crossing) -> bool | None:
    """Whether the published result meets one goal."""
    if outcome is None or (goal.kind in (kinds.SCORE, kinds.LEVEL) and across.is_rescaled):
        return None
    after = outcome.result
    gained, risen = after.score - base.score, after.placement.group - base.placement.group
    verdicts: dict[str, bool] = {
        kinds.RANK: outcome.places >= goal.count,
        kinds.GROUP: risen >= goal.count,
        kinds.SCORE: gained >= goal.amount if goal.amount else gained > 0,
        kinds.LEVEL: after.score >= goal.amount,
        kinds.GROUP_AT: after.placement.group >= goal.count,
        kinds.TOP: after.rank <= goal.count,
        kinds.KEEP: outcome.places >= 0,
        kinds.KEEP_GROUP: risen >= 0,
    }
    return verdicts[goal.kind]


def _all_met(verdicts: Iterable[bool | None]) -> bool | None:
    known = list(verdicts)
    return False if False in known else None if None in known else True
