"""Đánh giá năm: the rule in the open, the points of each line with its source, objections, the result."""

from decimal import Decimal
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions import evaluation as act
from dondoc.duties.forms import LockForm, ObjectionForm, RulingForm, WeightsForm
from dondoc.duties.models import Evaluation, EvaluationRule, EvaluationScore, Objection
from dondoc.duties.queries import evaluation as told
from dondoc.figures.registry import Kind, figures
from dondoc.records.actions.forms import send_once
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope, scope_for
from dondoc.units.models import AdministrativeUnit
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request

TONES = {Evaluation.State.DRAFT: "warn", Evaluation.State.ANNOUNCED: "calm", Evaluation.State.LOCKED: "good"}

DONE = {"khoa": "Đã khóa đánh giá.", "lay-y-kien": "Đã gửi lấy ý kiến.", "tinh-lai": "Đã tính lại."}


@door("GET")
def evaluations(request: Request) -> HttpResponse:
    """Those that one makes or is evaluated in, by year."""
    scope = scope_for(request)
    units = list(access.evaluating_units(scope))
    rows = list(access.visible_evaluations(scope))
    done = {(row.unit_id, row.year) for row in rows}
    years = [scope.on.year, scope.on.year - 1]
    context = {
        "rows": rows,
        "tones": TONES,
        "offers": [(unit, year) for unit in units for year in years if (unit.pk, year) not in done],
        "units": units,
        "year": scope.on.year,
    }
    return page(request, "duties/evaluations.html", context)


