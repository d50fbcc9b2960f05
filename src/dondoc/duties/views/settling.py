"""The forms that settle an obligation, the same wherever they stand: on its own page, in a list of work."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions.serving import Settled, settle_with_above
from dondoc.duties.forms import NothingForm, PlainForm, ReasonForm, SettleForm
from dondoc.duties.models import Obligation
from dondoc.duties.queries.above import Above, above_of, nothing_above
from dondoc.duties.queries.offers import offered_evidence
from dondoc.duties.queries.page import ObligationPage, obligation_page
from dondoc.duties.queries.told import taken_over, told_of
from dondoc.duties.rules.explaining import page_of
from dondoc.duties.rules.states import MOVES, State
from dondoc.duties.views.verbs import VERBS, Verb
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.links import linked
from dondoc.web.requests import Request

# In the address: look at what the product counted, take one of it over.
TOLD = ("so-lieu", "dien")
Back = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the forms stand: the address of the form to settle, that of a verb by its slug, and what a message calls
    the obligation (nothing on its own page)."""

    settle: str
    verb: Callable[[str], str]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that was not taken, as it was typed. `verb` is empty for the form to settle."""

    form: Any
    status: int
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A verb that stands beside the form to settle: with its form, and where it goes."""

    name: str
    label: str
    title: str
    form: Any
    action: str
    kind: str


def settle_sent(
    request: Request, one: Obligation, scope: Scope, *, back: Back, name: str = ""
) -> HttpResponse | Refused:
    """Say that it is done, as the form tells; then to `back()`. Who may not is answered 404."""
    is_for = access.may_enter_for(scope, one)
    if not (access.may_do(scope, one) or is_for):
        raise Http404
    form = _settle_form(request, one, scope, obligation_page(one, scope.on), is_sent=True)
    if not form.is_valid():
        return Refused(form, 422)

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
        _tell(request, done, name)
        return back()

    try:
        return send_once(request, settle, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused)
        return Refused(form, _status(refused))


def verb_sent(
    request: Request, one: Obligation, scope: Scope, slug: str, *, back: Back, name: str = ""
) -> HttpResponse | Refused:
    """Any other verb, with its reason; then to `back()`. One that is unknown or not the person's is answered 404."""
    known = VERBS.get(slug)
    if known is None or not known.may(scope, one):
        raise Http404
    form = _verb_form(known, one, scope, request.POST)
    if not form.is_valid():
        return Refused(form, 422, slug)

    def go() -> str:
        one.version = form.cleaned_data["version"]
        said_above = known.act(
            one,
            by=cast(User, request.user),
            at=timezone.now(),
            text=form.cleaned_data["reason"],
            scope=scope,
            above=form.cleaned_data.get("above", ()),
        )
        messages.success(request, _named(said(known.done), name))
        for each in said_above:
            _tell_above(request, _("Đã ghi không phát sinh cho việc cấp trên: %(name)s."), each)
        return back()

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused, "reason")
        return Refused(form, _status(refused), slug)


def settling(
    request: Request,
    one: Obligation,
    scope: Scope,
    place: Place,
    *,
    refused: Refused | None = None,
    verbs: Iterable[Verb] = tuple(VERBS.values()),
) -> dict[str, Any]:
    """What `duties/_settle.html` and `duties/_acting.html` show: the forms of what the person may do now. After a
    refusal the form keeps what was typed under the version that stands now, so that it can be sent again."""
    state, shown = State(one.state), obligation_page(one, scope.on)
    is_for = access.may_enter_for(scope, one)
    kept_at = page_of(one.duty.source_kind, one.code, shown.explained)
    may_settle = not kept_at and state in MOVES["settle"] and (access.may_do(scope, one) or is_for)
    told = told_of(one, scope.on) if may_settle and set(TOLD) & set(request.GET) else None
    form = refused.form if refused and not refused.verb else None
    if form is None and may_settle:
        form = _settle_form(request, one, scope, shown)
        form.initial.update(taken_over(told or (), request.GET.get("dien", ""), shown.asked))
    moved = {refused.verb: refused.form} if refused and refused.verb else {}
    return {
        "one": one,
        "shown": shown,
        "settle": form,
        "settle_at": place.settle,
        "may_settle": may_settle,
        "told": told,
        "place": kept_at,
        "is_for": is_for,
        "moved": moved,
        "offers": [
            _offer(verb, moved.get(verb.slug) or _verb_form(verb, one, scope), place.verb(verb.slug))
            for verb in verbs
            if (not verb.move or state in MOVES[verb.move]) and verb.may(scope, one) and not (kept_at and verb.is_claim)
        ],
    }


def _settle_form(
    request: Request, one: Obligation, scope: Scope, shown: ObligationPage, *, is_sent: bool = False
) -> SettleForm:
    return SettleForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        products=shown.products,
        asked=shown.asked,
        offered=offered_evidence(scope, one),
        above=above_of(one, scope.on) if State(one.state) in MOVES["settle"] else (),
        initial={"text": one.note, "version": one.version, **_entered(shown)},
    )


def _verb_form(verb: Verb, one: Obligation, scope: Scope, sent: Any = None) -> ReasonForm | PlainForm:
    begun: dict[str, Any] = {"data": sent, "prefix": verb.slug, "initial": {"version": one.version}}
    if verb.is_claim:
        return NothingForm(**begun, above=nothing_above(one, scope.on))
    return ReasonForm(**begun) if verb.needs_reason else PlainForm(**begun)


def _offer(verb: Verb, form: Any, action: str) -> Offer:
    return Offer(verb.slug, verb.label, verb.title, form, action, verb.kind)


def _tell(request: Request, done: Settled, name: str) -> None:
    """What was settled, below and above; what is lacking above."""
    is_waiting = done.state is State.AWAITING
    messages.success(request, _named(_("Đã ghi, chờ xác nhận.") if is_waiting else _("Đã ghi hoàn thành."), name))
    for each in done.above:
        _tell_above(request, _("Đã báo luôn việc cấp trên: %(name)s."), each)
    for each in done.lacking:
        sentence = _("Chưa báo việc cấp trên: %(name)s. Còn thiếu: %(lacks)s.")
        _tell_above(request, sentence, each, level=messages.WARNING, lacks="; ".join(each.lacks))


def _tell_above(request: Request, sentence: str, each: Above, *, level: int = messages.SUCCESS, **told: str) -> None:
    """The work above by its name, which leads to it."""
    href = reverse("obligation", args=[each.one.code])
    messages.add_message(request, level, linked(sentence, name=each.name, href=href, **told))


def _named(sentence: str, name: str) -> str:
    return f"{sentence} {name}".strip()


def _status(refused: BadInput) -> int:
    return 409 if refused.code == "state-moved" else 422


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
