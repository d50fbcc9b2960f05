"""Who sees which obligations and may do what with them: the only door to permissioned reads. Outside is 404.

A person sees what the own agencies must act on or are in (their lead, their coordination, their supervision), what
the agencies that they guide must act on, and the whole territorial line down of whoever acts for a People's Committee
or Home Affairs. What is still being made (an expansion that is not published) nobody sees.
"""

from datetime import date

from django.db.models import Q, QuerySet

from dondoc.accounts.models import User
from dondoc.duties.models import (
    Difficulty,
    DifficultyStep,
    Duty,
    DutyMember,
    EscalationRule,
    Evaluation,
    EvaluationScore,
    Evidence,
    Expansion,
    Notice,
    Obligation,
    Part,
    Regime,
    ReminderRule,
    UrgingLetter,
    UrgingLetterAgency,
)
from dondoc.units.access import Scope, scope_of
from dondoc.units.models import AdministrativeUnit, Agency, Role
from dondoc.units.rules.kinds import COMMITTEE, HOME_AFFAIRS
from dondoc.web.found import found

DOING = (Role.OFFICER, Role.HEAD, Role.FOCAL)
DECIDING = (Role.HEAD, Role.FOCAL, Role.COMMITTEE)


def published() -> QuerySet[Obligation]:
    """All that is made to the end. Those under way are few; the list of them is asked once for a query."""
    return Obligation.objects.filter(
        Q(expansion__isnull=True) | ~Q(expansion__in=Expansion.objects.filter(published_at__isnull=True))
    )


def visible_obligations(user: User, on: date, *, scope: Scope | None = None) -> QuerySet[Obligation]:
    """What a person may see on a day. No order, no joins: the caller adds its own."""
    scope = scope or scope_of(user, on)
    if not scope.agencies:
        return Obligation.objects.none()
    own = list(scope.agencies)
    holds = Q(pk__in=own) | Q(guided_by__in=own) | Q(guided_by__guided_by__in=own)
    holds |= Q(successions__successor__in=own, successions__decided_at__isnull=False)
    if scope.units_below:
        holds |= Q(unit__in=list(scope.units_below))
    holders = list(Agency.objects.filter(holds).values_list("pk", flat=True))
    duties = DutyMember.objects.filter(agency__in=own).values("duty")
    return published().filter(Q(held_by__in=holders) | Q(duty__in=duties))


def get_obligation_for(user: User, code: str, on: date, *, scope: Scope | None = None) -> Obligation:
    rows = visible_obligations(user, on, scope=scope)
    return found(rows.filter(code=code).select_related("duty", "held_by", "owed_by", "unit", "assigned_to"))


def own_obligations(scope: Scope) -> QuerySet[Obligation]:
    """What the own agencies must act on."""
    return published().filter(held_by__in=list(scope.agencies))


def visible_evidence(scope: Scope) -> QuerySet[Evidence]:
    """Proofs of the own agencies, to be used again."""
    return Evidence.objects.filter(agency__in=list(scope.agencies))


def may_do(scope: Scope, obligation: Obligation) -> bool:
    """Settle, claim, withdraw: whoever acts for the agency that holds it."""
    return any(scope.has(role, obligation.held_by_id) for role in DOING)


def may_enter_for(scope: Scope, obligation: Obligation) -> bool:
    """The focal point above may enter for an agency; the entry is marked as such."""
    is_above = obligation.unit_id in scope.units_below and scope.has_any(Role.FOCAL)
    return is_above and not may_do(scope, obligation)


def may_confirm(scope: Scope, obligation: Obligation) -> bool:
    """The leads of the duty say whether it counts; nobody confirms the own work."""
    return obligation.part == Part.EXECUTE and not may_do(scope, obligation) and _acts_in(scope, obligation, Part.LEAD)


def may_return(scope: Scope, obligation: Obligation) -> bool:
    """Leads and supervisors of the duty, and leaders and focal points of the territorial line."""
    if may_do(scope, obligation) or obligation.duty.source_kind == "report":
        return False
    return _acts_in(scope, obligation, Part.LEAD, Part.SUPERVISE) or _decides_above(scope, obligation)


def may_excuse(scope: Scope, obligation: Obligation) -> bool:
    """Leaders and focal points of the territorial line; nobody excuses the own agency by being in it."""
    return _decides_above(scope, obligation) and not may_do(scope, obligation)


def may_record_for(scope: Scope, agency_id: int, unit_id: int) -> bool:
    """Say that an event took place that opens work of an agency: who acts for it, the focal point and leaders above."""
    if any(scope.has(role, agency_id) for role in DOING):
        return True
    return unit_id in scope.units_below and scope.has_any(Role.FOCAL, Role.COMMITTEE)


def event_duties(on: date) -> QuerySet[Duty]:
    """Duties of plans that wait for an event. Who may see one is asked by those who owe it (`may_record_for`)."""
    live = Q(ended_on=None) | Q(ended_on__gt=on)
    return Duty.objects.filter(live, schedule__kind="event").exclude(plan_code="").order_by("plan_code", "pk")


