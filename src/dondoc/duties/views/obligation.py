"""One obligation's page: what, who, by when and why; settle it in place."""

from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions.serving import Settled, settle_with_above
from dondoc.duties.forms import PlainForm, ReasonForm, SettleForm
from dondoc.duties.models import EvidenceUse, Obligation
from dondoc.duties.queries.above import above_of
from dondoc.duties.queries.offers import offered_evidence
from dondoc.duties.queries.page import ObligationPage, obligation_page
from dondoc.duties.queries.told import taken_over, told_of
from dondoc.duties.rules.explaining import page_of
from dondoc.duties.rules.states import CLOSED, MOVES, State
from dondoc.duties.views.verbs import VERBS, Verb
from dondoc.records.actions.forms import send_once
from dondoc.records.models import Attachment
from dondoc.records.serving import serve_attachment
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, scope_for
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request

# In the address: look at what the product counted, take one of it over.
TOLD = {"so-lieu", "dien"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A verb that stands on the page: with its form, and where it goes."""

    name: str
    label: str
    title: str
    form: Any
    action: str
    kind: str


@door("GET", "POST")
def obligation(request: Request, code: str) -> HttpResponse:
    """Show it; with POST say that it is done."""
    one, scope = _seen(request, code)
    if request.method == "GET":
        return _shown(request, one, scope)
    is_for = access.may_enter_for(scope, one)
    if not (access.may_do(scope, one) or is_for):
        raise Http404
    form = _settle_form(request, one, scope, is_sent=True)
    if not form.is_valid():
        return _shown(request, one, scope, settle=form, status=422)

    def settle() -> str:
        one.version = form.cleaned_data["version"]
        done = settle_with_above(
            one,
            by=cast(User, request.user),
            at=timezone.now(),
            text=form.cleaned_data["text"],
            evidence=form.proofs(),
            figures=form.figures(),
            claimed=form.cleaned_data["claimed"],
            is_entered_for=is_for,
            wanted=lambda code: code in form.cleaned_data.get("above", ()),
        )
        _tell(request, done)
        return reverse("obligation", args=[code])

    try:
        return send_once(request, settle, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused)
        fresh, scope = _seen(request, code)
        return _shown(request, fresh, scope, settle=form, status=409 if refused.code == "state-moved" else 422)


@door("POST")
def obligation_move(request: Request, code: str, verb: str) -> HttpResponse:
    """Any other verb, with its reason."""
    one, scope = _seen(request, code)
    known = VERBS.get(verb)
    if known is None or not known.may(scope, one):
        raise Http404
    form = (ReasonForm if known.needs_reason else PlainForm)(request.POST, prefix=verb)
    if not form.is_valid():
        return _shown(request, one, scope, moved={verb: form}, status=422)

    def go() -> str:
        one.version = form.cleaned_data["version"]
        known.act(one, by=cast(User, request.user), at=timezone.now(), text=form.cleaned_data["reason"], scope=scope)
        messages.success(request, known.done)
        return reverse("obligation", args=[code])

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused, "reason")
        fresh, scope = _seen(request, code)
        status = 409 if refused.code == "state-moved" else 422
        return _shown(request, fresh, scope, moved={verb: form}, status=status)


@door("GET")
def evidence_file(request: Request, code: str, file: str) -> FileResponse:
    """A file of a proof, for whoever sees an obligation that uses it."""
    one, _scope = _seen(request, code)
    used = EvidenceUse.objects.filter(obligation=one, removed_at=None).values("evidence__code")
    files = Attachment.objects.filter(object_kind="evidence", object_code__in=used, removed_at=None)
    return serve_attachment(found(files.filter(code=file).select_related("file")), wants_inline="xem" in request.GET)


def _seen(request: Request, code: str) -> tuple[Obligation, Scope]:
    scope = scope_for(request)
    return access.get_obligation_for(cast(User, request.user), code, scope.on, scope=scope), scope


def _settle_form(
    request: Request, one: Obligation, scope: Scope, *, is_sent: bool = False, shown: ObligationPage | None = None
) -> SettleForm:
    shown = shown or obligation_page(one, scope.on)
    return SettleForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        products=shown.products,
        asked=shown.asked,
        offered=offered_evidence(scope, one),
        above=above_of(one, scope.on) if State(one.state) in MOVES["settle"] else (),
        initial={"text": one.note, "version": one.version, **_entered(shown)},
    )


def _tell(request: Request, done: Settled) -> None:
    """What was settled, below and above; what is lacking above."""
    is_waiting = done.state is State.AWAITING
    messages.success(request, _("Đã ghi, chờ xác nhận.") if is_waiting else _("Đã ghi hoàn thành."))
    for each in done.above:
        messages.success(request, _("Đã báo luôn việc cấp trên: %(name)s.") % {"name": each.name})
    for each in done.lacking:
        told = {"name": each.name, "lacks": "; ".join(each.lacks)}
        messages.warning(request, _("Chưa báo việc cấp trên: %(name)s. Còn thiếu: %(lacks)s.") % told)


def _entered(shown: ObligationPage) -> dict[str, Any]:
    """Figures that were entered before a return stand in their fields."""
    found: dict[str, Any] = {}
    for part, figure in shown.figures.items():
        found[f"n{part}"] = _plain(figure.numerator)
        if figure.denominator is not None:
            found[f"d{part}"] = _plain(figure.denominator)
    return found


def _plain(number: Any) -> str:
    return f"{number.normalize():f}".replace(".", ",")


def _shown(
    request: Request,
    one: Obligation,
    scope: Scope,
    *,
    settle: SettleForm | None = None,
    moved: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page with what the person may do now. After a refusal the form keeps what was typed under the version that
    stands now, so that it can be sent again."""
    state, shown = State(one.state), obligation_page(one, scope.on)
    is_for = access.may_enter_for(scope, one)
    place = page_of(one.duty.source_kind, one.code, shown.explained)
    may_settle = not place and state in MOVES["settle"] and (access.may_do(scope, one) or is_for)
    told = told_of(one, scope.on) if may_settle and TOLD & set(request.GET) else None
    if settle is None and may_settle:
        settle = _settle_form(request, one, scope, shown=shown)
        settle.initial.update(taken_over(told or (), request.GET.get("dien", ""), shown.asked))
    offers = [
        _offer(verb, one, moved or {})
        for verb in VERBS.values()
        if (not verb.move or state in MOVES[verb.move]) and verb.may(scope, one) and not (place and verb.is_claim)
    ]
    context = {
        "shown": shown,
        "one": one,
        "settle": settle,
        "may_settle": may_settle,
        "told": told,
        "place": place,
        "may_raise": access.may_do(scope, one) and not place and state not in CLOSED,
        "is_for": is_for,
        "may_give": access.may_give(cast(User, request.user), scope, one),
        "offers": offers,
        "moved": moved or {},
    }
    return page(request, "duties/obligation.html", context, status=status)


def _offer(verb: Verb, one: Obligation, moved: dict[str, Any]) -> Offer:
    form = moved.get(verb.slug) or (ReasonForm if verb.needs_reason else PlainForm)(
        prefix=verb.slug, initial={"version": one.version}
    )
    action = reverse("obligation-move", args=[one.code, verb.slug])
    return Offer(verb.slug, verb.label, verb.title, form, action, verb.kind)
