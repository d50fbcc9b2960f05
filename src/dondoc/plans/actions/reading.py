"""What was read of a document becomes the drafts of its plan: once, however often the job is run."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.plans.actions.amending import match_former
from dondoc.plans.models import Goal, Plan, PlanDocument, PlanState, Task, TaskAgency
from dondoc.plans.rules.drafts import Reading
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.text import fold
from dondoc.units.actions.group import take_candidate
from dondoc.units.models import Stance
from dondoc.units.queries import Resolver

ROLES = ("lead", "execute", "coordinate", "guide_monitor")


def keep_reading(plan: Plan, *, reading: Reading, blocks: list[dict[str, Any]], by: User, at: datetime) -> bool:
    """Write the drafts of a document beside its blocks. False where that was done before, or the plan went on."""
    told = reading.as_json()
    with transaction.atomic():
        fresh = PlanDocument.objects.filter(plan=plan, plan__state=PlanState.DRAFT, read_at=None)
        if not fresh.update(read_at=at, blocks=blocks, reading=_without_tasks(told), refusal=""):
            return False
        _head(plan, told)
        plan.goals.all().delete()
        Goal.objects.bulk_create(_goal(plan, one) for one in told["goals"])
        tasks = [_task(plan, order, one) for order, one in enumerate(told["tasks"], 1)]
        if plan.amends_id:
            match_former(plan, tasks)
        Task.objects.bulk_create(tasks)
        _agencies(plan, tasks, by=by, at=at)
        audit.record("read_plan", ("plan", plan.code), by=by, at=at, after={"tasks": len(tasks)})
    return True


def refuse_reading(plan: Plan, *, refusal: str, by: User, at: datetime) -> None:
    """The document cannot be read: keep why and how to mend it for whoever uploaded it."""
    with transaction.atomic():
        if PlanDocument.objects.filter(plan=plan, read_at=None).update(refusal=refusal, read_at=at):
            audit.record("refuse_reading", ("plan", plan.code), by=by, at=at, after={"refusal": refusal})


def _without_tasks(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in ("document", "cells", "findings")}


def _head(plan: Plan, told: Mapping[str, Any]) -> None:
    document = told["document"]
    title = " ".join(filter(None, [document["type"], document["title"]])) or plan.title
    plan.title, plan.search = title, fold(f"{document['number'] or ''} {title}")
    plan.year = document["year"] or plan.year
    plan.number, plan.symbol = (document["number"] or "")[:20], (document["symbol"] or "")[:40]
    plan.issued_on = _day(document["date"])
    plan.signer = (document["signer"] or "")[:120]
    plan.signer_position = (document["signer_position"] or "")[:120]
    plan.regime_rules = [dict(rule, is_confirmed=False) for rule in told["reporting_regime"]]
    plan.deadlines = told["deadlines"]
    plan.save()


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None  # only the month or the year is printed


def _goal(plan: Plan, one: Mapping[str, Any]) -> Goal:
    return Goal(plan=plan, kind=one["kind"], text=one["text"], is_fact=one["is_fact"], normalised=one["normalised"])


def _task(plan: Plan, order: int, one: Mapping[str, Any]) -> Task:
    code = new_code()
    target, schedule = one["target"] or {}, one["schedule"] or {}
    component = one["papi_subdimension"] or ""
    return Task(
        code=code,
        key=code,
        plan=plan,
        order=order,
        source=one["source"],
        section=one["section"],
        component=component,
        component_is_confirmed=bool(component) and not one["component_is_suggested"],
        subcode=(one["subcode"] or "")[:16],
        heading=(one["indicator_name"] or one["heading"] or "")[:400],
        content=one["content"],
        search=fold(one["content"]),
        products=one["product"],
        target_text=target.get("text", ""),
        targets=target.get("parts", []),
        schedule_text=schedule.get("text", "")[:400],
        schedule=schedule,
        original=dict(one),
    )


def _agencies(plan: Plan, tasks: Iterable[Task], *, by: User, at: datetime) -> None:
    """The names of all drafts, each distinct one looked up once. What is certain is set, the rest waits for a person;
    an open name gets its group, which has nobody until a person chooses."""
    resolver = Resolver(plan.unit, timezone.localtime(at).date())
    taken: dict[str, tuple[Any, Any]] = {}
    rows = []
    for task in tasks:
        for role in ROLES:
            for printed in task.original[role]:
                if printed not in taken:
                    taken[printed] = _taken(resolver, printed, plan, by=by, at=at)
                agency, group = taken[printed]
                asked = bool(task.original["is_requested"]) and role in ("lead", "execute")
                is_requested = asked or (agency is not None and agency.stance == Stance.REQUESTED)
                rows.append(
                    TaskAgency(
                        task=task,
                        role=role,
                        printed=printed[:400],
                        agency=agency,
                        group=group,
                        is_requested=is_requested,
                    )
                )
    TaskAgency.objects.bulk_create(rows)


def _taken(resolver: Resolver, printed: str, plan: Plan, *, by: User, at: datetime) -> tuple[Any, Any]:
    candidates = resolver.resolve(printed)
    best = candidates[0] if candidates else None
    is_open = best is not None and best.proposal is not None and best.proposal.kind == "open" and len(candidates) == 1
    is_open = is_open or (best is not None and best.group is not None and best.group.kind == "open")
    if best is None or not (best.is_certain or is_open):
        return None, None
    return take_candidate(best, scope=plan.unit, by=by, at=at)
