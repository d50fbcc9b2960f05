"""The summary: changes are only added (`changed`), a job folds them into the counts, publishing counts a whole
expansion at once. Two grains: a unit by section, a province by component."""

from collections import Counter
from collections.abc import Iterable

from django.db import connection, transaction

from dondoc.duties.models import Expansion, Obligation, SummaryDelta, SummaryRow
from dondoc.duties.rules.grains import COLUMNS, COUNTED_DAY, NO_DAY, Grain, grains_of

CHUNK = 20_000
_UPSERT = f"ON CONFLICT ({COLUMNS}) DO UPDATE SET count = duties_summaryrow.count + excluded.count"  # the same on both
_COUNTED = "NOT is_history AND NOT is_requested"


def is_counted(obligation: Obligation) -> bool:
    """History and requests stand outside lateness and evaluation, so outside the counts."""
    return not obligation.is_history and not obligation.is_requested


def changed(obligation: Obligation, *, was: str, became: str) -> None:
    """Note that one obligation went from a state to another: one more row each, so that no row is hot."""
    if is_counted(obligation) and was != became:
        SummaryDelta.objects.bulk_create([_delta(obligation, was, -1), _delta(obligation, became, 1)])


def changed_many(obligations: Iterable[Obligation], *, change: int) -> None:
    """Take obligations out of the counts as they stand (-1), or put them in (+1): around a change of many."""
    counts = Counter(
        (o.province_id, o.unit_id, o.section, o.component, o.due_on, o.state) for o in obligations if is_counted(o)
    )
    SummaryDelta.objects.bulk_create(
        SummaryDelta(
            province_id=province, unit_id=unit, section=section, component=component, due_on=due_on, state=state,
            change=change * count,
        )
        for (province, unit, section, component, due_on, state), count in counts.items()
    )  # fmt: skip


def _delta(obligation: Obligation, state: str, change: int) -> SummaryDelta:
    return SummaryDelta(
        province_id=obligation.province_id,
        unit_id=obligation.unit_id,
        section=obligation.section,
        component=obligation.component,
        due_on=obligation.due_on,
        state=state,
        change=change,
    )


def count_published(expansion: Expansion, duty_ids: Iterable[int]) -> None:
    """Put all that an expansion made into the counts, inside the transaction that publishes it."""
    for duty_id in duty_ids:
        for unit, component in (("unit_id", "''"), ("0", "component")):
            _insert_counts(unit, component, duty_id, expansion.pk)


def _insert_counts(unit: str, component: str, duty_id: int, expansion_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO duties_summaryrow ({COLUMNS}, count) "
            f"SELECT province_id, {unit}, COALESCE(section, 0), {component}, {COUNTED_DAY}, state, COUNT(*) "
            f"FROM duties_obligation WHERE duty_id = %s AND expansion_id = %s AND {_COUNTED} "
            f"GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6 {_UPSERT}",
            [NO_DAY, duty_id, expansion_id],
        )


def fold_summary() -> int:
    """Fold the oldest changes into the counts; how many. Any number of workers may fold at once: each takes rows that
    no other holds."""
    with transaction.atomic():
        rows = list(SummaryDelta.objects.select_for_update(skip_locked=_skips()).order_by("pk")[:CHUNK])
        if not rows:
            return 0
        counts: Counter[Grain] = Counter()
        for row in rows:
            for grain in grains_of(row):
                counts[grain] += row.change
        _add(counts)
        SummaryDelta.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


def _add(counts: Counter[Grain]) -> None:
    rows = [(*grain, count) for grain, count in sorted(counts.items()) if count]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO duties_summaryrow ({COLUMNS}, count) VALUES (%s, %s, %s, %s, %s, %s, %s) {_UPSERT}", rows
        )
    SummaryRow.objects.filter(count=0).delete()


def _skips() -> bool:
    return connection.features.has_select_for_update_skip_locked
