"""The geometry of charts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dondoc.web.charts import FULL_BAR, bar_chart, heat_level, line_chart


@given(st.lists(st.floats(-10, 1e6), min_size=1, max_size=20))
def test_bars_stay_inside_and_keep_their_order(values: list[float]) -> None:
    chart = bar_chart("t", "%", [(str(i), v) for i, v in enumerate(values)])
    assert all(0 <= bar.width <= FULL_BAR for bar in chart.bars)
    widths = [bar.width for bar in sorted(chart.bars, key=lambda bar: float(bar.value))]
    assert widths == sorted(widths)


def test_a_missing_step_breaks_the_line() -> None:
    line = line_chart("t", "điểm", [("ta", [("1", 2), ("2", 4), ("3", None), ("4", 8)])]).lines[0]
    assert [point.label for point in line.points] == ["1", "2", "4"]
    assert [(a.label, b.label) for a, b in line.segments] == [("1", "2")]


def test_names_of_lines_do_not_cover_each_other() -> None:
    chart = line_chart("t", "điểm", [(str(i), [("1", 5.0), ("2", 5.0 + i / 100)]) for i in range(5)])
    places = sorted(line.label_y for line in chart.lines)
    assert all(below - above >= 18 for above, below in pairwise(places))


def test_a_line_is_named_without_its_brackets_where_no_other_is_called_so() -> None:
    """A phone has no room for "Lào Cai (đến 30/6/2025)"; beside the new Lào Cai nothing less tells them apart."""
    points = [("1", 5.0)]
    old, new, other = "Lào Cai (đến 30/6/2025)", "Lào Cai (từ 01/7/2025)", "Yên Bái (đến 30/6/2025)"
    assert {line.end for line in line_chart("t", "điểm", [(old, points), (other, points)]).lines} == {
        "Lào Cai",
        "Yên Bái",
    }
    assert {line.end for line in line_chart("t", "điểm", [(old, points), (new, points)]).lines} == {old, new}


def test_levels_of_heat() -> None:
    assert [heat_level(v, (50, 65, 80, 95)) for v in (0, 50, 79.9, 80, 100)] == [0, 1, 2, 3, 4]
