"""One obligation's page: what, who, by when and why; settle it in place."""

from typing import cast

from django.http import FileResponse, HttpResponse
from django.urls import reverse

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.models import EvidenceUse, Obligation
from dondoc.duties.rules.states import CLOSED, State
from dondoc.duties.views.settling import Place, Refused, settle_sent, settling, verb_sent
from dondoc.records.models import Attachment
from dondoc.records.serving import serve_attachment
from dondoc.units.access import Scope, scope_for
from dondoc.web.doors import door
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", "POST")
def obligation(request: Request, code: str) -> HttpResponse:
    """Show it; with POST say that it is done."""
    one, scope = _seen(request, code)
    if request.method == "GET":
        return _shown(request, one, scope)
    return _answered(request, settle_sent(request, one, scope, back=lambda: reverse("obligation", args=[code])), code)


@door("POST")
def obligation_move(request: Request, code: str, verb: str) -> HttpResponse:
    """Any other verb, with its reason."""
    one, scope = _seen(request, code)
    sent = verb_sent(request, one, scope, verb, back=lambda: reverse("obligation", args=[code]))
    return _answered(request, sent, code)


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


def _answered(request: Request, sent: HttpResponse | Refused, code: str) -> HttpResponse:
    """Where it was not taken, the page as things stand now, with what was typed."""
    if not isinstance(sent, Refused):
        return sent
    one, scope = _seen(request, code)
    return _shown(request, one, scope, sent)


def _shown(request: Request, one: Obligation, scope: Scope, refused: Refused | None = None) -> HttpResponse:
    place = Place(
        reverse("obligation", args=[one.code]), lambda slug: reverse("obligation-move", args=[one.code, slug])
    )
    context = settling(request, one, scope, place, refused=refused)
    is_open = State(one.state) not in CLOSED
    context |= {
        "may_raise": access.may_do(scope, one) and not context["place"] and is_open,
        "may_give": access.may_give(cast(User, request.user), scope, one),
    }
    return page(request, "duties/obligation.html", context, status=refused.status if refused else 200)
