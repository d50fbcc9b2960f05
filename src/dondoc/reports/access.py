"""Who sees which report and may do what with it: the only door to permissioned reads. Outside is 404.

A draft is for the agency that owes it. Once it was sent it is for who receives it and for the territorial line above.
No agency reads the report of another beside it, by whatever address.
"""

from datetime import date

from django.db.models import Case, Q, QuerySet, When

from dondoc.accounts.models import User
from dondoc.duties.access import DOING, may_do, own_obligations, visible_obligations
from dondoc.duties.actions.reporting import SOURCE
from dondoc.duties.models import DutyAgency, DutyMember, Obligation, Part, Period, Regime
from dondoc.reports.models import Consolidation, ConsolidationLine, Report
from dondoc.reports.rules.states import ARRIVED, ReportState
from dondoc.units.access import Scope, scope_of
from dondoc.units.models import Agency, Role
from dondoc.web.found import found

RECEIVING = (*DOING, Role.COMMITTEE)
LEADING = (Role.HEAD, Role.COMMITTEE)
_ARRIVED = [state.value for state in (*ARRIVED, ReportState.RETURNED)]


def visible_reports(user: User, on: date, *, scope: Scope | None = None) -> QuerySet[Report]:
    """All that a person may see on a day. No order, no joins."""
    scope = scope or scope_of(user, on)
    if not scope.agencies:
        return Report.objects.none()
    own = list(scope.agencies)
    sent = Q(state__in=_ARRIVED, sent_at__isnull=False)
    above = Q(receiver__in=own) | Q(agency__unit__in=list(scope.units_below))
    return Report.objects.filter(Q(agency__in=own) | Q(obligation__held_by__in=own) | (sent & above))


def get_report_for(user: User, code: str, on: date, *, scope: Scope | None = None) -> Report:
    rows = visible_reports(user, on, scope=scope).filter(code=code)
    joined = rows.select_related(
        "agency__unit", "receiver", "period__rule__regime__unit", "obligation__duty", "obligation__held_by"
    )
    return found(joined)


def owed_reports(scope: Scope) -> QuerySet[Obligation]:
    """The reports that the own agencies owe or owed."""
    return own_obligations(scope).filter(duty__source_kind=SOURCE)


def get_owed_for(user: User, scope: Scope, code: str) -> tuple[Obligation, bool]:
    """A report that is owed, for whoever may see that it is, and whether the person may begin it; or 404."""
    rows = visible_obligations(user, scope.on, scope=scope).filter(code=code, duty__source_kind=SOURCE)
    one = found(rows.select_related("duty", "held_by", "owed_by", "unit"))
    return one, may_do(scope, one)


def may_write(scope: Scope, report: Report) -> bool:
    """Whoever acts for the agency that owes it now."""
    return may_do(scope, report.obligation)


def may_approve(scope: Scope, report: Report) -> bool:
    """The head or a leader of the agency."""
    return any(scope.has(role, report.obligation.held_by_id) for role in LEADING)


def may_receive(scope: Scope, report: Report) -> bool:
    """Whoever acts for the agency that takes it in; nobody takes in the own report."""
    if report.receiver_id is None or may_write(scope, report):
        return False
    return any(scope.has(role, report.receiver_id) for role in RECEIVING)


def receiving_agencies(scope: Scope) -> list[int]:
    """The own agencies in which the person may take reports in."""
    return [agency for agency in scope.agencies if any(scope.has(role, agency) for role in RECEIVING)]


def visible_regimes(scope: Scope) -> QuerySet[Regime]:
    """Regimes with rules under which the own agencies owe or receive, and those of the own units and below."""
    own = list(scope.agencies)
    concerned = Q(report_rules__to__in=own) | Q(report_rules__via__in=own)
    concerned |= Q(unit__in=[*scope.units_below, *scope.own_units])
    concerned |= Q(pk__in=owed_reports(scope).values("duty__regime"))
    return Regime.objects.filter(concerned, report_rules__isnull=False).distinct()


