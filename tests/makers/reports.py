"""A province whose communes report: a plan's regime with quarterly rules, tasks of two quarters, and their reports."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from dondoc.accounts.models import User
from dondoc.duties.actions.duty import Party
from dondoc.duties.actions.evidence import Proof
from dondoc.duties.actions.expansion import expand_source
from dondoc.duties.actions.regime import create_regime
from dondoc.duties.actions.reporting import RuleSpec, open_rules
from dondoc.duties.models import Obligation, Regime
from dondoc.duties.rules.reporting import Timing
from dondoc.reports.actions.drafting import open_report
from dondoc.reports.actions.filling import Typed, prove_rows, save_sheet
from dondoc.reports.actions.sending import Signature, approve_report, send_report, submit_report
from dondoc.reports.models import Report
from dondoc.reports.rules.answers import Entry
from dondoc.units.models import Agency
from makers import make_agency, make_duty, make_group, make_member, make_unit
from people import Cast

ISSUED = datetime(2026, 1, 5, 2, tzinfo=UTC)
SHARE = {"text": "100 %", "parts": [{"op": ">=", "value": 90, "unit": "%", "scope": "kiến nghị"}]}


@dataclass(frozen=True, slots=True)
class Reporting:
    """Lan writes for An Lạc, Khang leads it; Tùng writes for Hòa Bình; Hà takes the reports in."""

    regime: Regime
    home_affairs: Agency
    an_lac: Agency
    hoa_binh: Agency


def make_reporting(cast: Cast, *, tasks: int = 3, at: datetime = ISSUED, targets: list[Any] | None = None) -> Reporting:
    """Rules by quarter, half-year, year before the 10th; `tasks` continuous duties of every commune."""
    province = make_unit("Minh Sơn")
    an_lac = make_agency(make_unit("An Lạc", level="commune", kind="phường", parent=province))
    hoa_binh = make_agency(make_unit("Hòa Bình", level="commune", parent=province))
    committee = make_agency(province)
    home_affairs = make_agency(province, "Sở Nội vụ", kind="t-noi-vu")
    make_member(cast.lan, an_lac, "officer")
    make_member(cast.minh, an_lac, "head", position="Chủ tịch UBND phường")
    make_member(cast.tung, hoa_binh, "officer")
    make_member(cast.ha, home_affairs, "focal")
    communes = make_group(province)
    due = {"before": True, "day": 10}
    rules = [{"cycle": cycle, "due": due} for cycle in ("quarterly", "6-month", "annual")]
    regime = create_regime(province, source=("plan", "kh1"), rules=rules, title="PAPI 2026", by=None, at=at)
    for number in range(tasks):
        make_duty(
            province,
            [("execute", communes)],
            task=f"T{number}",
            title=f"Nhiệm vụ thường xuyên {number + 1}",
            schedule={"kind": "continuous", "text": "Thường xuyên", "normalised": {"continuous": True}},
            regime=regime,
            section=1 + number % 8,
            targets=targets or [],
            issued_on=date(2026, 1, 5),
            at=at,
        )
    owners = (Party("execute", group=communes),)
    specs = [
        RuleSpec(cycle, Timing(due=due), owners, to=committee, via=home_affairs, who_printed="UBND các xã, phường")
        for cycle in ("quarter", "half-year", "year")
    ]
    open_rules(regime, specs=specs, issued_on=date(2026, 1, 5), year=2026, by=None, at=at, plan_code="kh1")
    expand_source("plan", "kh1", by=None, at=at, year=2026)
    return Reporting(regime, home_affairs, an_lac, hoa_binh)


def owed_report(agency: Agency, key: str = "2026-Q1") -> Obligation:
    """The obligation of a report: of the first quarter unless said otherwise."""
    rows = Obligation.objects.filter(duty__source_kind="report", held_by=agency, occurrence=key)
    return rows.select_related("duty", "held_by").get()


def make_report(agency: Agency, *, by: User, key: str = "2026-Q1", at: datetime = ISSUED) -> Report:
    return open_report(owed_report(agency, key), by=by, at=at)


def fill_all(report: Report, *, by: User, at: datetime, text: str = "Đã làm trong kỳ.") -> None:
    """Every open row done, with one proof for all."""
    rows = report.rows.filter(is_kept=False).select_related("obligation")
    typed = {row.obligation.code: Typed(Entry("done", f"{text} {row.position}")) for row in rows}
    save_sheet(report, rows=typed, passages={"general:0": (f"Chung: {text}", "")}, by=by, at=at)
    proof = Proof(title="Báo cáo kết quả", number="45/BC-UBND", dated_on=at.date())
    prove_rows(report, codes=list(typed), proofs=[proof], by=by, at=at)


def send(report: Report, *, by: User, head: User, at: datetime, number: str = "45") -> Report:
    submit_report(report, by=by, at=at)
    signature = Signature(number, "BC-UBND", at.date(), head.full_name, "Chủ tịch")
    approve_report(report, signature=signature, by=head, at=at)
    send_report(report, by=head, at=at)
    return report
