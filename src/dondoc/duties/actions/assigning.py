"""Rules by which work of an agency goes to positions and people: edited by its head, applied when work opens and on
demand. What is given to somebody already stays with them."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from dondoc.accounts.models import User
from dondoc.duties.models import AssignmentRule, Obligation
from dondoc.duties.queries.assigning import GIVEN, given_by, rules_of, unassigned
from dondoc.duties.rules.assigning import component_of
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import fold
from dondoc.units.models import Agency

CHUNK = 2000
RULE = "assignment-rule"


def add_rule(
    agency: Agency,
    *,
    by: User | None,
    at: datetime,
    component: str = "",
    words: str = "",
    plan_code: str = "",
    position: str = "",
    person: User | None = None,
    place: int = 0,
) -> AssignmentRule:
    """A new line of an agency's list, at its `place` (0: the end). Refuses a component that is none, a line to nobody
    or to two, and a line that is there already."""
    read, position = component_of(component), " ".join(position.split())[:120]
    if read is None:
        raise BadInput("rule-component", "Nội dung ghi như “2” hoặc “2.1”. Để trống nếu không theo nội dung.")
    if bool(position) == (person is not None):
        raise BadInput("rule-to-one", "Mỗi dòng giao cho một vị trí hoặc một người: chọn một trong hai.")
    fields = {"component": read, "words": fold(words)[:120], "plan_code": plan_code}
    with transaction.atomic():
        standing = AssignmentRule.objects.filter(agency=agency, withdrawn_at=None)
        if standing.filter(**fields).exists():
            raise BadInput("rule-twice", "Đã có một dòng cho đúng phần việc này: bỏ dòng cũ trước khi thêm.")
        last = standing.order_by("-place").values_list("place", flat=True).first() or 0
        rule = AssignmentRule.objects.create(
            code=new_code(), agency=agency, place=place or min(last + 10, 32_000), position=position, person=person,
            **fields,
        )  # fmt: skip
        after = {**fields, "agency": agency.code, "position": position, "person": person.code if person else ""}
        audit.record("add_rule", (RULE, rule.code), by=by, at=at, after=after)
    return rule


def withdraw_rule(rule: AssignmentRule, *, by: User | None, at: datetime) -> bool:
    """The line gives nothing any more; what it gave stays given. False where it was withdrawn before."""
    with transaction.atomic():
        if not AssignmentRule.objects.filter(pk=rule.pk, withdrawn_at=None).update(withdrawn_at=at):
            return False
        audit.record("withdraw_rule", (RULE, rule.code), by=by, at=at, before={"agency": rule.agency.code})
    return True


def apply_rules(rows: QuerySet[Obligation], *, by: User | None, at: datetime) -> int:
    """Give what is to be done and is nobody's of `rows` by the rules of its agencies; how many. In short pieces, each
    with one entry for each rule; run again it changes nothing."""
    agencies = AssignmentRule.objects.filter(withdrawn_at=None).values_list("agency", flat=True).distinct()
    rules = rules_of(agencies)
    if not rules:
        return 0
    waiting = unassigned(rows.filter(held_by__in=list(rules))).order_by("pk")
    ids = list(waiting.values_list("pk", flat=True))
    total = 0
    for start in range(0, len(ids), CHUNK):
        piece = Obligation.objects.filter(pk__in=ids[start : start + CHUNK]).select_related("duty")
        total += _give(rules, piece, by, at)
    return total


def _give(rules: dict[int, list[AssignmentRule]], rows: Iterable[Obligation], by: User | None, at: datetime) -> int:
    by_id = {rule.pk: rule for own in rules.values() for rule in own}
    total = 0
    with transaction.atomic():
        for pk, found in given_by(rules, rows).items():
            rule = by_id[pk]
            free = Obligation.objects.filter(
                pk__in=[one.pk for one in found], state__in=GIVEN, assigned_to=None, position=""
            )
            given = free.update(assigned_to=rule.person, position=rule.position)
            if given:
                codes = [one.code for one in found]
                after = {"to": rule.person.code if rule.person else rule.position, "rule": rule.code, "given": given}
                audit.record_bulk("assign_by_rule", "obligation", codes, by=by, at=at, after=after, scope=rule.code)
            total += given
    return total
