"""What the demo shows of consolidation: the half-year's, issued; the third quarter's, under way, reports missing.

The reports themselves are written by the chapter before."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.desk.demo.story import Story
from dondoc.duties.models import Period
from dondoc.reports.actions.consolidating import build
from dondoc.reports.actions.consolidation import add_passage, approve, edit_passages, open_consolidation, submit
from dondoc.reports.actions.issuing import issue
from dondoc.reports.models import Consolidation, PassageKind
from dondoc.units.models import Agency


def live(story: Story) -> None:
    half, quarter = (_period(story, key) for key in ("2026-H1", "2026-Q3"))
    if half is None or quarter is None:
        return
    ha = story.people["ha.lt"]
    home_affairs = story.agencies["", "t-noi-vu"]
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


def _consolidated(agency: Agency, period: Period, by: User, at: datetime) -> Consolidation:
    made = open_consolidation(agency, period, by=by, at=at)
    build(made, at=at)
    return Consolidation.objects.select_related("agency__unit", "period__regime").get(pk=made.pk)


def _edit(made: Consolidation, by: User, at: datetime) -> None:
    first = made.passages.filter(kind=PassageKind.DIFFICULTY).order_by("position").first()
    if first is not None:
        text = "Loa truyền thanh ở một số thôn đã xuống cấp; cán bộ phụ trách ở xã kiêm nhiều việc."
        edit_passages(made, texts={first.code: text}, used={first.code}, by=by, at=at)
    text = "Các cơ quan, đơn vị đã triển khai Kế hoạch nghiêm túc; việc công khai, niêm yết đi vào nền nếp."
    add_passage(made, kind=PassageKind.GENERAL, section=0, text=text, by=by, at=at)