def visible_difficulties(scope: Scope) -> QuerySet[Difficulty]:
    """Raised by the own agencies, asked of them now or before, or of the territorial line down."""
    own = list(scope.agencies)
    seen = Q(agency__in=own) | Q(pk__in=DifficultyStep.objects.filter(owner__in=own).values("difficulty"))
    return Difficulty.objects.filter(seen | Q(agency__unit__in=list(scope.units_below)))


def get_difficulty_for(scope: Scope, code: str) -> Difficulty:
    rows = visible_difficulties(scope).select_related("agency__unit", "owner", "obligation__duty", "raised_by")
    return found(rows.filter(code=code))


def raising_agencies(scope: Scope) -> QuerySet[Agency]:
    """Agencies for which the person may raise a difficulty."""
    return Agency.objects.filter(pk__in=_acting(scope)).order_by("search")


def may_answer(scope: Scope, difficulty: Difficulty) -> bool:
    """Whoever acts for the owner, its leaders among them."""
    return any(scope.has(role, difficulty.owner_id) for role in (*DOING, Role.COMMITTEE))


def may_withdraw(scope: Scope, difficulty: Difficulty) -> bool:
    return any(scope.has(role, difficulty.agency_id) for role in DOING)


def may_assign(scope: Scope, obligation: Obligation) -> bool:
    """The head gives work out."""
    return scope.has(Role.HEAD, obligation.held_by_id)


def get_headed_agency_for(scope: Scope, code: str) -> Agency:
    """An agency of which the person is head: who says who does what in it."""
    return found(headed_agencies(scope).filter(code=code))


def headed_agencies(scope: Scope) -> QuerySet[Agency]:
    headed = [agency for agency in scope.agencies if scope.has(Role.HEAD, agency)]
    return Agency.objects.filter(pk__in=headed).order_by("search")


def may_give(user: User, scope: Scope, obligation: Obligation) -> bool:
    """The head to anybody; an officer takes what is nobody's, and gives the own back."""
    return may_assign(scope, obligation) or (may_do(scope, obligation) and obligation.assigned_to_id in (None, user.pk))


def may_contribute(scope: Scope, obligation: Obligation) -> bool:
    return _acts_in(scope, obligation, Part.COORDINATE)


def contributing_agency(scope: Scope, obligation: Obligation) -> Agency:
    """The agency for which the person coordinates, or 404."""
    own = DutyMember.objects.filter(duty=obligation.duty_id, part=Part.COORDINATE, agency__in=_acting(scope))
    return found(Agency.objects.filter(pk__in=own.values("agency")).order_by("pk"))


def _acts_in(scope: Scope, obligation: Obligation, *parts: str) -> bool:
    members = DutyMember.objects.filter(duty=obligation.duty_id, part__in=parts, agency__in=_acting(scope))
    return members.exists()


def _acting(scope: Scope) -> list[int]:
    return [agency for agency in scope.agencies if any(scope.has(role, agency) for role in DOING)]


def _decides_above(scope: Scope, obligation: Obligation) -> bool:
    return obligation.unit_id in scope.units_below and scope.has_any(Role.FOCAL, Role.COMMITTEE)


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


def evaluating_units(scope: Scope) -> QuerySet[AdministrativeUnit]:
    """The units whose agencies a person evaluates: as head, leader or focal point of the committee or Home Affairs."""
    own = [pk for pk in scope.agencies if any(scope.has(role, pk) for role in DECIDING)]
    deciding = Agency.objects.filter(pk__in=own, kind__in=[COMMITTEE, *HOME_AFFAIRS])
    return AdministrativeUnit.objects.filter(pk__in=deciding.values("unit")).order_by("pk")


def visible_evaluations(scope: Scope) -> QuerySet[Evaluation]:
    """Those that one makes; and those of the own agencies, from the day on which they are announced."""
    mine = EvaluationScore.objects.filter(agency__in=list(scope.agencies)).values("evaluation")
    is_out = Q(pk__in=mine) & ~Q(state=Evaluation.State.DRAFT)
    rows = Evaluation.objects.filter(Q(unit__in=evaluating_units(scope)) | is_out)
    return rows.select_related("unit", "rule").order_by("-year", "unit__name")


def get_evaluation_for(scope: Scope, code: str) -> Evaluation:
    return found(visible_evaluations(scope).filter(code=code))


def may_evaluate(scope: Scope, evaluation: Evaluation) -> bool:
    return evaluating_units(scope).filter(pk=evaluation.unit_id).exists()


def visible_scores(scope: Scope, evaluation: Evaluation) -> QuerySet[EvaluationScore]:
    """All for who evaluates, and for everybody evaluated once it is locked; before that the own alone."""
    rows = EvaluationScore.objects.filter(evaluation=evaluation).select_related("agency__unit", "evaluation")
    if may_evaluate(scope, evaluation) or evaluation.state == Evaluation.State.LOCKED:
        return rows
    return rows.filter(agency__in=list(scope.agencies))


def may_object(scope: Scope, score: EvaluationScore) -> bool:
    """The head of the agency, while opinions are asked for."""
    return score.evaluation.state == Evaluation.State.ANNOUNCED and scope.has(Role.HEAD, score.agency_id)
