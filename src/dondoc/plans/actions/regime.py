"""The reporting rules of a draft, confirmed one by one before issue."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.plans.models import Plan, PlanState
from dondoc.records.actions import audit
from dondoc.records.rules.sealing import plain
from dondoc.toolkit.errors import BadInput

CYCLES = ("monthly", "quarterly", "6-month", "9-month", "annual")


def confirm_rule(plan: Plan, *, number: int, cycle: str, due: Mapping[str, Any] | None, by: User, at: datetime) -> None:
    """Say that the rule `number` (from 0) is so. `due` None: no day is printed, the day follows from the close of the
    period and is marked as inferred."""
    rules = _rules(plan, number)
    if cycle not in CYCLES and cycle != rules[number].get("cycle"):
        raise BadInput("cycle-unknown", "Kỳ báo cáo không hợp lệ. Chọn tháng, quý, 6 tháng, 9 tháng hoặc năm.")
    is_inferred = due is None
    rules[number] = {**rules[number], "cycle": cycle, "due": due, "is_inferred": is_inferred, "is_confirmed": True}
    _keep(plan, rules, "confirm_rule", by=by, at=at, after={"number": number, "cycle": cycle, "due": due})


def remove_rule(plan: Plan, *, number: int, by: User, at: datetime) -> None:
    """What was read is no reporting rule."""
    rules = _rules(plan, number)
    removed = rules.pop(number)
    _keep(plan, rules, "remove_rule", by=by, at=at, after={"text": removed.get("text", "")})


def _rules(plan: Plan, number: int) -> list[dict[str, Any]]:
    rules = [dict(rule) for rule in plan.regime_rules]
    if not 0 <= number < len(rules):
        raise BadInput("rule-unknown", "Kỳ báo cáo này không còn: tải lại trang để xem bản mới nhất.")
    return rules


def _keep(plan: Plan, rules: list[dict[str, Any]], verb: str, *, by: User, at: datetime, after: dict[str, Any]) -> None:
    with transaction.atomic():
        same = Plan.objects.filter(pk=plan.pk, state=PlanState.DRAFT, version=plan.version)
        if not same.update(regime_rules=rules, version=plan.version + 1):
            raise BadInput("state-moved", "Người khác vừa sửa kế hoạch này: tải lại trang rồi làm lại.")
        audit.record(verb, ("plan", plan.code), by=by, at=at, after=plain(after))
    plan.refresh_from_db()