def get_regime_for(scope: Scope, code: str) -> Regime:
    return found(visible_regimes(scope).filter(code=code).select_related("unit"))


def may_shape(scope: Scope, regime: Regime) -> bool:
    """The focal point and the leaders of the unit whose regime it is."""
    return may_open_regime(scope, regime.unit_id)


def may_open_regime(scope: Scope, unit_id: int) -> bool:
    return unit_id in scope.units_below and scope.has_any(Role.FOCAL, Role.HEAD, Role.COMMITTEE)


def received_periods(scope: Scope) -> QuerySet[Period]:
    """Periods of the rules whose reports come to the own agencies."""
    mine = receiving_agencies(scope)
    return Period.objects.filter(Q(rule__via__in=mine) | Q(rule__via=None, rule__to__in=mine), covered_by="")


def offered_agencies(scope: Scope) -> QuerySet[Agency]:
    """Who may be named as receiver of a regime: the own agencies first, then those seen."""
    is_own = Case(When(pk__in=list(scope.agencies), then=0), default=1)
    seen = Agency.objects.filter(pk__in=list(scope.seen), valid_to=None).select_related("unit")
    return seen.order_by(is_own, "unit", "name")


def visible_consolidations(scope: Scope) -> QuerySet[Consolidation]:
    """Those of the own agencies and of agencies in whose line above one stands. No order."""
    return Consolidation.objects.filter(agency__in=list(scope.seen)) if scope.seen else Consolidation.objects.none()


def get_consolidation_for(scope: Scope, code: str) -> Consolidation:
    joined = ("agency__unit", "period__rule__regime", "job")
    return found(visible_consolidations(scope).filter(code=code).select_related(*joined))


def get_theme_for(scope: Scope, code: str, section: int) -> Consolidation:
    """A consolidation that has tasks of a dimension: for whoever sees it, and for the agencies that lead these tasks
    (theirs is the report on that dimension)."""
    lines = ConsolidationLine.objects.filter(section=section, name="")
    leading = DutyMember.objects.filter(agency__in=list(scope.agencies), part=Part.LEAD).values("duty")
    named = DutyAgency.objects.filter(agency__in=list(scope.agencies), part=Part.LEAD).values("duty")
    led = lines.filter(Q(duty__in=leading) | Q(duty__in=named)).values("consolidation")
    seen = visible_consolidations(scope).filter(pk__in=lines.values("consolidation"))
    reached = Consolidation.objects.filter(Q(pk__in=seen.values("pk")) | Q(pk__in=led), code=code)
    return found(reached.exclude(built_at=None).select_related("agency__unit", "period__rule__regime"))


def led_themes(scope: Scope) -> list[tuple[Consolidation, int]]:
    """Consolidations with the dimensions whose tasks an own agency leads, the latest first."""
    own = list(scope.agencies)
    leading = DutyMember.objects.filter(agency__in=own, part=Part.LEAD).values("duty")
    named = DutyAgency.objects.filter(agency__in=own, part=Part.LEAD).values("duty")
    lines = ConsolidationLine.objects.filter(Q(duty__in=leading) | Q(duty__in=named), section__gt=0)
    pairs = lines.exclude(consolidation__built_at=None).values_list("consolidation", "section").distinct()
    found_ = sorted(pairs, key=lambda one: (-one[0], one[1]))[:24]
    rows = Consolidation.objects.select_related("period").in_bulk({pk for pk, _ in found_})
    return [(rows[pk], section) for pk, section in found_]


def may_consolidate(scope: Scope, agency_id: int) -> bool:
    """Whoever acts for the agency that receives the reports."""
    return any(scope.has(role, agency_id) for role in DOING)


def may_sign(scope: Scope, agency_id: int) -> bool:
    """The head or a leader of the agency that consolidates."""
    return any(scope.has(role, agency_id) for role in LEADING)
