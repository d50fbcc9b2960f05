"""Makers of stored results."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from dondoc.accounts.models import User
from dondoc.scores.actions.notes import note_absence, note_break
from dondoc.scores.actions.storing import Figure, store_figures, store_shipped
from dondoc.scores.models import AbsenceNote, BreakNote, ScoreImport
from makers import LONG_AGO


def make_results(
    figures: dict[tuple[int, str, str], str], *, index: str = "papi", at: datetime = LONG_AGO, **more: Any
) -> ScoreImport:
    """Figures by (year, code, place), typed in."""
    rows = [Figure(year, code, place, Decimal(score)) for (year, code, place), score in figures.items()]
    return store_figures(index, rows, **{"kind": "typed", "source": "số liệu giả định", "by": None, "at": at, **more})


def make_shipped(at: datetime = LONG_AGO) -> ScoreImport:
    return store_shipped(by=None, at=at)


def make_absence(year: int, place: str, *, by: User, at: datetime = LONG_AGO) -> AbsenceNote:
    told: dict[str, Any] = {"reason": "lý do giả định", "source": "báo cáo giả định", "source_on": date(2025, 4, 15)}
    note_absence(year, place, missing=(), by=by, at=at, **told)
    return AbsenceNote.objects.get(year=year, place=place)


def make_break(year: int, code: str, *, by: User, at: datetime = LONG_AGO) -> BreakNote:
    note_break(year, code, source="báo cáo giả định", source_on=date(2026, 4, 15), by=by, at=at)
    return BreakNote.objects.get(year=year, code=code)
