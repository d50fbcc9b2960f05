"""Results as files, with a description of what each column means."""

import csv
from collections.abc import Iterator
from io import StringIO

from django.http import HttpResponse
from django.utils.translation import gettext as _

from dondoc.records.serving import download
from dondoc.scores.queries.downloads import DESCRIPTION, HEADS, lines
from dondoc.scores.views.asking import country_years, store_now
from dondoc.web.doors import door
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE, write_sheet


@door("GET")
def results_xlsx(request: Request) -> HttpResponse:
    """One year, or all: a row for each figure."""
    return download(write_sheet(_("Kết quả PAPI"), HEADS, _lines(request)), MEDIA_TYPE, f"papi-{_told(request)}.xlsx")


@door("GET")
def results_csv(request: Request) -> HttpResponse:
    return download(_as_csv([HEADS, *_lines(request)]), "text/csv; charset=utf-8", f"papi-{_told(request)}.csv")


@door("GET")
def description_csv(request: Request) -> HttpResponse:
    """What each column means, in which unit, with its source."""
    return download(_as_csv(DESCRIPTION), "text/csv; charset=utf-8", "papi-mo-ta-so-lieu.csv")


def _lines(request: Request) -> Iterator[tuple[object, ...]]:
    store = store_now()
    years = country_years(store)
    asked = request.GET.get("nam", "")
    chosen = [int(asked)] if asked.isdecimal() and int(asked) in years else sorted(years)
    return lines(store, chosen, place=request.GET.get("tinh", ""))


def _told(request: Request) -> str:
    asked = "-".join(request.GET.get(name, "") for name in ("nam", "tinh"))
    return "".join(letter for letter in asked if letter.isalnum() or letter in "-.").strip("-") or "tat-ca"


def _as_csv(rows: object) -> bytes:
    """With the mark by which spreadsheets know UTF-8."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)  # type: ignore[arg-type]
    return out.getvalue().encode("utf-8-sig")
