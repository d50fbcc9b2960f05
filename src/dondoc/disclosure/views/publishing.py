"""Making public from a phone, and everything that happens to a publication afterwards."""

from typing import Any, cast

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.disclosure import access
from dondoc.disclosure.actions import publication as act
from dondoc.disclosure.actions.settling import claim_nothing
from dondoc.disclosure.forms import (
    CorrectForm,
    DecisionForm,
    DownForm,
    LinkForm,
    NothingForm,
    OpenForm,
    PlacesForm,
    ProofForm,
    PublishForm,
    WithdrawForm,
    today_first,
)
from dondoc.disclosure.models import Item, Publication
from dondoc.disclosure.queries.publication import publication_page
from dondoc.disclosure.rules.catalogue import SOURCE, form_of, is_by_event
from dondoc.duties.access import get_obligation_for, may_do, published
from dondoc.duties.models import Obligation
from dondoc.records.actions.forms import send_once
from dondoc.records.models import Attachment
from dondoc.records.serving import serve_attachment
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, scope_for
from dondoc.units.models import AdministrativeUnit, Settlement
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request

_FIELDS = {
    "publication-untitled": "title",
    "publication-nowhere": "board",
    "publication-future": "begins_on",
    "identity-numbers": "papers",
    "posting-linkless": "url",
    "posting-days": "on",
}


@door("GET", "POST")
def publish(request: Request, code: str, item: str) -> HttpResponse:
    """The page for a phone: where, since when, a photo; the rest folded away."""
    scope = scope_for(request)
    unit, one = _asked_of(scope, code, item)
    owed = _owed(unit, one, request.GET.get("viec", ""))
    halls = list(Settlement.objects.filter(commune=unit, valid_to=None).order_by("kind", "name"))
    start = today_first(scope.on) | {"title": _title(one, owed)}
    form = PublishForm(request.POST or None, request.FILES or None, halls=halls, initial=start)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def go() -> str:
            made = act.publish(
                one,
                unit=unit,
                agency=access.committee_of(unit, scope.on),
                title=given["title"],
                places=form.places(),
                obligation=owed,
                number=given["number"],
                decided_on=given["decided_on"],
                papers=form.documents(),
                photos=form.pictures(),
                by=cast(User, request.user),
                at=timezone.now(),
            )
            messages.success(request, _("Đã ghi vào sổ công khai."))
            return reverse("publication", args=[made.code])

        refused = _sent(request, form, go)
        if refused is not None:
            return refused
    context = {
        "unit": unit,
        "item": one,
        "owed": owed,
        "form": form,
        "is_by_event": is_by_event(form_of(one.when)),
        "nothing": NothingForm(),
    }
    return page(request, "disclosure/publish.html", context, status=422 if form.errors else 200)


@door("GET")
def owed(request: Request, code: str) -> HttpResponse:
    """From what is owed to the page where it is settled: the publication that is there, or the form for a new one."""
    scope = scope_for(request)
    one = get_obligation_for(cast(User, request.user), code, scope.on, scope=scope)
    made = Publication.objects.filter(settles=one, withdrawn_at=None).order_by("-pk").first()
    if made is not None:
        return HttpResponseRedirect(reverse("publication", args=[made.code]))
    item = found(Item.objects.filter(code=one.duty.source_code))
    if not access.may_publish(scope, one.unit_id):
        return HttpResponseRedirect(f"{reverse('disclosure-unit', args=[one.unit.code])}#{item.code}")
    return HttpResponseRedirect(f"{reverse('publish', args=[one.unit.code, item.code])}?viec={one.code}")


@door("GET", "POST")
def decision(request: Request, code: str, item: str) -> HttpResponse:
    """A paper was issued: five working days run."""
    scope = scope_for(request)
    unit, one = _asked_of(scope, code, item)
    form = DecisionForm(request.POST or None, initial={"decided_on": scope.on})
    if request.method == "POST" and form.is_valid():

        def go() -> str:
            owed = act.record_decision(
                one,
                agency=access.committee_of(unit, scope.on),
                title=form.cleaned_data["title"],
                decided_on=form.cleaned_data["decided_on"],
                by=cast(User, request.user),
                at=timezone.now(),
            )
            messages.success(request, _("Đã ghi: văn bản này phải công khai theo hạn."))
            return f"{reverse('publish', args=[unit.code, one.code])}?viec={owed.code}"

        refused = _sent(request, form, go)
        if refused is not None:
            return refused
    context = {"unit": unit, "item": one, "form": form}
    return page(request, "disclosure/decision.html", context, status=422 if form.errors else 200)


