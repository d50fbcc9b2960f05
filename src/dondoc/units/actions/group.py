"""Groups of agencies: by rule, a named list, or open until a person chooses."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean, fold
from dondoc.units.actions.agency import refuse_ended
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup, AgencyGroupMember, Level
from dondoc.units.queries.names import Candidate

Kind = AgencyGroup.Kind
RULE_KEYS = frozenset({"kinds", "levels", "unit_kinds", "classes", "names", "asked", "stances"})


def create_group(
    scope: AdministrativeUnit,
    *,
    kind: str,
    name: str,
    by: audit.Actor | None,
    at: datetime,
    rule: Mapping[str, Any] | None = None,
    members: Sequence[Agency] = (),
) -> AgencyGroup:
    """Make a group within a unit. Refuses an empty name, a rule that says nothing, a list without members. An open
    group may begin without members: a person chooses them before issue."""
    name = " ".join(clean(name).split())[:200]
    if not name:
        raise BadInput("group-name-empty", "Chưa có tên nhóm. Nhập tên như in trong kế hoạch.")
    if kind == Kind.RULE:
        _refuse_bad_rule(rule or {})
    if kind == Kind.LIST and not members:
        raise BadInput("group-empty", "Danh sách chưa có cơ quan nào. Chọn ít nhất một cơ quan.")
    with transaction.atomic():
        group = AgencyGroup.objects.create(
            code=new_code(), scope=scope, kind=kind, name=name, search=fold(name), rule=dict(rule or {})
        )
        _add(group, members, None)
        after = {"name": name, "kind": str(kind), "rule": dict(rule or {}), "members": [a.code for a in members]}
        audit.record("create_group", ("group", group.code), by=by, at=at, after=after)
    return group


def take_candidate(
    candidate: Candidate, *, scope: AdministrativeUnit, by: audit.Actor | None, at: datetime
) -> tuple[Agency | None, AgencyGroup | None]:
    """What a resolved name leads to, as (agency, group), one of which is None. A group that was only proposed is made
    here; one of the same name, kind and rule in the unit is taken again."""
    if candidate.proposal is None:
        return candidate.agency, candidate.group
    wanted = candidate.proposal
    with transaction.atomic():
        same = AgencyGroup.objects.filter(
            scope=scope, name=wanted.name[:200], kind=wanted.kind, rule=wanted.rule
        ).first()
        if same is not None:
            return None, same
        made = create_group(
            scope, kind=wanted.kind, name=wanted.name, rule=wanted.rule, members=wanted.members, by=by, at=at
        )
    return None, made


def choose_members(
    group: AgencyGroup, *, members: Collection[Agency], on: date, by: audit.Actor | None, at: datetime
) -> None:
    """Say who stands on a list or is meant by an open group, from the day `on`. Who was on it before stays known.
    Refuses a group by rule, which has no members of its own, an empty choice, and who ended before that day and is
    not on it yet."""
    if group.kind == Kind.RULE:
        raise BadInput("group-by-rule", "Nhóm theo quy tắc tự lấy thành viên. Muốn chọn tay, hãy tạo nhóm danh sách.")
    if not members:
        raise BadInput("group-empty", "Chưa chọn cơ quan nào. Chọn ít nhất một cơ quan.")
    wanted = {agency.pk: agency for agency in members}
    with transaction.atomic():
        rows = {row.agency_id: row for row in group.members.select_for_update()}
        for agency in members:
            if agency.pk not in rows:
                refuse_ended(agency, on=on)
        gone = [row.pk for pk, row in rows.items() if pk not in wanted and row.valid_to is None]
        AgencyGroupMember.objects.filter(Q(valid_from=None) | Q(valid_from__lt=on), pk__in=gone).update(
            valid_to=on - timedelta(days=1)
        )
        AgencyGroupMember.objects.filter(pk__in=gone, valid_to=None).delete()
        back = [row.pk for pk, row in rows.items() if pk in wanted and row.valid_to is not None]
        AgencyGroupMember.objects.filter(pk__in=back).update(valid_to=None)
        _add(group, [agency for pk, agency in wanted.items() if pk not in rows], on if rows else None)
        after = {"members": sorted(agency.code for agency in wanted.values()), "on": on.isoformat()}
        audit.record("choose_members", ("group", group.code), by=by, at=at, after=after)


def _add(group: AgencyGroup, members: Collection[Agency], since: date | None) -> None:
    AgencyGroupMember.objects.bulk_create(
        AgencyGroupMember(group=group, agency=agency, valid_from=since) for agency in dict.fromkeys(members)
    )


def _refuse_bad_rule(rule: Mapping[str, Any]) -> None:
    is_known = RULE_KEYS.issuperset(rule) and set(rule.get("levels", ())) <= set(Level.values)
    if not is_known or not any(rule.get(name) for name in ("kinds", "classes", "names", "asked")):
        raise BadInput("group-rule", "Quy tắc của nhóm chưa nói loại cơ quan nào, ở cấp nào. Chọn loại và cấp.")
