"""Proofs for `dondoc check`: a recount of all obligations gives the summary, and what is stored holds together."""

from collections.abc import Iterator

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q

from dondoc.duties.models import EvidenceUse, Expansion, Obligation
from dondoc.duties.rules.grains import COUNTED_DAY, NO_DAY
from dondoc.duties.rules.states import SETTLED, State
from dondoc.units.models import AdministrativeUnit

_SETTLED = [state.value for state in SETTLED]


def faults() -> Iterator[str]:
    """One line of Vietnamese for each thing that is wrong."""
    wrong = recount()
    if wrong:
        yield f"Bảng tổng hợp sai {wrong} dòng so với đếm lại từng việc."
    unsettled = Obligation.objects.filter(state__in=_SETTLED, settled_at=None).count()
    if unsettled:
        yield f"{unsettled} việc đã xong nhưng không ghi thời điểm."
    late = Obligation.objects.filter(state=State.DONE.value, due_at__lt=F("settled_at")).count()
    if late:
        yield f"{late} việc ghi hoàn thành đúng hạn dù nộp sau hạn."
    bare = Obligation.objects.filter(Q(state__in=["done", "done-late"]), is_claimed=False, is_history=False).exclude(
        pk__in=EvidenceUse.objects.filter(removed_at=None).values("obligation")
    )
    if count := bare.count():
        yield f"{count} việc ghi có minh chứng nhưng không còn minh chứng nào."
    if count := _astray():
        yield f"{count} việc ghi đơn vị, tỉnh hoặc lần giao việc không có trong danh mục."
    if count := Expansion.objects.filter(published_at=None).count():
        yield f"{count} lần giao việc chưa chạy xong: chạy lại worker để hoàn tất."


def _astray() -> int:
    """Obligations whose unit, province or expansion does not exist: the database itself does not watch these."""
    units, runs = AdministrativeUnit.objects.filter, Expansion.objects.filter
    no_run = Q(expansion_id__isnull=False) & ~Exists(runs(pk=OuterRef("expansion_id")))
    no_unit = ~Exists(units(pk=OuterRef("unit_id"))) | ~Exists(units(pk=OuterRef("province_id")))
    return Obligation.objects.filter(no_unit | no_run).count()


def recount() -> int:
    """How many counts of the summary (with the changes that wait) differ from counting every obligation anew. One
    statement for each grain, so that both sides are of one moment."""
    return sum(_differing(unit, component, is_unit) for unit, component, is_unit in _GRAINS)


_GRAINS = (("unit_id", "''", "unit_id <> 0"), ("0", "component", "unit_id = 0"))


def _differing(unit: str, component: str, kept: str) -> int:
    key = "province_id, unit_id, section, component, due_on, state"
    told = f"province_id, {unit} AS unit_id, COALESCE(section, 0) AS section, {component} AS component"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT COUNT(*) FROM (SELECT {key} FROM ("
            f"SELECT {key}, count AS n FROM duties_summaryrow WHERE {kept} "
            f"UNION ALL SELECT {told}, {COUNTED_DAY}, state, change FROM duties_summarydelta "
            f"UNION ALL SELECT {told}, {COUNTED_DAY}, state, -1 FROM duties_obligation "
            "WHERE NOT is_history AND NOT is_requested AND (expansion_id IS NULL OR expansion_id NOT IN "
            "(SELECT id FROM duties_expansion WHERE published_at IS NULL))"
            f") AS told GROUP BY {key} HAVING SUM(n) <> 0) AS wrong",
            [NO_DAY, NO_DAY],
        )
        return int(cursor.fetchone()[0])
