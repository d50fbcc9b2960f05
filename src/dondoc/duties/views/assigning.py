"""Who in the agency does it."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions import obligation as act
from dondoc.duties.forms import POSITION, AssignForm
from dondoc.duties.queries.assigning import positions_in
from dondoc.duties.queries.offers import people_of
from dondoc.records.actions.forms import send_once
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", "POST")
def obligation_assign(request: Request, code: str) -> HttpResponse:
    """The head gives it to somebody; an officer takes what is nobody's, or gives the own back."""
    user, scope = cast(User, request.user), scope_for(request)
    one = access.get_obligation_for(user, code, scope.on, scope=scope)
    if not access.may_give(user, scope, one):
        raise Http404
    is_head = access.may_assign(scope, one)
    people = people_of(one, scope.on) if is_head else [(user.code, user.full_name)]
    positions = positions_in(one.held_by, scope.on) if is_head else ()
    sent = request.POST if request.method == "POST" else None
    now = one.assigned_to.code if one.assigned_to else f"{POSITION}{one.position}" if one.position else ""
    form = AssignForm(sent, people=people, positions=positions, initial={"to": now})
    if form.is_valid():

        def go() -> str:
            to = User.objects.filter(code=form.cleaned_data["to"]).first()
            act.assign(one, to=to, by=user, at=timezone.now(), position=form.position())
            name = to.full_name if to else form.position()
            messages.success(request, _("Đã giao cho %(name)s.") % {"name": name} if name else _("Đã bỏ giao."))
            return reverse("obligation", args=[code])

        return send_once(request, go, at=timezone.now())
    return page(
        request, "duties/obligation_assign.html", {"form": form, "one": one}, status=422 if form.errors else 200
    )
