"""After a split: which obligation goes to whom. A person decides, many at a time; nothing moves by itself."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties.actions.succession import give_over
from dondoc.duties.forms import SplitForm
from dondoc.duties.queries import rows_of
from dondoc.duties.queries.splits import Split, held_rows, splits_below, suggested
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import cut

PER_PAGE = 100
FIELDS = {"split-nothing": "codes", "split-stranger": "to", "reason-missing": "reason"}


@door("GET")
def splits(request: Request) -> HttpResponse:
    return page(request, "duties/splits.html", {"splits": splits_below(scope_for(request))})


@door("GET", "POST")
def split(request: Request, code: str) -> HttpResponse:
    """Chosen one by one, or all that the words find; shown once more, then done."""
    scope = scope_for(request)
    one = next((found for found in splits_below(scope) if found.agency.code == code), None)
    if one is None:
        raise Http404
    words, with_settled = request.GET.get("tim", "")[:120], "xong" in request.GET
    rows = held_rows(one.agency, words=words, with_settled=with_settled)
    sent = request.POST if request.method == "POST" else None
    form = SplitForm(sent, heirs=one.heirs)
    if sent is not None and form.is_valid():
        codes = list(rows.values_list("code", flat=True)) if form.cleaned_data["everything"] else sent.getlist("code")
        if "sure" in sent:
            return _done(request, one, form, codes)
        if codes:
            chosen = rows_of(rows.filter(code__in=codes)[:PER_PAGE], scope.on)
            context = {"split": one, "form": form, "codes": codes, "chosen": chosen, "here": request.get_full_path()}
            return page(request, "duties/split_confirm.html", context)
        form.add_error(None, _("Chưa chọn việc nào: đánh dấu việc cần chuyển."))
    pager = cut(request.GET, rows.count(), PER_PAGE)
    start = (pager.number - 1) * PER_PAGE
    listed = rows_of(rows[start : start + PER_PAGE], scope.on)
    shown = [(row, suggested(row.title, one.heirs)) for row in listed]
    context = {
        "split": one, "form": form, "rows": shown, "pager": pager, "words": words, "with_settled": with_settled,
        "here": request.get_full_path(),
    }  # fmt: skip
    return page(request, "duties/split.html", context, status=422 if form.errors else 200)


def _done(request: Request, one: Split, form: SplitForm, codes: list[str]) -> HttpResponse:
    def go() -> str:
        given, by = form.cleaned_data, cast(User, request.user)
        moved = give_over(one.agency, codes=codes, to=given["to"], reason=given["reason"], by=by, at=timezone.now())
        messages.success(request, _("Đã chuyển %(n)s việc cho %(to)s.") % {"n": moved, "to": given["to"].name})
        return reverse("splits") if moved >= one.waiting else reverse("split", args=[one.agency.code])

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused, FIELDS.get(refused.code))
        context = {"split": one, "form": form, "codes": codes, "chosen": [], "here": request.get_full_path()}
        return page(request, "duties/split_confirm.html", context, status=422)
