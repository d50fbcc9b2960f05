"""Tables as lines of slots: what each column of a row shows, and which printed cells it came from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dondoc.plans.rules.blocks import Cell, Place, Table
from dondoc.toolkit.text import fold


@dataclass(frozen=True, slots=True)
class Piece:
    """One printed cell, for the count that nothing was lost."""

    table: int
    row: int
    column: int
    page: int | None
    length: int


@dataclass(frozen=True, slots=True)
class Slot:
    """The text that a column shows in a line. `own` is False where a cell from above reaches down; `span` counts the
    columns that it covers."""

    text: str
    pieces: tuple[Piece, ...]
    column: int
    span: int = 1
    own: bool = True

    @property
    def place(self) -> Place | None:
        if not self.pieces:
            return None
        first = self.pieces[0]
        return Place(page=first.page, table=first.table, row=first.row, column=first.column, start=0, end=first.length)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a grid. `slots[column]` is None where a wider slot begun further left covers the column."""

    slots: tuple[Slot | None, ...]
    segment: int = 0
    is_header: bool = False
    merges_known: bool = True

    def text(self, column: int | None) -> str:
        """What the column shows, also where a cell from above reaches down; "" for no such column."""
        slot = self.slots[column] if column is not None and column < len(self.slots) else None
        return slot.text if slot else ""

    def own_text(self, column: int | None) -> str:
        """What is printed in this very line under the column."""
        slot = self.slots[column] if column is not None and column < len(self.slots) else None
        return slot.text if slot and slot.own else ""

    @property
    def filled(self) -> list[Slot]:
        """Slots that begin in this line and hold text."""
        return [slot for slot in self.slots if slot and slot.own and slot.text.strip()]

    def spread(self) -> list[str]:
        """Texts by column, a wide slot's text repeated over the columns that it covers."""
        out = [""] * len(self.slots)
        for slot in self.slots:
            if slot:
                for column in range(slot.column, min(slot.column + slot.span, len(out))):
                    out[column] = slot.text
        return out


def lines_of(table: Table, *, width: int | None = None, segment: int = 0) -> list[Line]:
    """The lines of a table; `width` pads or keeps the columns of the table that it continues."""
    columns = max(width or 0, table.columns)
    reach: dict[int, tuple[Slot, int]] = {}
    lines = []
    for row in table.rows:
        slots: list[Slot | None] = [None] * columns
        for column, (slot, until) in list(reach.items()):
            if row.index < until:
                slots[column] = replace(slot, own=False)
            else:
                del reach[column]
        for cell in row.cells:
            slot = _slot(cell, table.index)
            if cell.column < columns:
                slots[cell.column] = slot
                if cell.row_span > 1:
                    reach[cell.column] = (slot, row.index + cell.row_span)
        lines.append(Line(_empties(slots), segment, row.is_header, table.merges_known))
    return lines


def _slot(cell: Cell, table: int) -> Slot:
    text = cell.text.strip()
    pieces = (Piece(table, cell.row, cell.column, cell.page, len(cell.text)),) if text else ()
    return Slot(text, pieces, cell.column, max(1, cell.column_span))


def _empties(slots: list[Slot | None]) -> tuple[Slot | None, ...]:
    """Columns that no cell covers (a short row) become empty slots."""
    covered: set[int] = set()
    for slot in slots:
        if slot:
            covered.update(range(slot.column + 1, slot.column + slot.span))
    filled = [slot if slot or index in covered else Slot("", (), index) for index, slot in enumerate(slots)]
    return tuple(filled)


def pieces_in(lines: Iterable[Line]) -> set[Piece]:
    """The printed cells that the lines show, each once."""
    return {piece for line in lines for slot in line.slots if slot for piece in slot.pieces}


def alike_rows(one: Sequence[str], other: Sequence[str]) -> bool:
    """Two rows that print the same words (a header repeated on the next page), however they were wrapped."""
    pairs = [(_flat(a), _flat(b)) for a, b in zip(one, other, strict=False)]
    filled = [(a, b) for a, b in pairs if a or b]
    same = sum(a == b or (len(a) > 6 and len(b) > 6 and (a.startswith(b) or b.startswith(a))) for a, b in filled)
    return len(filled) >= 2 and same >= 0.75 * len(filled)


def _flat(text: str) -> str:
    return "".join(fold(text).split())
