"""What the officer types: rows and passages, each against the edition that the page showed; one act for many rows."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from dondoc.accounts.models import User
from dondoc.duties.actions.evidence import Proof, add_evidence
from dondoc.duties.models import Evidence
from dondoc.records.actions import audit
from dondoc.reports.actions.drafting import KIND
from dondoc.reports.models import Answer, Report, ReportPassage, ReportRow
from dondoc.reports.queries.entries import stored
from dondoc.reports.queries.work import last_before
from dondoc.reports.rules.answers import Entry, digest_of
from dondoc.reports.rules.states import EDITABLE, WORDS, ReportState
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import clean

LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Typed:
    """What a page sends of a row: `seen` is the digest of what it showed when it was opened."""

    entry: Entry
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """Codes of rows that were written, and of those that somebody else had changed meanwhile: these stay as they are,
    and what was typed stays in the page."""

    written: tuple[str, ...]
    clashing: tuple[str, ...]


def save_sheet(
    report: Report,
    *,
    rows: Mapping[str, Typed],
    passages: Mapping[str, tuple[str, str]],
    by: User,
    at: datetime,
    is_automatic: bool = False,
) -> Saved:
    """Write what differs from what stands: rows by the code of their obligation, passages by "kind:section" with (text,
    what the page showed). What the page did not touch is never written over. Refuses a report that is no draft."""
    refuse_closed(report)
    with transaction.atomic():
        _lock(report)
        held = {row.obligation.code: row for row in report.rows.select_related("obligation")}
        outcomes = {code: _save_row(held[code], typed) for code, typed in rows.items() if code in held}
        told = {f"{one.kind}:{one.section}": one for one in report.passages.all()}
        outcomes |= {key: _save_passage(told[key], *given) for key, given in passages.items() if key in told}
        written = tuple(code for code, outcome in outcomes.items() if outcome == "written")
        if written:
            _touch(report, by, at)
            if not is_automatic:
                audit.record("save_report", (KIND, report.code), by=by, at=at, after={"changed": list(written)})
    return Saved(written, tuple(code for code, outcome in outcomes.items() if outcome == "clash"))


def same_as_before(report: Report, *, codes: Collection[str], by: User, at: datetime) -> int:
    """ "Như kỳ trước" for many rows: what was told the time before, under it what is there already. Rows without a time
    before are left alone; how many were filled."""
    rows = _open_rows(report, codes)
    before = last_before(row.obligation for row in rows)
    changed = []
    for row in rows:
        last = before.get(row.obligation_id)
        if last is None:
            continue
        is_nothing = last.state == "nothing-arose"
        row.answer = Answer.NOTHING if is_nothing else Answer.DONE
        if is_nothing:
            row.reason = row.reason or last.reason
        elif last.note and last.note not in row.text:
            row.text = f"{last.note}\n{row.text}".strip()[:LONGEST]
        changed.append(row)
    return _write_many(report, changed, "same_as_before", by=by, at=at)


def nothing_arose(report: Report, *, codes: Collection[str], reason: str, by: User, at: datetime) -> int:
    """One reason for many rows. Refuses an empty one."""
    reason = clean(reason).strip()
    if not reason:
        raise BadInput("reason-missing", "Ghi lý do không phát sinh: vì sao kỳ này không có việc.")
    rows = _open_rows(report, codes)
    for row in rows:
        row.answer, row.reason = Answer.NOTHING, reason
    return _write_many(report, rows, "nothing_arose", by=by, at=at)


def claim_rows(report: Report, *, codes: Collection[str], by: User, at: datetime) -> int:
    """ "Tự khai" for many rows: done, without a proof yet; counted apart."""
    rows = _open_rows(report, codes)
    for row in rows:
        row.answer, row.is_claimed = Answer.DONE, True
    return _write_many(report, rows, "claim_rows", by=by, at=at)


def prove_rows(report: Report, *, codes: Collection[str], proofs: Sequence[Proof], by: User, at: datetime) -> int:
    """One proof for many rows, entered once; a row that said nothing yet is done by that. Refuses no proof, no row."""
    given = [one for one in proofs if not one.is_empty]
    if not given:
        raise BadInput("proof-empty", "Chưa có minh chứng: nhập số văn bản, đường dẫn, chọn tệp hoặc minh chứng đã có.")
    rows = _open_rows(report, codes)
    with transaction.atomic():
        found = [one.existing or add_evidence(report.obligation, one, by=by, at=at) for one in given]
        _link(rows, found)
        for row in rows:
            row.answer = row.answer or Answer.DONE
            row.is_claimed = row.is_claimed and row.answer != Answer.DONE
        return _write_many(report, rows, "prove_rows", by=by, at=at)


def unprove_row(report: Report, *, code: str, evidence: Evidence, by: User, at: datetime) -> None:
    """Take a proof from a row of the draft; the proof itself stays."""
    (row,) = _open_rows(report, [code])
    with transaction.atomic():
        row.proofs.remove(evidence)
        _write_many(report, [row], "unprove_row", by=by, at=at)


def refuse_closed(report: Report) -> None:
    state = ReportState(report.state)
    if state not in EDITABLE:
        raise BadInput(
            "report-closed",
            "Báo cáo đang ở bước “{state}” nên không sửa được. Rút về để sửa, hoặc đợi trả lại.",
            state=Saying(WORDS[state]),
        )


def _save_row(row: ReportRow, typed: Typed) -> str:
    """ "same" | "kept" | "clash" | "written"."""
    entry = _cleaned(typed.entry)
    stands = stored(row).narrowed(entry.figures)
    if entry.digest() == stands.digest() or entry.digest() == typed.seen:
        return "same"
    if typed.seen and typed.seen != stands.digest():
        return "clash"
    ReportRow.objects.filter(pk=row.pk).update(**_values(entry, row), edition=F("edition") + 1)
    return "written"


def _values(entry: Entry, row: ReportRow) -> dict[str, Any]:
    """Figures that an older form asked for and this one does not stay beside the new."""
    kept = {part: one for part, one in row.figures.items() if int(part) not in entry.figures}
    figures = {**kept, **entry.as_figures()}
    for part, one in figures.items():
        before = row.figures.get(part, {})
        if "from" in before and (before.get("n"), before.get("d")) == (one.get("n"), one.get("d")):
            one["from"] = before["from"]
    return {
        "answer": entry.answer, "text": entry.text, "reason": entry.reason, "is_claimed": entry.is_claimed,
        "figures": figures, "is_kept": False,
    }  # fmt: skip


def _cleaned(entry: Entry) -> Entry:
    answer = entry.answer if entry.answer in Answer.values else ""
    text, reason = clean(entry.text).strip()[:LONGEST], clean(entry.reason).strip()[:LONGEST]
    return Entry(answer, text, reason, entry.is_claimed, entry.figures)


def _save_passage(passage: ReportPassage, text: str, seen: str) -> str:
    text = clean(text).strip()[:LONGEST]
    if text == passage.text or digest_of(text) == seen:
        return "same"
    if seen and seen != digest_of(passage.text):
        return "clash"
    ReportPassage.objects.filter(pk=passage.pk).update(text=text, edition=F("edition") + 1)
    return "written"


def _open_rows(report: Report, codes: Collection[str]) -> list[ReportRow]:
    """Rows that may be filled: those chosen, without what was settled already. Refuses none."""
    refuse_closed(report)
    rows = report.rows.filter(obligation__code__in=list(codes)).select_related("obligation__duty", "obligation")
    found = [row for row in rows.order_by("position") if not row.is_kept]
    if not found:
        raise BadInput("rows-none", "Chưa chọn dòng nào còn phải báo: đánh dấu các dòng rồi bấm lại.")
    return found


def _write_many(report: Report, rows: Sequence[ReportRow], verb: str, *, by: User, at: datetime) -> int:
    with transaction.atomic():
        _lock(report)
        for row in rows:
            row.edition += 1
        ReportRow.objects.bulk_update(rows, ["answer", "text", "reason", "is_claimed", "edition"])
        _touch(report, by, at)
        codes = [row.obligation.code for row in rows]
        audit.record(verb, (KIND, report.code), by=by, at=at, after={"rows": codes})
    return len(rows)


def _link(rows: Iterable[ReportRow], found: Sequence[Evidence]) -> None:
    through = ReportRow.proofs.through
    links = [through(reportrow_id=row.pk, evidence_id=one.pk) for row in rows for one in found]
    through.objects.bulk_create(links, ignore_conflicts=True)


def _lock(report: Report) -> None:
    """One writer of a report at a time: two pages of the same person save in turn."""
    Report.objects.select_for_update(of=("self",)).get(pk=report.pk)


def _touch(report: Report, by: User, at: datetime) -> None:
    Report.objects.filter(pk=report.pk).update(edition=F("edition") + 1, edited_by=by, edited_at=at)
    report.refresh_from_db(fields=["edition", "edited_by", "edited_at"])
