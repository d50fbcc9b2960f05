"""The ledger of contributions: the office writes, anybody reads."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.disclosure import access
from dondoc.disclosure.actions import ledger as act
from dondoc.disclosure.forms import CollectionForm, EntryForm, ReverseForm
from dondoc.disclosure.models import Collection
from dondoc.disclosure.queries.public import public_entries
from dondoc.disclosure.rules.ledger import SIDES, Side
from dondoc.disclosure.views.asking import acting, demand, sent
from dondoc.records.serving import download
from dondoc.units.access import Scope, scope_for
from dondoc.units.models import Settlement
from dondoc.web.doors import door
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE, write_sheet


@door("GET", "POST")
def collections(request: Request, code: str) -> HttpResponse:
    """What a unit collects; with POST one more, once two thirds of the households agreed."""
    scope = scope_for(request)
    unit = access.get_unit_for(scope, code)
    halls = list(Settlement.objects.filter(commune=unit, valid_to=None).order_by("kind", "name"))
    form, answer = CollectionForm(halls=halls), None
    if request.method == "POST":
        demand(scope, unit.pk)
        form = CollectionForm(request.POST, halls=halls)

        def go() -> str:
            given = {**form.cleaned_data, "settlement": form.settlements.get(form.cleaned_data["settlement"])}
            made = act.open_collection(access.committee_of(unit, scope.on), **given, **acting(request))
            messages.success(request, _("Đã mở sổ cho khoản huy động."))
            return reverse("collection", args=[made.code])

        answer = sent(request, form, go)
    rows = list(access.visible_collections(scope).filter(unit=unit).order_by("-opened_at", "-pk"))
    context = {"unit": unit, "rows": rows, "form": form, "may": access.may_publish(scope, unit.pk)}
    return answer or page(request, "disclosure/collections.html", context, status=422 if form.errors else 200)


@door("GET")
def collection(request: Request, code: str) -> HttpResponse:
    scope = scope_for(request)
    return _shown(request, scope, access.get_collection_for(scope, code))


@door("POST")
def collection_act(request: Request, code: str, verb: str) -> HttpResponse:
    """`ghi` a line, `dao-<line>` takes one back, `ket-thuc` ends it."""
    scope = scope_for(request)
    one = access.get_collection_for(scope, code)
    demand(scope, one.unit_id)
    form = _forms(one, scope, verb, request.POST).get(verb)
    if form is None:
        raise Http404

    def go() -> str:
        if verb == "ghi":
            act.add_entry(one, **form.cleaned_data, **acting(request))
        elif verb == "ket-thuc":
            act.close_collection(one, **acting(request))
        else:
            entry = found(one.entries.filter(code=verb.removeprefix("dao-")))
            act.reverse_entry(entry, reason=form.cleaned_data["reason"], **acting(request))
        messages.success(request, _("Đã ghi."))
        return reverse("collection", args=[one.code])

    return sent(request, form, go) or _shown(request, scope, one, {verb: form}, status=422)


@door("GET", who="anyone")
def ledger(request: Request, code: str) -> HttpResponse:
    """For anybody: who asked, why, agreed by whom, every line, what is left."""
    one = found(Collection.objects.select_related("unit", "agency", "settlement").filter(code=code))
    context = {"one": one, "entries": list(public_entries(one)), "sides": SIDES, "side": Side}
    return page(request, "disclosure/ledger.html", context)


@door("GET", who="anyone")
def ledger_sheet(request: Request, code: str) -> HttpResponse:
    one = found(Collection.objects.filter(code=code))
    heads = ("Số dòng", "Ngày", "Thu hay chi", "Số tiền (đồng)", "Nội dung", "Chứng từ", "Đã thu", "Đã chi", "Còn lại")
    rows = (
        (e.number, e.on, SIDES[Side(e.side)], e.amount, e.what, e.paper, e.collected, e.spent, e.left)
        for e in public_entries(one)
    )
    return download(write_sheet("Sổ đóng góp", heads, rows), MEDIA_TYPE, "so-dong-gop.xlsx")


def _shown(
    request: Request, scope: Scope, one: Collection, given: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    entries = list(public_entries(one))
    context = {
        "one": one,
        "entries": entries,
        "reversed": {entry.reverses_id for entry in entries if entry.reverses_id},
        "sides": SIDES,
        "side": Side,
        "may": access.may_publish(scope, one.unit_id) and one.closed_on is None,
        "acts": _forms(one, scope) | (given or {}),
    }
    return page(request, "disclosure/collection.html", context, status=status)


def _forms(one: Collection, scope: Scope, verb: str = "", data: Any = None) -> dict[str, Any]:
    found_forms: dict[str, Any] = {
        "ghi": EntryForm(data if verb == "ghi" else None, prefix="ghi", initial={"on": scope.on}),
        "ket-thuc": Form(data if verb == "ket-thuc" else None),
    }
    for code in one.entries.values_list("code", flat=True):
        name = f"dao-{code}"
        found_forms[name] = ReverseForm(data if verb == name else None, prefix=name)
    return found_forms
