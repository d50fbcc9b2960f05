"""What the law asks of heads and communes, taken over as duties of the engine."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dondoc.duties.actions.duty import Party, create_duty
from dondoc.duties.actions.expansion import expand_source
from dondoc.duties.models import Duty
from dondoc.meetings.models import Norm
from dondoc.meetings.rules.norms import EVENT, NORMS, PROMISE, REFUSAL, NormRule, form_of
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.schedule.queries import find_timer
from dondoc.units.access import valid_on
from dondoc.units.actions.group import create_group
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup, Level
from dondoc.units.rules.kinds import COMMITTEE

GROUPS = {"commune-chair": "UBND các xã, phường, đặc khu", "head": "Các sở, ban, ngành, UBND tỉnh"}


def adopt_norms(unit: AdministrativeUnit, *, by: audit.Actor | None, at: datetime, since: date | None = None) -> int:
    """Take over how often heads receive and communes hold their dialogue: of a province for all its communes, of a
    commune for itself. The number of times comes from the terms that hold on the day. How many are new."""
    on, made = since or timezone.localtime(at).date(), 0
    with transaction.atomic():
        for rule in NORMS:
            if unit.level == Level.PROVINCE or rule.level == unit.level:
                made += _adopt(unit, rule, on, by, at)
    return made


def expand_norms(unit: AdministrativeUnit, *, year: int, by: audit.Actor | None, at: datetime) -> int:
    """What they ask in a year; run again it adds nothing."""
    sources = {rule.key: rule.source for rule in NORMS}
    return sum(
        expand_source(sources[norm.key], norm.code, by=by, at=at, year=year).made
        for norm in Norm.objects.filter(unit=unit).order_by("pk")
    )


def duty_of_cases(unit: AdministrativeUnit, source: str, *, by: audit.Actor | None, at: datetime) -> Duty:
    """The one duty of a unit under which its promises, or its notices of refusal, are owed case by case."""
    held = Duty.objects.filter(source_kind=source, source_code=f"u{unit.pk}").first()
    if held is not None:
        return held
    day = timezone.localtime(at).date()
    committee = Agency.objects.filter(valid_on(day), unit=unit).order_by("pk")
    first = committee.filter(kind=COMMITTEE).first() or committee.first()
    title = {PROMISE: "Việc đã hứa với người dân", REFUSAL: "Thông báo từ chối tiếp công dân"}[source]
    return create_duty(
        (source, f"u{unit.pk}"),
        unit=unit,
        title=title,
        parties=[Party("execute", agency=first)],
        issued_on=day,
        by=by,
        at=at,
        schedule=EVENT,
        component="3.2" if source == PROMISE else "3.1",
        section=3,
    )


def _adopt(unit: AdministrativeUnit, rule: NormRule, on: date, by: audit.Actor | None, at: datetime) -> int:
    timer = find_timer(rule.timer, on)
    if timer is None or Norm.objects.filter(unit=unit, key=rule.key).exists():
        return 0
    party = _party(unit, rule, on, by, at)
    if party is None:
        return 0
    norm = Norm.objects.create(
        code=new_code(), unit=unit, key=rule.key, title=rule.title, citation=timer.citation, certainty=timer.certainty
    )
    create_duty(
        (rule.source, norm.code),
        unit=unit,
        title=f"{rule.title} ({timer.words})",
        parties=[party],
        issued_on=on,
        by=by,
        at=at,
        schedule=form_of(timer.unit),
        component=rule.component,
        section=rule.section,
    )
    after = {"title": rule.title, "often": timer.words, "citation": timer.citation}
    audit.record("adopt_norm", ("meeting_norm", norm.code), by=by, at=at, after=after)
    return 1


def _party(unit: AdministrativeUnit, rule: NormRule, on: date, by: audit.Actor | None, at: datetime) -> Party | None:
    if unit.level == rule.level == Level.COMMUNE:
        committee = Agency.objects.filter(valid_on(on), unit=unit, kind=COMMITTEE).first()
        return Party("execute", agency=committee) if committee else None
    group = AgencyGroup.objects.filter(scope=unit, kind=AgencyGroup.Kind.RULE, rule=dict(rule.rule)).first()
    name = GROUPS.get(rule.key, GROUPS["commune-chair"])
    group = group or create_group(unit, kind=AgencyGroup.Kind.RULE, name=name, rule=rule.rule, by=by, at=at)
    return Party("execute", group=group, printed=group.name)