@door("POST")
def evaluation_begin(request: Request, unit: str, year: int) -> HttpResponse:
    """Compute a year for the first time."""
    mine = _unit(scope_for(request), unit)

    def go() -> str:
        row = act.compute(mine, year=year, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã tính đánh giá năm %(year)s.") % {"year": year})
        return reverse("evaluation", args=[row.code])

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        messages.error(request, said(refused))
        return send_once(request, lambda: reverse("evaluations"), at=timezone.now())


@door("GET")
def evaluation(request: Request, code: str) -> HttpResponse:
    scope = scope_for(request)
    return _shown(request, scope, access.get_evaluation_for(scope, code))


@door("POST")
def evaluation_move(request: Request, code: str, verb: str) -> HttpResponse:
    """Compute anew with a reason, announce, lock."""
    scope = scope_for(request)
    row = access.get_evaluation_for(scope, code)
    if not access.may_evaluate(scope, row) or verb not in DONE:
        raise Http404
    form = LockForm(request.POST) if verb == "khoa" else None
    if form is not None and not form.is_valid():
        return _shown(request, scope, row, lock=form, status=422)
    user, now = cast(User, request.user), timezone.now()

    def go() -> str:
        if form is not None:
            act.lock(row, **form.cleaned_data, by=user, at=now)
        elif verb == "lay-y-kien":
            act.announce(row, by=user, at=now)
        else:
            act.compute(row.unit, year=row.year, by=user, at=now, reason=request.POST.get("reason", ""))
        messages.success(request, DONE[verb])
        return reverse("evaluation", args=[code])

    try:
        return send_once(request, go, at=now)
    except BadInput as refused:
        messages.error(request, said(refused))
        return _shown(request, scope, access.get_evaluation_for(scope, code), lock=form, status=422)


@door("GET", "POST")
def score(request: Request, code: str, agency: str) -> HttpResponse:
    """The lines of one agency with their sources; with POST the head objects to one."""
    scope = scope_for(request)
    row = access.get_evaluation_for(scope, code)
    one = found(access.visible_scores(scope, row).filter(agency__code=agency))
    lines, may = told.lines_of(one), access.may_object(scope, one)
    if request.method == "POST" and not may:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    form = ObjectionForm(sent, lines=[(line.figure, line.label) for line in lines if line.weight])
    if sent is not None and form.is_valid():

        def go() -> str:
            act.object_to(row, agency=one.agency, **form.cleaned_data, by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Đã gửi kiến nghị."))
            return reverse("evaluation-score", args=[code, agency])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "reason" if refused.code == "objection-reason" else "figure")
    context = {
        "row": row,
        "one": one,
        "lines": lines,
        "form": form if may else None,
        "objections": _objections(row).filter(agency=one.agency),
        "labels": {line.figure: line.label for line in lines},
        "may_evaluate": access.may_evaluate(scope, row),
        "answer": RulingForm(),
    }
    return page(request, "duties/evaluation_score.html", context, status=422 if form.errors else 200)


@door("POST")
def objection_answer(request: Request, code: str, objection: str) -> HttpResponse:
    scope = scope_for(request)
    row = access.get_evaluation_for(scope, code)
    if not access.may_evaluate(scope, row):
        raise Http404
    one = found(_objections(row).filter(code=objection))
    form = RulingForm(request.POST)
    if not form.is_valid():
        return _shown(request, scope, row, answers={one.pk: form}, status=422)

    def go() -> str:
        act.answer(one, **form.cleaned_data, by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Đã trả lời kiến nghị."))
        return reverse("evaluation", args=[code])

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        add_refusal(form, refused, "points" if refused.code == "answer-points" else "text")
        return _shown(request, scope, row, answers={one.pk: form}, status=422)


@door("GET", "POST")
def evaluation_rule(request: Request, unit: str, year: int) -> HttpResponse:
    """The rule of a unit and year: read by who is evaluated by it, changed by who evaluates."""
    scope = scope_for(request)
    mine = access.evaluating_units(scope).filter(code=unit).first()
    theirs = access.visible_evaluations(scope).filter(year=year)
    seen = mine or found(AdministrativeUnit.objects.filter(code=unit, evaluations__in=theirs))
    if request.method == "POST" and mine is None:
        raise Http404
    rule = told.rule_of(seen, year)
    form = _weights(rule, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def go() -> str:
            act.set_rule(
                seen, year=year, lines=form.told_lines(), grades=form.told_grades(),
                scale=form.cleaned_data["scale"] or Decimal(0), reason=form.cleaned_data["reason"],
                by=cast(User, request.user), at=timezone.now(),
            )  # fmt: skip
            messages.success(request, _("Đã ghi phiên bản mới của quy tắc. Tính lại để áp dụng."))
            return reverse("evaluation-rule", args=[unit, year])

        try:
            return send_once(request, go, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused)
    context = {
        "unit": seen,
        "year": year,
        "rule": rule,
        "lines": form.lines,
        "grades": form.grades,
        "form": form if mine else None,
        "versions": EvaluationRule.objects.filter(unit=seen, year=year).select_related("made_by").order_by("-version"),
    }
    return page(request, "duties/evaluation_rule.html", context, status=422 if form.errors else 200)


def _unit(scope: Scope, code: str) -> AdministrativeUnit:
    return found(access.evaluating_units(scope).filter(code=code))


def _objections(row: Evaluation) -> Any:
    rows = Objection.objects.filter(evaluation=row).order_by("pk")
    return rows.select_related("agency", "evaluation__unit", "raised_by", "answered_by")


def _weights(rule: EvaluationRule | None, sent: Any) -> WeightsForm:
    """What stands in the rule, and what was offered since with weight 0."""
    known = {figure.name: figure for figure in figures()}
    standing = {line["figure"]: line for line in (rule.lines if rule else told.default_lines())}
    lines = [
        {
            **standing.get(one.name, {"figure": one.name, "weight": "0"}),
            "label": one.label,
            "is_share": known[one.name].kind is Kind.SHARE,
        }
        for one in told.offered()
    ]
    grades = rule.grades if rule else told.default_grades()
    return WeightsForm(sent, lines=lines, grades=grades, initial={"scale": rule.scale if rule else 2})


def _shown(
    request: Request,
    scope: Scope,
    row: Evaluation,
    *,
    lock: LockForm | None = None,
    answers: dict[int, RulingForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    rows = list(access.visible_scores(scope, row))
    rows.sort(key=lambda one: (one.place is None, one.place or 0, one.agency.name))
    may = access.may_evaluate(scope, row)
    objections = list(_objections(row)) if may else list(_objections(row).filter(agency__in=list(scope.agencies)))
    context: dict[str, Any] = {
        "row": row,
        "tone": TONES[Evaluation.State(row.state)],
        "blocks": [(name, [one for one in rows if one.block == key]) for key, name in told.BLOCKS.items()],
        "objections": [(one, (answers or {}).get(one.pk) or RulingForm(prefix=None)) for one in objections],
        "labels": {figure.name: figure.label for figure in figures()},
        "runs": list(row.runs.select_related("by").order_by("-pk")[:20]) if may else [],
        "may_evaluate": may,
        "lock": lock or LockForm(initial={"dated_on": scope.on}),
        "is_whole": may or row.state == Evaluation.State.LOCKED,
        "counts": _counts(rows),
    }
    return page(request, "duties/evaluation.html", context, status=status)


def _counts(rows: list[EvaluationScore]) -> list[tuple[str, int]]:
    """How many of each grade, the best first: the rows stand by place."""
    names = dict.fromkeys(one.grade for one in sorted(rows, key=lambda one: -(one.points or 0)) if one.grade)
    counted = [(said(name), sum(one.grade == name for one in rows)) for name in names]
    without = sum(one.points is None for one in rows)
    return [*counted, (_("không xếp loại"), without)] if without else counted
