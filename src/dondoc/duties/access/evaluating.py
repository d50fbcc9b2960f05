"""Who evaluates, and who sees what of an evaluation."""

from django.db.models import Q, QuerySet

from dondoc.duties.access.urging import DECIDING
from dondoc.duties.models import (
    Evaluation,
    EvaluationScore,
)
from dondoc.units.access import Scope
from dondoc.units.models import AdministrativeUnit, Agency, Role
from dondoc.units.rules.kinds import COMMITTEE, HOME_AFFAIRS
from dondoc.web.found import found


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
