"""Reports as officers see them: the inbox with its clocks, late first; one report with all that belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.http import QueryDict
from django.utils.translation import gettext as _

from dondoc.duties.rules.lateness import Days, days_left
from dondoc.feedback.access import DOING, agencies_as, knows_writer
from dondoc.feedback.models import Answer, Contact, Photo, Report, Step, Term
from dondoc.feedback.queries.terms import day_of
from dondoc.feedback.rules.searching import wanted
from dondoc.feedback.rules.stages import CHANNELS, KINDS, OPEN, OUTCOMES, STAGES, Channel, Kind, Outcome, Stage
from dondoc.schedule.queries import current_calendar
from dondoc.toolkit.sayings import Saying
from dondoc.units.access import Scope
from dondoc.units.models import Role
from dondoc.web import formats

VERBS = {
    "received": "Nhận",
    "acknowledged": "Tiếp nhận, giao",
    "transferred": "Chuyển",
    "asked": "Hỏi lại người gửi",
    "replied": "Người gửi bổ sung",
    "resumed": "Tính tiếp thời hạn",
    "extended": "Gia hạn",
    "moved": "Hạn thay đổi theo lịch làm việc",
    "submitted": "Trình trả lời",
    "returned": "Trả lại dự thảo trả lời",
    "answered": "Duyệt, gửi trả lời",
    "published": "Công bố",
    "taken-back": "Thu hồi công bố",
    "confirmed": "Người gửi xác nhận đã giải quyết",
    "denied": "Người gửi cho biết chưa giải quyết",
    "reopened": "Người gửi đề nghị xem lại",
    "escalated": "Báo lãnh đạo: sắp hết hạn",
    "private": "Chuyển riêng tư",
    "open": "Bỏ riêng tư",
    "alike": "Gắn với phản ánh trùng",
}
TABS = (
    ("can-lam", "Cần tôi làm"),
    ("tiep-nhan", "Chờ tiếp nhận"),
    ("giai-quyet", "Đang giải quyết"),
    ("cho-bo-sung", "Chờ người gửi"),
    ("cho-duyet", "Chờ duyệt"),
    ("da-tra-loi", "Đã trả lời"),
    ("tat-ca", "Tất cả"),
)
_STAGE_OF = {
    "tiep-nhan": Stage.RECEIVED,
    "giai-quyet": Stage.ASSIGNED,
    "cho-bo-sung": Stage.WAITING,
    "cho-duyet": Stage.SUBMITTED,
    "da-tra-loi": Stage.ANSWERED,
}


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A line of the inbox. `left` are working days to the due day (negative: past); None where no term runs."""

    code: str
    text: str
    kind: str
    channel: str
    subject: str
    where: str
    agency: str
    stage: str
    stage_words: str
    outcome: str
    received_at: datetime
    due_at: datetime | None
    left: int | None
    is_late: bool
    ends_on_day_off: bool
    is_private: bool
    flags: tuple[str, ...]

    @property
    def term(self) -> str:
        """Time in words. A term of hours may be over on its own day, or end on a day off with no working day before."""
        if self.is_late and self.left == 0:
            return _("quá hạn hôm nay")
        if self.left == 0 and self.ends_on_day_off:
            return _("hết hạn trong ngày nghỉ")
        return formats.term(self.left) if self.left is not None else ""

    @property
    def tone(self) -> str:
        return (
            "bad"
            if self.is_late
            else {"answered": "good", "submitted": "warn", "waiting": "warn"}.get(self.stage, "calm")
        )


