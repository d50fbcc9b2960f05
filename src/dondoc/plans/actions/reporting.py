"""The reports that a plan asks for: its confirmed rules with their printed names resolved become rules of the
engine. Reports of a plan that is replaced go on under the rules of the one that takes its place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dondoc.accounts.models import User
from dondoc.duties.actions.duty import Party, end_duty
from dondoc.duties.actions.reporting import SOURCE, RuleSpec, open_rules
from dondoc.duties.models import Duty, Part, Regime, ReportRule
from dondoc.duties.rules.reporting import Timing
from dondoc.plans.actions.carrying import queue_carrying
from dondoc.plans.models import Amendment, Plan, Task, TaskAgency
from dondoc.schedule.rules.reporting import CYCLE_OF
from dondoc.toolkit.text import key
from dondoc.units.actions.group import take_candidate
from dondoc.units.models import Agency, AgencyGroup
from dondoc.units.queries import Resolver
from dondoc.units.rules import level_of

OWING = ("lead", "execute")
SAME = 0.6
_HEIGHT = {"commune": 1, "district": 2, "province": 3}


def open_reports(plan: Plan, regime: Regime, *, on: date, by: User, at: datetime) -> None:
    """Called in the transaction that issues the plan, after its duties. A plan that only amends adds no reports; one
    that replaces another ends those of the other that have not opened."""
    if plan.amends_id and plan.amendment != Amendment.REPLACE:
        return
    reason = f"Kế hoạch {plan.number} thay thế."
    former = list(Duty.objects.filter(source_kind=SOURCE, plan_code=plan.amends.code)) if plan.amends else []
    for duty in former:
        end_duty(duty, on=on, reason=reason, by=by, at=at)
    names = _Names(plan, on, by, at)
    specs = [spec for spec in (names.spec(rule) for rule in plan.regime_rules) if spec is not None]
    specs = _going_on(specs, former)
    for twin in {spec.serves.pk: spec.serves for spec in specs if spec.serves}.values():
        end_duty(twin, on=on, reason="Báo cáo này được giao theo chế độ báo cáo của kế hoạch.", by=by, at=at)
    open_rules(regime, specs=specs, issued_on=on, year=plan.year, by=by, at=at, plan_code=plan.code)
    for duty in Duty.objects.filter(source_kind=SOURCE, plan_code=plan.code).select_related("replaces"):
        if duty.replaces is not None:
            queue_carrying(duty.replaces, duty, reason=reason, by=by, at=at)


def _going_on(specs: Sequence[RuleSpec], former: Sequence[Duty]) -> list[RuleSpec]:
    """Each rule with the report of the same cycle that it takes the place of: of the same printed names first, then
    whichever is left."""
    kept = ReportRule.objects.filter(code__in=[duty.source_code for duty in former])
    rules = {duty: rule for rule in kept for duty in former if duty.source_code == rule.code}
    found: dict[int, Duty] = {}
    for is_same in (_named_alike, _of_one_cycle):
        for number, spec in enumerate(specs):
            fits = [d for d, rule in rules.items() if d not in found.values() and is_same(spec, rule)]
            if number not in found and fits:
                found[number] = fits[0]
    return [replace(spec, replaces=found.get(number)) for number, spec in enumerate(specs)]


def _of_one_cycle(spec: RuleSpec, rule: ReportRule) -> bool:
    return spec.cycle == rule.cycle


def _named_alike(spec: RuleSpec, rule: ReportRule) -> bool:
    names = ((spec.who_printed, rule.who_printed), (spec.to_printed, rule.to_printed))
    return spec.cycle == rule.cycle and all(key(new) == key(old) for new, old in names)


class _Names:
    """Printed names of the rules as agencies and groups: what is not certain falls back on who the plan gives work."""

    def __init__(self, plan: Plan, on: date, by: User, at: datetime) -> None:
        self.plan, self.by, self.at = plan, by, at
        self.resolver = Resolver(plan.unit, on)
        self.tasks = list(plan.tasks.filter(is_left_out=False, ended_on=None).order_by("order"))

    def spec(self, rule: Mapping[str, Any]) -> RuleSpec | None:
        cycle = CYCLE_OF.get(str(rule.get("cycle")))
        to, via = (self._agency(str(rule.get(name) or "")) for name in ("to", "via"))
        if cycle is None:
            return None
        if to is None and via is None and not self._goes_up(rule):
            to = self.plan.agency
        owners = self._owners(rule, to, via)
        if not owners:
            return None
        return RuleSpec(
            cycle=cycle,
            timing=Timing(due=rule.get("due") or None),
            owners=owners,
            to=to,
            via=via,
            who_printed=str(rule.get("who") or ""),
            to_printed=str(rule.get("to") or ""),
            via_printed=str(rule.get("via") or ""),
            text=str(rule.get("text") or ""),
            serves=self._task_of(str(rule.get("text") or "")),
        )

    def _task_of(self, text: str) -> Duty | None:
        """The task that says little else than the rule: the plan asks for the same report twice, it is owed once."""
        wanted = key(text)
        same = [
            t for t in self.tasks if wanted and wanted in key(t.content) and len(wanted) >= SAME * len(key(t.content))
        ]
        duties = Duty.objects.filter(source_kind="task").order_by("pk")
        # A task that goes on unchanged from a plan that this one replaces has its duty there: found by its key.
        former = Task.objects.filter(key__in=[t.key for t in same]).values("code")
        own = duties.filter(source_code__in=[t.code for t in same]).first()
        return own or duties.filter(source_code__in=former).last()

    def _owners(self, rule: Mapping[str, Any], to: Agency | None, via: Agency | None) -> tuple[Party, ...]:
        """Who is printed, where that is certain; for a report that goes to a level above the plan's own, the agency of
        the plan; else all who owe work of the plan."""
        printed = str(rule.get("who") or "")
        named = self._parties(printed)
        if named:
            return named
        if self._goes_up(rule):
            return (Party(Part.EXECUTE, agency=self.plan.agency, printed=printed),)
        away = {one.pk for one in (to, via, self.plan.agency) if one is not None}
        rows = TaskAgency.objects.filter(
            task__plan=self.plan, task__is_left_out=False, role__in=OWING, is_requested=False
        ).select_related("agency", "group")
        return _once((row.agency, row.group) for row in rows.order_by("pk") if row.agency_id not in away)

    def _parties(self, printed: str) -> tuple[Party, ...]:
        found = []
        for name in (part.strip() for part in printed.split(";")):
            best = next(iter(self.resolver.resolve(name)), None) if name else None
            if best is None or not best.is_certain:
                return ()
            agency, group = take_candidate(best, scope=self.plan.unit, by=self.by, at=self.at)
            if group is not None and group.kind == AgencyGroup.Kind.OPEN:
                return ()
            found.append(Party(Part.EXECUTE, agency=agency, group=group, printed=name))
        return tuple(found)

    def _agency(self, printed: str) -> Agency | None:
        best = next(iter(self.resolver.resolve(printed.strip(" *"))), None) if printed else None
        return best.agency if best is not None and best.is_certain else None

    def _goes_up(self, rule: Mapping[str, Any]) -> bool:
        level = level_of(str(rule.get("to") or ""))
        return _HEIGHT.get(level or "", 0) > _HEIGHT.get(self.plan.unit.level, 0)


def _once(named: Iterable[tuple[Agency | None, AgencyGroup | None]]) -> tuple[Party, ...]:
    found: dict[tuple[int, int], Party] = {}
    for agency, group in named:
        if agency is None and group is None:
            continue
        pair = (agency.pk if agency else 0, group.pk if group else 0)
        found.setdefault(pair, Party(Part.EXECUTE, agency=agency, group=group))
    return tuple(found.values())
