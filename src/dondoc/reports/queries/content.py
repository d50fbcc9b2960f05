"""What stands in a report: the rows of its sheet with all that helps to fill them, its passages, what it still
lacks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.duties.models import Difficulty, Evidence, Obligation
from dondoc.duties.queries.standing import Standing, standing
from dondoc.duties.rules import judging
from dondoc.duties.rules.aims import Asked, asked_of
from dondoc.duties.rules.lateness import Days
from dondoc.duties.rules.states import MOVES, OWED, State
from dondoc.figures.registry import Kind as ToldKind
from dondoc.framework.queries.names import dimension_name
from dondoc.reports.models import Answer, PassageKind, Report, ReportFigure, ReportPassage, ReportRow
from dondoc.reports.queries.entries import stored
from dondoc.reports.queries.work import is_beyond, last_before
from dondoc.reports.rules.answers import Entry, Fault, faults, figures_of
from dondoc.schedule.rules.deadlines import VIETNAM
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying
from dondoc.web import formats
from dondoc.web.formats import said


@dataclass(frozen=True, slots=True)
class Number:
    """A figure that the row asks for, with what stands in it, last time's, and whether the aim is met."""

    asked: Asked
    numerator: str
    denominator: str
    last: str
    told_by: str
    is_met: bool | None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row. `key` is the code of its obligation; `seen` the digest of what is shown."""

    key: str
    position: int
    title: str
    section: int
    component: str
    label: str
    target: str
    entry: Entry
    seen: str
    standing: Standing
    is_kept: bool
    is_late: bool
    is_due: bool
    last_label: str
    last_text: str
    numbers: tuple[Number, ...]
    older: tuple[str, ...]
    proofs: tuple[Evidence, ...]
    faults: tuple[Fault, ...]
    is_returned: bool
    return_reason: str
    serves: bool
    theirs: str = ""

    @property
    def answer_words(self) -> str:
        return str(Answer(self.entry.answer).label) if self.entry.answer else "chưa báo"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one dimension of the index."""

    section: int
    name: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """What keeps the report from going up: where it is, for people, and the anchor of the place."""

    where: str
    text: Saying
    anchor: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """Of the rows, how many are done, nothing arose, not yet (late among them), not said."""

    total: int
    done: int
    nothing: int
    not_yet: int
    late: int
    unsaid: int
    claimed: int


def sheet_rows(report: Report, today: date) -> list[SheetRow]:
    """All rows in the order of the plan. Five queries, whatever their number."""
    rows = list(
        report.rows.select_related("obligation__duty", "obligation__held_by")
        .prefetch_related("proofs")
        .order_by("position")
    )
    rows.sort(key=lambda row: (row.obligation.section or 99, row.position))
    before, days = last_before(row.obligation for row in rows), Days()
    return [_row(row, report, before.get(row.obligation_id), today, days) for row in rows]


def groups_of(rows: Iterable[SheetRow]) -> list[Group]:
    found: dict[int, list[SheetRow]] = {}
    for row in rows:
        found.setdefault(row.section, []).append(row)
    ordered = sorted(found.items(), key=lambda pair: pair[0] or 99)
    return [Group(section, section_name(section), tuple(group)) for section, group in ordered]


def section_name(section: int) -> str:
    name = dimension_name(section)
    return f"{section}. {name}" if name else _("Nhiệm vụ chung")


def passages_of(report: Report) -> list[tuple[ReportPassage, str]]:
    """Passages in the order of the paper, each with its name."""
    order = {kind: number for number, kind in enumerate(PassageKind)}
    rows = sorted(report.passages.all(), key=lambda one: (order[PassageKind(one.kind)], one.section))
    return [(one, passage_name(one.kind, one.section)) for one in rows]


def passage_name(kind: str, section: int) -> str:
    if kind == PassageKind.DIMENSION:
        return _("Nội dung %(name)s") % {"name": section_name(section)}
    return said(PassageKind(kind).label).capitalize()


def results_of(rows: Iterable[SheetRow]) -> Results:
    told = list(rows)
    answers = [row.entry.answer for row in told]
    not_yet = [row for row in told if row.entry.answer == Answer.NOT_YET]
    return Results(
        total=len(told),
        done=answers.count(Answer.DONE),
        nothing=answers.count(Answer.NOTHING),
        not_yet=len(not_yet),
        late=sum(row.is_late for row in told),
        unsaid=sum(not row.entry.answer and row.is_due for row in told),
        claimed=sum(row.entry.answer == Answer.DONE and row.entry.is_claimed and not row.proofs for row in told),
    )


def report_faults(report: Report, today: date, rows: list[SheetRow] | None = None) -> list[Lack]:
    """All that a report lacks before it may be submitted; nothing where it may. An empty report is not a report."""
    rows = sheet_rows(report, today) if rows is None else rows
    found = [
        Lack(Saying("Dòng {number}", number=number), fault.text, f"dong-{row.key}", fault.field)
        for number, row in enumerate(rows, 1)
        for fault in row.faults
    ]
    said = any(passage.text for passage in report.passages.all())
    if not found and not said and not any(row.entry.answer for row in rows):
        text = Saying("Báo cáo chưa có nội dung: ghi kết quả ở các dòng hoặc đánh giá chung.")
        found.append(Lack(Saying("Báo cáo"), text, "thuyet-minh"))
    found += [
        Lack(passage_name(one.kind, one.section), Saying("Bị trả lại: {why}", why=one.return_reason), "thuyet-minh")
        for one in report.passages.all()
        if one.is_returned and not one.text
    ]
    return found


