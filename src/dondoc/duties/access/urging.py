"""Who urges in whose name; letters, notices, rules of reminders and of the way up that a person may see."""

from django.db.models import Q, QuerySet

from dondoc.accounts.models import User
from dondoc.duties.access.obligations import own_obligations
from dondoc.duties.models import (
    EscalationRule,
    Notice,
    Regime,
    ReminderRule,
    UrgingLetter,
    UrgingLetterAgency,
)
from dondoc.units.access import Scope
from dondoc.units.models import Agency, Role
from dondoc.web.found import found

DECIDING = (Role.HEAD, Role.FOCAL, Role.COMMITTEE)


def urging_agencies(scope: Scope) -> QuerySet[Agency]:
    """The own agencies in whose name a person may urge: as head, leader or focal point. None: no page of urging."""
    own = [pk for pk in scope.agencies if any(scope.has(role, pk) for role in DECIDING)]
    return Agency.objects.filter(pk__in=own).select_related("unit").order_by("pk")


def visible_letters(scope: Scope) -> QuerySet[UrgingLetter]:
    """Written by the own agencies or in the line below; those sent to the own ones."""
    own = list(scope.agencies)
    sent = UrgingLetterAgency.objects.filter(agency__in=own, letter__state=UrgingLetter.State.SENT).values("letter")
    rows = UrgingLetter.objects.filter(Q(issuer__in=own) | Q(issuer__unit__in=list(scope.units_below)) | Q(pk__in=sent))
    return rows.select_related("issuer__unit", "written_by").order_by("-pk")


def get_letter_for(scope: Scope, code: str) -> UrgingLetter:
    return found(visible_letters(scope).filter(code=code))


def get_own_letter(scope: Scope, code: str) -> UrgingLetter:
    """A letter of an agency in whose name one may urge, to number or withdraw it."""
    return found(visible_letters(scope).filter(code=code, issuer__in=urging_agencies(scope)))


def may_number(scope: Scope, letter: UrgingLetter) -> bool:
    """Give it its number, attach its signed copy: whoever may urge in the name of its issuer."""
    return urging_agencies(scope).filter(pk=letter.issuer_id).exists()


def own_notices(user: User) -> QuerySet[Notice]:
    return Notice.objects.filter(user=user).order_by("-day", "-pk")


def rule_agencies(scope: Scope) -> QuerySet[Agency]:
    """The agencies of which a person is head: for their people the person sets rules."""
    return Agency.objects.filter(pk__in=[pk for pk in scope.agencies if scope.has(Role.HEAD, pk)]).order_by("name")


def visible_rules(scope: Scope) -> QuerySet[ReminderRule]:
    """The rules for everybody, and those of the agencies of which one is head."""
    rows = ReminderRule.objects.filter(Q(agency__isnull=True) | Q(agency__in=rule_agencies(scope)), ended_at=None)
    return rows.select_related("agency").order_by("agency__name", "offset", "pk")


def get_rule_for(scope: Scope, code: str) -> ReminderRule:
    """A rule that one may end: of all by an administrator, of an agency by its head."""
    rows = visible_rules(scope).filter(code=code)
    return found(rows if scope.is_administrator else rows.exclude(agency=None))


def visible_regimes_of_way_up(scope: Scope) -> QuerySet[Regime]:
    """Regimes that hold: an administrator gives each its own days of the way up; others read those that have some, of
    the units below and of what the own agencies owe."""
    rows = Regime.objects.filter(ended_on=None)
    if not scope.is_administrator:
        owed = own_obligations(scope).values("duty__regime")
        own_days = EscalationRule.objects.exclude(regime=None).values("regime")
        rows = rows.filter(Q(unit__in=list(scope.units_below)) | Q(pk__in=owed), pk__in=own_days)
    return rows.select_related("unit").prefetch_related("escalation_rules").order_by("unit__name", "pk")


def get_regime_of_way_up(scope: Scope, code: str) -> Regime:
    """To give it its own days: an administrator."""
    return found(
        visible_regimes_of_way_up(scope).filter(code=code) if scope.is_administrator else Regime.objects.none()
    )
