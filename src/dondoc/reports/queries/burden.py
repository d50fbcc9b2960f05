"""How much each agency is asked for in a year: reports, things owed, fields to fill in; and what of it twice."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from dondoc.duties.models import Duty, Obligation
from dondoc.duties.rules.aims import asked_of
from dondoc.reports.rules.burden import Asked, Twin, twins
from dondoc.units.models import Agency

REPORT = "report"


@dataclass(frozen=True, slots=True)
class BurdenRow:
    """`fields` are those of the sheets: an answer, a text, a proof for each thing owed, and its numbers."""

    agency: str
    unit: str
    reports: int
    tasks: int
    times: int
    fields: int
    twins: tuple[Twin, ...]


def burden_rows(rows: QuerySet[Obligation], year: int) -> list[BurdenRow]:
    """Of the obligations that may be seen, those due or opened in a year. Three queries, whatever their number."""
    counted = list(
        rows.filter(Q(due_on__year=year) | Q(due_on=None, opens_on__year=year), is_history=False)
        .order_by()
        .values_list("held_by_id", "duty_id")
        .annotate(n=Count("pk"))
    )
    duties = _asked(duty for _, duty, _ in counted)
    by_agency: dict[int, list[tuple[Asked, int]]] = defaultdict(list)
    for holder, duty, times in counted:
        by_agency[holder].append((duties[duty], times))
    agencies = Agency.objects.select_related("unit").in_bulk(list(by_agency))
    found = [_row(agencies[key], told) for key, told in by_agency.items()]
    return sorted(found, key=lambda row: (-row.fields, row.agency, row.unit))


def _row(agency: Agency, told: Sequence[tuple[Asked, int]]) -> BurdenRow:
    tasks = [(asked, times) for asked, times in told if not asked.is_report]
    return BurdenRow(
        agency.name,
        agency.unit.full_name,
        sum(times for asked, times in told if asked.is_report),
        len(tasks),
        sum(times for _, times in tasks),
        sum(asked.fields * times for asked, times in tasks),
        twins([asked for asked, _ in tasks]),
    )


def _asked(duty_ids: Iterable[int]) -> dict[int, Asked]:
    rows = Duty.objects.filter(pk__in=set(duty_ids)).only(
        "code", "title", "plan_code", "source_kind", "component", "targets", "products"
    )
    return {
        duty.pk: Asked(
            duty.code,
            duty.title,
            duty.plan_code,
            duty.component,
            3 + sum(2 if one.kind == "share" else 1 for one in asked_of(duty.targets)),
            duty.source_kind == REPORT,
        )
        for duty in rows
    }
