"""Items: what a plan or an office adds, how often, since when, until when."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.disclosure import access
from dondoc.disclosure.actions.catalogue import add_item, expand_items, set_frequency
from dondoc.disclosure.forms import FrequencyForm, ItemForm
from dondoc.disclosure.rules.catalogue import SURE, terms_of
from dondoc.records.actions.forms import send_once
from dondoc.schedule.queries import find_timer
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", "POST")
def item_add(request: Request, code: str) -> HttpResponse:
    """An item that a plan or the office adds to what the law asks."""
    scope = scope_for(request)
    unit = access.get_unit_for(scope, code)
    if not access.may_keep_items(scope, unit.pk):
        raise Http404
    form = ItemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def go() -> str:
            now, by = timezone.now(), cast(User, request.user)
            add_item(unit, by=by, at=now, **form.cleaned_data)
            expand_items(unit, year=scope.on.year, by=by, at=now)
            messages.success(request, _("Đã thêm nội dung phải công khai."))
            return reverse("disclosure-unit", args=[unit.code])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "when" if refused.code == "item-timeless" else "name")
    return page(request, "disclosure/item_add.html", {"unit": unit, "form": form}, status=422 if form.errors else 200)


@door("GET", "POST")
def item(request: Request, code: str) -> HttpResponse:
    """One item with its ground and how sure that is; where no frequency is set, the place to set one."""
    scope = scope_for(request)
    one = access.get_item_for(scope, code)
    may = access.may_keep_items(scope, one.unit_id) and not one.when
    form = FrequencyForm(request.POST or None)
    if request.method == "POST":
        if not may:
            raise Http404
        if form.is_valid():

            def go() -> str:
                now, by = timezone.now(), cast(User, request.user)
                set_frequency(one, when=form.cleaned_data["when"], by=by, at=now)
                expand_items(one.unit, year=scope.on.year, by=by, at=now)
                messages.success(request, _("Đã đặt tần suất: nội dung này được tính hạn từ nay."))
                return reverse("disclosure-item", args=[one.code])

            try:
                return send_once(request, go, at=timezone.now())
            except BadInput as refused:
                add_refusal(form, refused, "when")
    terms = {field: find_timer(key, scope.on) for field, key in terms_of(one.key).items()}
    context = {"item": one, "form": form if may else None, "sure": SURE, "terms": terms}
    return page(request, "disclosure/item.html", context, status=422 if form.errors else 200)
