"""The first line that fits says who does it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.duties.rules.assigning import Line, Work, component_of, first_fitting

POOR = Work(2, "2.1", "niem yet danh sach ho ngheo", "kh1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2", "2"),
        ("2.x", "2"),
        (" Nội dung 2 ", "2"),
        ("2.1", "2.1"),
        ("2.01", "2.1"),
        ("", ""),
        ("hai", None),
        ("0", None),
    ],
)
def test_a_component_as_people_write_it(text: str, expected: str | None) -> None:
    assert component_of(text) == expected


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        (Line(), True),
        (Line(component="2"), True),
        (Line(component="2.1"), True),
        (Line(component="2.2"), False),
        (Line(component="3"), False),
        (Line(words="ho ngheo"), True),
        (Line(words="ngheo niem"), True),
        (Line(words="dat dai"), False),
        (Line(plan_code="kh1"), True),
        (Line(plan_code="kh2"), False),
        (Line(component="2", words="dat dai"), False),
    ],
)
def test_all_that_a_line_names_must_fit(line: Line, fits: bool) -> None:
    assert line.fits(POOR) is fits


def test_a_component_is_told_by_the_component_where_no_dimension_stands() -> None:
    assert Line(component="4").fits(Work(None, "4.1", "", ""))


@given(st.lists(st.sampled_from(["", "1", "2", "2.1", "3.2"])))
def test_the_first_that_fits_wins(components: list[str]) -> None:
    lines = [Line(component=one) for one in components]
    (found,) = first_fitting(lines, [POOR])
    fitting = [n for n, line in enumerate(lines) if line.fits(POOR)]
    assert found == (fitting[0] if fitting else None)
