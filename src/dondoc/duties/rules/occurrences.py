"""The times that a duty is owed in a year: key, label, the days, and why that day.

A thing without a day of its own (continuous, by law, by another plan, not understood) is owed once per base cycle, so
that nothing stays green for ever. What would be due before the plan was issued is not owed, unless it is entered as
history. Event-bound work waits until its event is recorded (`occurrence_of_event`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from dondoc.duties.rules import reporting
from dondoc.duties.rules.labels import label_of, written
from dondoc.duties.rules.schedules import schedule_from
from dondoc.schedule.rules import NATIONAL, Schedule, WorkingCalendar, explain
from dondoc.schedule.rules.deadlines import VIETNAM
from dondoc.schedule.rules.expressions import Anchor
from dondoc.schedule.rules.occurrences import occurrences

ONCE = "once"
_END_OF_DAY = time(23, 59, 59)
_ONE_DAY = timedelta(days=1)
_WITHOUT_DAY = {"continuous", "by-law", "other"}
_TERM = re.compile(r"(?P<number>\d{1,3})\s*(?P<unit>ngày làm việc|ngày|giờ|h\b)", re.IGNORECASE)
_CYCLE_WORDS = {"month": "tháng", "quarter": "quý", "half-year": "6 tháng", "year": "năm"}


@dataclass(frozen=True, slots=True)
class DutyOccurrence:
    """`due_on` is the day of `due_at` in Viet Nam; both None never happens here, but events may leave them so.
    `explained` is {"text", "rule", "skipped": [{"day", "why"}], "cited"}."""

    key: str
    label: str
    opens_on: date
    due_on: date
    due_at: datetime
    aim_on: date | None = None
    is_history: bool = False
    explained: Mapping[str, Any] = field(default_factory=dict)


def occurrences_of(
    form: Mapping[str, Any],
    *,
    year: int,
    issued_on: date,
    calendar: WorkingCalendar = NATIONAL,
    base_cycle: str = "quarter",
    base_anchors: tuple[Anchor, ...] = (),
    with_history: bool = False,
) -> tuple[DutyOccurrence, ...]:
    """What the JSON form of a schedule asks in a year, by due day. `base_anchors`: the day on which the report of a
    base cycle is due. An occurrence under way when the plan is issued opens on that day. Keys do not depend on the
    calendar, so that a holiday declared later moves a day and makes nothing twice."""
    if form.get("kind") == reporting.FORM:
        return tuple(_reports(form, year, issued_on, calendar, with_history))
    schedule = schedule_from(form, year=year)
    asked = schedule
    if schedule.kind in _WITHOUT_DAY and base_anchors:
        asked = Schedule("recurring", schedule.text, every=(base_cycle,), anchors=base_anchors)
    found = occurrences(asked, year, calendar, base_cycle=base_cycle)
    is_once = len(found) == 1 and _is_once(schedule)
    out = []
    for one in found:
        is_history = one.due_on < issued_on
        if is_history and not with_history:
            continue
        out.append(
            DutyOccurrence(
                key=ONCE if is_once else one.key,
                label=label_of(one.key, asked, base_cycle),
                opens_on=one.opens_on if is_history else max(one.opens_on, issued_on),
                due_on=one.due_on,
                due_at=end_of(one.due_on),
                aim_on=one.aim_on,
                is_history=is_history,
                explained=_explained(schedule, asked, one.due_on, one.aim_on, calendar, base_cycle),
            )
        )
    return tuple(out)


def occurrence_of_event(
    form: Mapping[str, Any], *, code: str, name: str, on: date, recorded_on: date, calendar: WorkingCalendar = NATIONAL
) -> DutyOccurrence:
    """The one occurrence that an event opens. "trước …" is due the last working day before it; a printed term ("05 ngày
    làm việc kể từ …") runs from it, day zero; all else is due on its day or the next working day."""
    schedule = schedule_from(form)
    rule, due_at = _due_of_event(schedule, on, calendar)
    due_on = due_at.astimezone(VIETNAM).date()
    skipped = list(_skipped(on, due_on, calendar))
    explained = {"text": schedule.text, "rule": rule, "skipped": skipped, "cited": _cited(skipped)}
    label = f"{name} ({written(on)})"
    return DutyOccurrence(f"event:{code}", label[:120], min(recorded_on, due_on), due_on, due_at, explained=explained)


def end_of(day: date) -> datetime:
    """The last second of a day in Viet Nam (BLDS 2015 Đ.148 khoản 6: a term ends at 24:00)."""
    return datetime.combine(day, _END_OF_DAY, VIETNAM)


def moved(one: DutyOccurrence, due_on: date) -> DutyOccurrence:
    """The same with another due day, such as one that a person set."""
    return replace(one, due_on=due_on, due_at=end_of(due_on), aim_on=None)


def _reports(
    form: Mapping[str, Any], year: int, issued_on: date, calendar: WorkingCalendar, with_history: bool
) -> Iterator[DutyOccurrence]:
    """Reports by the periods of their rule, without those that are told in a longer one."""
    text = str(form.get("text") or "")
    for one, told_in in reporting.asked_periods(form["normalised"], year=year, calendar=calendar):
        is_history = one.due_on < issued_on
        if told_in or (is_history and not with_history):
            continue
        yield DutyOccurrence(
            key=one.key,
            label=one.label,
            opens_on=one.opens_on if is_history else max(one.opens_on, issued_on),
            due_on=one.due_on,
            due_at=end_of(one.due_on),
            aim_on=one.aim_on,
            is_history=is_history,
            explained=reporting.explained(one, text, calendar),
        )


def _is_once(schedule: Schedule) -> bool:
    """Said once, whatever the year it is asked for: a day with its year, a stretch."""
    return schedule.kind == "range" or (
        schedule.kind == "date" and schedule.op != "from" and all(point.year for point in schedule.points)
    )


def _due_of_event(schedule: Schedule, on: date, calendar: WorkingCalendar) -> tuple[str, datetime]:
    term = _TERM.search(schedule.text)
    flat = schedule.text.strip().lower()
    if term and not flat.startswith("trước"):
        number, unit = int(term["number"]), term["unit"].lower()
        named = {"ngày làm việc": "working_days", "ngày": "days"}.get(unit, "hours")
        start = datetime.combine(on, time.min, VIETNAM)
        deadline = explain(start, **{named: number}, calendar=calendar)  # type: ignore[arg-type]
        return f"{number} {unit} kể từ ngày {written(on)}; ngày đó không tính.", deadline.due
    if flat.startswith("trước") or schedule.phases[:1] == ("before",):
        return f"Xong trước ngày {written(on)}: ngày làm việc cuối cùng trước ngày đó.", end_of(
            calendar.last_working_before(on)
        )
    return f"Tính theo ngày diễn ra: {written(on)}.", end_of(calendar.next_working(on))


def _explained(
    schedule: Schedule, asked: Schedule, due_on: date, aim_on: date | None, calendar: WorkingCalendar, base_cycle: str
) -> dict[str, Any]:
    """Why the thing is due on this day, for people: the printed words, the rule in a sentence, the days passed over."""
    if aim_on is not None:
        skipped = list(_skipped(aim_on, due_on, calendar))
        rule = f"Ngày cuối rơi vào ngày nghỉ: hạn là ngày làm việc tiếp theo, {written(due_on)}; "
        rule += f"nên xong trong ngày {written(aim_on)}."
    elif _is_before(asked):
        skipped = list(_off_after(due_on, calendar))
        rule = "“Trước ngày” nghĩa là chậm nhất ngày làm việc cuối cùng trước ngày đó."
    else:
        skipped, rule = [], "Hạn là ngày cuối của thời gian đã ghi."
    if schedule.kind in _WITHOUT_DAY or (schedule.kind == "recurring" and not schedule.every):
        cycle = _CYCLE_WORDS.get(base_cycle, base_cycle)
        rule = f"Kế hoạch không ghi ngày cho việc này: tính mỗi {cycle} một lần. {rule}"
    return {"text": schedule.text, "rule": rule, "skipped": skipped, "cited": _cited(skipped)}


def _is_before(schedule: Schedule) -> bool:
    return schedule.op == "before" or any(anchor.before for anchor in schedule.anchors)


def _cited(skipped: list[dict[str, str]]) -> str:
    return "Bộ luật Dân sự 2015, Điều 148; Bộ luật Lao động 2019, Điều 112" if skipped else ""


def _skipped(after: date, until: date, calendar: WorkingCalendar) -> Iterator[dict[str, str]]:
    day = after + _ONE_DAY
    while day < until:
        why = calendar.why_off(day)
        if why:
            yield {"day": day.isoformat(), "why": why}
        day += _ONE_DAY


def _off_after(day: date, calendar: WorkingCalendar) -> Iterator[dict[str, str]]:
    """Days off that stand between a due day and the day named after "trước"."""
    day += _ONE_DAY
    while why := calendar.why_off(day):
        yield {"day": day.isoformat(), "why": why}
        day += _ONE_DAY
