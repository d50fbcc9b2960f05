"""Nội dung thành phần: each component of the index beside the work that is aimed at it."""

from datetime import date
from typing import Any, cast

from django.db.models import QuerySet
from django.http import Http404, HttpResponse

from dondoc.accounts.models import User
from dondoc.desk.queries import components as told
from dondoc.desk.queries.filters import Filter
from dondoc.desk.views.monitor import tabs
from dondoc.desk.views.sheets import sheet
from dondoc.duties.access import visible_obligations
from dondoc.duties.models import Obligation
from dondoc.framework.queries.names import dimension_name, dimension_names, part_name
from dondoc.plans.access import visible_plans
from dondoc.plans.models import Plan
from dondoc.scores.queries.profile import series
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET")
def index(request: Request) -> HttpResponse:
    """All components by dimension: result, work, what to look at; one dimension by unit as well (`truc`)."""
    scope = scope_for(request)
    rows, plans = _seen(request)
    results = told.results_of(scope)
    found = told.component_rows(rows, plans, results, scope.on, year=scope.on.year)
    section = _section(request)
    shown = [row.concept for row in found if row.concept.code.startswith(f"D{section}_")]
    names = dict(dimension_names())
    context = {
        "results": results,
        "groups": [(n, name, [row for row in found if row.concept.code[1] == str(n)]) for n, name in names.items()],
        "words": told.sign_words,
        "warned": [
            (sign, brought) for sign in told.PRESSING if (brought := [row for row in found if sign in row.signs])
        ],
        "section": section,
        "dimensions": list(names.items()),
        "heat": told.heat_of(rows, plans, section, shown, scope.on) if section else None,
        "tabs": tabs(request, "components"),
    }
    return page(request, "desk/components.html", context)


@door("GET")
def index_sheet(request: Request) -> HttpResponse:
    scope = scope_for(request)
    results = told.results_of(scope)
    found = told.component_rows(*_seen(request), results, scope.on, year=scope.on.year)
    heads = (
        "Mã", "Số", "Nội dung thành phần", "Năm kết quả", "Điểm", "Hạng", "Nhóm", "Kém trung vị", "Kém cao nhất",
        "Nhiệm vụ", "Việc đã mở", "Đã xong", "Quá hạn", "Lưu ý",
    )  # fmt: skip
    return sheet("noi-dung-thanh-phan", heads, (_cells(row, results.year) for row in found))


@door("GET")
def component(request: Request, code: str) -> HttpResponse:
    """One component: what it asks citizens, how it stands, what is done for it, and what a person should look at."""
    scope = scope_for(request)
    concept = next((one for one in told.components(scope.on.year) if code in (one.code, one.reference)), None)
    if concept is None:
        raise Http404
    rows, plans = _seen(request)
    results, reference = told.results_of(scope), str(concept.reference)
    row = next(one for one in told.component_rows(rows, plans, results, scope.on, year=scope.on.year)
               if one.concept == concept)  # fmt: skip
    context: dict[str, Any] = {
        "row": row,
        "concept": concept,
        "section": int(concept.code[1]),
        "dimension": dimension_name(int(concept.code[1])),
        "meaning": told.meaning_of(concept),
        "results": results,
        "lever": told.lever_of(results, concept.code),
        "series": series(results.store, results.place, concept.code, year=results.year)
        if results.store and results.place and row.line
        else None,
        "words": told.sign_words,
        "tasks": told.task_lines(rows, plans, reference, scope.on),
        "proofs": told.proof_lines(rows, plans, reference),
        "figures": told.figure_lines(scope, concept, starts_on=date(scope.on.year, 1, 1)),
        "behind": Filter(component=reference).link("/theo-doi/viec/"),
    }
    return page(request, "desk/component.html", context)


def _seen(request: Request) -> tuple[QuerySet[Obligation], QuerySet[Plan]]:
    user, scope = cast(User, request.user), scope_for(request)
    return visible_obligations(user, scope.on, scope=scope), visible_plans(user, scope.on, scope=scope)


def _section(request: Request) -> int:
    asked = request.GET.get("truc", "")
    return int(asked) if asked in set("12345678") else 0


def _cells(row: told.ComponentRow, year: int) -> tuple[Any, ...]:
    line = row.line
    result = line.line.result if line else None
    return (
        row.concept.code, row.concept.reference, part_name(row.concept), year if result else None,
        result.score if result else None, result.rank if result else None,
        result.placement.group.words if result else "", line.to_median if line else None,
        line.line.gap_to_best if line else None, row.tasks, row.counts.asked, row.counts.settled, row.counts.late,
        " ".join(told.sign_words(sign, year) for sign in row.signs),
    )  # fmt: skip
