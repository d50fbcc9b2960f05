"""A consolidation that was read: of the first quarter, with one accepted report."""

from datetime import UTC, datetime

from dondoc.records.worker import drain
from dondoc.reports.actions.consolidation import open_consolidation
from dondoc.reports.actions.sending import accept_report
from dondoc.reports.models import Consolidation
from makers.reports import Reporting, fill_all, make_report, send
from people import Cast

AT = datetime(2026, 3, 9, 2, tzinfo=UTC)


def make_consolidation(
    setting: Reporting, cast: Cast, *, at: datetime = AT, text: str = "Đã làm trong kỳ."
) -> Consolidation:
    """Lan's report is written, led by Minh, accepted by Hà; the other commune said nothing yet."""
    report = make_report(setting.an_lac, by=cast.lan, at=at)
    fill_all(report, by=cast.lan, at=at, text=text)
    accept_report(send(report, by=cast.lan, head=cast.minh, at=at), by=cast.ha, at=at)
    made = open_consolidation(setting.home_affairs, report.period, by=cast.ha, at=at)
    drain()
    return Consolidation.objects.select_related("agency__unit", "period__regime").get(pk=made.pk)
