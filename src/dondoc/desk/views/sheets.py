"""Answers that are workbooks. A list of obligations goes out in the columns in which it is taken in again."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse

from dondoc.duties.queries import ObligationRow
from dondoc.duties.queries.sheet import cells_of
from dondoc.duties.rules.sheet import HEADS
from dondoc.records.serving import download
from dondoc.web.sheets import MEDIA_TYPE, write_sheet


def obligations_as_sheet(rows: Iterable[ObligationRow], *, name: str) -> HttpResponse:
    return sheet(name, HEADS, (cells_of(row) for row in rows))


def sheet(name: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    return download(write_sheet(name, heads, rows), MEDIA_TYPE, f"{name}.xlsx")
