"""What a section of a plan's body is about, told from its heading: purpose, goals, past results, money, or work."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dondoc.plans.rules.outline import Node, Outline
from dondoc.plans.rules.outline_lines import ARTICLE, LEAF, Line
from dondoc.toolkit.text import fold

PURPOSE, GOAL, FACTS, MONEY, REPORT, WORK = "purpose", "goal", "facts", "money", "report", "work"

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (WORK, r"(?:(?:cac|mot so|noi dung,?) )?(?:nhiem vu|giai phap|noi dung|to chuc (?:thuc hien|trien khai)"
               r"|phan cong|trach nhiem|bien phap|cac hoat dong|ke hoach (?:thuc hien|trien khai))\b"),
        (REPORT, r"(?:che do|cong tac|thuc hien che do)?\s*(?:thong tin,? (?:va )?)?bao cao\b"),
        (GOAL, r"(?:cac )?(?:muc tieu|chi tieu|dinh huong)\b"),
        (PURPOSE, r"(?:muc dich|yeu cau|quan diem|nguyen tac|pham vi|doi tuong|can cu|su can thiet|y nghia"
                  r"|co so (?:phap ly|thuc tien|xay dung)|gioi thieu|khai quat|khai niem|phuong cham"
                  r"|thoi gian(?: va dia diem)?(?: thuc hien)?$)\b"),
        (FACTS, r"(?:dac diem|tinh hinh|thuc trang|ket qua|danh gia (?:chung|ket qua|tinh hinh|thuc trang)|ton tai"
                r"|han che|nguyen nhan|nhung (?:ket qua|ton tai|han che))\b"),
        (MONEY, r"(?:nguon )?(?:kinh phi|nguon luc tai chinh)\b"),
    )
)  # fmt: skip
_MIXED = re.compile(r"\b(?:nhiem vu|giai phap|to chuc thuc hien)\b")
_TITLE_WORDS = 12


@dataclass(frozen=True, slots=True)
class Placed:
    """A node with the kind of the section it stands in and the headings over it, outermost first."""

    node: Node
    kind: str
    headings: tuple[Line, ...]

    @property
    def line(self) -> Line:
        return self.node.line


def heading_kind(line: Line) -> str | None:
    """The kind that a heading announces; None for a heading of a topic or an agency, or a sentence.

    A minor heading speaks only where it is short: "2. Yêu cầu" is one, "2. Yêu cầu các cơ quan …" an order.
    """
    text = fold(line.text).strip(" .:*-–")
    words = text.split()
    is_main = line.depth <= ARTICLE
    if not is_main and (len(words) > _TITLE_WORDS or line.text.rstrip().endswith((".", ";"))):
        return None
    kind = next((kind for kind, pattern in _KINDS if pattern.match(text)), None)
    if kind == PURPOSE and not is_main and text.startswith("yeu cau ") and "," not in text[:9]:
        return None
    if kind in (PURPOSE, GOAL) and is_main and _MIXED.search(text):
        return WORK
    return kind


def placed(outline: Outline) -> Iterator[Placed]:
    """Every node of the body with its section's kind; the nearest heading that announces one decides."""
    for root in outline.body:
        yield from _placed(root, WORK, ())


def _placed(node: Node, kind: str, headings: tuple[Line, ...]) -> Iterator[Placed]:
    own = (heading_kind(node.line) if node.line.depth < LEAF else None) or kind
    yield Placed(node, own, headings)
    for child in node.children:
        yield from _placed(child, own, (*headings, node.line))
