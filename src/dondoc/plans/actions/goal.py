"""Goals of a plan: what each measures, where the reading got it wrong; results filled in by themselves."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.plans.models import Goal, Plan
from dondoc.plans.queries.goals import NOTHING, measure_for, measured_codes, published_line
from dondoc.records.actions import audit
from dondoc.scores.rules.goals import parse_goals
from dondoc.scores.rules.panel import TOTAL
from dondoc.toolkit.errors import BadInput


def set_measure(goal: Goal, *, spec: str, base_year: int | None, code: str = TOTAL, by: User, at: datetime) -> None:
    """Say what a goal measures ("rank+5" against a year, of the total or of a part), or that it is not to be weighed
    (empty). Refuses what is not understood, a base year that is not before the goal's, and a part that the base year
    does not measure."""
    plan = goal.plan
    if spec:
        parse_goals(spec)
    year = int(goal.normalised.get("year") or plan.year)
    if base_year is not None and not 2011 <= base_year < year:
        raise BadInput(
            "base-year", "Năm làm gốc phải trước năm {year} và từ 2011, ví dụ {example}.", year=year, example=year - 1
        )
    if code not in measured_codes(base_year or year - 1):
        raise BadInput(
            "component-unknown",
            "Năm {year} PAPI không đo “{code}”. Chọn lại nội dung.",
            year=base_year or year - 1,
            code=code,
        )
    with transaction.atomic():
        before = {"measure": goal.measure, "code": goal.measure_code, "base_year": goal.base_year}
        goal.measure, goal.base_year, goal.measure_code = spec or NOTHING, base_year, "" if code == TOTAL else code
        goal.save(update_fields=["measure", "measure_code", "base_year"])
        after = {"goal": goal.pk, "measure": goal.measure, "code": goal.measure_code, "base_year": base_year}
        audit.record("set_measure", ("plan", plan.code), by=by, at=at, before=before, after=after)


def fill_results(years: Collection[int], *, at: datetime) -> int:
    """Write the published result beside every goal whose year is among those that results were stored of; how many
    changed. What a person typed is left alone; a result that is gone is taken away. Again changes nothing."""
    goals = Goal.objects.filter(is_fact=False).select_related("plan__unit__parent__parent")
    told: dict[Plan, dict[str, str]] = {}
    with transaction.atomic():
        for goal in goals.iterator(500):
            measure = measure_for(goal, goal.plan)
            if measure is None or measure.year not in years or (goal.last_result and not goal.is_result_published):
                continue
            line = published_line(goal.plan, goal)
            if line != goal.last_result:
                Goal.objects.filter(pk=goal.pk, last_result=goal.last_result).update(
                    last_result=line, is_result_published=bool(line)
                )
                told.setdefault(goal.plan, {})[str(goal.pk)] = line
        for plan, lines in told.items():
            audit.record("fill_results", ("plan", plan.code), by=None, at=at, after=lines)
    return sum(map(len, told.values()))
