"""The form of a report as lines of a workbook, and what a filled one would change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dondoc.reports.adapters.workbook import Line, read_form, write_form
from dondoc.reports.models import Report
from dondoc.reports.queries import content
from dondoc.reports.queries.content import SheetRow
from dondoc.reports.queries.gone import reasons_of
from dondoc.reports.rules import columns
from dondoc.reports.rules.answers import faults, number_of
from dondoc.reports.rules.columns import Filled
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying


@dataclass(frozen=True, slots=True)
class Trial:
    """What a filled form would do, before anything is written: rows that change, rows that cannot be taken in (with
    why), rows that are taken in but still lack something, passages that change."""

    filled: tuple[Filled, ...]
    changing: tuple[str, ...]
    wrong: Mapping[int, tuple[str, ...]]
    lacking: Mapping[int, tuple[str, ...]]
    passages: Mapping[str, str]

    @property
    def good(self) -> list[Filled]:
        return [one for one in self.filled if one.line not in self.wrong]


def form_of(report: Report, today: date) -> bytes:
    """The form with all that stands in the report: the export and the template are the same file."""
    rows = content.sheet_rows(report, today)
    lines = [Line(_values(row), "grey" if row.is_kept else "") for row in rows]
    return write_form(columns.heads(_most(rows)), lines, _words(report))


def trial_of(report: Report, file: bytes, today: date) -> Trial:
    """Read a filled form against the report. Refuses what is no form of it at all."""
    rows = {row.key: row for row in content.sheet_rows(report, today)}
    lines, told = read_form(file)
    asked = {key: [number.asked.part for number in row.numbers] for key, row in rows.items()}
    gone = reasons_of(report, rows, [columns.code_of(cells) for _number, cells in lines])
    read = (columns.read_line(cells, number, asked, gone) for number, cells in lines)
    filled = tuple(one for one in read if one is not None)
    if not any(one.key in rows for one in filled):
        raise BadInput("form-elsewhere", "Không dòng nào của tệp thuộc báo cáo này: tải mẫu của đúng kỳ, đúng cơ quan.")
    wrong = {one.line: found for one in filled if (found := _wrong(one, rows.get(one.key), filled))}
    good = [one for one in filled if one.line not in wrong]
    changing = tuple(one.key for one in good if _changes(one, rows[one.key]))
    lacking = {one.line: found for one in good if (found := _lacking(one, rows[one.key]))}
    return Trial(filled, changing, wrong, lacking, _passages(report, told))


def marked(report: Report, file: bytes, today: date) -> bytes:
    """The filled form again, what cannot be taken in in red with the reason, what still lacks something in yellow."""
    trial = trial_of(report, file, today)
    lines, told = read_form(file)
    rows = content.sheet_rows(report, today)
    names = {key: name for key, name, _ in _words(report)}
    marks = []
    for number, cells in lines:
        tone = "red" if number in trial.wrong else "yellow" if number in trial.lacking else ""
        why = " ".join((*trial.wrong.get(number, ()), *trial.lacking.get(number, ())))
        marks.append(Line(cells, tone, why))
    return write_form(
        columns.heads(_most(rows)), marks, [(key, names.get(key, ""), text) for key, text in told.items()]
    )


def _wrong(one: Filled, row: SheetRow | None, filled: Iterable[Filled]) -> tuple[str, ...]:
    found = list(one.wrong)
    if row is not None and row.is_kept and _changes(one, row):
        found.append(Saying("Việc này đã báo ở trang của nó: sửa ở đó, dòng này giữ nguyên."))
    if row is not None and any(other.key == one.key and other.line < one.line for other in filled):
        found.append(Saying("Mã này đã có ở dòng trên: mỗi việc một dòng."))
    for numerator, denominator in one.entry.figures.values():
        for text in (numerator, denominator):
            try:
                _ = number_of(text) if text else None
            except BadInput as refused:
                found.append(refused.message)
    return tuple(found)


def _lacking(one: Filled, row: SheetRow) -> tuple[str, ...]:
    if row.is_kept:
        return ()
    has_proof = bool(one.number or one.link or row.proofs)
    asked = tuple(number.asked for number in row.numbers)
    found = faults(one.entry, asked=asked, has_proof=has_proof, is_late=row.is_late, is_due=row.is_due)
    return tuple(fault.text for fault in found)


def _changes(one: Filled, row: SheetRow) -> bool:
    return one.entry.digest() != row.seen or (bool(one.number or one.link) and not _has_proof(one, row))


def _has_proof(one: Filled, row: SheetRow) -> bool:
    same = [proof for proof in row.proofs if (one.number and proof.number == one.number) or proof.url == one.link != ""]
    return bool(same)


def _passages(report: Report, told: Mapping[str, str]) -> dict[str, str]:
    stands = {f"{one.kind}:{one.section}": one.text for one in report.passages.all()}
    return {key: text for key, text in told.items() if key in stands and text.strip() != stands[key].strip()}


def _words(report: Report) -> list[tuple[str, str, str]]:
    return [(f"{one.kind}:{one.section}", name, one.text) for one, name in content.passages_of(report)]


def _most(rows: Sequence[SheetRow]) -> int:
    return max((len(row.numbers) for row in rows), default=0)


def _values(row: SheetRow) -> dict[str, Any]:
    values: dict[str, Any] = {
        columns.CODE: row.key,
        columns.TITLE: row.title,
        columns.LABEL: f"{row.label}; {row.standing.term}",
        columns.TARGET: row.target,
        columns.LAST: row.last_text,
        columns.ANSWER: columns.ANSWER_WORDS.get(row.entry.answer, ""),
        columns.TEXT: row.entry.text,
        columns.REASON: row.entry.reason,
        columns.CLAIMED: columns.YES if row.entry.is_claimed else "",
    }
    for n, number in enumerate(row.numbers, 1):
        first, second = ("Tử số", "Mẫu số") if n == 1 else (f"Tử số {n}", f"Mẫu số {n}")
        values[first], values[second] = _typed(number.numerator), _typed(number.denominator)
    if row.proofs:
        proof = row.proofs[0]
        values |= {columns.NUMBER: proof.number, columns.DATED: proof.dated_on, columns.SUMMARY: proof.title}
        values[columns.LINK] = proof.url if proof.url.startswith("http") else ""
    return values


def _typed(text: str) -> Decimal | str | None:
    try:
        return number_of(text) if text else None
    except BadInput:
        return text
