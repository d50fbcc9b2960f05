"""One's own work as the page shows it: mine, then what is nobody's, then what others of the agency do."""

from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.duties.queries import ObligationRow
from dondoc.plans.models import Plan

MINE, NOBODYS, OTHERS = "Việc giao cho tôi", "Việc của cơ quan, chưa giao ai", "Việc đã giao người khác trong cơ quan"


@dataclass(frozen=True, slots=True)
class WorkGroup:
    title: str
    rows: list[ObligationRow]


def grouped(rows: Sequence[ObligationRow]) -> list[WorkGroup]:
    """The rows in their three groups, empty ones left out."""
    mine = [row for row in rows if row.is_mine]
    nobodys = [row for row in rows if not row.is_mine and not row.assigned_to]
    others = [row for row in rows if not row.is_mine and row.assigned_to]
    groups = (WorkGroup(MINE, mine), WorkGroup(NOBODYS, nobodys), WorkGroup(OTHERS, others))
    return [group for group in groups if group.rows]


def plan_names(codes: set[str]) -> dict[str, str]:
    """Short names of plans: "128/KH-UBND", or the beginning of the title of one without a number."""
    rows = Plan.objects.filter(code__in=codes - {""}).values_list("code", "number", "symbol", "title")
    return {code: f"{number}/{symbol}" if number else title[:60] for code, number, symbol, title in rows}
