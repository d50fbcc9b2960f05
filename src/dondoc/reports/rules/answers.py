"""What a row of the sheet has to say before a report goes: told as faults, each with its field and how to mend it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from typing import Any

from dondoc.duties.rules.aims import Asked
from dondoc.duties.rules.judging import Figure, Kind
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying

DONE, NOTHING, NOT_YET = "done", "nothing", "not-yet"
ANSWERS = (DONE, NOTHING, NOT_YET)


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed in a row. `figures` {part: (numerator, denominator)} as typed."""

    answer: str = ""
    text: str = ""
    reason: str = ""
    is_claimed: bool = False
    figures: Mapping[int, tuple[str, str]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not (self.answer or self.text or self.reason or any(n or d for n, d in self.figures.values()))

    def as_figures(self) -> dict[str, dict[str, str]]:
        return {str(part): {"n": n, "d": d} for part, (n, d) in sorted(self.figures.items()) if n or d}

    def narrowed(self, parts: Collection[int]) -> "Entry":
        """Without figures that the form does not ask for."""
        return replace(self, figures={part: self.figures[part] for part in self.figures if part in parts})

    def digest(self) -> str:
        """The same for the same content, however it came in."""
        told = (self.answer, self.text.strip(), self.reason.strip(), self.is_claimed, sorted(self.as_figures().items()))
        return sha256(repr(told).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Fault:
    """`field` answer | text | reason | proof | n<part>."""

    field: str
    text: Saying


def digest_of(text: str) -> str:
    """Of a passage as a page showed it."""
    return sha256(text.strip().encode()).hexdigest()[:12]


def entry_from(figures: Mapping[str, Mapping[str, str]], **said: Any) -> Entry:
    """Of what is stored."""
    return Entry(
        figures={int(part): (str(one.get("n") or ""), str(one.get("d") or "")) for part, one in figures.items()},
        **said,
    )


def faults(
    entry: Entry, *, asked: tuple[Asked, ...], has_proof: bool, is_late: bool, is_due: bool
) -> tuple[Fault, ...]:
    """All that keeps a row from going up; none where it may. What is not due in the period may stay unsaid."""
    return tuple(_faults(entry, asked, has_proof, is_late, is_due))


def _faults(entry: Entry, asked: tuple[Asked, ...], has_proof: bool, is_late: bool, is_due: bool) -> Iterator[Fault]:
    if entry.answer not in ANSWERS:
        if is_due or not entry.is_empty:
            yield Fault("answer", Saying("Chưa chọn kết quả: đã thực hiện, không phát sinh hoặc chưa xong."))
        return
    if entry.answer == NOTHING and not entry.reason.strip():
        yield Fault("reason", Saying("Không phát sinh cần lý do: vì sao kỳ này không có việc."))
    if entry.answer == NOT_YET and is_late and not entry.reason.strip():
        yield Fault("reason", Saying("Việc đã quá hạn: ghi lý do chậm và ngày xong."))
    if entry.answer == DONE:
        yield from _done(entry, has_proof)
    for one in asked:
        try:
            figure_of(entry, one)
        except BadInput as refused:
            yield Fault(f"n{one.part}", refused.message)


def _done(entry: Entry, has_proof: bool) -> Iterator[Fault]:
    if not has_proof and not entry.is_claimed:
        yield Fault("proof", Saying("Chưa có minh chứng: gắn minh chứng cho dòng này hoặc đánh dấu “tự khai”."))
    if not has_proof and entry.is_claimed and not entry.text.strip():
        yield Fault("text", Saying("Việc tự khai cần nói rõ đã làm gì: ghi vào ô nội dung."))


def figures_of(entry: Entry, asked: tuple[Asked, ...]) -> dict[int, Figure]:
    """Of the parts that were filled in. Refuses what is no number."""
    found = {one.part: figure_of(entry, one) for one in asked}
    return {part: figure for part, figure in found.items() if figure is not None}


def figure_of(entry: Entry, one: Asked) -> Figure | None:
    numerator, denominator = entry.figures.get(one.part, ("", ""))
    if not numerator.strip():
        if denominator.strip():
            raise BadInput("figure-half", "Có mẫu số mà thiếu tử số: nhập cả hai.")
        return None
    below = number_of(denominator) if denominator.strip() and one.kind in (Kind.SHARE, Kind.DURATION) else None
    return Figure(one.kind, number_of(numerator), below)


def number_of(text: str) -> Decimal:
    """1.234,5 as people write it, or 1234.5. Refuses anything else."""
    plain = text.strip().replace(" ", "")
    if "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    elif plain.count(".") > 1 or (len(plain.rpartition(".")[2]) == 3 and "." in plain):
        plain = plain.replace(".", "")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise BadInput("figure-number", "“{text}” không phải số: nhập như 1.234,5.", text=text.strip()[:20])
    return number
