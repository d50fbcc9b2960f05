"""The page on which an administrator makes and ends keys of programs."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.api.actions.client import end_client, make_client
from dondoc.api.forms import ClientForm
from dondoc.api.models import ApiClient
from dondoc.feedback.queries.public import open_intakes
from dondoc.toolkit.errors import BadInput
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", "POST")
def clients(request: Request) -> HttpResponse:
    user = cast(User, request.user)
    if not user.is_administrator:
        raise PermissionDenied
    form = ClientForm(request.POST if request.method == "POST" and "ma" not in request.POST else None)
    if "ma" in request.POST:
        end_client(found(ApiClient.objects.filter(code=request.POST["ma"])), by=user, at=timezone.now())
        messages.success(request, _("Khóa không còn hiệu lực."))
        return redirect("api-clients")
    if form.is_bound and form.is_valid():
        code = form.cleaned_data["unit"]
        intake = open_intakes().filter(unit__code=code).first()
        if code and intake is None:
            form.add_error("unit", _("Không có đơn vị tiếp nhận phản ánh mang mã này."))
        else:
            try:
                unit = intake.unit if code and intake else None
                client, key = make_client(form.cleaned_data["name"], unit=unit, by=user, at=timezone.now())
                return _page(request, ClientForm(), key=key, name=client.name)
            except BadInput as refused:
                add_refusal(form, refused, "name")
    return _page(request, form, status=422 if form.is_bound else 200)


def _page(request: Request, form: ClientForm, *, key: str = "", name: str = "", status: int = 200) -> HttpResponse:
    """The key is shown on this one page and kept in no cache."""
    rows = ApiClient.objects.select_related("unit").order_by("ended_at", "name")
    context = {"form": form, "clients": list(rows[:200]), "key": key, "name": name}
    return page(request, "api/clients.html", context, status=status)