@door("POST")
def nothing(request: Request, code: str) -> HttpResponse:
    """Nothing of the kind came up in the period."""
    scope = scope_for(request)
    one = get_obligation_for(cast(User, request.user), code, scope.on, scope=scope)
    if one.duty.source_kind != SOURCE or not access.may_publish(scope, one.unit_id):
        raise Http404
    form = NothingForm(request.POST)
    if not form.is_valid():
        raise BadInput("reason-missing", "Ghi lý do kỳ này không có gì phải công khai.")

    def go() -> str:
        claim_nothing(one, reason=form.cleaned_data["reason"], by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã ghi không phát sinh."))
        return reverse("disclosure-unit", args=[one.unit.code])

    return send_once(request, go, at=timezone.now())


@door("GET")
def publication(request: Request, code: str) -> HttpResponse:
    scope = scope_for(request)
    return _shown(request, scope, access.get_publication_for(scope, code))


@door("GET")
def file(request: Request, code: str, file: str) -> FileResponse:
    """A paper or a photo, for whoever sees the publication inside."""
    one = access.get_publication_for(scope_for(request), code)
    codes = [one.code, *one.postings.values_list("code", flat=True)]
    files = Attachment.objects.filter(object_kind__in=["publication", "posting"], object_code__in=codes)
    return serve_attachment(found(files.filter(code=file).select_related("file")), wants_inline="xem" in request.GET)


@door("POST")
def postings(request: Request, code: str) -> HttpResponse:
    one = _own(request, code)
    halls = list(Settlement.objects.filter(commune=one.unit_id, valid_to=None).order_by("kind", "name"))
    form = PlacesForm(request.POST, request.FILES, halls=halls, prefix="noi")

    def go() -> str:
        act.add_postings(one, places=form.places(), photos=form.pictures(), **_by(request))
        return _back(request, one, _("Đã ghi thêm nơi công khai."))

    return _acted(request, one, "noi", form, go)


@door("POST")
def down(request: Request, code: str, posting: str) -> HttpResponse:
    one = _own(request, code)
    hung = access.get_posting_for(one, posting)
    form = DownForm(request.POST, prefix=f"go-{posting}")

    def go() -> str:
        given = form.cleaned_data
        act.take_down(hung, on=given["on"], reason=given["reason"], **_by(request))
        return _back(request, one, _("Đã ghi ngày gỡ."))

    return _acted(request, one, f"go-{posting}", form, go)


@door("POST")
def proof(request: Request, code: str, posting: str) -> HttpResponse:
    one = _own(request, code)
    hung = access.get_posting_for(one, posting)
    form = ProofForm(request.POST, request.FILES, prefix=f"anh-{posting}")

    def go() -> str:
        act.add_proof(hung, photos=form.pictures(), minutes=form.cleaned_data["minutes"], **_by(request))
        return _back(request, one, _("Đã thêm minh chứng."))

    return _acted(request, one, f"anh-{posting}", form, go)


@door("POST")
def link(request: Request, code: str, posting: str) -> HttpResponse:
    one = _own(request, code)
    hung = access.get_posting_for(one, posting)
    form = LinkForm(request.POST, prefix=f"link-{posting}")

    def go() -> str:
        act.mend_link(hung, url=form.cleaned_data["url"], **_by(request))
        return _back(request, one, _("Đã sửa đường dẫn."))

    return _acted(request, one, f"link-{posting}", form, go)


@door("POST")
def correct(request: Request, code: str) -> HttpResponse:
    one = _own(request, code)
    form = CorrectForm(request.POST, request.FILES, prefix="dinh-chinh")

    def go() -> str:
        given = form.cleaned_data
        act.correct(
            one,
            reason=given["reason"],
            title=given["title"],
            number=given["number"],
            decided_on=given["decided_on"],
            papers=form.documents(),
            **_by(request),
        )
        return _back(request, one, _("Đã đính chính."))

    return _acted(request, one, "dinh-chinh", form, go)


@door("POST")
def opening(request: Request, code: str) -> HttpResponse:
    one = _own(request, code)
    form = OpenForm(request.POST, prefix="mo")

    def go() -> str:
        act.open_to_public(one, fields=form.cleaned_data["fields_open"], **_by(request))
        return _back(request, one, _("Đã đổi phần người dân xem được."))

    return _acted(request, one, "mo", form, go)


@door("POST")
def withdraw(request: Request, code: str) -> HttpResponse:
    """Off the public pages at once."""
    one = _own(request, code)
    form = WithdrawForm(request.POST, prefix="rut")

    def go() -> str:
        act.withdraw(one, reason=form.cleaned_data["reason"], **_by(request))
        return _back(request, one, _("Đã ghi."))

    return _acted(request, one, "rut", form, go)


@door("POST")
def use(request: Request, code: str, obligation: str) -> HttpResponse:
    """Use it as the proof of a task of a plan."""
    one, scope = _own(request, code), scope_for(request)
    task = found(published().filter(code=obligation, held_by=one.agency_id).select_related("duty"))
    if not may_do(scope, task):
        raise Http404

    def go() -> str:
        act.use_for(one, obligation=task, **_by(request))
        return _back(request, one, _("Đã dùng làm minh chứng cho việc của kế hoạch."))

    return send_once(request, go, at=timezone.now())


def _asked_of(scope: Scope, code: str, item: str) -> tuple[AdministrativeUnit, Item]:
    unit = access.get_unit_for(scope, code)
    if not access.may_publish(scope, unit.pk):
        raise Http404
    return unit, found(access.items_of(unit, scope.on).filter(code=item))


def _owed(unit: AdministrativeUnit, item: Item, code: str) -> Obligation | None:
    """What is to be settled: what was asked for, else the oldest that is owed in cycles."""
    rows = published().filter(duty__source_kind=SOURCE, duty__source_code=item.code, held_by__unit=unit)
    rows = rows.select_related("duty")
    if code:
        return found(rows.filter(code=code))
    if is_by_event(form_of(item.when)):
        return None
    return rows.filter(state__in=["open", "returned"]).order_by("due_on", "pk").first()


def _title(item: Item, owed: Obligation | None) -> str:
    if owed is None:
        return "" if is_by_event(form_of(item.when)) else item.name
    return owed.label.rpartition(" (")[0] if owed.occurrence.startswith("event:") else f"{item.name}, {owed.label}"


def _own(request: Request, code: str) -> Publication:
    scope = scope_for(request)
    one = access.get_publication_for(scope, code)
    if not access.may_publish(scope, one.unit_id):
        raise Http404
    return one


def _by(request: Request) -> dict[str, Any]:
    return {"by": cast(User, request.user), "at": timezone.now()}


def _back(request: Request, one: Publication, said: str) -> str:
    messages.success(request, said)
    return reverse("publication", args=[one.code])


def _sent(request: Request, form: Any, go: Any) -> HttpResponse | None:
    """The answer where it went through; None where it was refused, with the refusal in the form."""
    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused, _FIELDS.get(refused.code))
        return None


