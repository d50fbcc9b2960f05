"""How wide the columns of a table are: as the caller shares the page out, but no head and no number breaks inside."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from dondoc.web.formats import number as number_words
from dondoc.web.papers import looks
from dondoc.web.papers.paper import Band, Cell, Column, Table

# Of the size of the letters, measured on Times New Roman: the widest of a bold word, and of figures and dates.
_HEAD_EM, _CAPITAL_EM, _CELL_EM = 0.57, 0.22, 0.5


def widths_of(table: Table, whole: int) -> list[int]:
    """Twentieths of a point that add up to `whole`. Columns too narrow for their words take from those that have room;
    where there is none to spare, the caller's shares stand."""
    shares = [whole * column.width / sum(one.width for one in table.columns) for column in table.columns]
    needs = [min(needed, whole / 2) for needed in _needs(table)]
    if sum(needs) >= whole:
        return _whole(shares, whole)
    short = sum(max(0.0, need - share) for need, share in zip(needs, shares, strict=True))
    room = sum(max(0.0, share - need) for need, share in zip(needs, shares, strict=True))
    kept = 1 - short / room if room else 1.0
    return _whole([need + max(0.0, share - need) * kept for need, share in zip(needs, shares, strict=True)], whole)


def _needs(table: Table) -> list[float]:
    """What each column needs at least: the longest word of its head, and what stands in it unbroken."""
    needs = [max(map(_head_width, column.head.split()), default=0.0) for column in table.columns]
    rows: list[Sequence[Cell]] = [row for row in table.rows if not isinstance(row, Band)]
    for place, column in enumerate(table.columns):
        longest = max((_longest(row[place], column) for row in rows), default=0)
        longest = max(longest, _longest(table.totals.get(place), column))
        needs[place] = max(needs[place], longest * _CELL_EM * looks.CELL.size * 20)
    return [need + 2 * looks.CELL_MARGIN + 20 for need in needs]


def _head_width(word: str) -> float:
    capitals = sum(letter.isupper() for letter in word)
    return (len(word) * _HEAD_EM + capitals * _CAPITAL_EM) * looks.CELL_HEAD.size * 20


def _longest(value: Cell, column: Column) -> int:
    """Letters that may not be torn apart: numbers, and the words of a column that is not set to the left."""
    if isinstance(value, int | Decimal):
        return len(number_words(value))
    if value is None or column.align == "left":
        return 0
    return max(map(len, _words(value)), default=0)


def _words(value: Cell) -> Iterator[str]:
    text = value if isinstance(value, str) else "".join(run.text for run in value)  # type: ignore[union-attr]
    yield from text.split()


def _whole(widths: Sequence[float], whole: int) -> list[int]:
    shares = sum(widths)
    edges = [0, *(round(whole * at / shares) for at in accumulate(widths))]
    return [end - start for start, end in pairwise(edges)]
