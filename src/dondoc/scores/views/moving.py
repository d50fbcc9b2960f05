"""Goals and what would have to move: pages whose address carries all that was asked."""

from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext as _

from dondoc.scores.forms import ScoreField
from dondoc.scores.queries import comparable, moving, profile
from dondoc.scores.queries.comparison import MOST
from dondoc.scores.queries.goals import KINDS, GoalTold, goal_spec, goal_told
from dondoc.scores.queries.national import codes_of
from dondoc.scores.queries.places import Place
from dondoc.scores.queries.store import Store
from dondoc.scores.rules.panel import TOTAL
from dondoc.scores.views.asking import code_asked, country_years, place_asked, store_now, year_asked
from dondoc.scores.views.place import head_of
from dondoc.toolkit.errors import BadInput
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.pages import page
from dondoc.web.requests import Request


def _begin(request: Request, key: str) -> tuple[Store, Place, int, dict[str, object]]:
    store, place = store_now(), place_asked(key)
    years = profile.years_for(store, place) or country_years(store)
    year = year_asked(request, years)
    told = profile.profile(store, place, year)
    return store, place, year, {**head_of(store, place, told), "kinds": KINDS}


def _asked(request: Request) -> tuple[str, str, str]:
    """The kind and number of the goal asked for, and the goal as written; empty where none is."""
    kind, amount = request.GET.get("loai", ""), request.GET.get("so", "")
    known = kind in {name for name, _words, _number in KINDS}
    return (kind, amount, goal_spec(kind, amount)) if known else ("", amount, "")


@door("GET")
def goal_page(request: Request, key: str) -> HttpResponse:
    """A goal of a province: points, how often it was met, whether it was."""
    store, place, year, context = _begin(request, key)
    kind, amount, spec = _asked(request)
    code = code_asked(request, store, year)
    told, wrong = _goal(store, place, spec, year, code)
    codes = codes_of(store.panel, year)
    context |= {"kind": kind, "amount": amount, "goal": told, "wrong": wrong, "code": code, "codes": codes}
    return page(request, "scores/goal.html", context, status=422 if wrong else 200)


def _goal(store: Store, place: Place, spec: str, year: int, code: str) -> tuple[GoalTold | None, str]:
    if not spec:
        return None, ""
    try:
        return goal_told(store, place, spec, year, code), ""
    except BadInput as refused:
        return None, said(refused) if refused.code != "goal-unknown" else _(
            "Ghi số của mục tiêu, ví dụ 5 bậc hoặc 1,5 điểm."
        )


@door("GET")
def levers_page(request: Request, key: str) -> HttpResponse:
    """Every component with its gaps, what others gained from there, how firm it is; the fewest that reach a goal."""
    store, place, year, context = _begin(request, key)
    kind, amount, spec = _asked(request)
    code = code_asked(request, store, year)
    told, wrong = _goal(store, place, spec or "score+", year, code)
    alike = comparable.comparable(store, place, year, request.GET.get("tuong-dong", ""))
    rows: list[moving.LeverRow] = []
    try:
        rows = moving.lever_rows(store, place, year, alike.key)
    except BadInput as refused:
        wrong = wrong or said(refused)
    needs = told.prospect.needs if told else None
    within = [row for row in rows if code in (TOTAL, row.lever.code, row.lever.code.partition("_")[0])]
    chosen = moving.bundles(within, needs) if rows and needs is not None and spec else ()
    sets = [(one, urlencode({"nam": year, **moving.supposed(rows, one)})) for one in chosen]
    names = {row.lever.code: row.name for row in rows}
    context |= {
        "kind": kind, "amount": amount, "goal": told if spec else None, "wrong": wrong if spec else "", "rows": rows,
        "needs": needs, "sets": sets, "names": names, "alike": alike,
        "alikes": comparable.choices(place, year, store),
        "beside": [place.key, *(key for key, _name in alike.places[: MOST - 1])],
        "all_gains": sum((row.lever.realistic for row in within), Decimal(0)),
        "code": code, "codes": codes_of(store.panel, year),
    }  # fmt: skip
    return page(request, "scores/levers.html", context, status=422 if spec and wrong else 200)


@door("GET")
def what_if_page(request: Request, key: str) -> HttpResponse:
    """Move components, see the total, place and group; the address carries every score."""
    store, place, year, context = _begin(request, key)
    try:
        rows = moving.lever_rows(store, place, year)
        typed, wrong = _typed(request, rows)
        found = moving.what_if(store, place, year, typed)
    except BadInput as refused:
        rows, found, wrong = [], None, {"": said(refused)}
    shown: dict[str, Any] = {row.lever.code: request.GET.get(row.lever.code, "") for row in rows}
    context |= {"rows": rows, "found": found, "wrong": wrong, "typed": shown, "sliders": moving.promising(rows)}
    status = 422 if wrong and rows else 200
    return page(request, "scores/what_if.html", context, fragment="scores/_what_if.html", status=status)


def _typed(request: Request, rows: list[moving.LeverRow]) -> tuple[dict[str, Decimal], dict[str, str]]:
    """The scores of the address by component, and what is wrong with those that cannot be taken."""
    typed: dict[str, Decimal] = {}
    wrong: dict[str, str] = {}
    for row in rows:
        code = row.lever.code
        try:
            score = ScoreField().clean(request.GET.get(code, ""))
        except ValidationError:
            wrong[code] = _("Không phải là số. Viết như 1,25.")
            continue
        if score is not None and not row.least <= score <= row.most:
            wrong[code] = _("Nằm ngoài thang điểm.")
        elif score is not None:
            typed[code] = score
    return typed, wrong
