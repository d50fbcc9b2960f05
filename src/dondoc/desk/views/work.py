"""Việc của tôi: what the own agencies must do, to be settled from here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.desk.demo.tips import tips_for
from dondoc.desk.queries.filters import STATES, Filter, narrowed, read_filter
from dondoc.desk.queries.saved import saved_part
from dondoc.desk.queries.work import WorkGroup, grouped, plan_names
from dondoc.desk.views.sheets import obligations_as_sheet
from dondoc.duties.access import acting, own_obligations
from dondoc.duties.models import Obligation
from dondoc.duties.queries import in_work_order, rows_of
from dondoc.duties.views.settling import TOLD, Place, Refused, settle_sent, settling, verb_sent
from dondoc.duties.views.verbs import VERBS
from dondoc.framework.queries.names import dimension_names
from dondoc.units.access import Scope, scope_for
from dondoc.units.models import Role
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import Pager, cut, with_query

PER_PAGE = 40
TO_DO = "con-phai-lam"
# Said once in an address: which line is open, what is done with it, which line comes after what was sent.
PASSING = ("bao", "lam", "den", *TOLD)
LONGEST = 500  # letters that `SentForm` keeps of where a form led


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose list, how narrowed, which page of it; `kept` is what its address holds for longer than one step."""

    user: User
    scope: Scope
    chosen: Filter
    pager: Pager
    kept: QueryDict

    def link(self, **more: object) -> str:
        return reverse("my-work") + (with_query(self.kept, **more) if self.kept or more else "")

    @property
    def found(self) -> QuerySet[Obligation]:
        return narrowed(own_obligations(self.scope), self.chosen, self.scope.on, default=TO_DO)

    @property
    def page(self) -> QuerySet[Obligation]:
        start = (self.pager.number - 1) * PER_PAGE
        return in_work_order(self.found, self.user, self.scope.on)[start : start + PER_PAGE]


@door("GET", "POST")
def my_work(request: Request) -> HttpResponse:
    """The list. With `bao` in its address the form that settles one line stands at that line; with POST it is sent."""
    asked, code = _asked(request), request.GET.get("bao", "")
    if request.method == "GET":
        return _shown(request, asked, code)
    one, back = _to_settle(asked, code), _back_to(asked, code)
    verb, name = request.GET.get("lam", ""), f"{one.duty.title}, {said(one.label)}"
    if verb:
        sent = verb_sent(request, one, asked.scope, _claim(verb), back=back, name=name)
    else:
        sent = settle_sent(request, one, asked.scope, back=back, name=name)
    return _shown(request, asked, code, sent) if isinstance(sent, Refused) else sent


def _asked(request: Request) -> Asked:
    user, scope, chosen = cast(User, request.user), scope_for(request), read_filter(request.GET)
    kept = request.GET.copy()
    for name in PASSING:
        kept.pop(name, None)
    count = narrowed(own_obligations(scope), chosen, scope.on, default=TO_DO).count()
    return Asked(user, scope, chosen, cut(kept, count, PER_PAGE), kept)


def _to_settle(asked: Asked, code: str) -> Obligation:
    """One of the own, for whoever acts for the agency; else 404."""
    rows = own_obligations(asked.scope).filter(held_by__in=acting(asked.scope), code=code)
    return found(rows.select_related("duty", "held_by", "owed_by", "unit", "assigned_to"))


def _claim(slug: str) -> str:
    """The only verb that stands in the list."""
    if not (known := VERBS.get(slug)) or not known.is_claim:
        raise Http404
    return slug


def _back_to(asked: Asked, code: str) -> Callable[[], str]:
    """To the line itself where it still stands in the list, else to the next, else to the one before."""
    codes = list(asked.page.values_list("code", flat=True))
    at = codes.index(code) if code in codes else 0

    def back() -> str:
        still = set(asked.found.filter(code__in=codes).values_list("code", flat=True))
        near = next((each for each in (*codes[at:], *reversed(codes[:at])) if each in still), "")
        link = f"{asked.link(den=near)}#da-ghi" if near else asked.link()
        return link if len(link) <= LONGEST else reverse("my-work")

    return back


def _shown(request: Request, asked: Asked, code: str, refused: Refused | None = None) -> HttpResponse:
    scope, chosen = asked.scope, asked.chosen
    mine, may = own_obligations(scope), acting(scope)
    rows = rows_of(asked.page, scope.on, user=asked.user, acting=may)
    forms = _forms(request, asked, _to_settle(asked, code), refused) if code else {}
    groups = grouped(rows)
    if forms.get("opened") and code not in {row.code for row in rows}:
        groups.insert(0, WorkGroup(_("Việc đang báo"), rows_of([forms["one"]], scope.on, user=asked.user, acting=may)))
    came_to = request.GET.get("den", "")
    context: dict[str, Any] = {
        **forms,
        "groups": groups,
        "pager": asked.pager,
        "link": asked.link,
        "came_to": came_to if came_to in {row.code for row in rows} else "",
        "chosen": chosen,
        "states": STATES,
        "dimensions": dimension_names(),
        "plans": plans_of(mine),
        "counts": _counts(mine, scope.on),
        "has_any": bool(rows) or mine.exists(),
        "has_role": bool(scope.agencies),
        "is_head": scope.has_any(Role.HEAD),
        "tips": () if chosen.is_narrow else tips_for(asked.user),
        "saved": saved_part(asked.user, scope, "my-work", chosen),
        "sheet": chosen.link("/viec-cua-toi/viec.xlsx"),
    }
    status = refused.status if refused else 200
    return page(request, "desk/my_work.html", context, fragment="desk/_my_work.html", status=status)


def _forms(request: Request, asked: Asked, one: Obligation, refused: Refused | None) -> dict[str, Any]:
    """The form of one line, and "không phát sinh" beside it; nothing where it is settled and nothing was typed."""
    place = Place(asked.link(bao=one.code), lambda slug: f"{asked.link(bao=one.code, lam=slug)}#viec-{one.code}")
    claims = [verb for verb in VERBS.values() if verb.is_claim]
    forms = settling(request, one, asked.scope, place, refused=refused, verbs=claims)
    return forms | {"opened": one if forms["settle"] or forms["moved"] else None}


@door("GET")
def my_work_sheet(request: Request) -> HttpResponse:
    user, scope = cast(User, request.user), scope_for(request)
    listed = narrowed(own_obligations(scope), read_filter(request.GET), scope.on, default=TO_DO)
    rows = rows_of(in_work_order(listed, user, scope.on), scope.on, user=user)
    return obligations_as_sheet(rows, name=_("viec-cua-toi"))


def plans_of(rows: QuerySet[Obligation]) -> list[tuple[str, str]]:
    """Plans that the rows come from, for the filter."""
    codes = set(rows.order_by().values_list("duty__plan_code", flat=True).distinct()[:200])
    return sorted(plan_names(codes).items(), key=lambda pair: pair[1])


def _counts(rows: QuerySet[Obligation], today: date) -> list[tuple[str, str, str]]:
    """The figures on top: how many are late, come in a week, wait, came back; each leads to its list."""
    told = []
    for state, label in (
        ("qua-han", _("quá hạn")),
        ("sap-den-han", _("đến hạn trong 7 ngày")),
        ("bi-tra-lai", _("bị trả lại")),
        ("cho-xac-nhan", _("chờ xác nhận")),
    ):
        count = narrowed(rows, Filter(state=state), today).count()
        told.append((str(count), label, f"?trang-thai={state}"))
    return told
