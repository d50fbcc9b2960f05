"""What an official document says, whatever writes it. No file, no framework."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal, Self


class Kind(StrEnum):
    """Kinds of documents by the letters of their symbol (NĐ 30/2020, Phụ lục III). A letter (công văn) has none."""

    RESOLUTION = "NQ"
    DECISION = "QĐ"
    DIRECTIVE = "CT"
    NOTICE = "TB"
    GUIDANCE = "HD"
    PROGRAMME = "CTr"
    PLAN = "KH"
    REPORT = "BC"
    MINUTES = "BB"
    PROPOSAL = "TTr"
    LETTER = ""


NAMES: Mapping[Kind, str] = {
    Kind.RESOLUTION: "Nghị quyết",
    Kind.DECISION: "Quyết định",
    Kind.DIRECTIVE: "Chỉ thị",
    Kind.NOTICE: "Thông báo",
    Kind.GUIDANCE: "Hướng dẫn",
    Kind.PROGRAMME: "Chương trình",
    Kind.PLAN: "Kế hoạch",
    Kind.REPORT: "Báo cáo",
    Kind.MINUTES: "Biên bản",
    Kind.PROPOSAL: "Tờ trình",
    Kind.LETTER: "Công văn",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `href` leads to an address, or with "#name" to the run whose `anchor` is that name."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    href: str = ""
    anchor: str = ""


Text = str | Sequence[Run]
Cell = Text | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (I.), 2 (1.) or 3 (a). The writer counts; `number` prints something else, "" nothing."""

    text: str
    level: Literal[1, 2, 3] = 1
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Lines that begin with a dash, as offices write them."""

    items: Sequence[Text]

    @classmethod
    def of_one_list(cls, items: Sequence[Text]) -> Self:
        """Items without an end: each gets a semicolon, the last a full stop."""
        return cls([_ended(item, ";" if place < len(items) else ".") for place, item in enumerate(items, 1)])


def _ended(item: Text, mark: str) -> Text:
    return f"{item}{mark}" if isinstance(item, str) else (*item, Run(mark))


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is a share of the whole. Neighbours with the same `group` stand under one wider head. `is_summed`: the
    total row adds its numbers."""

    head: str
    width: float = 1
    align: Literal["left", "centre", "right"] = "left"
    group: str = ""
    is_summed: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A row of a table that is one cell: the heading of the rows below it."""

    text: Text


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers are written as Vietnamese write them. `total` names the last row, which adds the columns that are summed;
    `totals` says by column what adding cannot tell (a share)."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell] | Band]
    total: str = ""
    totals: Mapping[int, Cell] = field(default_factory=dict)
    caption: str = ""


Block = Heading | Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and by which power. `collective`: TM. (on behalf of a body that decides together); `deputy_of`: KT.;
    `order_of`: TL.; `mandate_of`: TUQ.; `is_acting`: Q. The name may be blank until it is signed."""

    position: str
    name: str = ""
    collective: str = ""
    order_of: str = ""
    mandate_of: str = ""
    deputy_of: str = ""
    is_acting: bool = False


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex with its own heading and page numbers. Two or more are numbered I, II …"""

    title: str
    blocks: Sequence[Block]
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """An official document.

    `issuer` may have two lines ("Ủy ban nhân dân\\ntỉnh Sơn Hải"). `symbol` follows the kind ("UBND", "UBND-VX").
    `number` is blank until the registry gives it. `dated_on` is blank until it is signed; then only month and year of
    `drafted_on` are printed. `archive` is who keeps it ("VT, NV").
    """

    kind: Kind
    issuer: str
    symbol: str
    place: str
    summary: str
    blocks: Sequence[Block]
    signature: Signature
    superior: str = ""
    number: int | str | None = None
    dated_on: date | None = None
    drafted_on: date | None = None
    title: str = ""
    addressed_to: Sequence[str] = ()
    bases: Sequence[str] = ()
    recipients: Sequence[str] = ()
    archive: str = "VT"
    annexes: Sequence[Annex] = ()

    @property
    def name(self) -> str:
        """The name of the kind, or the one that the caller gives ("Chương trình họp")."""
        return self.title or NAMES[self.kind]
