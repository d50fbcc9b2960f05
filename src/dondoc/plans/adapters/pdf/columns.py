"""The two places where a document is printed in two columns without lines: its head, and recipients and signature."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dondoc.plans.adapters.pdf.lines import Line, Word, regrouped, widest_gap
from dondoc.plans.adapters.prose import is_cut, is_label, is_shouted
from dondoc.toolkit.text import fold

_NATION = re.compile(r"cong hoa xa hoi|doc lap ?[-–] ?tu do|dang cong san viet nam|nghia viet nam")
_TYPE = re.compile(
    r"^(ke hoach|quyet dinh|chuong trinh|de an|phuong an|bao cao|thong bao|nghi quyet|chi thi|to trinh|huong dan"
    r"|cong dien|quy che|phu luc|danh muc|bieu|bang)\b"
)
_RECIPIENTS = re.compile(r"^\W*noi nhan\b")
_SIGNATURE = re.compile(
    r"^\W*(t/?m|k/?t|t/?l|t/?u/?q|q)\s?\.|^\W*(quyen |pho )?(chu tich|giam doc|bi thu|chanh|truong)\b"
)
_COUNTRY = "cong hoa xa hoi chu nghia viet nam"
_REACH = 14
_LEAST_GUTTER = 4.0


@dataclass(frozen=True, slots=True)
class Zone:
    """Lines `start` to `end` (one past) of a page, printed in two columns."""

    start: int
    end: int
    left: tuple[Line, ...]
    right: tuple[Line, ...]


def head_zone(lines: Sequence[Line]) -> Zone | None:
    """The head of a first page: from its top to the line above the document's type."""
    seed = next((number for number, line in enumerate(lines[:8]) if _is_nation(line)), None)
    if seed is None:
        return None
    end = next((n for n in range(seed, min(len(lines), _REACH)) if _is_type(lines[n])), min(len(lines), _REACH))
    return _zone(lines, 0, end, seed)


def closing_zone(lines: Sequence[Line]) -> Zone | None:
    """Recipients beside the signature: from "Nơi nhận" (or the signature's line just above it) downwards."""
    seed = next((n for n, line in enumerate(lines) if _RECIPIENTS.match(fold(line.text))), None)
    if seed is None:
        return None
    start = seed
    while start and _is_signature_beside(lines, start - 1, lines[seed]):
        start -= 1
    end = next((n for n in range(seed + 1, len(lines)) if _is_type(lines[n])), len(lines))
    return _zone(lines, start, end, seed)


def _is_nation(line: Line) -> bool:
    return bool(_NATION.search(fold(line.text)))


def _is_type(line: Line) -> bool:
    return is_shouted(line.text) and bool(_TYPE.match(fold(line.text)))


def _is_signature_beside(lines: Sequence[Line], number: int, recipients: Line) -> bool:
    """A line of the right column that is printed a little above "Nơi nhận"."""
    line = lines[number]
    near = recipients.base - line.base < 3 * recipients.size
    return near and line.x0 > recipients.x1 + 20 and (is_shouted(line.text) or bool(_SIGNATURE.match(fold(line.text))))


def _zone(lines: Sequence[Line], start: int, end: int, seed: int) -> Zone | None:
    """The lines from `start` as far as an empty strip runs between the columns."""
    gutter = _first_gutter(lines[start:end], lines[seed])
    if gutter is None:
        return None
    low, high = gutter
    left: list[Word] = []
    right: list[Word] = []
    stop = start
    for number in range(start, end):
        split = _split(lines[number], low, high)
        if split is None:
            break
        mine, other = split
        low = max([low, *(word.x1 for word in mine)])
        high = min([high, *(word.x0 for word in other)])
        left.extend(mine)
        right.extend(other)
        stop = number + 1
    if not left or not right or stop <= seed:
        return None
    return Zone(start, stop, tuple(_items(regrouped(left))), tuple(_whole(regrouped(right))))


def _first_gutter(lines: Sequence[Line], seed: Line) -> tuple[float, float] | None:
    """The strip beside the seed line: a wide gap in it, else between it and lines at its side."""
    for line in (seed, *lines[:_REACH]):
        gap = widest_gap(line)
        if gap and not (line.x0 >= gap[0] or line.x1 <= gap[1]):
            return gap
    beside = [line for line in lines[:_REACH] if line.x0 > seed.x1 + _LEAST_GUTTER]
    if beside:
        return seed.x1, min(line.x0 for line in beside)
    beside = [line for line in lines[:_REACH] if line.x1 < seed.x0 - _LEAST_GUTTER]
    return (max(line.x1 for line in beside), seed.x0) if beside else None


def _split(line: Line, low: float, high: float) -> tuple[list[Word], list[Word]] | None:
    """The words of each column; None where the line runs over the strip. The columns' texts may come as near as a
    wide space, so a line that has both is cut at its widest gap."""
    words = list(line.words)
    if line.x0 >= low + _LEAST_GUTTER:
        return [], words
    if line.x1 <= high - _LEAST_GUTTER:
        return words, []
    gaps = [other.x0 - one.x1 for one, other in pairwise(words)]
    if not gaps or max(gaps) < max(_LEAST_GUTTER, 0.45 * line.size):
        return None
    at = gaps.index(max(gaps)) + 1
    mine, other = words[:at], words[at:]
    crosses = mine[-1].x1 > high - _LEAST_GUTTER or other[0].x0 < low + _LEAST_GUTTER
    return None if crosses else (mine, other)


def _items(lines: Sequence[Line]) -> list[Line]:
    """A recipient that took two lines in one."""
    out: list[Line] = []
    for line in lines:
        if out and is_label(out[-1].text) and is_cut(out[-1].text, line.text):
            out[-1] = Line((*out[-1].words, *line.words))
        else:
            out.append(line)
    return out


def _whole(lines: Sequence[Line]) -> list[Line]:
    """The nation's name and the date in one line each, where the column was too narrow for them."""
    out: list[Line] = []
    for line in lines:
        before = fold(out[-1].text) if out else ""
        text = fold(line.text)
        nation = before.startswith("cong hoa") and _COUNTRY.startswith(f"{before} {text}")
        date = "ngay" in before and "thang" in before and not before[-4:].isdigit() and text[-4:].isdigit()
        if nation or date:
            out[-1] = Line((*out[-1].words, *line.words))
        else:
            out.append(line)
    return out
