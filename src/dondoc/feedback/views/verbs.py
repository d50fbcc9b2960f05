"""The verbs on a report's page: who may, in which stage, with which form, what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.http import QueryDict

from dondoc.accounts.models import User
from dondoc.feedback import access
from dondoc.feedback.actions import answering, dispatching
from dondoc.feedback.forms import AcknowledgeForm, AnswerForm, ExtendForm, PlainForm, TextForm, TransferForm
from dondoc.feedback.models import Report
from dondoc.feedback.queries.public import services_of
from dondoc.feedback.rules.stages import MOVES, Stage
from dondoc.toolkit.errors import BadInput
from dondoc.units.access import Scope


class Act(Protocol):
    def __call__(self, report: Report, *, form: Any, by: User, at: datetime, scope: Scope) -> object: ...


@dataclass(frozen=True, slots=True)
class Verb:
    """`move` names the row of the table of stages; the first verb that is possible is the main one of the page."""

    slug: str
    move: str
    label: str
    title: str
    done: str
    may: Callable[[Scope, Report], bool]
    form: Callable[..., Any]
    act: Act
    field: str = "text"

    def is_possible(self, scope: Scope, report: Report) -> bool:
        return Stage(report.stage) in MOVES[self.move][0] and self.may(scope, report)

    def form_for(self, report: Report, scope: Scope, data: QueryDict | None = None) -> Any:
        return self.form(report, scope, data=data, prefix=self.slug, initial={"version": report.version})


def _with(kind: type[Any]) -> Callable[..., Any]:
    return lambda report, scope, **more: kind(**more)  # noqa: ARG005 - every maker of a form is called alike


def _acknowledge_form(report: Report, scope: Scope, **more: Any) -> AcknowledgeForm:
    proposed = report.service.agency if report.service and report.service.agency else None
    initial = more.pop("initial")
    initial |= {"agency": proposed.code if proposed else "", "is_private": report.is_private}
    initial |= {"service": report.service.code if report.service else ""}
    services = services_of(report.unit, scope.on)
    return AcknowledgeForm(agencies=access.takers_of(report), services=services, initial=initial, **more)


def _transfer_form(report: Report, scope: Scope, **more: Any) -> TransferForm:
    return TransferForm(agencies=access.takers_of(report).exclude(pk=report.agency_id or 0), **more)


def _acknowledge(report: Report, *, form: AcknowledgeForm, by: User, at: datetime, scope: Scope) -> object:
    given = form.cleaned_data
    return dispatching.acknowledge_report(
        report,
        agency=form.agencies[given["agency"]],
        service=form.services.get(given["service"]),
        is_private=given["is_private"],
        by=by,
        at=at,
    )


def _transfer(report: Report, *, form: TransferForm, by: User, at: datetime, scope: Scope) -> object:
    to = form.agencies[form.cleaned_data["agency"]]
    return dispatching.transfer_report(report, to=to, reason=form.cleaned_data["reason"], by=by, at=at)


def _ask(report: Report, *, form: Any, by: User, at: datetime, scope: Scope) -> object:
    return dispatching.ask_writer(report, question=form.cleaned_data["text"], by=by, at=at)


def _resume(report: Report, *, form: Any, by: User, at: datetime, scope: Scope) -> object:
    return dispatching.resume_report(report, by=by, at=at, text=form.cleaned_data["text"])


def _extend(report: Report, *, form: Any, by: User, at: datetime, scope: Scope) -> object:
    given = form.cleaned_data
    dispatching.extend_report(report, number=given["number"], reason=given["text"], by=by, at=at)
    return None


def _submit(report: Report, *, form: Any, by: User, at: datetime, scope: Scope) -> object:
    given = form.cleaned_data
    return answering.submit_answer(report, text=given["text"], outcome=given["outcome"], by=by, at=at)


def _return(report: Report, *, form: Any, by: User, at: datetime, scope: Scope) -> object:
    return answering.return_answer(report, reason=form.cleaned_data["text"], by=by, at=at)


def _approve(report: Report, *, form: Any, by: User, at: datetime, scope: Scope) -> object:
    return answering.approve_answer(report, by=by, at=at)


def _reopen(report: Report, *, form: Any, by: User, at: datetime, scope: Scope) -> object:
    return answering.reopen_report(report, text=form.cleaned_data["text"], by=by, at=at)


def _may_pass_on(scope: Scope, report: Report) -> bool:
    return access.may_answer(scope, report) or access.may_dispatch(scope, report)


VERBS = {
    verb.slug: verb
    for verb in (
        Verb(
            "tiep-nhan", "acknowledge", "Tiếp nhận, giao", "Tiếp nhận và giao cơ quan trả lời", "Đã tiếp nhận.",
            access.may_dispatch, _acknowledge_form, _acknowledge, "agency",
        ),
        Verb(
            "tra-loi", "submit", "Trình trả lời", "Trả lời", "Đã trình lãnh đạo duyệt.", access.may_answer,
            _with(AnswerForm), _submit,
        ),
        Verb(
            "duyet", "approve", "Duyệt, gửi trả lời", "Duyệt trả lời này", "Đã duyệt, người gửi đọc được ngay.",
            access.may_approve, _with(PlainForm), _approve, "version",
        ),
        Verb(
            "tra-lai", "return", "Trả lại dự thảo", "Trả lại để sửa", "Đã trả lại.", access.may_approve,
            _with(TextForm), _return,
        ),
        Verb(
            "hoi-lai", "ask", "Hỏi lại người gửi", "Hỏi lại người gửi, thời hạn tạm dừng",
            "Đã hỏi, thời hạn tạm dừng.", access.may_answer, _with(TextForm), _ask,
        ),
        Verb(
            "tinh-tiep", "resume", "Tính tiếp thời hạn", "Không cần chờ nữa", "Thời hạn tính tiếp.",
            access.may_answer, _with(TextForm), _resume,
        ),
        Verb(
            "chuyen", "transfer", "Chuyển cơ quan khác", "Chuyển cơ quan đúng thẩm quyền", "Đã chuyển.",
            _may_pass_on, _transfer_form, _transfer, "reason",
        ),
        Verb(
            "gia-han", "extend", "Gia hạn", "Gia hạn một lần", "Đã gia hạn.", access.may_approve, _with(ExtendForm),
            _extend, "number",
        ),
        Verb(
            "mo-lai", "reopen", "Mở lại", "Mở lại theo yêu cầu của người gửi", "Đã mở lại.", access.may_dispatch,
            _with(TextForm), _reopen,
        ),
    )
}  # fmt: skip


def carry_out(verb: Verb, report: Report, form: Any, *, by: User, at: datetime, scope: Scope) -> None:
    """Under the version that the person saw."""
    report.version = form.cleaned_data["version"]
    if not verb.is_possible(scope, report):
        raise BadInput("report-stage", "Bước này không còn làm được. Tải lại trang.")
    verb.act(report, form=form, by=by, at=at, scope=scope)
