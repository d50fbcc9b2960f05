"""Rules of reminders and of the way up: seen by whoever urges, changed by administrators and heads."""

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions import urging_rules as act
from dondoc.duties.actions.reminding import is_connected
from dondoc.duties.forms import RuleForm, WayUpForm
from dondoc.duties.models import Channel, Regime
from dondoc.duties.queries.regimes import regime_title
from dondoc.duties.rules.reminding import Reminder
from dondoc.duties.views.urging import tabs
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, scope_for
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", "POST")
def rules(request: Request) -> HttpResponse:
    """The rules that hold; with POST one more."""
    scope = _reader(request)
    if request.method == "GET":
        return _shown(request, scope)
    form = _rule_form(request, scope, is_sent=True)
    if form is None:
        raise Http404
    if form.is_valid():
        agency = form.cleaned_data["agency"]

        def go() -> str:
            act.add_rule(
                form.reminder(),
                audience=form.cleaned_data["audience"],
                channel=form.cleaned_data["channel"],
                agency=found(access.rule_agencies(scope).filter(code=agency)) if agency else None,
                by=cast(User, request.user),
                at=timezone.now(),
            )
            messages.success(request, _("Đã thêm quy tắc nhắc việc."))
            return reverse("urging-rules")

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "every" if refused.code == "rule-repeats" else "days")
    return _shown(request, scope, form=form, status=422)


@door("POST")
def rule_end(request: Request, code: str) -> HttpResponse:
    rule = access.get_rule_for(_reader(request), code)

    def go() -> str:
        act.end_rule(rule, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã bỏ quy tắc."))
        return reverse("urging-rules")

    return send_once(request, go, at=timezone.now())


@door("POST")
def way_up_rule(request: Request) -> HttpResponse:
    scope = _reader(request)
    if not scope.is_administrator:
        raise Http404
    form = WayUpForm(request.POST)
    if form.is_valid():

        def go() -> str:
            act.set_way_up(form.days(), by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Đã đổi quy tắc báo cáo lên."))
            return reverse("urging-rules")

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused)
    return _shown(request, scope, way_up=form, status=422)


@door("GET", "POST")
def way_up_regime(request: Request, code: str) -> HttpResponse:
    """The days of one regime, in place of the general ones; all empty: the general ones again."""
    regime = access.get_regime_of_way_up(_reader(request), code)
    initial = {f"step{step}": after for step, after in act.way_up_of(regime).items()}
    form = WayUpForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():

        def go() -> str:
            act.set_way_up(form.days(), by=cast(User, request.user), at=timezone.now(), regime=regime)
            messages.success(request, _("Đã đổi số ngày báo cáo lên của chế độ này."))
            return reverse("urging-rules")

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused)
    context = {"one": regime, "title": regime_title(regime), "form": form, "days": act.way_up_of(None)}
    return page(request, "duties/way_up_regime.html", context, status=422 if form.errors else 200)


def _reader(request: Request) -> Scope:
    scope = scope_for(request)
    if not (scope.is_administrator or access.urging_agencies(scope)):
        raise Http404
    return scope


def _rule_form(request: Request, scope: Scope, *, is_sent: bool = False) -> RuleForm | None:
    """An administrator's rules are for everybody, a head's for the own agency; who is neither reads alone."""
    everybody = [("", _("mọi cơ quan"))] if scope.is_administrator else []
    agencies = [*everybody, *((one.code, one.name) for one in access.rule_agencies(scope))]
    if not agencies:
        return None
    channels = [(value, label) for value, label in Channel.choices if is_connected(value)]
    initial = {"days": 3, "side": "before", "channel": Channel.EMAIL}
    return RuleForm(request.POST if is_sent else None, agencies=agencies, channels=channels, initial=initial)


def _shown(
    request: Request, scope: Scope, *, form: RuleForm | None = None, way_up: WayUpForm | None = None, status: int = 200
) -> HttpResponse:
    days = act.way_up_of(None)
    context: dict[str, Any] = {
        "rules": [(rule, Reminder(rule.offset, rule.every).words) for rule in access.visible_rules(scope)],
        "form": form or _rule_form(request, scope),
        "days": days,
        "regimes": [(one, regime_title(one), _days_of(one)) for one in access.visible_regimes_of_way_up(scope)],
        "way_up": way_up or WayUpForm(initial={f"step{step}": after for step, after in days.items()}),
        "is_administrator": scope.is_administrator,
        "own": {one.pk for one in access.rule_agencies(scope)},
        "tabs": tabs("urging-rules") if access.urging_agencies(scope) else [],
    }
    return page(request, "duties/urging_rules.html", context, status=status)


def _days_of(regime: Regime) -> dict[int, int]:
    return {rule.step: rule.after_days for rule in regime.escalation_rules.all()}
