"""The sheet of a report: read, filled, saved by itself, filled for many rows at once, submitted."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.duties.access import visible_evidence
from dondoc.duties.models import Evidence
from dondoc.records.actions.forms import send_once
from dondoc.reports import access
from dondoc.reports.actions import filling, sending
from dondoc.reports.actions.drafting import fill_report
from dondoc.reports.actions.filling import Saved, Typed
from dondoc.reports.forms import ManyForm, ReasonForm, UploadForm, read_gone, read_passages, read_sheet
from dondoc.reports.models import Answer, Report
from dondoc.reports.queries import content
from dondoc.reports.queries.above import above_in
from dondoc.reports.queries.content import SheetRow
from dondoc.reports.queries.gone import Gone, gone_of, whole_words
from dondoc.reports.queries.lists import state_words
from dondoc.reports.rules.answers import digest_of
from dondoc.reports.rules.states import EDITABLE, MOVES, ReportState
from dondoc.reports.rules.versions import Change, changes
from dondoc.reports.views.asking import actor, report_of
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope
from dondoc.web.doors import door
from dondoc.web.formats import said
from dondoc.web.forms import add_refusal
from dondoc.web.pages import page, wants_fragment
from dondoc.web.requests import Request

OFFERED = 40
SAVED = "save"


@dataclass(frozen=True, slots=True)
class Sent:
    """What a page that is shown again has to keep: what was typed, in which rows somebody was quicker, words of rows
    that are gone, the many-form."""

    rows: dict[str, Typed] = field(default_factory=dict)
    passages: dict[str, tuple[str, str]] = field(default_factory=dict)
    clashing: tuple[str, ...] = ()
    gone: tuple[Gone, ...] = ()
    many: ManyForm | None = None
    chosen: tuple[str, ...] = ()
    refusal: str = ""


@door("GET", "POST")
def report(request: Request, code: str) -> HttpResponse:
    """The report as one sees it: whoever writes it gets the sheet, who receives it reads."""
    found, scope = report_of(request, code)
    is_writer = access.may_write(scope, found) and ReportState(found.state) in EDITABLE
    if request.method == "POST":
        if not is_writer and not access.may_write(scope, found):
            raise Http404
        return _autosaved(request, found) if wants_fragment(request) else _done(request, found, scope)
    if is_writer:
        fill_report(found)
    return _shown(request, found, scope)


def _done(request: Request, found: Report, scope: Scope) -> HttpResponse:
    """Save what was typed, then do what the button says. Where somebody was quicker, a row that was typed in is gone,
    or the act is refused, the page comes back with all that was typed."""
    rows = content.sheet_rows(found, scope.on)
    typed, told = read_sheet(request.POST, rows), read_passages(request.POST, list(found.passages.all()))
    verb, _sep, key = request.POST.get("do", SAVED).partition(":")
    many = ManyForm(request.POST, request.FILES, offered=_offered(scope, found))
    chosen = _chosen(request, rows, key)
    gone = _gone(request, found, rows)
    if verb in ("carry", "drop"):
        told, gone = _settled(found, told, gone, verb, key)
    sent = Sent(typed, told, gone=gone, many=many, chosen=chosen)
    try:
        saved = _save(request, found, typed, told)
    except BadInput as refused:
        return _shown(request, found, scope, replace(sent, refusal=said(refused)), status=409)
    if saved.clashing:
        return _shown(request, found, scope, replace(sent, clashing=saved.clashing), status=409)
    if gone:
        return _shown(request, found, scope, Sent(gone=gone, many=many, chosen=chosen), status=409)

    def go() -> str:
        messages.success(request, _act(request, found, verb, chosen, many))
        done = verb == "submit"
        place = _place(verb, key)
        return reverse("report", args=[found.code]) + ("" if done or not place else f"#{place}")

    try:
        return send_once(request, go, at=timezone.now())
    except BadInput as refused:
        if verb in ("nothing", "prove"):
            add_refusal(many, refused, "why" if verb == "nothing" else "number")
        fresh = Sent(many=many, chosen=chosen, refusal=said(refused))
        return _shown(request, found, scope, fresh, status=422)


def _act(request: Request, found: Report, verb: str, chosen: tuple[str, ...], many: ManyForm) -> str:
    by, at = actor(request), timezone.now()
    if verb == "submit":
        sending.submit_report(found, by=by, at=at)
        return _("Đã trình. Người đứng đầu xem và duyệt.")
    if verb in ("same", "claim"):
        act: Callable[..., int] = filling.same_as_before if verb == "same" else filling.claim_rows
        return _("Đã ghi %(n)s dòng.") % {"n": act(found, codes=chosen, by=by, at=at)}
    if verb in ("nothing", "prove") and not many.is_valid():
        raise BadInput("form-wrong", "Xem lại phần “Làm cho nhiều dòng”: có ô nhập chưa đúng.")
    if verb == "nothing":
        reason = many.cleaned_data["why"]
        return _("Đã ghi %(n)s dòng.") % {"n": filling.nothing_arose(found, codes=chosen, reason=reason, by=by, at=at)}
    if verb == "prove":
        count = filling.prove_rows(found, codes=chosen, proofs=many.proofs(), by=by, at=at)
        return _("Đã gắn minh chứng cho %(n)s dòng.") % {"n": count}
    if verb == "unprove":
        return _unprove(request, found)
    if verb == "carry":
        return _("Đã chuyển nội dung vào phần thuyết minh. Xem lại câu chữ tại đó.")
    return _("Đã bỏ nội dung của dòng không còn.") if verb == "drop" else _("Đã lưu.")


def _place(verb: str, key: str) -> str:
    """Where on the page to go on."""
    code, _sep, rest = key.partition("/")
    if verb in ("carry", "drop"):
        return f"p-{rest}" if rest else ""
    return f"dong-{code}" if code else ""


def _gone(request: Request, found: Report, rows: list[SheetRow]) -> tuple[Gone, ...]:
    return tuple(gone_of(found, *read_gone(request.POST, rows)))


def _settled(
    found: Report, told: dict[str, tuple[str, str]], gone: tuple[Gone, ...], verb: str, key: str
) -> tuple[dict[str, tuple[str, str]], tuple[Gone, ...]]:
    """Words of a row that is gone, where the person wants them: under what a passage says, or nowhere."""
    code, _sep, place = key.partition("/")
    one = next((row for row in gone if row.key == code), None)
    passages = {f"{row.kind}-{row.section}": row for row in found.passages.all()}
    if one is None or (verb == "carry" and place not in passages):
        raise Http404
    if verb == "carry":
        passage = passages[place]
        name = f"{passage.kind}:{passage.section}"
        text, seen = told.get(name, (passage.text, digest_of(passage.text)))
        told = {**told, name: (f"{text.rstrip()}\n{one.words}".strip(), seen)}
    return told, tuple(row for row in gone if row is not one)


def _unprove(request: Request, found: Report) -> str:
    key, _sep, code = request.POST.get("do", "").removeprefix("unprove:").partition("/")
    evidence = Evidence.objects.filter(code=code, report_rows__report=found).first()
    if evidence is None:
        raise Http404
    filling.unprove_row(found, code=key, evidence=evidence, by=actor(request), at=timezone.now())
    return _("Đã gỡ minh chứng khỏi dòng này.")


def _autosaved(request: Request, found: Report) -> HttpResponse:
    """The draft saved while it is typed: says when, hands the page its new editions. Never writes over another's
    words."""
    today = timezone.localdate()
    rows = content.sheet_rows(found, today)
    typed, told = read_sheet(request.POST, rows), read_passages(request.POST, list(found.passages.all()))
    try:
        saved = _save(request, found, typed, told, is_automatic=True)
    except BadInput as refused:
        return page(request, "reports/_saved.html", {"refusal": said(refused)}, status=200)
    numbers = {row.key: number for number, row in enumerate(rows, 1)}
    context = {
        "at": timezone.now(),
        "clashing": [numbers.get(key) or key for key in saved.clashing],
        "gone": _gone(request, found, rows),
        "seen": {f"s-{key}": typed[key].entry.digest() for key in saved.written if key in typed},
        "told": {f"q-{key.replace(':', '-')}": digest_of(told[key][0]) for key in saved.written if key in told},
    }
    return page(request, "reports/_saved.html", context)


def _save(
    request: Request,
    found: Report,
    typed: dict[str, Typed],
    told: dict[str, tuple[str, str]],
    *,
    is_automatic: bool = False,
) -> Saved:
    return filling.save_sheet(
        found, rows=typed, passages=told, by=actor(request), at=timezone.now(), is_automatic=is_automatic
    )


def _chosen(request: Request, rows: list[SheetRow], key: str) -> tuple[str, ...]:
    """The row of the button, the rows that are ticked, or all that say nothing yet."""
    if key and "/" not in key:
        return (key,)
    if "all" in request.POST:
        return tuple(row.key for row in rows if not row.entry.answer and row.is_due)
    return tuple(request.POST.getlist("chon"))


def _offered(scope: Scope, found: Report) -> list[Evidence]:
    mine = visible_evidence(scope).filter(agency=found.obligation.held_by_id).exclude(kind=Evidence.Kind.RECORD)
    return list(mine.order_by("-pk")[:OFFERED])


def _shown(
    request: Request, found: Report, scope: Scope, sent: Sent | None = None, *, status: int = 200
) -> HttpResponse:
    sent = sent or Sent()
    prefetch_related_objects([found], "passages", "told")
    may_write, state = access.may_write(scope, found), ReportState(found.state)
    is_writing = may_write and state in EDITABLE
    rows = content.sheet_rows(found, scope.on)
    unsaved = [] if is_writing else _unsaved(found, rows, sent)
    if is_writing:
        rows = [_kept(row, sent) for row in rows]
    words, tone = state_words(found)
    context: dict[str, Any] = {
        "report": found,
        "period": found.period,
        "state_words": words,
        "tone": tone,
        "groups": content.groups_of(rows),
        "numbers": {row.key: number for number, row in enumerate(rows, 1)},
        "results": content.results_of(rows),
        "passages": [(one, name, _text(one, sent), digest_of(one.text)) for one, name in content.passages_of(found)],
        "told": [(one, content.told_words(one)) for one in sorted(found.told.all(), key=attrgetter("name"))],
        "difficulties": content.difficulties_of(found),
        "answers": Answer.choices,
        "sent": sent,
        "unsaved": unsaved,
        "is_writing": is_writing,
        "serving": sum(row.serves and row.entry.answer == Answer.DONE for row in rows),
        "above": above_in(found, scope.on) if is_writing and "cap-tren" in request.GET else None,
        "lacks": content.report_faults(found, scope.on, rows) if is_writing else [],
        "many": sent.many or ManyForm(offered=_offered(scope, found)) if is_writing else None,
        "upload": UploadForm() if is_writing else None,
        "may_write": may_write,
        "may_approve": access.may_approve(scope, found),
        "may_receive": access.may_receive(scope, found),
        "reason": ReasonForm(),
        "moves": {verb for verb, (starts, _after) in MOVES.items() if state in starts},
        "changes": _changes(found),
        "proof_words": content.proof_words,
    }
    return page(request, "reports/report.html", context, status=status)


def _kept(row: SheetRow, sent: Sent) -> SheetRow:
    """What was typed stands in the page again. Where somebody was quicker theirs stands beside it, and sending again
    means this one."""
    typed = sent.rows.get(row.key)
    if typed is None:
        return row
    theirs = (row.entry.text or row.entry.reason or row.answer_words) if row.key in sent.clashing else ""
    numbers = tuple(
        replace(number, numerator=pair[0], denominator=pair[1])
        for number in row.numbers
        for pair in [typed.entry.figures.get(number.asked.part, ("", ""))]
    )
    return replace(row, entry=typed.entry, numbers=numbers, theirs=theirs)


def _unsaved(found: Report, rows: list[SheetRow], sent: Sent) -> list[tuple[str, str]]:
    """What was typed (where, the words) on a page that was open when the report went on: it is no part of it."""
    typed = [(row, sent.rows[row.key]) for row in rows if row.key in sent.rows]
    mine = [
        (row.title, whole_words(one.entry))
        for row, one in typed
        if one.entry.digest() not in (one.seen, row.entry.narrowed(one.entry.figures).digest())
    ]
    given = [(one, name, sent.passages.get(f"{one.kind}:{one.section}")) for one, name in content.passages_of(found)]
    mine += [(name, pair[0]) for one, name, pair in given if pair and pair[0] not in ("", one.text)]
    return [*mine, *((said(one.title), one.words) for one in sent.gone)]


def _text(one: Any, sent: Sent) -> str:
    given = sent.passages.get(f"{one.kind}:{one.section}")
    return given[0] if given else str(one.text)


def _changes(found: Report) -> tuple[Change, ...]:
    """What the last version that was sent changes on the one before."""
    if found.sent_at is None:
        return ()
    last = list(found.versions.order_by("-number")[:2])
    return changes(last[1].content, last[0].content) if len(last) == 2 else ()
