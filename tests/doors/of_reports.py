"""Addresses of reports. Lan writes the report of An Lạc, Minh leads it: both are of the agency; Tùng's commune is
another."""

from datetime import UTC, datetime
from typing import Any

from dondoc.duties.actions.duty import Party
from dondoc.duties.actions.reporting import RuleSpec, open_standing
from dondoc.duties.rules.reporting import Timing
from doors.rows import Row, signed_in
from makers import make_attachment
from makers.reports import make_report, make_reporting, owed_report
from people import Cast

AT = datetime(2026, 3, 5, 2, tzinfo=UTC)


def _of_report(cast: Cast) -> list[Any]:
    return [make_report(make_reporting(cast).an_lac, by=cast.lan, at=AT).code]


def _of_owed(cast: Cast) -> list[Any]:
    return [owed_report(make_reporting(cast).an_lac).code]


def _of_file(cast: Cast) -> list[Any]:
    """A file that is no form of this report: nobody reads it here."""
    return [*_of_report(cast), make_attachment().code]


def _of_regime(cast: Cast) -> list[Any]:
    """A regime of An Lạc alone."""
    ward = make_reporting(cast).an_lac
    spec = RuleSpec("year", Timing(), (Party("execute", agency=ward),))
    return [open_standing(ward.unit, title="Tiếp dân", specs=[spec], by=cast.lan, at=AT, on=AT.date()).code]


ROWS = {
    "reports": signed_in(),
    "reports-received": signed_in(),
    "reports-missing": signed_in(),
    "reports-missing-sheet": signed_in(),
    "report-begin": Row((302, 404, 200, 200), args=_of_owed),
    "report": Row((302, 404, 200, 200), args=_of_report),
    "report-sheet": Row((302, 404, 200, 200), args=_of_report),
    "report-upload": Row((302, 404, 422, 422), "post", args=_of_report),
    "report-trial": Row((302, 404, 404, 404), args=_of_file),
    "report-faults": Row((302, 404, 404, 404), args=_of_file),
    "report-approve": Row((302, 404, 200, 404), args=_of_report),
    "report-return": Row((302, 404, 404, 404), args=_of_report),
    "report-step": Row((302, 404, 404, 404), "post", args=lambda cast: [*_of_report(cast), "khong-co"]),
    "regimes": signed_in(),
    "regime-open": Row((302, 404, 404, 404)),
    "regime": Row((302, 404, 200, 200), args=_of_regime),
    "rule-edit": Row((302, 404, 200, 404), args=lambda cast: [*_of_regime(cast), 0]),
    "regime-end": Row((302, 404, 302, 404), "post", args=_of_regime),
}
