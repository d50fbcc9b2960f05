"""How much each agency is asked for, and which of it twice."""

from typing import cast

from django.http import HttpResponse
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties.access import visible_obligations
from dondoc.records.serving import download
from dondoc.reports.queries.burden import BurdenRow, burden_rows
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE, write_book
from dondoc.web.tables import Column, read_table

COLUMNS: list[Column[BurdenRow]] = [
    Column("co-quan", "Cơ quan", lambda r: r.agency, sort="agency"),
    Column("don-vi", "Đơn vị", lambda r: r.unit, sort="unit"),
    Column("bao-cao", "Báo cáo trong năm", lambda r: r.reports, "number", sort="reports", total=True),
    Column("viec", "Nhiệm vụ", lambda r: r.tasks, "number", sort="tasks"),
    Column("lan", "Lượt phải làm", lambda r: r.times, "number", sort="times", total=True),
    Column("o", "Ô phải điền", lambda r: r.fields, "number", sort="fields", total=True),
    Column("trung", "Yêu cầu trùng", lambda r: len(r.twins), "number", sort="twins"),
]


@door("GET")
def burden(request: Request) -> HttpResponse:
    """The year's demands by agency, the heaviest first; then what is asked for twice."""
    rows, year = _rows(request)
    table = read_table(request, COLUMNS, rows, caption=_("Yêu cầu theo cơ quan"), empty=_("Năm này chưa có việc nào."))
    seen = {(twin.first.code, twin.second.code): twin for row in rows for twin in row.twins}
    counted = {key: sum(key in _keys(row) for row in rows) for key in seen}
    twins = sorted(((twin, counted[key]) for key, twin in seen.items()), key=lambda one: -one[1])
    return page(request, "reports/burden.html", {"table": table, "year": year, "twins": twins[:50]})


@door("GET")
def burden_sheet(request: Request) -> HttpResponse:
    rows, year = _rows(request)
    heads = [column.label for column in COLUMNS]
    content = write_book(
        [
            ("Yêu cầu theo cơ quan", heads, ([column.value(row) for column in COLUMNS] for row in rows)),
            (
                "Yêu cầu trùng",
                ("Cơ quan", "Đơn vị", "Yêu cầu thứ nhất", "Yêu cầu thứ hai"),
                ([row.agency, row.unit, one.first.title, one.second.title] for row in rows for one in row.twins),
            ),
        ]
    )
    return download(content, MEDIA_TYPE, f"yeu-cau-bao-cao-{year}.xlsx")


def _rows(request: Request) -> tuple[list[BurdenRow], int]:
    scope = scope_for(request)
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and 2011 <= int(asked) <= 2100 else scope.on.year
    return burden_rows(visible_obligations(cast(User, request.user), scope.on, scope=scope), year), year


def _keys(row: BurdenRow) -> set[tuple[str, str]]:
    return {(twin.first.code, twin.second.code) for twin in row.twins}
