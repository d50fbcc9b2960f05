"""Makers of feedback: a unit that takes reports, a report at each step, rows of the registers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from dondoc.accounts.models import User
from dondoc.feedback.actions.answering import approve_answer, submit_answer
from dondoc.feedback.actions.catalogue import open_intake
from dondoc.feedback.actions.dispatching import acknowledge_report
from dondoc.feedback.actions.publishing import publish_report
from dondoc.feedback.actions.receiving import Letter, Upload, receive_report
from dondoc.feedback.models import Intake, Report
from dondoc.feedback.rules.stages import Outcome
from dondoc.units.models import AdministrativeUnit, Agency
from makers import LONG_AGO, make_agency, make_member, make_unit
from people import Cast

TEXT = "Đường vào thôn Nà Chì có ổ gà sâu, xe máy ngã nhiều lần từ đầu tháng."
ANSWER = "Đã cho vá ổ gà trên đoạn đường vào thôn, xong trong tuần này."


@dataclass(frozen=True, slots=True)
class Ward:
    """A commune that takes reports: the committee dispatches (Lan), a division answers (Minh), Chi is its head, Tùng is
    of another commune, Hà inspects for the province."""

    unit: AdministrativeUnit
    committee: Agency
    division: Agency
    inspectorate: Agency
    intake: Intake


def make_ward(cast: Cast | None = None, *, at: datetime = LONG_AGO) -> Ward:
    province = make_unit("Minh Sơn")
    inspectorate = make_agency(province, "Thanh tra tỉnh", kind="t-thanh-tra")
    unit = make_unit("An Lạc", level="commune", parent=province)
    committee, division = make_agency(unit), make_agency(unit, "Phòng Kinh tế", kind="x-kinh-te")
    intake = open_intake(unit, dispatcher=committee, inspectorate=inspectorate, hotline="0219 3888 888", by=None, at=at)
    if cast is not None:
        make_member(cast.lan, committee)
        make_member(cast.minh, division)
        make_member(cast.chi, committee, "head")
        make_member(cast.ha, inspectorate, "inspector")
        other = make_agency(make_unit("Khánh Sơn", level="commune", parent=province))
        make_member(cast.tung, other, "head")
    return Ward(unit, committee, division, inspectorate, intake)


def make_report(
    ward: Ward,
    *,
    text: str = TEXT,
    at: datetime = LONG_AGO,
    key: UUID | None = None,
    photos: list[bytes] | None = None,
    channel: str = "web",
    by: User | None = None,
    received_at: datetime | None = None,
    **letter: Any,
) -> Report:
    uploads = [Upload(f"anh {number}.jpg", [content]) for number, content in enumerate(photos or [], 1)]
    report, _, _ = receive_report(
        ward.intake, letter=Letter(text, **letter), sent_key=key or uuid4(), by=by, at=at, channel=channel,
        photos=uploads,
        received_at=received_at,
    )  # fmt: skip
    return report


def make_acknowledged(ward: Ward, *, by: User, at: datetime = LONG_AGO, **more: Any) -> Report:
    report = make_report(ward, at=at, **more)
    acknowledge_report(report, agency=ward.division, by=by, at=at)
    return report


def make_answered(
    ward: Ward, *, by: User, at: datetime = LONG_AGO, outcome: str = Outcome.RESOLVED, answer: str = ANSWER, **more: Any
) -> Report:
    report = make_acknowledged(ward, by=by, at=at, **more)
    submit_answer(report, text=answer, outcome=outcome, by=by, at=at)
    approve_answer(report, by=by, at=at)
    return report


def make_published(ward: Ward, *, by: User, at: datetime = LONG_AGO, answer: str = ANSWER, **more: Any) -> Report:
    report = make_answered(ward, by=by, at=at, answer=answer, **more)
    publish_report(report, text=report.text, answer=answer, by=by, at=at)
    return report
