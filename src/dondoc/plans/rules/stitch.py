"""Pages put together again: one annex table from the pieces that the page breaks made of it.

A repeated header is known by its words. The first line after a break goes on with the line before it where its text
was cut (it begins in lower case, with a comma, a bracket …) or where it brings nothing but more text of the task.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dondoc.framework.rules import match_dimension
from dondoc.plans.rules.blocks import Block, Paragraph, Table
from dondoc.plans.rules.columns import AGENCY_ROLES, Columns, is_numbering_row, recognise, scores
from dondoc.plans.rules.continuity import begins_inside, ends_sentence, is_item, is_left_open
from dondoc.plans.rules.grid import Line, Slot, alike_rows, lines_of

_STRAY = re.compile(r"^\s*(\d{1,3}|[-–—\s\d]+|trang \d+.*)?\s*$", re.IGNORECASE)
_MAX_HEADER_CELL = 70
# How sure the name of a dimension must be where it might be that of a column.
_CERTAIN = 0.9


@dataclass(frozen=True, slots=True)
class Stitched:
    """One annex: its header lines, its columns and its data lines in order, and the paragraphs printed above it."""

    header: tuple[Line, ...]
    columns: Columns
    lines: tuple[Line, ...]
    above: tuple[Paragraph, ...] = ()
    has_header: bool = True


def stitch(blocks: Sequence[Block]) -> list[Stitched]:
    """Tables of the source as annexes; a table without a header goes on with the columns of the one before it."""
    out: list[Stitched] = []
    for tables, above in _runs(blocks):
        for group in _continuations(tables):
            inherited = out[-1].columns if out else None
            out.append(_assemble(group, above, inherited))
            above = ()
    return out


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[list[Table], tuple[Paragraph, ...]]]:
    """Tables with nothing but page numbers between them, and the paragraphs above each run (nearest last)."""
    tables: list[Table] = []
    above: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Table):
            tables.append(block)
        elif tables and _STRAY.match(block.text):
            continue
        elif tables:
            yield tables, tuple(above)
            tables, above = [], [block]
        else:
            above.append(block)
    if tables:
        yield tables, tuple(above)


def _continuations(tables: Sequence[Table]) -> Iterator[list[Table]]:
    """Tables that are one: the later has no header of its own, or repeats the first one's."""
    group: list[Table] = []
    for table in tables:
        if group and not _goes_on(group[0], table):
            yield group
            group = []
        group.append(table)
    if group:
        yield group


def _goes_on(first: Table, table: Table) -> bool:
    mine = header_span(lines_of(table))
    if mine == (0, 0):
        return table.columns <= first.columns + 1
    its = header_span(lines_of(first))
    one, other = lines_of(first)[its[0] : its[1]], lines_of(table)[mine[0] : mine[1]]
    return bool(one and other) and alike_rows(one[0].spread(), other[0].spread())


def _assemble(group: Sequence[Table], above: tuple[Paragraph, ...], inherited: Columns | None) -> Stitched:
    width = max(table.columns for table in group)
    lines = [line for number, table in enumerate(group) for line in lines_of(table, width=width, segment=number)]
    start, end = header_span(lines)
    header = lines[:end]
    if end:
        columns = recognise([line.spread() for line in header[start:] if not is_numbering_row(line.spread())])
    elif inherited and len(inherited.roles) >= width:
        columns = inherited
    else:
        columns = recognise([])
    repeated = [line for line in lines[end:] if _repeats(line, header)]
    data = [line for line in lines[end:] if line not in repeated]
    return Stitched((*header, *repeated), columns, tuple(_mend(data, columns)), above, bool(end))


def header_span(lines: Sequence[Line]) -> tuple[int, int]:
    """(first, one past the last) header line, (0, 0) where the table has none. Title rows above it count in."""
    for start, line in enumerate(lines[:4]):
        if _reads_like_header(line):
            end = start + 1
            while end < min(start + 4, len(lines)) and _goes_on_header(lines[start], lines[end]):
                end += 1
            return start, end
        if len(line.filled) > 2:
            break
    return 0, 0


