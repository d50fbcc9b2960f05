"""Tables: order, pages, totals."""

from dataclasses import dataclass

import pytest
from django.test import RequestFactory
from django.utils import translation

from dondoc.web.tables import Column, Table, Tag, read_table


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    count: int | None


COLUMNS: list[Column[Row]] = [
    Column("ten", "Tên", lambda r: r.name, sort="name"),
    Column("so", "Số", lambda r: r.count, "number", sort="count", total=True),
    Column("tt", "Trạng thái", lambda r: Tag("quá hạn", "bad"), "tag"),
]
ROWS = [Row("b", 2000), Row("a", None), Row("c", 10)]


def read(query: str, rows: list[Row] = ROWS, per_page: int = 2) -> Table:
    request = RequestFactory().get(f"/viec/{query}")
    return read_table(request, COLUMNS, rows, caption="Việc", empty="Chưa có việc.", per_page=per_page)


@pytest.mark.parametrize(
    ("query", "names"),
    [("?xep=ten", "ab"), ("?xep=-ten", "cb"), ("?xep=so", "cb"), ("?xep=-so", "bc"), ("?xep=x", "ba")],
)
def test_rows_are_ordered_by_link_and_the_unknown_comes_last(query: str, names: str) -> None:
    assert "".join(row[0].text for row in read(query).rows) == names


def test_a_head_turns_the_order_round() -> None:
    head = read("?xep=ten&trang=2&loc=han").heads[0]
    assert (head.order, head.href) == ("ascending", "?xep=-ten&trang=1&loc=han")
    assert read("").heads[2].href == ""


@pytest.mark.parametrize(
    ("query", "number"), [("", 1), ("?trang=2", 2), ("?trang=99", 2), ("?trang=0", 1), ("?trang=x", 1), ("?trang=²", 1)]
)
def test_a_page_that_does_not_exist_becomes_the_nearest(query: str, number: int) -> None:
    assert read(query).pager.number == number


def test_totals_are_of_all_pages() -> None:
    totals = read("").totals
    assert totals is not None
    assert [cell.text for cell in totals] == ["", "2.010", ""]


def test_an_empty_table_says_so() -> None:
    table = read("", [])
    assert (table.rows, table.totals, table.empty, table.pager.count) == ([], None, "Chưa có việc.", 1)


def test_a_tag_keeps_its_word_beside_its_tone() -> None:
    cell = read("").rows[0][2]
    assert (cell.text, cell.tone) == ("quá hạn", "bad")


def test_heads_are_said_in_the_language_of_the_reader() -> None:
    with translation.override("en"):
        assert [head.label for head in read("").heads] == ["Name", "Number", "State"]
