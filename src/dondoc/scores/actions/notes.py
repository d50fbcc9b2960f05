"""What is known of a year beyond its figures: why a province has no result, where comparison with the past ends."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.records.actions import audit
from dondoc.scores.models import AbsenceNote, BreakNote
from dondoc.scores.queries.store import stored
from dondoc.scores.rules.panel import TOTAL
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean

FIRST, LAST = 2011, 2100


def note_absence(
    year: int, place: str, *, missing: Sequence[str], reason: str, source: str, source_on: date, by: User, at: datetime
) -> None:
    """Say why a province has no result in a year (`missing` empty: no result at all, else its dimensions), with the day
    and place where that stands; what was said before of it is replaced. Refuses a place that the year has not, one
    whose total stands, and no source."""
    panel, source = stored().panel, _source(source)
    _check(year, source)
    if place not in panel.names(year):
        raise BadInput("place-unknown", "Năm {year} không có tỉnh, thành phố này trong danh sách của PAPI.", year=year)
    if place in panel.column(TOTAL, year):
        raise BadInput(
            "result-stands",
            "Năm {year} {name} có điểm tổng hợp: không phải bị loại.",
            year=year,
            name=panel.names(year)[place],
        )
    told = {"missing": " ".join(missing)[:60] or "all", "reason": " ".join(clean(reason).split())[:300]}
    with transaction.atomic():
        stamp = {"source": source, "source_on": source_on, "entered_at": at, "entered_by": by}
        AbsenceNote.objects.update_or_create(year=year, place=place, defaults={**told, **stamp})
        after = {"place": place, **told, "source": source, "source_on": source_on.isoformat()}
        audit.record("note_absence", ("score-note", str(year)), by=by, at=at, after=after)


def note_break(year: int, code: str, *, source: str, source_on: date, by: User, at: datetime) -> None:
    """Say that a component is measured otherwise than in the year before, or ("TOTAL") that a new sample begins.
    Refuses what the year does not measure, what is known already, and no source."""
    panel, source = stored().panel, _source(source)
    _check(year, source)
    components = {concept.code for concept in panel.frame(year) if concept.level == "component"}
    if code != TOTAL and code not in components:
        raise BadInput("component-unknown", "Năm {year} không có nội dung thành phần “{code}”.", year=year, code=code)
    is_known = (year, code) in panel.breaks or any(
        code == TOTAL and block.first == year and not block.is_expected for block in panel.blocks
    )
    if is_known and not BreakNote.objects.filter(year=year, code=code).exists():
        raise BadInput("break-known", "Mốc này đã có sẵn. Không phải ghi thêm.")
    with transaction.atomic():
        stamp = {"source": source, "source_on": source_on, "entered_at": at, "entered_by": by}
        BreakNote.objects.update_or_create(year=year, code=code, defaults=stamp)
        after = {"code": code, "source": source, "source_on": source_on.isoformat()}
        audit.record("note_break", ("score-note", str(year)), by=by, at=at, after=after)


def withdraw_note(note: AbsenceNote | BreakNote, *, by: User, at: datetime) -> None:
    """Take out a note that was wrong; the trail keeps what it said."""
    what = note.place if isinstance(note, AbsenceNote) else note.code
    with transaction.atomic():
        before = {"of": what, "source": note.source, "source_on": note.source_on.isoformat()}
        audit.record("withdraw_note", ("score-note", str(note.year)), by=by, at=at, before=before)
        note.delete()


def _check(year: int, source: str) -> None:
    if not FIRST <= year <= LAST:
        raise BadInput("note-year", "Năm phải từ {first} đến {last}.", first=FIRST, last=LAST)
    if not source:
        raise BadInput("source-empty", "Chưa ghi nguồn. Ghi tên báo cáo, trang hoặc địa chỉ nơi đã đọc.")


def _source(text: str) -> str:
    return " ".join(clean(text).split())[:300]
