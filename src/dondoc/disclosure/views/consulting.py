"""Drafts before the people: the office opens, anybody comments, the office answers and sums up."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.accounts.actions.sign_in import address_of
from dondoc.disclosure import access
from dondoc.disclosure.actions import consultation as act
from dondoc.disclosure.forms import AnswerForm, CommentForm, ConsultationForm, HideForm, SummaryForm
from dondoc.disclosure.models import Consultation
from dondoc.disclosure.queries.public import public_comments
from dondoc.disclosure.rules.consulting import is_open
from dondoc.disclosure.views.asking import acting, demand, sent
from dondoc.duties.queries.standing import standing
from dondoc.records.actions.forms import sent_before
from dondoc.records.guard import ask, count_sending, judge_sending, new_stamp
from dondoc.records.models import Attachment
from dondoc.records.rules.flood import Verdict
from dondoc.records.serving import serve_attachment
from dondoc.units.access import Scope, scope_for
from dondoc.web.doors import door
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request

COMMENT = "comment"  # what a comment is counted as
WAIT = _("Địa chỉ mạng này đã gửi quá nhiều trong một giờ. Thử lại sau một giờ, hoặc gửi bằng văn bản tới trụ sở.")


@door("GET", "POST")
def consultations(request: Request, code: str) -> HttpResponse:
    """The drafts of a unit; with POST one more."""
    scope = scope_for(request)
    unit = access.get_unit_for(scope, code)
    may, form = access.may_publish(scope, unit.pk), ConsultationForm(initial={"starts_on": scope.on})
    answer = None
    if request.method == "POST":
        demand(scope, unit.pk)
        form = ConsultationForm(request.POST, request.FILES)

        def go() -> str:
            given = {name: form.cleaned_data[name] for name in ("title", "about", "starts_on", "ends_on")}
            agency = access.committee_of(unit, scope.on)
            made = act.open_consultation(agency, **given, papers=form.documents(), **acting(request))
            messages.success(request, _("Đã đưa dự thảo ra lấy ý kiến."))
            return reverse("consultation", args=[made.code])

        answer = sent(request, form, go)
    rows = access.visible_consultations(scope).filter(unit=unit).order_by("-ends_on", "-pk")
    context = {"unit": unit, "rows": list(rows), "form": form, "may": may, "today": scope.on}
    return answer or page(request, "disclosure/consultations.html", context, status=422 if form.errors else 200)


@door("GET")
def consultation(request: Request, code: str) -> HttpResponse:
    scope = scope_for(request)
    return _shown(request, scope, access.get_consultation_for(scope, code))


@door("POST")
def consultation_act(request: Request, code: str, verb: str) -> HttpResponse:
    """`tra-loi-<comment>`, `an-<comment>`, `tong-hop`."""
    scope = scope_for(request)
    one = access.get_consultation_for(scope, code)
    demand(scope, one.unit_id)
    form = _forms(one, verb, request.POST).get(verb)
    if form is None:
        raise Http404

    def go() -> str:
        given, kind = form.cleaned_data, verb.rpartition("-")[0]
        if verb == "tong-hop":
            act.publish_summary(one, **given, **acting(request))
        else:
            comment = access.get_comment_for(one, verb.rpartition("-")[2])
            (act.answer_comment if kind == "tra-loi" else act.hide_comment)(comment, **given, **acting(request))
        messages.success(request, _("Đã ghi."))
        return reverse("consultation", args=[one.code])

    return sent(request, form, go) or _shown(request, scope, one, {verb: form}, status=422)


@door("GET", "POST", who="anyone")
def comment(request: Request, code: str) -> HttpResponse:
    """For anybody, without an account: the draft, the form, and after the end what became of each comment."""
    at, today = timezone.now(), timezone.localdate()
    rows = Consultation.objects.select_related("unit", "agency").filter(starts_on__lte=today)
    one = found(rows.filter(code=code))
    form = CommentForm(request.POST if request.method == "POST" else None, initial={"stamp": new_stamp(at)})
    question, status = None, 200
    if request.method == "POST":
        if (answer := sent_before(request)) is not None:
            return answer
        address, status = address_of(request), 422
        verdict = judge_sending(form, COMMENT, address, at=at) if form.is_valid() else Verdict.PASS
        if verdict is Verdict.REFUSE:
            form.add_error(None, WAIT)
            status = 429
        elif verdict is Verdict.ASK:
            question = ask(form)
        else:

            def go() -> str:
                act.send_comment(one, text=form.cleaned_data["text"], name=form.cleaned_data["name"], at=at)
                count_sending(COMMENT, address, at=at)
                messages.success(request, _("Đã nhận ý kiến. Kết quả tiếp thu được công bố ở trang này."))
                return reverse("comment", args=[one.code])

            answer = sent(request, form, go)
            if answer is not None:
                return answer
    context = {
        "one": one,
        "form": form,
        "question": question,
        "is_open": is_open(one.starts_on, one.ends_on, today),
        "files": _papers(one),
        "comments": public_comments(one),
        "count": one.comments.filter(is_hidden=False).count(),
    }
    return page(request, "disclosure/comment.html", context, status=status)


@door("GET", who="anyone")
def consultation_file(request: Request, code: str, file: str) -> FileResponse:
    """The draft itself, which is there to be read."""
    one = found(Consultation.objects.filter(code=code, starts_on__lte=timezone.localdate()))
    files = Attachment.objects.filter(object_kind=act.KIND, object_code=one.code, removed_at=None)
    return serve_attachment(found(files.filter(code=file).select_related("file")), wants_inline="xem" in request.GET)


def _papers(one: Consultation) -> list[Attachment]:
    return list(Attachment.objects.filter(object_kind=act.KIND, object_code=one.code, removed_at=None).order_by("pk"))


def _shown(
    request: Request, scope: Scope, one: Consultation, given: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    context = {
        "one": one,
        "standing": standing(one.settles, scope.on) if one.settles else None,
        "comments": list(one.comments.order_by("outcome", "pk")),
        "files": _papers(one),
        "is_open": is_open(one.starts_on, one.ends_on, scope.on),
        "may": access.may_publish(scope, one.unit_id),
        "acts": _forms(one) | (given or {}),
        "today": scope.on,
    }
    return page(request, "disclosure/consultation.html", context, status=status)


def _forms(one: Consultation, verb: str = "", data: Any = None) -> dict[str, Any]:
    found_forms: dict[str, Any] = {"tong-hop": SummaryForm(data if verb == "tong-hop" else None, prefix="tong-hop")}
    for code in one.comments.values_list("code", flat=True):
        for kind, form in (("tra-loi", AnswerForm), ("an", HideForm)):
            name = f"{kind}-{code}"
            found_forms[name] = form(data if verb == name else None, prefix=name)
    return found_forms
