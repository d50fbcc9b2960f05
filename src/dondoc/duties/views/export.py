"""Lists as .xlsx, of what the person may see."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.duties.access import visible_obligations
from dondoc.duties.queries.lists import ObligationRow, late_list, narrowed, rows_of
from dondoc.records.rules.names import disposition
from dondoc.toolkit.text import fold
from dondoc.units.access import scope_for
from dondoc.web.doors import door
from dondoc.web.sheets import MEDIA_TYPE, write_sheet

MOST = 20_000
HEADS = (
    "Mã việc", "Nhiệm vụ", "Kỳ", "Cơ quan", "Mã cơ quan", "Đơn vị", "Nội dung", "Tiêu chí", "Kế hoạch", "Hạn",
    "Trạng thái", "Còn lại (ngày làm việc)", "Người thực hiện", "Tự khai",
)  # fmt: skip


@door("GET")
def obligations_xlsx(request: HttpRequest) -> HttpResponse:
    """`?tre-han=1` the late ones alone, `?ke-hoach=` one plan, `?noi-dung=` one section, `?tim=` words."""
    scope, query = scope_for(request), request.GET
    rows = visible_obligations(cast(User, request.user), scope.on, scope=scope)
    section = query.get("noi-dung", "")
    rows = narrowed(
        rows,
        plan_code=query.get("ke-hoach", ""),
        query=fold(query.get("tim", "")),
        section=int(section) if section.isdecimal() and len(section) < 4 else None,
    )
    rows = late_list(rows, scope.on) if query.get("tre-han") else rows.order_by("due_on", "pk")
    content = write_sheet(_("Việc"), HEADS, (_line(row) for row in rows_of(rows[:MOST], scope.on)))
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = disposition(f"viec-{scope.on:%Y-%m-%d}.xlsx", is_inline=False)
    return response


def _line(row: ObligationRow) -> tuple[object, ...]:
    return (
        row.code, row.title, row.label, row.agency, row.agency_code, row.unit, row.section, row.component,
        row.plan_code, row.due_on, row.standing.words, row.standing.left, row.assigned_to,
        "có" if row.is_claimed else "",
    )  # fmt: skip
