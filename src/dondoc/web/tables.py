"""Tables as data: columns, rows, order, pages, totals. One description serves the page, the phone and the .xlsx.

Order and page are links (`?xep=-han&trang=2`), so that a table works without JavaScript and an address can be sent on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

from dondoc.web import formats

R = TypeVar("R")
Kind = Literal["text", "number", "day", "moment", "tag"]
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """`label` is Vietnamese and said by the table in the reader's language: no `_()` around it. `sort` names the field
    for a query, or any true text for rows in memory; `total` sums the column at the foot."""

    key: str
    label: str
    value: Callable[[R], Any]
    kind: Kind = "text"
    sort: str = ""
    total: bool = False
    places: int | None = None
    href: Callable[[R], str | None] | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` is shown, `raw` is exported. `tone` is for a tag alone: good, warn, bad, calm."""

    text: str
    raw: Any
    href: str | None = None
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A head of a column: `href` orders by it, `order` is what stands now: "", ascending, descending."""

    label: str
    kind: Kind
    href: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class Pager:
    number: int
    count: int
    rows: int
    previous: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    heads: list[Head]
    rows: list[list[Cell]]
    totals: list[Cell] | None
    pager: Pager
    empty: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A state with its tone; the word always stands beside the colour."""

    text: str
    tone: str = "calm"

    def __str__(self) -> str:
        return self.text


def read_table(
    request: HttpRequest,
    columns: Sequence[Column[R]],
    rows: Sequence[R] | QuerySet[Any, Any],
    *,
    caption: str,
    empty: str,
    per_page: int = PER_PAGE,
    order: str = "",
) -> Table:
    """Order, cut and write out `rows`. `order` is the key of the column to begin with, "-" before it turns it round.
    Totals are of all rows in memory; of a query they are of the rows shown, since a sum belongs in the query."""
    query = request.GET
    chosen = query.get("xep") or order
    ordered = order_rows(columns, rows, chosen)
    pager = cut(query, len(ordered) if isinstance(ordered, list) else ordered.count(), per_page)
    start = (pager.number - 1) * per_page
    shown = list(ordered[start : start + per_page])
    return Table(
        caption,
        [_head(column, query, chosen) for column in columns],
        [[_cell(column, row) for column in columns] for row in shown],
        _totals(columns, ordered if isinstance(ordered, list) else shown),
        pager,
        empty,
    )


def order_rows(
    columns: Sequence[Column[R]], rows: Sequence[R] | QuerySet[Any, Any], chosen: str
) -> list[R] | QuerySet[Any, Any]:
    """Rows by the chosen column; an unknown one leaves them as they are. Nothing (None) sorts last, both ways."""
    by = next((c for c in columns if c.sort and c.key == chosen.removeprefix("-")), None)
    is_down = chosen.startswith("-")
    if isinstance(rows, QuerySet):
        return rows.order_by(("-" if is_down else "") + by.sort, "pk") if by else rows
    if by is None:
        return list(rows)
    known = [row for row in rows if by.value(row) is not None]
    unknown = [row for row in rows if by.value(row) is None]
    return sorted(known, key=lambda row: by.value(row), reverse=is_down) + unknown


def cut(query: QueryDict, rows: int, per_page: int) -> Pager:
    """The page asked for, moved to the nearest that exists."""
    count = max(1, -(-rows // per_page))
    asked = query.get("trang", "1")
    number = min(max(int(asked) if asked.isdecimal() and len(asked) < 7 else 1, 1), count)
    previous = with_query(query, trang=number - 1) if number > 1 else ""
    following = with_query(query, trang=number + 1) if number < count else ""
    return Pager(number, count, rows, previous, following)


def open_at(query: QueryDict, name: str, place: Callable[[str], int], per_page: int) -> QueryDict:
    """The query with the page on which the row named by `?name=` stands today, unless a page is asked for: an address
    that was told once keeps leading to its row. `place` tells how many rows stand before it."""
    asked = query.copy()
    wanted = asked.pop(name, [""])[-1]
    if wanted and "trang" not in asked:
        asked["trang"] = str(place(str(wanted)) // per_page + 1)
    return asked


def with_query(query: QueryDict, **changes: object) -> str:
    """The present query with some values changed, as a relative link."""
    changed = query.copy()
    for name, value in changes.items():
        changed[name] = str(value)
    return f"?{changed.urlencode()}"


def _head(column: Column[Any], query: QueryDict, chosen: str) -> Head:
    label = formats.said(column.label)
    if not column.sort:
        return Head(label, column.kind)
    order = {column.key: "ascending", f"-{column.key}": "descending"}.get(chosen, "")
    turned = f"-{column.key}" if order == "ascending" else column.key
    return Head(label, column.kind, with_query(query, xep=turned, trang=1), order)


def _cell(column: Column[R], row: R) -> Cell:
    value = column.value(row)
    href = column.href(row) if column.href else None
    return Cell(_text(column, value), value, href, value.tone if isinstance(value, Tag) else "")


def _text(column: Column[Any], value: Any) -> str:
    if value is None:
        return ""
    if column.kind == "number":
        return formats.number(value, column.places)
    if column.kind == "day":
        return formats.day(value)
    return formats.moment(value) if column.kind == "moment" else str(value)


def _totals(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> list[Cell] | None:
    if not rows or not any(column.total for column in columns):
        return None
    sums = [sum((Decimal(str(c.value(r) or 0)) for r in rows), Decimal(0)) if c.total else None for c in columns]
    return [Cell(_text(column, value), value) for column, value in zip(columns, sums, strict=True)]