def _acted(request: Request, one: Publication, name: str, form: Any, go: Any) -> HttpResponse:
    answer = _sent(request, form, go) if form.is_valid() else None
    return answer or _shown(request, scope_for(request), one, sent={name: form}, status=422)


def _shown(
    request: Request, scope: Scope, one: Publication, *, sent: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    may, sent = one.withdrawn_at is None and access.may_publish(scope, one.unit_id), sent or {}
    shown = publication_page(one, scope.on)
    halls = list(Settlement.objects.filter(commune=one.unit_id, valid_to=None).order_by("kind", "name")) if may else []
    forms: dict[str, Any] = {}
    if may:
        forms = {
            "noi": PlacesForm(halls=halls, prefix="noi", initial={"begins_on": scope.on}),
            "dinh-chinh": CorrectForm(
                prefix="dinh-chinh",
                initial={"title": one.title, "number": one.number, "decided_on": one.decided_on},
            ),
            "rut": WithdrawForm(prefix="rut"),
            "mo": OpenForm(prefix="mo", initial={"fields_open": one.opened}),
        }
        for row in shown.postings:
            code = row.posting.code
            forms |= {
                f"go-{code}": DownForm(prefix=f"go-{code}", initial={"on": scope.on}),
                f"anh-{code}": ProofForm(prefix=f"anh-{code}"),
                f"link-{code}": LinkForm(prefix=f"link-{code}", initial={"url": row.posting.url}),
            }
    context = {"shown": shown, "one": one, "may": may, "acts": forms | sent, "today": scope.on}
    return page(request, "disclosure/publication.html", context, status=status)
