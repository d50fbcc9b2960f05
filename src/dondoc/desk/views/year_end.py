"""Tổng kết: a plan at the end of its year, as a page and as a document, and the first draft of the next one from it."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.desk.queries.year_end import GoalOption, YearEnd, goal_options, year_end
from dondoc.desk.queries.year_paper import year_paper
from dondoc.plans.access import PUBLISHED, get_plan_for, may_edit
from dondoc.plans.actions.task import Typed
from dondoc.plans.actions.writing import NewGoal, NewPlan, NewTask, from_last, write_plan
from dondoc.plans.models import Plan
from dondoc.records.actions.forms import send_once
from dondoc.records.serving import download
from dondoc.scores.rules.panel import TOTAL
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import scope_for
from dondoc.units.queries.papers import written
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.pages import page
from dondoc.web.papers import WORD
from dondoc.web.requests import Request


@door("GET")
def year(request: Request, code: str) -> HttpResponse:
    """Planned, done, moved."""
    plan = _plan(request, code)
    told = year_end(plan, today=scope_for(request).on)
    context = {"plan": plan, "told": told, "may_edit": may_edit(scope_for(request), plan)}
    return page(request, "desk/year_end.html", context)


@door("GET")
def year_docx(request: Request, code: str) -> HttpResponse:
    plan, today = _plan(request, code), scope_for(request).on
    return download(
        written(plan.agency, year_paper(year_end(plan, today=today), today=today)),
        WORD,
        f"tong-ket-{plan.year}-{plan.code}.docx",
    )


@door("GET", "POST")
def next_plan(request: Request, code: str) -> HttpResponse:
    """What goes on, what is dropped and why, what is new, which goals: then a draft like any other."""
    plan = _plan(request, code)
    if not may_edit(scope_for(request), plan):
        raise Http404
    told = year_end(plan, today=scope_for(request).on)
    error = ""
    if request.method == "POST":
        try:
            return send_once(request, lambda: _draft(request, told), at=timezone.now())
        except BadInput as refused:
            error = said(refused)
    context = {"plan": plan, "told": told, "goals": goal_options(told), "posted": request.POST, "error": error}
    return page(request, "desk/next_plan.html", context, status=422 if error else 200)


def _plan(request: Request, code: str) -> Plan:
    scope = scope_for(request)
    plan = get_plan_for(cast(User, request.user), code, scope.on, scope=scope)
    if plan.state not in PUBLISHED:
        raise Http404
    return plan


def _draft(request: Request, told: YearEnd) -> str:
    plan, post, user = told.plan, request.POST, cast(User, request.user)
    dropped = {}
    for task in told.tasks:
        if post.get(f"viec-{task.row.code}") == "bo":
            reason = " ".join(post.get(f"ly-do-{task.row.code}", "").split())
            if not reason:
                short = task.row.content[:80]
                raise BadInput("reason-empty", "Chưa nêu lý do thôi việc này: {task}.", task=short)
            dropped[task.row.code] = reason
    with translation.override(settings.LANGUAGE_CODE):  # a plan is Vietnamese whoever drafts it
        new = _new_plan(told, dropped, post)
    made = write_plan(plan.agency, new=new, by=user, at=timezone.now())
    messages.success(request, _("Đã lập bản soạn kế hoạch năm %(year)s.") % {"year": made.year})
    return reverse("plan-review", args=[made.code])


def _new_plan(told: YearEnd, dropped: dict[str, str], post: QueryDict) -> NewPlan:
    plan = told.plan
    endings = {task.row.code: task.words for task in told.tasks}
    tasks = from_last(plan, year=plan.year + 1, endings=endings, dropped=dropped)
    return NewPlan(
        plan.year + 1,
        tasks=[*tasks, *_proposed(told, set(post.getlist("noi-dung")))],
        goals=[_goal(one) for one in goal_options(told) if one.key in post.getlist("muc-tieu")],
        rules=plan.regime_rules,
        above=None,
    )  # fmt: skip


def _goal(one: GoalOption) -> NewGoal:
    words = one.told.words
    return NewGoal(words[:1].upper() + words[1:], one.spec, "" if one.code == TOTAL else one.code)


def _proposed(told: YearEnd, chosen: set[str]) -> list[NewTask]:
    """A task to be filled in for each component that a person ticked; it has no agency yet, so it cannot be accepted
    as it stands."""
    made = []
    for one in told.proposed:
        if one.concept is not None and one.concept.code in chosen and one.last is not None:
            content = _("Nâng kết quả “%(name)s”: ghi việc cần làm") % {"name": one.name}
            why = _("Đề xuất từ tổng kết năm %(year)s: nhóm %(group)s, kém trung vị %(gap)s điểm.") % {
                "year": told.plan.year, "group": one.last.line.result.placement.group.words,
                "gap": f"{one.last.to_median:.2f}".replace(".", ","),
            }  # fmt: skip
            typed = Typed(content, int(one.concept.code[1]), str(one.concept.reference))
            made.append(NewTask(typed, heading=one.concept.name_vi, subcode=str(one.concept.reference), why=why))
    return made