def with_due(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The end of the term that runs, asked along with the row."""
    running = Term.objects.filter(flow="report", case_code=OuterRef("code"), met_at=None, dropped_at=None)
    annotated: QuerySet[Any] = rows.annotate(due=Subquery(running.order_by("-pk").values("due_at")[:1]))
    return annotated


def narrowed(rows: QuerySet[Any], query: QueryDict, scope: Scope, now: datetime) -> QuerySet[Any]:
    """By tab, words without marks, channel, lateness; the late first, then by due moment."""
    tab = query.get("buoc", "can-lam")
    if tab in _STAGE_OF:
        rows = rows.filter(stage=_STAGE_OF[tab])
    elif tab != "tat-ca":
        rows = rows.filter(to_do(scope))
    for word in wanted(query.get("tim", "")):
        rows = rows.filter(Q(search__contains=word) | Q(code=word.strip()))
    if query.get("kenh") in set(Channel):
        rows = rows.filter(channel=query["kenh"])
    rows = with_due(rows)
    if "qua-han" in query:
        rows = rows.filter(due__lt=now)
    return rows.order_by(F("due").asc(nulls_last=True), "-received_at", "pk")


def to_do(scope: Scope) -> Q:
    """What waits for this person: to acknowledge, to answer, to approve."""
    doing, deciding = agencies_as(scope, DOING), agencies_as(scope, (Role.HEAD, Role.COMMITTEE))
    mine = Q(stage=Stage.RECEIVED, dispatcher__in=doing) | Q(stage=Stage.ASSIGNED, agency__in=doing)
    return mine | Q(Q(dispatcher__in=deciding) | Q(agency__in=deciding), stage=Stage.SUBMITTED)


def inbox_rows(rows: Iterable[Report], now: datetime) -> list[InboxRow]:
    """Rows that carry `due` and their relations; no query."""
    days, today = Days(current_calendar()), day_of(now)

    def left(due: datetime | None) -> int | None:
        return None if due is None else days_left(day_of(due), today, days)

    return [_row(one, getattr(one, "due", None), left(getattr(one, "due", None)), now) for one in rows]


def _row(one: Report, due: datetime | None, left: int | None, now: datetime) -> InboxRow:
    return InboxRow(
        code=one.code,
        text=one.text,
        kind=KINDS[Kind(one.kind)],
        channel=CHANNELS[Channel(one.channel)],
        subject=one.service.name if one.service else "",
        where=f"{one.settlement.kind} {one.settlement.name}" if one.settlement else one.place,
        agency=(one.agency or one.dispatcher).name,
        stage=one.stage,
        stage_words=STAGES[Stage(one.stage)],
        outcome=OUTCOMES[Outcome(one.outcome)] if one.outcome and one.stage == Stage.ANSWERED else "",
        received_at=one.received_at,
        due_at=due,
        left=left,
        is_late=due is not None and now > due,
        ends_on_day_off=due is not None and day_of(due) > day_of(now) and left == 0,
        is_private=one.is_private,
        flags=tuple(one.flags),
    )


def related(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.select_related("service", "settlement", "agency", "dispatcher", "unit")


def counts(rows: QuerySet[Report], scope: Scope, now: datetime) -> list[tuple[str, str, str]]:
    """The figures on top of the inbox, each with its list. Four queries."""
    running = with_due(rows.filter(stage__in=[stage.value for stage in OPEN]))
    return [
        (str(running.filter(due__lt=now).count()), _("quá hạn"), "?buoc=tat-ca&qua-han=1"),
        (str(rows.filter(to_do(scope)).count()), _("cần tôi làm"), "?buoc=can-lam"),
        (str(rows.filter(stage=Stage.RECEIVED).count()), _("chờ tiếp nhận"), "?buoc=tiep-nhan"),
        (str(rows.filter(stage=Stage.SUBMITTED).count()), _("chờ duyệt"), "?buoc=cho-duyet"),
    ]


@dataclass(frozen=True, slots=True)
class TraceRow:
    at: datetime
    title: Saying
    text: str
    who: str
    is_public: bool


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report with what belongs to it. `contact` is None for whoever does not work on it."""

    row: InboxRow
    trace: list[TraceRow]
    terms: list[Term]
    photos: list[Photo]
    answers: list[Answer]
    contact: Contact | None


def report_page(report: Report, scope: Scope, now: datetime) -> ReportPage:
    """Six queries."""
    fresh = with_due(related(Report.objects.filter(pk=report.pk))).get()
    steps = report.steps.select_related("by", "agency").order_by("at", "pk")
    contact = Contact.objects.filter(report=report, erased_at=None).first() if knows_writer(scope, report) else None
    return ReportPage(
        row=inbox_rows([fresh], now)[0],
        trace=[
            TraceRow(
                one.at,
                _step_words(one),
                one.text,
                one.by.full_name if one.by else "",
                one.is_public,
            )
            for one in steps
        ],
        terms=list(
            Term.objects.filter(flow="report", case_code=report.code)
            .select_related("agency", "obligation")
            .order_by("pk")
        ),
        photos=list(report.photos.select_related("attachment__file").order_by("number")),
        answers=list(report.answers.select_related("drafted_by", "decided_by").order_by("pk")),
        contact=contact,
    )


def _step_words(one: Step) -> Saying:
    """ "Tiếp nhận, giao Phòng Kinh tế": the verb is ours, the name is the office's."""
    what = Saying(VERBS.get(one.verb, one.verb))
    return Saying("{what} {agency}", what=what, agency=one.agency.name) if one.agency else what
