"""What the monitor shows: counts by unit and dimension, coverage of each task, progress by dimension.

Counts of the own territory come from the summary, whatever its size; who has none (a department) is counted from what
it sees: the executors of the tasks that it leads.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.utils.translation import gettext as _

from dondoc.desk.queries.filters import Filter, late
from dondoc.duties.models import Duty, Obligation
from dondoc.duties.queries import Counts, summary_by_unit_and_section
from dondoc.duties.rules.states import State
from dondoc.units.access import Scope
from dondoc.units.models import AdministrativeUnit, Level
from dondoc.web.charts import HeatCell, HeatChart, heat_level
from dondoc.web.formats import capital, said

# As officers say them: the whole names stand in the table of progress and in what a cell says.
SHORT = ("Tham gia", "Công khai", "Giải trình", "Tham nhũng", "Thủ tục", "Dịch vụ công", "Môi trường", "Điện tử")
BOUNDS = (0.0001, 0.05, 0.15, 0.30)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with its counts by dimension (0: of no dimension)."""

    code: str
    name: str
    level: str
    by_section: Mapping[int, Counts] = field(default_factory=dict)

    @property
    def total(self) -> Counts:
        return sum(self.by_section.values(), Counts())


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How many of those that owe a task have done it, over all its times that opened."""

    code: str
    title: str
    section: int | None
    agencies: int
    counts: Counts

    @property
    def share(self) -> float:
        return self.counts.settled / self.counts.asked if self.counts.asked else 2.0


def unit_rows(rows: QuerySet[Obligation], scope: Scope, today: date, *, plan: str = "") -> list[UnitRow]:
    """Units with the greatest share of late work first. `rows` are what the person may see."""
    if scope.units_below and not plan:
        counts = summary_by_unit_and_section(today=today, unit_ids=sorted(scope.units_below))
    else:
        counts = _counted(rows.filter(duty__plan_code=plan) if plan else rows, today)
    units = AdministrativeUnit.objects.in_bulk({unit_id for unit_id, _section in counts})
    by_unit: dict[int, dict[int, Counts]] = {}
    for (unit_id, section), one in counts.items():
        by_unit.setdefault(unit_id, {})[section] = one
    made = [
        UnitRow(units[pk].code, unit_name(units[pk]), units[pk].level, sections) for pk, sections in by_unit.items()
    ]
    return sorted(made, key=lambda row: (-late_share(row.total), -row.total.late, row.name))


def worst(rows: Iterable[UnitRow], count: int = 5) -> list[UnitRow]:
    """The units that are late with the greatest share; none that is late with nothing."""
    return [row for row in rows if row.total.late][:count]


def late_share(counts: Counts) -> float:
    return counts.late / counts.asked if counts.asked else 0.0


def per_cent(counts: Counts) -> Decimal | None:
    """Settled of what has opened; None where nothing has."""
    return Decimal(100 * counts.settled) / counts.asked if counts.asked else None


def unit_name(unit: AdministrativeUnit) -> str:
    if unit.level == Level.PROVINCE:
        return _("Các cơ quan cấp tỉnh")
    return capital(unit.full_name)


def by_section(rows: Iterable[UnitRow]) -> dict[int, Counts]:
    found: dict[int, Counts] = {}
    for row in rows:
        for section, counts in row.by_section.items():
            found[section] = found.get(section, Counts()) + counts
    return found


def heat(rows: list[UnitRow], address: str) -> HeatChart:
    """Unit by dimension: each cell says late over owed and leads to the obligations behind it."""
    most = max(rows, key=lambda row: row.total.late, default=None)
    title = _("Không đơn vị nào có việc quá hạn")
    if most is not None and most.total.late:
        title = _("Quá hạn nhiều nhất: %(unit)s, %(n)s việc") % {"unit": most.name, "n": most.total.late}
    columns = [f"{number}. {said(name)}" for number, name in enumerate(SHORT, 1)]
    cells = [(row.name, [_cell(row, n, address) for n in range(1, len(SHORT) + 1)]) for row in rows]
    return HeatChart(title, columns, cells)


def _cell(row: UnitRow, section: int, address: str) -> HeatCell:
    counts = row.by_section.get(section, Counts())
    if not counts.asked:
        return HeatCell("–", None)
    told = {"unit": row.name, "n": section, "late": counts.late, "asked": counts.asked}
    says = _("%(unit)s, trục %(n)s: %(late)s việc quá hạn trên %(asked)s việc đã mở") % told
    link = Filter(unit=row.code, section=section, state="qua-han" if counts.late else "tat-ca").link(address)
    level = heat_level(late_share(counts), BOUNDS)
    sign = "▲ " if level >= 3 else ""
    return HeatCell(f"{sign}{counts.late}/{counts.asked}", level, link, says)


def coverage(rows: QuerySet[Obligation], today: date) -> list[CoverageRow]:
    """Two queries over what the person may see; the least covered first, what has not opened last. Each office has
    duties of one name (answering what citizens report): then the one that owes it is named behind."""
    grouped = list(
        annotated(rows, today, "duty_id", agencies=Count("held_by", distinct=True), who=Min("held_by__name"))
    )
    duties = Duty.objects.only("code", "title", "section").in_bulk([row["duty_id"] for row in grouped])
    names = Counter(duty.title for duty in duties.values())
    made = [_coverage_row(duties[row["duty_id"]], row, names) for row in grouped]
    return sorted(made, key=lambda row: (row.share, -row.counts.asked, row.title))


def _coverage_row(duty: Duty, row: Mapping[str, Any], names: Mapping[str, int]) -> CoverageRow:
    is_one_of_many = names[duty.title] > 1 and row["agencies"] == 1
    title = f"{duty.title} ({row['who']})" if is_one_of_many else duty.title
    return CoverageRow(duty.code, title, duty.section, row["agencies"], counts_from(row))


def _counted(rows: QuerySet[Obligation], today: date) -> dict[tuple[int, int], Counts]:
    grouped = annotated(rows, today, "unit_id", "section")
    return {(row["unit_id"], row["section"] or 0): counts_from(row) for row in grouped}


def annotated(rows: QuerySet[Obligation], today: date, *by: str, **more: Any) -> Any:
    """Obligations in earnest grouped by some columns, with how many stand in each state; more counts by name."""
    counted = rows.filter(is_history=False, is_requested=False).order_by().values(*by)
    states = {f"n_{state.name.lower()}": Count("pk", filter=Q(state=state.value)) for state in State}
    return counted.annotate(**states, n_late=Count("pk", filter=late(today)), **more)


def counts_from(row: Mapping[str, Any]) -> Counts:
    """The counts of one group of `annotated`."""
    return Counts(**{state.name.lower(): row[f"n_{state.name.lower()}"] for state in State}, late=row["n_late"])
