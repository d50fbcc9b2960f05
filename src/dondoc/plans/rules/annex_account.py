"""The account of an annex's cells: every printed cell is booked once, so that nothing is lost without a word."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dondoc.plans.rules.drafts import CellCount
from dondoc.plans.rules.findings import Finding, finding
from dondoc.plans.rules.grid import Piece, Slot

_BRIEF = 60


@dataclass(slots=True)
class Account:
    """Which printed cell went where ("header", "group", "task", "aside", "unread"); the first booking stands."""

    booked: dict[Piece, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def book(self, what: str, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            self.booked.setdefault(piece, what)

    def book_slots(self, what: str, slots: Iterable[Slot | None]) -> None:
        for slot in slots:
            if slot:
                self.book(what, slot.pieces)

    def book_unread(self, slot: Slot) -> None:
        """A cell that fits nowhere: counted as such, and a person is told."""
        if any(piece not in self.booked for piece in slot.pieces):
            self.book("unread", slot.pieces)
            self.findings.append(finding("cell-unread", slot.place, text=_brief(slot.text)))

    def count(self) -> CellCount:
        tally = Counter(self.booked.values())
        names = ("header", "group", "task", "unread", "aside")
        return CellCount(total=len(self.booked), **{name: tally[name] for name in names})


def _brief(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _BRIEF else flat[: _BRIEF - 3] + "…"
