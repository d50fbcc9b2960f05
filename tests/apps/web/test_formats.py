"""How days, numbers and terms are written."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from dondoc.web import formats
from dondoc.web.links import linked, linkify


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1234.5, None, "1.234,5"),
        (1234567, None, "1.234.567"),
        (Decimal("0.25"), 1, "0,3"),
        (-7, 2, "-7,00"),
        (0, None, "0"),
    ],
)
def test_numbers_have_points_for_thousands_and_a_comma(value: float, places: int | None, text: str) -> None:
    assert formats.number(value, places) == text


def test_a_day_is_the_day_in_viet_nam() -> None:
    assert formats.day(datetime(2026, 11, 12, 18, 30, tzinfo=UTC)) == "13/11/2026"
    assert formats.day(date(2026, 3, 5)) == "05/03/2026"
    assert formats.moment(datetime(2026, 11, 12, 18, 5, tzinfo=UTC)) == "01:05 ngày 13/11/2026"


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (3, "còn 3 ngày làm việc"),
        (0, "hạn hôm nay"),
        (-2, "quá hạn 2 ngày làm việc"),
        (1234, "còn 1.234 ngày làm việc"),
    ],
)
def test_a_term_is_said_in_working_days(left: int, text: str) -> None:
    assert formats.term(left) == text


def test_time_is_said_both_ways() -> None:
    assert formats.due(date(2026, 11, 13), 3) == "còn 3 ngày làm việc (hạn 13/11/2026)"


def test_a_share_of_nothing_is_a_dash() -> None:
    assert formats.share(5, 8) == "62,5 %"
    assert formats.share(0, 0) == "–"


def test_sizes_of_files() -> None:
    assert [formats.file_size(n) for n in (12, 348_000, 25 * 1024 * 1024, 1_600_000)] == [
        "1 kB",
        "340 kB",
        "25 MB",
        "1,5 MB",
    ]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>&", "&lt;b&gt;&amp;"),
        (
            "xem https://a.vn/b?c=1&d=2.",
            'xem <a href="https://a.vn/b?c=1&amp;d=2" rel="nofollow noopener noreferrer">https://a.vn/b?c=1&amp;d=2</a>.',
        ),
        ("javascript:alert(1)", "javascript:alert(1)"),
        (
            'https://a.vn/"onclick=1',
            '<a href="https://a.vn/" rel="nofollow noopener noreferrer">https://a.vn/</a>&#34;onclick=1',
        ),
        ("a\r\nb", "a<br>b"),
    ],
)
def test_links_are_made_and_nothing_else_gets_through(text: str, html: str) -> None:
    assert linkify(text).replace("&quot;", "&#34;") == html


def test_what_was_typed_stays_text_in_a_sentence_with_a_link() -> None:
    told = linked("Việc %(name)s thiếu %(lacks)s.", name="<b>A</b>", href="/viec/x/?a=1&b=2", lacks="<i>100 %</i>")
    assert told == ('Việc <a href="/viec/x/?a=1&amp;b=2">&lt;b&gt;A&lt;/b&gt;</a> thiếu &lt;i&gt;100 %&lt;/i&gt;.')
