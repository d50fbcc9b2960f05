"""The reading of a consolidation: all reports of a period, what they come to, written down whole."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import F

from dondoc.duties.models import Duty, Period
from dondoc.figures.registry import Kind as ToldKind
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.reports.models import (
    Consolidation,
    ConsolidationLine,
    ConsolidationPassage,
    ConsolidationSource,
)
from dondoc.reports.queries import consolidation_reading as reading
from dondoc.reports.rules.consolidation import Entry, Line, Task, consolidate
from dondoc.reports.rules.passages import Remark, Voice, gather
from dondoc.reports.rules.states import EDITABLE, ReportState
from dondoc.toolkit.errors import BadInput

KIND = "consolidation"
FEW = 6  # of so many remarks on a subject all go into the body at first; of more, those that two or more made
Step = Callable[[int, int, str], AbstractContextManager[None]]
Remarks = dict[tuple[str, int], tuple[Remark, ...]]


def build(consolidation: Consolidation, *, at: datetime, step: Step | None = None) -> None:
    """Read all reports and write what they come to. The same reports give the same result; what the editor chose and
    wrote stays beside it. Refuses one that is no draft any more, or that stopped being one while it was read."""
    refuse_closed(consolidation)
    step = step or (lambda _done, _total, _note: nullcontext())
    period = Period.objects.select_related("rule__regime").get(pk=consolidation.period_id)
    sources = reading.sources_of(period, consolidation.agency)
    counted = [source for source in sources if source.is_counted]
    tasks = reading.Tasks()
    said: list[tuple[Task, Entry]] = []
    told: list[reading.Told] = []
    voices: list[tuple[str, int, Voice]] = []
    total, done = len(counted) + 1, 0
    for chunk in reading.chunks(sources):
        done += len(chunk)
        with step(done, total, f"đã đọc {done} báo cáo"):
            said += reading.entries_of(chunk, tasks)
            told += reading.told_of(chunk)
            voices += reading.voices_of(chunk)
    said += reading.missing_of(period, sources, tasks)
    lines, remarks = consolidate(said), _gathered(voices)
    with step(total, total, "đã tổng hợp"), transaction.atomic():
        hold_open(consolidation)
        _write(consolidation, sources, lines, told, remarks)
        after = {"reports": len(counted), "lines": len(lines), "of": len(sources)}
        Consolidation.objects.filter(pk=consolidation.pk).update(built_at=at, edition=F("edition") + 1)
        audit.record("build_consolidation", (KIND, consolidation.code), by=None, at=at, after=after)
    consolidation.refresh_from_db()


def refuse_closed(consolidation: Consolidation) -> None:
    if ReportState(consolidation.state) not in EDITABLE:
        raise BadInput("consolidation-closed", "Bản tổng hợp đã trình nên không sửa được: rút về trước khi sửa.")


def hold_open(consolidation: Consolidation) -> None:
    """Inside a transaction: nobody moves it on until this one is over. Refuses one that is no draft by now."""
    refuse_closed(Consolidation.objects.select_for_update().get(pk=consolidation.pk))


def _gathered(voices: Sequence[tuple[str, int, Voice]]) -> Remarks:
    subjects: dict[tuple[str, int], list[Voice]] = {}
    for kind, section, voice in voices:
        subjects.setdefault((kind, section), []).append(voice)
    return {subject: gather(found) for subject, found in sorted(subjects.items())}


def _write(
    consolidation: Consolidation,
    sources: Sequence[reading.Source],
    lines: Sequence[Line],
    told: Sequence[reading.Told],
    remarks: Remarks,
) -> None:
    consolidation.sources.all().delete()
    consolidation.lines.all().delete()
    ConsolidationSource.objects.bulk_create(
        ConsolidationSource(
            consolidation=consolidation,
            agency=one.agency,
            report=one.report,
            standing=one.standing,
            edition=one.report.edition if one.report else 0,
            is_requested=one.is_requested,
            due_on=one.due_on,
            sent_at=one.report.sent_at if one.report else None,
        )
        for one in sources
    )
    duties = dict(Duty.objects.filter(code__in=[line.task.key for line in lines]).values_list("code", "pk"))
    rows = [_line_row(consolidation, place, line, duties) for place, line in enumerate(lines, 1)]
    rows += _told_rows(consolidation, told, len(rows))
    ConsolidationLine.objects.bulk_create(rows)
    _write_passages(consolidation, remarks)


def _line_row(consolidation: Consolidation, place: int, line: Line, duties: dict[str, int]) -> ConsolidationLine:
    counts = line.counts
    sums = [
        {
            "part": one.part,
            "kind": one.figure.kind.value,
            "n": _plain(one.figure.numerator),
            "d": _plain(one.figure.denominator),
            "value": _plain(one.measured),
            "sources": one.sources,
            "met": one.is_met,
        }
        for one in line.sums
    ]
    entries = [
        [
            entry.source,
            entry.said.value,
            entry.occurrence,
            {str(part): [_plain(f.numerator), _plain(f.denominator)] for part, f in sorted(entry.figures.items())},
        ]
        for entry in line.entries
    ]
    return ConsolidationLine(
        consolidation=consolidation,
        position=place,
        duty_id=duties[line.task.key],
        title=line.task.title,
        section=line.task.section,
        component=line.task.component,
        counts={
            "done": counts.done,
            "done_late": counts.done_late,
            "nothing": counts.nothing,
            "not_yet": counts.not_yet,
            "missing": counts.missing,
        },
        sums=sums,
        entries=entries,
    )


def _told_rows(consolidation: Consolidation, told: Sequence[reading.Told], before: int) -> list[ConsolidationLine]:
    """Figures of other parts of the system: sums over sums. What is published and never added is left to its page."""
    by_name: dict[str, list[reading.Told]] = {}
    for one in told:
        if one.kind != ToldKind.SCORE.value:
            by_name.setdefault(one.name, []).append(one)
    rows = []
    for place, (name, found) in enumerate(sorted(by_name.items()), before + 1):
        below = [one.denominator for one in found if one.denominator is not None]
        upper, lower = sum((one.numerator for one in found), Decimal()), sum(below, Decimal()) if below else None
        kind = "mean" if found[0].kind == ToldKind.DURATION.value else found[0].kind
        summed = {"part": 0, "kind": kind, "n": _plain(upper), "d": _plain(lower), "sources": len(found)}
        rows.append(
            ConsolidationLine(
                consolidation=consolidation,
                position=place,
                name=name,
                title=found[0].label,
                sums=[summed],
                entries=[
                    [one.source, "", "", {"0": [_plain(one.numerator), _plain(one.denominator)]}]
                    for one in sorted(found, key=lambda one: one.source)
                ],
            )
        )
    return rows


def _write_passages(consolidation: Consolidation, remarks: Remarks) -> None:
    """New remarks come in, known ones keep what the editor made of them; what nobody says any more goes, unless it was
    edited: then it stays without voices, for the editor to decide."""
    held = {(row.kind, row.section, row.key): row for row in consolidation.passages.exclude(key="")}
    fresh, kept = [], []
    for kind, section, place, used, remark in _placed(remarks):
        row = held.pop((kind, section, remark.key), None) or _edited_before(held, kind, section, remark)
        if row is None:
            row = ConsolidationPassage(consolidation=consolidation, code=new_code(), kind=kind, section=section)
            row.text, row.is_used = remark.text, used
            fresh.append(row)
        else:
            kept.append(row)
        row.key, row.position, row.original = remark.key, place, remark.text
        row.voices = [[voice.source, voice.text] for voice in remark.voices]
    consolidation.passages.filter(pk__in=[row.pk for row in held.values() if not row.is_edited]).delete()
    consolidation.passages.filter(pk__in=[row.pk for row in held.values() if row.is_edited]).update(voices=[])
    ConsolidationPassage.objects.bulk_create(fresh)
    ConsolidationPassage.objects.bulk_update(kept, ["voices", "position", "key", "original"], batch_size=200)


def _placed(remarks: Remarks) -> Iterator[tuple[str, int, int, bool, Remark]]:
    for (kind, section), found in remarks.items():
        for place, remark in enumerate(found, 1):
            yield kind, section, place, len(found) <= FEW or len(remark.sources) > 1, remark


def _edited_before(
    held: dict[tuple[str, int, str], ConsolidationPassage], kind: str, section: int, remark: Remark
) -> ConsolidationPassage | None:
    """One that the editor worked on, of which this remark is a longer wording: they share a voice."""
    said = {(voice.source, voice.text) for voice in remark.voices}
    for key, row in held.items():
        if key[:2] == (kind, section) and row.is_edited and said & {(source, text) for source, text in row.voices}:
            return held.pop(key)
    return None


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"
