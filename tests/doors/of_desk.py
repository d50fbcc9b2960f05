"""Addresses of the desk."""

from datetime import UTC, datetime
from typing import Any

from dondoc.desk.actions.saved import save_filter
from doors.of_plans import lans_plan
from doors.rows import anyone, own, signed_in
from people import Cast


def _of_plan(cast: Cast) -> list[Any]:
    """A draft: nothing to sum up yet, for nobody. Who may is tested with the pages."""
    return [lans_plan(cast).code]


def _of_filter(cast: Cast) -> list[Any]:
    at = datetime(2026, 11, 10, tzinfo=UTC)
    kept = save_filter(cast.lan, place="my-work", name="Trục 2", query="truc=2", by=cast.lan, at=at)
    return [kept.code]


ROWS = {
    "briefing": signed_in(404),
    "demo-document": signed_in(404),
    "my-work": signed_in(),
    "my-work-sheet": signed_in(),
    "monitor": signed_in(),
    "monitor-obligations": signed_in(),
    "monitor-obligations-sheet": signed_in(),
    "monitor-late": signed_in(),
    "monitor-coverage": signed_in(),
    "monitor-coverage-sheet": signed_in(),
    "monitor-units-sheet": signed_in(),
    "components": signed_in(),
    "components-sheet": signed_in(),
    "component": signed_in(args=lambda _: ["D2_POOR"]),
    "year-end": own(404, args=_of_plan),
    "year-end-docx": own(404, args=_of_plan),
    "next-plan": own(404, args=_of_plan),
    "calendar": signed_in(),
    "calendar-address": signed_in(method="post"),
    "filter-save": signed_in(302, method="post"),
    "filter-drop": own(302, "post", args=_of_filter),
    "calendar-feed": anyone(404, args=lambda _: ["khong-co"]),
    "log": signed_in(),
    "search": signed_in(),
}
