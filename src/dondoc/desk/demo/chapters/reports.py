"""What the demo shows of reports: quarters taken in, one sent back, one that waits for its head, drafts, the late."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.desk.demo.story import Story
from dondoc.desk.demo.year import chance
from dondoc.duties.access import published
from dondoc.duties.models import Obligation
from dondoc.reports.actions.drafting import open_report
from dondoc.reports.actions.filling import Typed, save_sheet
from dondoc.reports.actions.sending import (
    Signature,
    accept_report,
    approve_report,
    return_report,
    send_report,
    submit_report,
)
from dondoc.reports.models import Report, ReportRow
from dondoc.reports.rules.answers import Entry

SILENT = {"Hòa Bình": ("2026-H1", "2026-Q3"), "Mường Lạn": ("2026-Q3",)}
SENT_BACK, WAITING, LATELY = "Khánh Sơn", "An Lạc", "Nậm Pung"
LAST = "2026-Q3"
_DONE = "Đã thực hiện theo kế hoạch; kết quả đã niêm yết tại trụ sở và nhà văn hóa thôn."
_GENERAL = (
    "Các nhiệm vụ thường xuyên được duy trì, việc niêm yết công khai và tiếp công dân làm đúng lịch.",
    "Phần lớn nhiệm vụ của kỳ hoàn thành; một số việc còn chờ văn bản hướng dẫn của cơ quan chủ trì.",
    "Kết quả kỳ này tốt hơn kỳ trước ở phần công khai ngân sách; phần đối thoại còn chậm.",
)
_DIFFICULT = (
    "Cán bộ phụ trách kiêm nhiều việc, hạ tầng loa truyền thanh ở hai thôn đã xuống cấp.",
    "Người dân ít xem cổng thông tin, chủ yếu nghe loa và xem bảng tin.",
    "",
)


def live(story: Story) -> None:
    """All who owe a report of a past quarter send it, some late; the year's report has just opened."""
    owed = (
        published()
        .filter(duty__source_kind="report", duty__plan_code=story.this.code)
        .select_related("duty", "held_by", "unit")
    )
    for one in owed.filter(due_on__lt=timezone.localtime(story.at).date()).order_by("due_on", "pk"):
        if one.occurrence not in SILENT.get(one.unit.name, ()):
            _past(one, story)
    for name, is_up in ((WAITING, False), ("Tân Phú", True)):
        _begin(owed.get(occurrence="2026", unit__name=name), story, is_up=is_up)


def _past(one: Obligation, story: Story) -> None:
    """Written, approved, sent and taken in about its day."""
    by, head = _writer(one, story), _head(one, story)
    at = _moment(one, story)
    report = open_report(one, by=by, at=at)
    _fill(report, by=by, at=at)
    submit_report(report, by=by, at=at)
    name = one.unit.name
    _sign(report, by=head, at=at, number=str(40 + report.pk % 300))
    send_report(report, by=head, at=at)
    if one.occurrence != LAST or name not in (SENT_BACK, WAITING, LATELY):
        accept_report(report, by=story.people["ha.lt"], at=min(at + timedelta(days=2), story.at))
        return
    if name == LATELY:
        return
    rows = report.rows.filter(is_kept=False).order_by("position")[:1]
    named = {row.obligation.code: "Biên bản chưa có chữ ký của Trưởng thôn." for row in rows}
    reason = "Thiếu số hộ dự đối thoại: bổ sung rồi gửi lại."
    return_report(report, reason=reason, rows=named, by=story.people["ha.lt"], at=at + timedelta(days=3))
    if name == WAITING:
        _mend(report, by=by, at=story.at - timedelta(hours=5))


def _mend(report: Report, *, by: User, at: datetime) -> None:
    """What came back was mended and waits for the head again."""
    _fill(report, by=by, at=at, more=" Bổ sung: 46 hộ dự đối thoại, biên bản đã ký.")
    submit_report(report, by=by, at=at)


def _begin(one: Obligation, story: Story, *, is_up: bool) -> None:
    """The year's report as a draft, half of it filled; or filled and with the head."""
    by, at = _writer(one, story), story.at - timedelta(hours=2)
    report = open_report(one, by=by, at=at)
    _fill(report, by=by, at=at, share=1.0 if is_up else 0.5)
    if is_up:
        submit_report(report, by=by, at=at)


def _fill(report: Report, *, by: User, at: datetime, share: float = 1.0, more: str = "") -> None:
    rows = list(report.rows.filter(is_kept=False).select_related("obligation").order_by("position"))
    told = rows[: max(1, int(len(rows) * share))] if rows else []
    typed = {row.obligation.code: Typed(_entry(row, more)) for row in told}
    draw = int(chance("report", report.agency.name, report.period.key) * 3)
    passages = {"general:0": (_GENERAL[draw] + more, "")}
    if share == 1.0:
        passages["difficulty:0"] = (_DIFFICULT[draw], "")
        passages["next:0"] = (
            "Tiếp tục các nhiệm vụ thường xuyên; hoàn thành việc còn chậm trong tháng đầu kỳ tới.",
            "",
        )
    save_sheet(report, rows=typed, passages=passages, by=by, at=at)


def _entry(row: ReportRow, more: str) -> Entry:
    """What is owed still is not called done by a sentence; what was sent back is told again."""
    if row.is_returned:
        return Entry("done", _DONE + more, is_claimed=True)
    return Entry("not-yet", "Đang thực hiện.", f"Chờ bố trí kinh phí, xong trong tháng tới.{more}")


def _sign(report: Report, *, by: User, at: datetime, number: str) -> None:
    is_committee = report.agency.kind == "ubnd"
    signer, position = (
        ("Vũ Đình Khang", "Chủ tịch")
        if report.agency.unit.name == WAITING
        else (f"Lãnh đạo {report.agency.unit.name}", "Chủ tịch")
        if is_committee
        else ("Lãnh đạo Sở", "Phó Giám đốc")
    )
    day = timezone.localtime(at).date()
    symbol = "BC-UBND" if is_committee else "BC"
    approve_report(report, signature=Signature(number, symbol, day, signer, position), by=by, at=at)


def _writer(one: Obligation, story: Story) -> User:
    by_unit = {"An Lạc": "lan.nt", "Hòa Bình": "tung.ds"}
    if one.held_by.kind == "ubnd":
        login = by_unit.get(one.unit.name)
        named = (user for user in story.people.values() if user.full_name == f"Cán bộ {one.unit.name}")
        return story.people[login] if login else next(named)
    return story.people["minh.tv" if one.held_by.kind == "t-tu-phap" else "ha.lt"]


def _head(one: Obligation, story: Story) -> User:
    if one.unit.name == WAITING:
        return story.people["khang.vd"]
    return story.people["tuyet.ha"] if one.held_by.kind == "t-tu-phap" else _writer(one, story)


def _moment(one: Obligation, story: Story) -> datetime:
    """Mostly a day or two before the day, some a little after it."""
    luck = chance("sent", one.held_by.name, one.unit.name, one.occurrence)
    shift = 3 if luck > 0.86 else -int(luck * 4)
    day = (one.due_on or timezone.localtime(story.at).date()) + timedelta(days=shift)
    moment = timezone.make_aware(datetime.combine(day, time(8 + int(luck * 8), int(luck * 59))))
    return min(moment, story.at - timedelta(hours=1))