def _reads_like_header(line: Line) -> bool:
    slots = line.filled
    short = [slot for slot in slots if len(slot.text) <= _MAX_HEADER_CELL]
    found = [scores(slot.text) for slot in short]
    roles = {max(choice, key=lambda role: choice[role]) for choice in found if choice}
    first_is_number = bool(slots and re.match(r"^[\dIVX]+([.)]|$)", slots[0].text.strip()))
    if 3 * sum(slot.text.strip()[0].islower() for slot in slots) >= len(slots):
        return False  # the rest of a row that a page broke
    enough = len(roles) >= min(3, max(2, len(slots) - 1)) and 2 * sum(map(bool, found)) >= len(slots)
    return enough and not first_is_number and len(short) == len(slots)


def _goes_on_header(top: Line, line: Line) -> bool:
    """A numbering row, or the row of names under a wider name above (or under empty cells in a text)."""
    if _names_dimension(line):
        return False
    if is_numbering_row([slot.text for slot in line.filled]) and not line.merges_known:
        return True
    if is_numbering_row([slot.text for slot in line.slots if slot]) or line.is_header:
        return True
    if not line.merges_known and _names_below(top, line):
        return True
    under = {c for slot in top.slots if slot and slot.span > 1 for c in range(slot.column, slot.column + slot.span)}
    if not line.merges_known:
        under |= {slot.column for slot in top.slots if slot and not slot.text}
        under |= {column + 1 for column in under} | {column - 1 for column in under}
    filled = line.filled
    named = all(slot.column in under and len(slot.text) <= _MAX_HEADER_CELL for slot in filled)
    return bool(filled and under) and named and not re.match(r"^\d", filled[0].text)


def _names_dimension(line: Line) -> bool:
    """The first section stands alone in its row: "Chỉ số nội dung số 1: Tham gia của người dân"."""
    match = match_dimension(line.filled[0].text) if len(line.filled) == 1 else None
    return match is not None and match.confidence >= _CERTAIN


def _names_below(top: Line, line: Line) -> bool:
    """In a text: names of columns alone, fewer than above and none under the number's column."""
    filled = line.filled
    named = all(len(slot.text) <= _MAX_HEADER_CELL and scores(slot.text) for slot in filled)
    return bool(filled) and filled[0].column > 0 and len(filled) < len(top.filled) and named


def _repeats(line: Line, header: Sequence[Line]) -> bool:
    texts = line.spread()
    return any(alike_rows(texts, printed.spread()) for printed in header) or (
        is_numbering_row(texts) and any(is_numbering_row(printed.spread()) for printed in header)
    )


def _mend(lines: Sequence[Line], columns: Columns) -> list[Line]:
    out: list[Line] = []
    for line in lines:
        at_break = bool(out) and line.segment != out[-1].segment
        line = _inherit(out[-1], line) if out else line
        if not line.merges_known:
            line = _divide(out, line, columns)
        if out and _is_rest(out[-1], line, columns, at_break=at_break):
            out[-1] = _join(out[-1], line)
        elif at_break:
            out.append(_reach_over(out, line, columns))
        else:
            out.append(line)
    return _deal_times([part for line in out for part in _by_times(line, columns)], columns)


def _deal_times(lines: list[Line], columns: Columns) -> list[Line]:
    """A time cell merged over as many rows as it has lines gives each row its own time."""
    column = columns.first("schedule")
    start = 0
    while column is not None and start < len(lines):
        slot = lines[start].slots[column]
        end = start + 1
        while slot and slot.pieces and end < len(lines) and _same_cell(slot, lines[end].slots[column]):
            end += 1
        times = [text.strip() for text in slot.text.split("\n") if text.strip()] if slot else []
        if end - start == len(times) > 1 and not is_cut(times[0], times[1]):
            lines[start:end] = [
                _with_text(line, column, time) for line, time in zip(lines[start:end], times, strict=True)
            ]
        start = end
    return lines


