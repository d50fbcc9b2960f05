"""A report as its writer reads it: the steps that are theirs to know, the term in words. Nothing of officers' names."""

from dataclasses import dataclass
from datetime import datetime

from dondoc.feedback.models import Report, Signal, Term
from dondoc.feedback.queries.codes import follow_hash
from dondoc.feedback.rules.stages import OUTCOMES, STAGES, Outcome, Stage

VERBS = {
    "received": "Đã nhận",
    "acknowledged": "Đã tiếp nhận, giao cơ quan trả lời",
    "transferred": "Chuyển cơ quan khác đúng thẩm quyền",
    "asked": "Cơ quan cần anh/chị bổ sung",
    "replied": "Anh/chị đã bổ sung",
    "resumed": "Tiếp tục giải quyết",
    "extended": "Gia hạn",
    "moved": "Hạn thay đổi theo lịch làm việc",
    "answered": "Đã trả lời",
    "published": "Đã công bố",
    "confirmed": "Anh/chị xác nhận đã được giải quyết",
    "denied": "Anh/chị cho biết chưa được giải quyết",
    "reopened": "Anh/chị đề nghị xem lại",
}


@dataclass(frozen=True, slots=True)
class StepRow:
    at: datetime
    title: str
    text: str
    agency: str


@dataclass(frozen=True, slots=True)
class Followed:
    """`why` are the sentences of the term that runs; `is_late` is read from the moment."""

    stage: str
    stage_words: str
    tone: str
    text: str
    is_private: bool
    outcome_words: str
    agency: str
    steps: list[StepRow]
    why: list[str]
    due_at: datetime | None
    is_late: bool
    confirmed: bool | None
    rating: int | None


def by_code(code: str) -> Report | None:
    """By the code that its writer has."""
    rows = Report.objects.select_related("unit__parent", "agency", "dispatcher")
    return rows.filter(follow_hash=follow_hash(code)).first()


def signal_by_code(code: str) -> Signal | None:
    return Signal.objects.select_related("unit").filter(follow_hash=follow_hash(code)).first()


def followed(report: Report, now: datetime) -> Followed:
    """Two queries."""
    steps = report.steps.filter(is_public=True).select_related("agency").order_by("at", "pk")
    term = (
        Term.objects.filter(flow="report", case_code=report.code, met_at=None, dropped_at=None).order_by("-pk").first()
    )
    is_late = bool(term and term.due_at and now > term.due_at)
    tone = {Stage.ANSWERED: "good", Stage.WAITING: "warn"}.get(Stage(report.stage), "calm")
    return Followed(
        stage=report.stage,
        stage_words=STAGES[Stage(report.stage)],
        tone="bad" if is_late else tone,
        text=report.text,
        is_private=report.is_private,
        outcome_words=OUTCOMES[Outcome(report.outcome)] if report.outcome and report.stage == Stage.ANSWERED else "",
        agency=report.agency.name if report.agency else report.dispatcher.name,
        steps=[
            StepRow(one.at, VERBS[one.verb], one.text, one.agency.name if one.agency else "")
            for one in steps
            if one.verb in VERBS
        ],
        why=list(term.explained) if term else [],
        due_at=term.due_at if term else None,
        is_late=is_late,
        confirmed=report.confirmed,
        rating=report.rating,
    )
