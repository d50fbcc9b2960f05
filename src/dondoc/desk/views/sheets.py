"""Answers that are workbooks."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse

from dondoc.duties.queries import ObligationRow
from dondoc.web.sheets import MEDIA_TYPE, write_sheet

# The columns in which a list goes out and in which it can be brought back: the code says which row is which.
COLUMNS = (
    "Mã việc", "Kế hoạch", "Trục", "Nội dung thành phần", "Nhiệm vụ", "Kỳ", "Cơ quan", "Đơn vị", "Vai trò", "Người làm",
    "Hạn", "Trạng thái", "Còn (ngày làm việc)", "Tự khai", "Được đề nghị", "Mã cơ quan",
)  # fmt: skip
PARTS = {"lead": "chủ trì", "execute": "thực hiện", "coordinate": "phối hợp", "supervise": "theo dõi, giám sát"}


def obligations_as_sheet(rows: Iterable[ObligationRow], *, name: str) -> HttpResponse:
    return sheet(name, COLUMNS, (_cells(row) for row in rows))


def sheet(name: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    response = HttpResponse(write_sheet(name, heads, rows), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def _cells(row: ObligationRow) -> tuple[Any, ...]:
    return (
        row.code, row.plan_code, row.section, row.component, row.title, row.label, row.agency, row.unit,
        PARTS.get(row.part, row.part), row.assigned_to, row.due_on, row.standing.words, row.standing.left,
        "x" if row.is_claimed else "", "x" if row.is_requested else "",
        row.agency_code,
    )  # fmt: skip