def _same_cell(slot: Slot, below: Slot | None) -> bool:
    """One merged cell, or the same several lines printed again in the next row."""
    merged = below is not None and not below.own and below.pieces == slot.pieces
    return merged or (below is not None and "\n" in slot.text and below.text == slot.text)


def _divide(out: list[Line], line: Line, columns: Columns) -> Line:
    """A text that ran the task cells of two rows together: a row without a task of its own that brings both agency
    and time takes the items after the first paragraph of the task above."""
    content = columns.first("content")
    if not out or content is None or line.text(content) or line.own_text(columns.first("ordinal")).strip():
        return line
    said = {columns.roles[slot.column] for slot in line.filled if slot.column < len(columns.roles)}
    parts = _first_and_rest(out[-1].own_text(content))
    if "schedule" not in said or not said & {"lead", "execute"} or not parts:
        return line
    first, rest = parts
    above = out[-1].slots[content]
    if above is None or not out[-1].text(columns.first("schedule")):
        return line
    out[-1] = _with_text(out[-1], content, first)
    return replace(line, slots=_put(line.slots, content, replace(above, text=rest)))


def _by_times(line: Line, columns: Columns) -> list[Line]:
    """A text that ran two rows into one: as many complete times in the time cell as the row had tasks."""
    content, schedule = columns.first("content"), columns.first("schedule")
    if line.merges_known or content is None or schedule is None:
        return [line]
    times = [text.strip() for text in line.own_text(schedule).split("\n") if text.strip()]
    parts = _first_and_rest(line.own_text(content))
    if len(times) != 2 or not parts or is_cut(*times) or any(is_item(time) for time in times):
        return [line]
    return [
        _with_text(_with_text(line, content, text), schedule, time) for text, time in zip(parts, times, strict=True)
    ]


def _first_and_rest(text: str) -> tuple[str, str] | None:
    """A paragraph that ends its sentence and does not announce a list, and the items after it."""
    first, _, rest = text.partition("\n")
    rest = rest.strip()
    ends = first.rstrip().endswith((".", ";")) and not is_item(first)
    return (first.strip(), rest) if rest and ends and re.match(r"[-+•–]", rest) else None


def _with_text(line: Line, column: int, text: str) -> Line:
    slot = line.slots[column]
    return replace(line, slots=_put(line.slots, column, replace(slot, text=text))) if slot else line


def _put(slots: Sequence[Slot | None], column: int, slot: Slot) -> tuple[Slot | None, ...]:
    return (*slots[:column], slot, *slots[column + 1 :])


def _inherit(before: Line, line: Line) -> Line:
    """A cell that reached over a page break and on down: its lower rows show what it showed above the break."""
    slots = list(line.slots)
    for column, slot in enumerate(slots):
        above = before.slots[column]
        if slot and not slot.own and above and above.text and (not slot.text or set(slot.pieces) < set(above.pieces)):
            slots[column] = replace(above, own=False)
    return replace(line, slots=tuple(slots))


def is_cut(before: str, after: str) -> bool:
    """Whether `after` goes on in the middle of what `before` began."""
    before, after = before.rstrip(), after.lstrip()
    if not before or not after:
        return False
    if begins_inside(after):
        return not is_item(after)
    return not ends_sentence(before) and not is_item(after) and is_left_open(before)


