"""Makers of stored results."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from dondoc.scores.actions.storing import Figure, store_figures, store_shipped
from dondoc.scores.models import ScoreImport
from makers import LONG_AGO


def make_results(
    figures: dict[tuple[int, str, str], str], *, index: str = "papi", at: datetime = LONG_AGO, **more: Any
) -> ScoreImport:
    """Figures by (year, code, place), typed in."""
    rows = [Figure(year, code, place, Decimal(score)) for (year, code, place), score in figures.items()]
    return store_figures(index, rows, **{"kind": "typed", "source": "số liệu giả định", "by": None, "at": at, **more})


def make_shipped(at: datetime = LONG_AGO) -> ScoreImport:
    return store_shipped(by=None, at=at)