def difficulties_of(report: Report) -> list[Difficulty]:
    """What the agency raised in the stretch of the figures or since, and what still waits for its answer: each is owed
    by whoever can settle it. One query."""
    rows = Difficulty.objects.filter(agency=report.agency_id).exclude(state=Difficulty.State.WITHDRAWN)
    begun = datetime.combine(report.period.data_from, time.min, VIETNAM)
    recent = Q(raised_at__gte=begun) | Q(state=Difficulty.State.OPEN)
    until = report.sent_at or timezone.now()
    return list(rows.filter(recent, raised_at__lte=until).select_related("owner").order_by("raised_at", "pk"))


def told_words(one: ReportFigure) -> str:
    """ "45/50 (90,0 %)", "12 ngày trung bình", "1.234"."""
    if one.kind == ToldKind.SHARE and one.denominator:
        share = formats.number(one.numerator * 100 / one.denominator, 1)
        return f"{formats.number(plain(one.numerator))}/{formats.number(plain(one.denominator))} ({share} %)"
    if one.kind == ToldKind.DURATION and one.denominator:
        return Saying("{days} ngày trung bình", days=formats.number(one.numerator / one.denominator, 1))
    return formats.number(plain(one.numerator))


def content_of(report: Report) -> dict[str, Any]:
    """The whole report as data, as it goes out: for versions and for papers."""
    rows = sheet_rows(report, timezone.localdate())
    return {
        "title": report.title,
        "number": report.number,
        "symbol": report.symbol,
        "signed_on": report.signed_on,
        "signer": report.signer,
        "rows": [_told(row) for row in rows],
        "passages": {name: one.text for one, name in passages_of(report) if one.text},
        "figures": {one.label: told_words(one) for one in report.told.order_by("name")},
        "difficulties": [{"text": d.text, "owner": d.owner.name, "answer": d.answer} for d in difficulties_of(report)],
    }


def plain(number: Decimal) -> Decimal:
    """Without zeros behind the point: 12.000 is 12."""
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()


def _told(row: SheetRow) -> Mapping[str, Any]:
    return {
        "key": row.key,
        "title": row.title,
        "section": row.section,
        "component": row.component,
        "label": row.label,
        "answer": row.answer_words,
        "text": row.entry.text,
        "reason": row.entry.reason,
        "claimed": row.entry.is_claimed,
        "figures": {one.asked.text: _pair(one) for one in row.numbers if one.numerator},
        "proofs": [proof_words(one) for one in row.proofs],
    }


def proof_words(one: Evidence) -> str:
    return f"{one.number} – {one.title}" if one.number and one.number not in one.title else one.title


def _row(row: ReportRow, report: Report, before: Obligation | None, today: date, days: Days) -> SheetRow:
    one = row.obligation
    asked, proofs = asked_of(one.duty.targets), tuple(row.proofs.all())
    entry = stored(row)
    judged = standing(one, today, days=days)
    is_late, is_due = judged.is_late, not is_beyond(one, report.period)
    is_told = row.is_kept or one.state == State.EXEMPT.value
    lacking = () if is_told else faults(entry, asked=asked, has_proof=bool(proofs), is_late=is_late, is_due=is_due)
    parts = {part.part for part in asked}
    return SheetRow(
        key=one.code,
        position=row.position,
        title=one.duty.title,
        section=one.section or 0,
        component=one.component,
        label=one.label,
        target="; ".join(part.text for part in asked),
        entry=entry,
        seen=entry.narrowed(parts).digest(),
        standing=judged,
        is_kept=row.is_kept,
        is_late=is_late,
        is_due=is_due and State(one.state) in {*OWED, State.NOT_OPEN},
        last_label=before.label if before else "",
        last_text=(before.note or before.reason) if before else "",
        numbers=_numbers(entry, asked, row),
        older=tuple(
            f"{figure.get('n', '')}/{figure.get('d', '')}".strip("/")
            for part, figure in row.figures.items()
            if int(part) not in parts
        ),
        proofs=proofs,
        faults=lacking,
        is_returned=row.is_returned,
        return_reason=row.return_reason,
        serves=one.duty.serves_id is not None and State(one.state) in MOVES["settle"] and not row.is_kept,
    )


def _pair(one: Number) -> str:
    return f"{one.numerator}/{one.denominator}".strip("/")


def _numbers(entry: Entry, asked: tuple[Asked, ...], row: ReportRow) -> tuple[Number, ...]:
    try:
        given = figures_of(entry, asked)
    except BadInput:
        given = {}
    found = []
    for one in asked:
        numerator, denominator = entry.figures.get(one.part, ("", ""))
        figure = given.get(one.part)
        met = judging.met(one.aim, figure) if one.aim and figure else None
        told_by = str(row.figures.get(str(one.part), {}).get("from", ""))
        found.append(Number(one, numerator, denominator, "", told_by, met))
    return tuple(found)
