"""What settles a task above together with the own one."""

from datetime import date

import pytest

from dondoc.duties.rules.aims import asked_of
from dondoc.duties.rules.serving import (
    Time,
    figures_lacking,
    product_above,
    products_lacking,
    same_parts,
    time_above,
)

Q1 = Time("2026-Q1", date(2026, 1, 1), date(2026, 3, 31))
Q2 = Time("2026-Q2", date(2026, 4, 1), date(2026, 6, 30))
YEAR = Time("2026", date(2026, 1, 1), date(2026, 12, 31))
PAIRS = {"2026-Q1": "2026-Q1", "2026-Q2": "2026-Q2"}


@pytest.mark.parametrize(
    ("own", "day", "pairs", "times", "still_owed", "told"),
    [
        ("2026-Q2", date(2026, 6, 30), PAIRS, [Q1, Q2], [], Q2),
        ("2026-Q2", date(2026, 6, 30), PAIRS, [Q1], [], None),  # settled there already
        ("2026-01", date(2026, 1, 31), {}, [Q1, Q2], [date(2026, 2, 28), date(2026, 3, 31)], None),
        ("2026-03", date(2026, 3, 31), {}, [Q1, Q2], [date(2026, 4, 30)], Q1),
        ("once", date(2026, 5, 15), {}, [Q1, Q2], [], Q2),
        ("once", date(2026, 5, 15), {}, [Q2, YEAR], [], None),  # which of the two is for a person to say
        ("once", date(2027, 1, 15), {}, [Q1, Q2], [], None),
        ("once", date(2027, 1, 15), {}, [Time("all", date(2026, 1, 1), None)], [], Time("all", date(2026, 1, 1), None)),
    ],
)
def test_the_time_above(own, day, pairs, times, still_owed, told) -> None:
    assert time_above(own, day, pairs=pairs, times=times, still_owed=still_owed) == told


@pytest.mark.parametrize(
    ("own", "proved", "above", "lacking"),
    [
        (["Danh sách"], [""], ["Danh sách"], ()),
        (["Danh sách"], [], ["danh  sách"], ()),  # claimed as a whole
        (["Danh sách"], [""], ["Danh sách", "Ảnh chụp"], ("Ảnh chụp",)),
        (["Danh sách", "Ảnh chụp"], ["Danh sách"], ["Danh sách", "Ảnh chụp"], ("Ảnh chụp",)),
        ([], [""], [], ()),
    ],
)
def test_products_that_are_lacking(own, proved, above, lacking) -> None:
    assert products_lacking(own=own, proved=proved, above=above) == lacking


def test_a_figure_goes_up_where_the_target_is_the_same() -> None:
    count = {"op": ">=", "value": 2, "unit": "buổi"}
    share = {"op": "=", "value": 100, "unit": "%", "scope": "hộ nghèo"}
    own, above = asked_of([{"parts": [count, share]}]), asked_of([{"parts": [share]}])
    assert same_parts(own, above) == {0: 1}
    assert figures_lacking(own, above) == ()
    assert figures_lacking(above, own) == ("ít nhất 2 buổi",)


def test_a_product_keeps_the_words_of_the_level_above() -> None:
    assert product_above("danh sách", ["Ảnh", "Danh sách"]) == "Danh sách"
    assert product_above("", ["Ảnh"]) == ""
