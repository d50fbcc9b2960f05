"""What a unit sets up: intake, subjects, terms, templates."""

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.feedback import access
from dondoc.feedback.actions import catalogue as act
from dondoc.feedback.forms import IntakeForm, RuleForm, ServiceForm, TemplateForm
from dondoc.feedback.models import ClockRule, Intake, Service, Template
from dondoc.feedback.models.catalogue import UNITS
from dondoc.feedback.queries.public import services_of
from dondoc.feedback.queries.terms import rule_for
from dondoc.feedback.rules.defaults import OWN
from dondoc.feedback.rules.stages import CHANNELS, Channel
from dondoc.feedback.rules.wording import length
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.units.models import Agency
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET")
def setup(request: Request) -> HttpResponse:
    """The intakes that a person sets up."""
    intakes = list(access.may_set_up(scope_for(request)).distinct().order_by("unit__level", "unit__search")[:400])
    if not intakes:
        raise Http404
    return page(request, "feedback/setup.html", {"intakes": intakes})


@door("GET", "POST")
def setup_unit(request: Request, unit: str) -> HttpResponse:
    """One page with four small forms; the button says which was sent."""
    intake = found(access.may_set_up(scope_for(request)).distinct().filter(unit__code=unit))
    forms = _forms(request, intake)
    if request.method == "GET":
        return _page(request, intake, forms)
    sent = request.POST.get("phan", "")
    if sent.startswith("bo-"):
        return _ended(request, intake, sent)
    form = forms.get(sent)
    if form is None:
        raise Http404
    if not form.is_valid():
        return _page(request, intake, forms, 422)

    def go() -> str:
        _save(sent, form, intake, cast(User, request.user))
        messages.success(request, _("Đã ghi."))
        return reverse("feedback-setup-unit", args=[unit])

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused)
        return _page(request, intake, forms, 422)


def _forms(request: Request, intake: Intake) -> dict[str, Any]:
    data, sent = request.POST, request.POST.get("phan", "")
    own = list(Agency.objects.filter(unit=intake.unit, valid_to=None).order_by("name"))
    above = intake.unit.parent
    inspecting = list(
        Agency.objects.filter(unit__in=[u for u in (intake.unit, above) if u], valid_to=None).order_by("name")
    )
    initial = {
        "inspectorate": intake.inspectorate.code if intake.inspectorate else "",
        "hotline": intake.hotline,
        "address": intake.address,
    }

    def bound(name: str) -> Any:
        return data if sent == name else None

    return {
        "noi-nhan": IntakeForm(bound("noi-nhan"), agencies=inspecting, initial=initial, prefix="noi-nhan"),
        "thoi-han": RuleForm(
            bound("thoi-han"), keys=list(OWN.items()), units=UNITS, initial={"valid_from": timezone.localdate()},
            prefix="thoi-han",
        ),
        "linh-vuc": ServiceForm(bound("linh-vuc"), agencies=own, prefix="linh-vuc"),
        "mau": TemplateForm(bound("mau"), prefix="mau"),
    }  # fmt: skip


def _save(sent: str, form: Any, intake: Intake, by: User) -> None:
    given, at = form.cleaned_data, timezone.now()
    if sent == "noi-nhan":
        act.open_intake(
            intake.unit, dispatcher=intake.dispatcher, inspectorate=form.agencies.get(given["inspectorate"]),
            hotline=given["hotline"], address=given["address"], by=by, at=at,
        )  # fmt: skip
    elif sent == "thoi-han":
        act.set_rule(intake.unit, **given, by=by, at=at)
    elif sent == "linh-vuc":
        subject = act.Subject(name=given["name"], agency=form.agencies.get(given["agency"]))
        act.add_service(intake.unit, subject=subject, by=by, at=at)
    else:
        act.save_template(intake.unit, title=given["title"], text=given["text"], by=by, at=at)


def _ended(request: Request, intake: Intake, sent: str) -> HttpResponse:
    """Take a subject, a term or a template out of use."""
    code, by, at, today = request.POST.get("ma", ""), cast(User, request.user), timezone.now(), timezone.localdate()

    def go() -> str:
        if sent == "bo-linh-vuc":
            act.end_service(found(Service.objects.filter(unit=intake.unit, code=code)), on=today, by=by, at=at)
        elif sent == "bo-thoi-han":
            act.end_rule(found(ClockRule.objects.filter(unit=intake.unit, code=code)), on=today, by=by, at=at)
        else:
            act.end_template(found(Template.objects.filter(unit=intake.unit, code=code)), by=by, at=at)
        messages.success(request, _("Đã thôi áp dụng."))
        return reverse("feedback-setup-unit", args=[intake.unit.code])

    return send_once(request, go, at=at)


def _page(request: Request, intake: Intake, forms: dict[str, Any], status: int = 200) -> HttpResponse:
    unit, today = intake.unit, timezone.localdate()
    standing = [(OWN[key], rule_for(unit, key, today)) for key in OWN]
    rules = ClockRule.objects.filter(unit=unit).order_by("key", "-valid_from")
    context = {
        "intake": intake,
        "forms_": forms,
        "standing": [(label, length(rule.number, rule.unit), rule.citation) for label, rule in standing],
        "rules": [
            (rule, OWN.get(rule.key, rule.key), CHANNELS[Channel(rule.channel)] if rule.channel else "")
            for rule in rules
        ],
        "services": services_of(unit, today),
        "templates": list(Template.objects.filter(unit=unit, ended_at=None).order_by("title")),
    }
    return page(request, "feedback/setup_unit.html", context, status=status)