def _is_rest(before: Line, line: Line, columns: Columns, *, at_break: bool) -> bool:
    """Whether a line only goes on with the one before it."""
    filled = line.filled
    if not filled or (line.merges_known and not at_break and any(slot and not slot.own for slot in line.slots)):
        return False
    if line.own_text(columns.first("ordinal")).strip() or not before.filled or _is_wide(before) or _is_wide(line):
        return False
    if not at_break and line.merges_known:
        return all(is_cut(before.text(slot.column), slot.text) for slot in filled)
    content = columns.first("content")
    text = line.own_text(content)
    said = [columns.roles[slot.column] for slot in filled if slot.column < len(columns.roles)]
    if text and is_cut(before.text(content), text):
        time = columns.first("schedule")
        has_own_time = "schedule" in said and not is_cut(before.text(time), line.own_text(time))
        return not (has_own_time and text.lstrip()[0].isupper())
    if not text:
        return _brings_fragments(before, filled, columns)
    alone = not any(role in (*AGENCY_ROLES, "schedule", "indicator") for role in said)
    fragments = all(is_cut(before.text(s.column), s.text) for s in filled if s.column != content)
    items = "schedule" not in said and _has_sign(text) and _has_sign(before.text(content).rsplit("\n", 1)[-1])
    return at_break and (alone or fragments or items) and bool(before.text(content))


def _has_sign(text: str) -> bool:
    return bool(re.match(r"\s*[-+•–]", text))


def _brings_fragments(before: Line, filled: Sequence[Slot], columns: Columns) -> bool:
    """A line without a task of its own: pieces of the cells above, or a second set of agencies for the same task."""
    task = columns.first("content")
    return bool(before.text(task)) and all(
        slot.column != columns.first("indicator") or is_cut(before.text(slot.column), slot.text) for slot in filled
    )


def _is_wide(line: Line) -> bool:
    return any(slot.span > len(line.slots) // 2 for slot in line.filled)


def glue(before: str, after: str) -> str:
    """Two parts of one cell: a new line where the second is a new item, a space where a sentence goes on."""
    before, after = before.rstrip(), after.lstrip()
    if not before or not after:
        return before or after
    if is_item(after) or (ends_sentence(before) and after[0].isupper()):
        return f"{before}\n{after}"
    return f"{before} {after}"


def _join(before: Line, line: Line) -> Line:
    slots = [_glue_slots(mine, theirs) for mine, theirs in zip(before.slots, line.slots, strict=True)]
    return replace(before, slots=tuple(slots), segment=line.segment)


def _glue_slots(mine: Slot | None, theirs: Slot | None) -> Slot | None:
    if mine is None or theirs is None or not theirs.own or not theirs.text:
        return mine
    again = " ".join(theirs.text.split()) == " ".join(mine.text.split())
    text = mine.text if again else glue(mine.text, theirs.text)
    return replace(mine, text=text, pieces=mine.pieces + theirs.pieces, own=True)


def _reach_over(lines: list[Line], line: Line, columns: Columns) -> Line:
    """The first line of a page that is a row of its own: a merged cell of the page before reaches into its empty
    cells, and the rest of that cell's text may stand here."""
    if line.own_text(columns.first("ordinal")).strip() or _is_wide(line) or _is_wide(lines[-1]):
        return line
    slots = list(line.slots)
    for column, slot in enumerate(slots):
        above = lines[-1].slots[column]
        role = columns.roles[column] if column < len(columns.roles) else "note"
        if not (slot and slot.own and above and above.text) or role in ("content", "note", "target", "schedule"):
            continue
        if not slot.text and line.merges_known:
            slots[column] = replace(above, own=False)
        elif slot.text and is_cut(above.text, slot.text):
            whole = replace(above, text=glue(above.text, slot.text), pieces=above.pieces + slot.pieces)
            _rewrite(lines, above, whole)
            slots[column] = replace(whole, own=False)
    return replace(line, slots=tuple(slots))


def _rewrite(lines: list[Line], old: Slot, new: Slot) -> None:
    """Every line that shows the merged cell shows its whole text."""
    for index in range(len(lines) - 1, -1, -1):
        slot = lines[index].slots[old.column]
        if slot is None or slot.pieces != old.pieces:
            return
        slots = list(lines[index].slots)
        slots[old.column] = replace(new, own=slot.own)
        lines[index] = replace(lines[index], slots=tuple(slots))
