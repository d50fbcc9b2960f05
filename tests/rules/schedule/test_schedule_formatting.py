"""What is written reads back as the same."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dondoc.schedule.rules import parse
from dondoc.schedule.rules.expressions import Anchor, Kind, Op, Part, Point, Schedule
from dondoc.schedule.rules.formatting import describe
from dondoc.schedule.rules.occurrences import occurrences

YEARS, MONTHS, QUARTERS, DAYS = st.integers(2020, 2035), st.integers(1, 12), st.integers(1, 4), st.integers(1, 28)
POINTS = {
    "year": st.builds(Point, year=YEARS),
    "quarter": st.builds(Point, year=YEARS, quarter=QUARTERS),
    "month": st.builds(Point, year=YEARS, month=MONTHS),
    "day": st.builds(Point, year=YEARS, month=MONTHS, day=DAYS),
}
PLAIN_CYCLES = ("month", "quarter", "half-year", "nine-month", "year")


@st.composite
def dated(draw: st.DrawFn) -> Schedule:
    kind: Kind = draw(st.sampled_from(("month", "quarter", "year")))
    points = draw(st.lists(POINTS[kind], min_size=1, max_size=3, unique=True).map(tuple))
    part: Part | None = draw(st.sampled_from((None, "start", "middle", "end"))) if len(points) == 1 else None
    return Schedule(kind, points=points, part=part)


@st.composite
def days(draw: st.DrawFn) -> Schedule:
    op: Op = draw(st.sampled_from(("before", "on", "from")))
    precision = "day" if op == "on" else draw(st.sampled_from(tuple(POINTS)))
    return Schedule("date", points=(draw(POINTS[precision]),), op=op)


@st.composite
def stretches(draw: st.DrawFn) -> Schedule:
    points = draw(st.lists(POINTS[draw(st.sampled_from(tuple(POINTS)))], min_size=2, max_size=2, unique=True))
    ordered = sorted(points, key=lambda p: (p.year, p.quarter or 0, p.month or 0, p.day or 0))
    return Schedule("range", points=tuple(ordered))


@st.composite
def cycles(draw: st.DrawFn) -> Schedule:
    every = draw(st.lists(st.sampled_from(PLAIN_CYCLES), min_size=1, max_size=4, unique=True).map(tuple))
    before = draw(st.booleans())
    if every == ("year",) and draw(st.booleans()):
        return Schedule("recurring", every=every, anchors=(Anchor(draw(DAYS), draw(MONTHS), before=before),))
    if draw(st.booleans()):
        return Schedule("recurring", every=every, anchors=(Anchor(draw(DAYS), before=before),))
    return Schedule("recurring", every=every)


OTHERS = st.sampled_from(
    [
        Schedule("continuous"),
        Schedule("by-law"),
        Schedule("recurring"),
        Schedule("recurring", every=("week",)),
        Schedule("recurring", every=("Q1",)),
        Schedule("recurring", every=("Q1", "Q3")),
        Schedule("recurring", every=("2-year",)),
        Schedule("recurring", every=("year",), times=3),
        Schedule("recurring", every=("year",), anchors=(Anchor(month=12, since=10),)),
        Schedule("recurring", every=("quarter",), anchors=(Anchor(10, within="last", before=True),)),
        Schedule("recurring", every=("quarter",), anchors=(Anchor(5, within="next", before=True),)),
        Schedule("recurring", every=("year",), anchors=(Anchor(1, 6), Anchor(15, 11))),
        Schedule(
            "recurring",
            every=("quarter", "year"),
            anchors=(
                Anchor(10, within="last", before=True, cycle="quarter"),
                Anchor(15, 11, before=True, cycle="year"),
            ),
        ),
    ]
)


@given(st.one_of(dated(), days(), stretches(), cycles(), OTHERS))
def test_what_is_written_reads_back(schedule: Schedule) -> None:
    words = describe(schedule)
    assert replace(parse(words), text="") == schedule, words


@given(st.text(max_size=60), st.one_of(st.none(), YEARS))
def test_any_text_gives_a_schedule_that_keeps_its_words(text: str, year: int | None) -> None:
    schedule = parse(text, year=year)
    assert schedule.text == text
    assert set(schedule.as_json()) == {"text", "kind", "normalised"}


WORDS = "thường xuyên định kỳ hàng quý tháng năm 6 trước ngày 15/11 và , ; ( ) II 2024 - / đến từ hằng sau khi"
WORDS += " theo cuối lần 31/2"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join), YEARS)
def test_words_of_time_in_any_order_give_days_that_can_be_kept(text: str, year: int) -> None:
    found = occurrences(parse(text, year=year), year)
    assert all(one.opens_on <= one.due_on for one in found), text
