"""Many reports as one: order-free, the whole is the sum of its parts, rates within 0..100, nothing told disappears."""

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.duties.rules.aims import Asked
from dondoc.duties.rules.judging import Aim, Figure, Kind
from dondoc.reports.rules.consolidation import (
    Counts,
    Entry,
    Said,
    Task,
    by_component,
    by_section,
    consolidate,
    overall,
)

SHARE = Asked(0, Kind.SHARE, "ít nhất 90 %", "%", Aim(Kind.SHARE, ">=", Decimal(90)))
TASKS = [
    Task("n1", "Niêm yết", 2, "2.1", (SHARE,)),
    Task("n2", "Đối thoại", 1, "1.2", (Asked(0, Kind.COUNT, "ít nhất 2", "cuộc", None),)),
    Task("n3", "Trả kết quả", 5, "5.10"),
    Task("n4", "Hộ tịch", 5, "5.2"),
    Task("n5", "Việc chung"),
]


def figure(task: Task, n: int, more: int, is_stock: bool) -> dict[int, Figure]:
    if task.key == "n1":
        return {0: Figure(Kind.SHARE, Decimal(n), Decimal(n + more))}
    return {0: Figure(Kind.COUNT, Decimal(n), is_stock=is_stock)} if task.key == "n2" else {}


entries = st.builds(
    lambda task, source, occurrence, said, n, more, tells: (
        task,
        Entry(
            f"c{source}",
            said,
            f"q{occurrence}",
            figure(task, n, more, False) if tells and said is not Said.MISSING else {},
        ),
    ),
    st.sampled_from(TASKS),
    st.integers(1, 12),
    st.integers(1, 2),
    st.sampled_from(Said),
    st.integers(0, 50),
    st.integers(0, 50),
    st.booleans(),
)
reports = st.lists(entries, max_size=60, unique_by=lambda one: (one[0].key, one[1].source, one[1].occurrence))


@given(reports, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_the_order_of_reports_makes_no_difference(said: list[Any], chance: Any) -> None:
    shuffled = list(said)
    chance.shuffle(shuffled)
    assert consolidate(shuffled) == consolidate(said)


@given(reports)
@settings(max_examples=150)
def test_the_whole_is_the_sum_of_its_parts(said: list[Any]) -> None:
    lines = consolidate(said)
    assert overall(lines) == sum(by_component(lines).values(), Counts()) == sum(by_section(lines).values(), Counts())
    assert overall(lines).owed == len(said)
    told = [entry.figures[0].numerator for _, entry in said if entry.figures]
    assert sum((one.figure.numerator for line in lines for one in line.sums), Decimal()) == sum(told, Decimal())


@given(reports)
@settings(max_examples=150)
def test_no_figure_disappears_and_rates_lie_within_a_hundred(said: list[Any]) -> None:
    lines = consolidate(said)
    kept = {(line.task.key, entry.source, entry.occurrence): entry.figures for line in lines for entry in line.entries}
    assert kept == {(task.key, entry.source, entry.occurrence): entry.figures for task, entry in said}
    for counts in [*by_component(lines).values(), *by_section(lines).values(), overall(lines)]:
        assert counts.rate is None or 0 <= counts.rate <= 100
    for one in [one for line in lines for one in line.sums if one.figure.kind is Kind.SHARE]:
        assert one.measured is None or 0 <= one.measured <= 100


@given(reports, st.integers(0, 60))
@settings(max_examples=100)
def test_two_halves_consolidated_apart_add_up(said: list[Any], at: int) -> None:
    assert overall(consolidate(said[:at])) + overall(consolidate(said[at:])) == overall(consolidate(said))


def test_a_share_is_a_sum_over_a_sum_and_judged_by_it() -> None:
    told = [(9, 10), (80, 100)]
    said = [
        (TASKS[0], Entry(f"c{i}", Said.DONE, "q1", {0: Figure(Kind.SHARE, Decimal(n), Decimal(d))}))
        for i, (n, d) in enumerate(told)
    ]
    (line,) = consolidate(said)
    assert line.sums[0].measured == Decimal("80.9")  # 89 of 110, not the mean of 90 and 80
    assert line.sums[0].is_met is False
    assert line.sums[0].sources == 2


def test_of_a_stock_the_last_of_each_counts() -> None:
    said = [
        (TASKS[1], Entry(source, Said.DONE, month, {0: Figure(Kind.COUNT, Decimal(n), is_stock=True)}))
        for source, month, n in [("a", "2026-01", 7), ("a", "2026-02", 4), ("b", "2026-01", 1)]
    ]
    assert consolidate(said)[0].sums[0].figure.numerator == 5


def test_lines_stand_in_the_order_of_their_numbers() -> None:
    said = [(task, Entry("c1", Said.DONE)) for task in reversed(TASKS)]
    assert [line.task.component for line in consolidate(said)] == ["1.2", "2.1", "5.2", "5.10", ""]


def test_what_was_sent_twice_counts_once() -> None:
    one = (TASKS[2], Entry("c1", Said.DONE_LATE))
    assert overall(consolidate([one, one])) == Counts(done_late=1)
