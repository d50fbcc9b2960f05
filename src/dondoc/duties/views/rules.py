"""Who does what in an agency: the list that its head keeps, what it would give, and giving it."""

from typing import cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions import assigning as act
from dondoc.duties.forms import AssignmentRuleForm
from dondoc.duties.models import AssignmentRule, Obligation
from dondoc.duties.queries.assigning import rules_page
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request

FIELDS = {"rule-component": "component", "rule-to-one": "to", "rule-twice": "component"}


@door("GET")
def rule_agencies(request: Request) -> HttpResponse:
    """The agencies of which one is head; a single one opens at once."""
    headed = list(access.headed_agencies(scope_for(request)))
    if len(headed) == 1:
        return redirect("assignment-rules", headed[0].code)
    return page(request, "duties/rule_agencies.html", {"agencies": headed})


@door("GET", "POST")
def rules(request: Request, code: str) -> HttpResponse:
    scope = scope_for(request)
    agency = access.get_headed_agency_for(scope, code)
    shown = rules_page(agency, scope.on)
    sent = request.POST if request.method == "POST" else None
    form = AssignmentRuleForm(sent, people=shown.people, positions=shown.positions)
    form.order_fields(["component", "words", "to", "place"])
    if form.is_valid():

        def go() -> str:
            given = form.cleaned_data
            act.add_rule(
                agency,
                component=given["component"],
                words=given["words"],
                position=form.position(),
                person=User.objects.filter(code=given["to"]).first(),
                place=given["place"] or 0,
                by=cast(User, request.user),
                at=timezone.now(),
            )
            messages.success(request, _("Đã thêm dòng. Việc mở từ nay được giao theo danh sách này."))
            return reverse("assignment-rules", args=[code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, FIELDS.get(refused.code))
    return page(request, "duties/rules.html", {"shown": shown, "form": form}, status=422 if form.errors else 200)


@door("POST")
def rules_apply(request: Request, code: str) -> HttpResponse:
    """Give now what is to be done and is nobody's."""
    agency = access.get_headed_agency_for(scope_for(request), code)

    def go() -> str:
        rows = Obligation.objects.filter(held_by=agency)
        given = act.apply_rules(rows, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã giao %(n)s việc.") % {"n": given})
        return reverse("assignment-rules", args=[code])

    return send_once(request, go, at=timezone.now())


@door("POST")
def rule_withdraw(request: Request, code: str, rule: str) -> HttpResponse:
    agency = access.get_headed_agency_for(scope_for(request), code)
    row = found(AssignmentRule.objects.filter(agency=agency, code=rule).select_related("agency"))

    def go() -> str:
        act.withdraw_rule(row, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã bỏ dòng. Việc đã giao giữ nguyên."))
        return reverse("assignment-rules", args=[code])

    return send_once(request, go, at=timezone.now())
