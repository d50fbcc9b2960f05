"""What the demo shows of consolidation: the half-year's, issued; the third quarter's, under way, reports missing."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.desk.demo.story import Story
from dondoc.duties.models import Obligation, Period
from dondoc.reports.actions.consolidating import build
from dondoc.reports.actions.consolidation import add_passage, approve, edit_passages, open_consolidation, submit
from dondoc.reports.actions.drafting import open_report
from dondoc.reports.actions.filling import Typed, save_sheet
from dondoc.reports.actions.issuing import issue
from dondoc.reports.actions.sending import Signature, accept_report, approve_report, send_report, submit_report
from dondoc.reports.models import Consolidation, PassageKind, Report
from dondoc.reports.rules.answers import Entry
from dondoc.toolkit.text import fold
from dondoc.units.models import Agency

ENOUGH = 6  # so many accepted reports show what a consolidation is; where fewer came, more are written
DIFFICULTIES = (
    "Một số thôn chưa có máy tính để hướng dẫn người dân nộp hồ sơ trực tuyến",
    "Một số thôn chưa có máy tính để hướng dẫn người dân nộp hồ sơ trực tuyến.\n- Đường truyền ở thôn xa trung tâm yếu",
    "Công chức phụ trách kiêm nhiệm nhiều việc nên báo cáo còn chậm",
    "Đường truyền internet ở các thôn xa trung tâm còn yếu",
)
PROPOSALS = (
    "Đề nghị Sở Khoa học và Công nghệ bổ sung điểm truy nhập tại nhà văn hóa thôn",
    "Đề nghị tổ chức tập huấn cho công chức mới về công khai, niêm yết",
)


def live(story: Story) -> None:
    half, quarter = (_period(story, key) for key in ("2026-H1", "2026-Q3"))
    if half is None or quarter is None:
        return
    ha = story.people["ha.lt"]
    home_affairs = story.agencies["", "t-noi-vu"]
    for number, period in enumerate((half, quarter)):
        _write_reports(story, period, number)
    issued = _consolidated(home_affairs, half, ha, _after(half, 4))
    _edit(issued, ha, _after(half, 5))
    submit(issued, by=ha, at=_after(half, 6))
    signed = _after(half, 7)
    approve(
        issued,
        number="118",
        symbol="SNV",
        signed_on=signed.date(),
        signer="Đặng Văn Hòa",
        position="Giám đốc",
        by=story.people["hoa.dv"],
        at=signed,
    )
    issue(issued, by=ha, at=signed)
    _consolidated(home_affairs, quarter, ha, _after(quarter, 5))


def _period(story: Story, key: str) -> Period | None:
    periods = Period.objects.filter(regime__source_code=story.this.code, key=key, covered_by="")
    return periods.select_related("rule", "regime").first()


def _after(period: Period, days: int) -> datetime:
    return timezone.make_aware(datetime.combine(period.due_on + timedelta(days), time(9)))


def _write_reports(story: Story, period: Period, turn: int) -> None:
    """Of communes, until there is enough to show; the slow ones did not report."""
    taken = Report.objects.filter(period=period, state__in=["accepted", "locked"]).count()
    rows = Obligation.objects.filter(
        duty__source_kind="report",
        duty__source_code=period.rule.code,
        occurrence=period.key,
        held_by__kind="ubnd",
        report=None,
    )
    slow = ("Hòa Bình", "Mường Lạn", "Nậm Pung", "An Lạc") if turn else ("Hòa Bình",)
    owed = rows.exclude(unit__name__in=slow).select_related("duty", "held_by__unit").order_by("unit__search")
    for number, one in enumerate(owed[: max(0, ENOUGH + 2 - taken)]):
        _report(story, one, number, _after(period, -1))


def _report(story: Story, one: Obligation, number: int, at: datetime) -> None:
    writer, name = _officer(story, one.held_by), one.held_by.unit.full_name
    report = open_report(one, by=writer, at=at)
    typed = {
        row.obligation.code: Typed(Entry("not-yet", reason="Đang thực hiện, hoàn thành trong tháng sau."))
        for row in report.rows.filter(is_kept=False).select_related("obligation")
    }
    words = {
        "general:0": (f"Nhìn chung {name} thực hiện đúng tiến độ kế hoạch của tỉnh.", ""),
        "difficulty:0": (f"- {DIFFICULTIES[number % 4]}", ""),
        "proposal:0": (PROPOSALS[number % 2], ""),
        "next:0": ("Tiếp tục niêm yết, công khai đúng hạn; trả lời hết kiến nghị của người dân.", ""),
    }
    save_sheet(report, rows=typed, passages=words, by=writer, at=at)
    submit_report(report, by=writer, at=at)
    signature = Signature(str(40 + number), "BC-UBND", at.date(), f"Chủ tịch UBND {name}", "Chủ tịch")
    approve_report(report, signature=signature, by=writer, at=at)
    send_report(report, by=writer, at=at)
    accept_report(report, by=story.people["ha.lt"], at=at + timedelta(days=1))


def _officer(story: Story, agency: Agency) -> User:
    name = agency.unit.name
    known = {"An Lạc": "lan.nt", "Hòa Bình": "tung.ds"}
    return story.people[known.get(name, f"vp.{fold(name).replace(' ', '')}")]


def _consolidated(agency: Agency, period: Period, by: User, at: datetime) -> Consolidation:
    made = open_consolidation(agency, period, by=by, at=at)
    build(made, at=at)
    return Consolidation.objects.select_related("agency__unit", "period__regime").get(pk=made.pk)


def _edit(made: Consolidation, by: User, at: datetime) -> None:
    first = made.passages.filter(kind=PassageKind.DIFFICULTY).order_by("position").first()
    if first is not None:
        text = "Nhiều thôn chưa có máy tính để hướng dẫn người dân nộp hồ sơ trực tuyến."
        edit_passages(made, texts={first.code: text}, used={first.code}, by=by, at=at)
    text = "Các cơ quan, đơn vị đã triển khai Kế hoạch nghiêm túc; việc công khai, niêm yết đi vào nền nếp."
    add_passage(made, kind=PassageKind.GENERAL, section=0, text=text, by=by, at=at)
