"""/bao-cao/che-do/: who reports to whom and when; a regime without a plan is made here."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.duties.actions.duty import Party
from dondoc.duties.actions.reporting import STANDING, RuleSpec, end_standing, open_standing, revise_rule
from dondoc.duties.models import Period, ReportRule
from dondoc.duties.queries.regimes import conflicts_of
from dondoc.duties.rules.reporting import timing_from, titled
from dondoc.records.actions.forms import send_once
from dondoc.reports import access
from dondoc.reports.forms import ReasonForm, RegimeForm, RuleForm
from dondoc.reports.queries.regimes import regime_lines, rule_lines
from dondoc.reports.views.asking import actor
from dondoc.reports.views.lists import tabs
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, scope_for, visible_groups
from dondoc.units.models import Agency, AgencyGroup, Role
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET")
def regimes(request: Request) -> HttpResponse:
    scope = scope_for(request)
    context = {
        "lines": regime_lines(access.visible_regimes(scope), scope.on),
        "tabs": tabs(scope, "che-do"),
        "may_open": _may_open(scope),
    }
    return page(request, "reports/regimes.html", context)


@door("GET", "POST")
def regime_open(request: Request) -> HttpResponse:
    """A regime that stands by itself, of the unit of whoever makes it."""
    scope = scope_for(request)
    if not _may_open(scope):
        raise Http404
    groups = list(visible_groups(actor(request), scope.on, scope=scope).exclude(kind=AgencyGroup.Kind.OPEN))
    agencies = list(access.offered_agencies(scope)[:400])
    form = RegimeForm(request.POST or None, groups=groups, agencies=agencies)
    if request.method == "POST" and form.is_valid():

        def go() -> str:
            specs = _specs(form, {one.code: one for one in groups}, {one.code: one for one in agencies})
            receiver = specs[0].to
            assert receiver is not None
            unit = receiver.unit if receiver.unit_id in scope.units_below else _own(scope).unit
            regime = open_standing(
                unit, title=form.cleaned_data["title"], specs=specs, by=actor(request), at=timezone.now(), on=scope.on
            )
            messages.success(request, _("Đã lập. Kỳ của năm nay đang được giao cho từng cơ quan."))
            return reverse("regime", args=[regime.code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "title" if refused.code == "regime-untitled" else "cycles")
    status = 422 if request.method == "POST" else 200
    return page(request, "reports/regime_open.html", {"form": form}, status=status)


@door("GET")
def regime(request: Request, code: str) -> HttpResponse:
    """The rules with their periods, each with its three days, and what in the chain cannot be kept."""
    scope = scope_for(request)
    one = access.get_regime_for(scope, code)
    context = {
        "regime": one,
        "title": titled(one.title),
        "rules": rule_lines(one, scope.on),
        "conflicts": conflicts_of(one, year=_year_of(one, scope)),
        "may_shape": access.may_shape(scope, one),
        "is_standing": one.source_kind == STANDING,
        "reason": ReasonForm(),
    }
    return page(request, "reports/regime.html", context)


@door("GET", "POST")
def rule_edit(request: Request, code: str, number: int) -> HttpResponse:
    """Other days or another receiver for one rule."""
    scope = scope_for(request)
    one = access.get_regime_for(scope, code)
    if not access.may_shape(scope, one):
        raise Http404
    rule = found(ReportRule.objects.filter(regime=one, number=number).select_related("to", "via", "regime"))
    agencies = list(access.offered_agencies(scope)[:400])
    form = RuleForm(request.POST or None, agencies=agencies, initial=_initial(rule))
    if request.method == "POST" and form.is_valid():
        named = {agency.code: agency for agency in agencies}

        def go() -> str:
            to, via = named.get(form.cleaned_data["to"]), named.get(form.cleaned_data["via"])
            year = _year_of(one, scope)
            revise_rule(rule, timing=form.timing(), to=to, via=via, year=year, by=actor(request), at=timezone.now())
            messages.success(request, _("Đã ghi. Kỳ chưa gửi theo hạn mới; kỳ đã gửi giữ nguyên."))
            return reverse("regime", args=[code])

        return send_once(request, go, at=timezone.now())
    status = 422 if request.method == "POST" else 200
    return page(request, "reports/rule_edit.html", {"regime": one, "rule": rule, "form": form}, status=status)


@door("POST")
def regime_end(request: Request, code: str) -> HttpResponse:
    scope = scope_for(request)
    one = access.get_regime_for(scope, code)
    if not access.may_shape(scope, one):
        raise Http404

    def go() -> str:
        end_standing(one, on=scope.on, reason=request.POST.get("reason", ""), by=actor(request), at=timezone.now())
        messages.success(request, _("Chế độ báo cáo đã dừng; kỳ đang mở vẫn phải gửi."))
        return reverse("regime", args=[code])

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        messages.error(request, said(refused))
        return HttpResponse(status=303, headers={"Location": reverse("regime", args=[code])})


def _specs(form: RegimeForm, groups: dict[str, AgencyGroup], agencies: dict[str, Agency]) -> list[RuleSpec]:
    given = form.cleaned_data
    kind, _sep, code = given["who"].partition(":")
    party = Party("execute", group=groups[code]) if kind == "g" else Party("execute", agency=agencies[code])
    name = party.group.name if party.group else party.agency.name if party.agency else ""
    return [
        RuleSpec(
            cycle=cycle,
            timing=form.timing(),
            owners=(party,),
            to=agencies[given["to"]],
            via=agencies.get(given["via"]),
            who_printed=name,
        )
        for cycle in given["cycles"]
    ]


def _initial(rule: ReportRule) -> dict[str, Any]:
    timing = timing_from(rule.timing)
    due = dict(timing.due or {})
    told: dict[str, Any] = {"how": "none", "closing": timing.closing, "after": timing.after, "locks": timing.locks}
    told |= {"to": rule.to.code if rule.to else "", "via": rule.via.code if rule.via else ""}
    if due.get("month_day"):
        month, day = str(due["month_day"]).split("-")
        told |= {"how": "month-day", "day": int(day), "month": int(month)}
    elif due.get("date"):
        told |= {"how": "date", "date": due["date"]}
    elif due:
        told |= {"how": "before" if due.get("before") else "on", "day": due["day"]}
    return told


def _year_of(one: Any, scope: Scope) -> int:
    """This year, or the last year of which the regime has periods."""
    last = Period.objects.filter(regime=one).order_by("-due_on").values_list("starts_on", flat=True).first()
    return min(scope.on.year, last.year) if last else scope.on.year


def _may_open(scope: Scope) -> bool:
    return bool(scope.units_below) and scope.has_any(Role.FOCAL, Role.HEAD, Role.COMMITTEE)


def _own(scope: Scope) -> Agency:
    own = Agency.objects.filter(pk__in=list(scope.agencies), unit__in=list(scope.units_below))
    return found(own.select_related("unit").order_by("pk")[:1])
