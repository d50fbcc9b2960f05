"""The periods of a reporting rule, each with its days: from when figures count, when they close, when the report may be
written, when it is due, when it locks.

A rule without a printed day is due some working days after the close of the figures; a printed day before the common
close moves the close before it. Both are marked as inferred and wait for a person.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dondoc.duties.rules.closing import Usage, closing_on, usage_on
from dondoc.duties.rules.labels import label_of, written
from dondoc.schedule.rules import NATIONAL, Schedule, WorkingCalendar
from dondoc.schedule.rules.expressions import Anchor
from dondoc.schedule.rules.occurrences import day_of
from dondoc.schedule.rules.periods import Period, data_stretch, month_end, periods
from dondoc.schedule.rules.reporting import anchor_of

FORM = "report"
CYCLES = ("month", "quarter", "half-year", "nine-month", "year", "once")
CYCLE_WORDS: Mapping[str, str] = {
    "month": "tháng",
    "quarter": "quý",
    "half-year": "6 tháng",
    "nine-month": "9 tháng",
    "year": "năm",
    "once": "một lần",
}
_LENGTHS = {"month": 1, "quarter": 3, "half-year": 6, "nine-month": 9, "year": 12, "once": 0}
_BEFORE = {"month": "month", "quarter": "quarter", "half-year": "half-year", "nine-month": "quarter", "year": "year"}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Timing:
    """The days of a rule. `due` as `reporting_cycles` tells it, {"date": ISO} for a report owed once, or None;
    `closing` a day of the last month of a period, None for the State's rule; `only` narrows to named pieces ("Q1");
    `together` names the report in which this one is told ("báo cáo cải cách hành chính")."""

    due: Mapping[str, Any] | None = None
    closing: int | None = None
    after: int | None = None
    opens: int | None = None
    locks: int | None = None
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    together: str = ""

    def as_json(self) -> dict[str, Any]:
        """Only what is said."""
        said = {
            "due": dict(self.due) if self.due else None,
            "closing": self.closing,
            "after": self.after,
            "opens": self.opens,
            "locks": self.locks,
            "only": list(self.only),
            "skip": list(self.skip),
            "together": self.together,
        }
        return {name: value for name, value in said.items() if value not in (None, [], "")}


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """One report that is owed. `is_due_inferred`, `is_close_inferred`: no document says this day. `off` explains a day
    that was moved, `aim_on` is then the day to aim at."""

    key: str
    label: str
    cycle: str
    starts_on: date
    ends_on: date
    data_from: date
    opens_on: date
    closes_on: date
    due_on: date
    locks_on: date
    aim_on: date | None = None
    is_due_inferred: bool = False
    is_close_inferred: bool = False


def titled(title: str) -> str:
    """The name of a plan inside a sentence: "KẾ HOẠCH Nâng cao …" is "Kế hoạch nâng cao …"."""
    head, _sep, rest = title.partition(" ")
    words = f"{head} {rest}".strip()
    if words[:8].upper() == "KẾ HOẠCH":
        rest = words[8:].strip(" :.-–")
        return f"Kế hoạch {rest[:1].lower() if rest[1:2].islower() else rest[:1]}{rest[1:]}".strip()
    return words


def timing_from(form: Mapping[str, Any]) -> Timing:
    """The JSON form back; what is not known is left out."""
    numbers = {name: int(form[name]) for name in ("closing", "after", "opens", "locks") if form.get(name) is not None}
    return Timing(
        due=form.get("due") or None,
        only=tuple(form.get("only") or ()),
        skip=tuple(form.get("skip") or ()),
        together=str(form.get("together") or ""),
        **numbers,
    )


def report_periods(
    cycle: str, timing: Timing, *, year: int, calendar: WorkingCalendar = NATIONAL, with_year: bool = True
) -> tuple[ReportPeriod, ...]:
    """All periods of a rule in a year, by day. `with_year`: a report on the year is owed too, so of the half-years only
    the first has one."""
    if cycle == "once":
        return tuple(_once(timing, year, calendar))
    found = (_told(one, timing, calendar) for one in periods(cycle, year, with_year=with_year))
    return tuple(one for one in found if _is_asked(one.key, timing))


def covered(own: Sequence[ReportPeriod], longer: Sequence[ReportPeriod]) -> Mapping[str, str]:
    """Keys of `own` that are told in a longer report: it ends with the same month and is due on the same day. The
    second quarter goes with the half-year, the fourth with the year."""
    found: dict[str, str] = {}
    for one in own:
        for other in sorted(longer, key=lambda o: _LENGTHS[o.cycle]):
            is_longer = _LENGTHS[other.cycle] > _LENGTHS[one.cycle]
            if is_longer and (other.ends_on, other.due_on) == (one.ends_on, one.due_on):
                found.setdefault(one.key, other.key)
    return found


def asked_periods(
    form: Mapping[str, Any], *, year: int, calendar: WorkingCalendar = NATIONAL
) -> tuple[tuple[ReportPeriod, str], ...]:
    """Of the JSON form of a rule, as its duty keeps it ({"cycle", "timing", "longer": [the same], "with_year"}): each
    period with the key of the longer one in whose report it is told ("" for its own)."""
    with_year = bool(form.get("with_year", True))

    def of(rule: Mapping[str, Any]) -> tuple[ReportPeriod, ...]:
        timing = timing_from(rule.get("timing") or {})
        return report_periods(str(rule["cycle"]), timing, year=year, calendar=calendar, with_year=with_year)

    own = of(form)
    longer = [period for rule in form.get("longer") or () for period in of(rule)]
    told = covered(own, longer)
    return tuple((one, told.get(one.key, "")) for one in own)


def explained(one: ReportPeriod, text: str, calendar: WorkingCalendar = NATIONAL) -> dict[str, Any]:
    """Why the report is due on its day, for people: the printed words, the three days, the days passed over."""
    rule = f"Số liệu từ {written(one.data_from)} đến {written(one.closes_on)}; hạn gửi {written(one.due_on)}; "
    rule += f"khóa sau {written(one.locks_on)}."
    if one.is_due_inferred:
        rule += " Văn bản không in ngày: hạn suy ra từ ngày chốt số liệu, đã được người xác nhận."
    if one.is_close_inferred:
        rule += " Hạn đến trước ngày chốt số liệu chung: ngày chốt lùi về trước hạn (suy ra)."
    if one.aim_on:
        rule += f" Ngày in rơi vào ngày nghỉ; nên xong trong ngày {written(one.aim_on)}."
    skipped = list(_off_between(one.aim_on or one.due_on, one.due_on, calendar))
    cited = closing_on(one.due_on).citation
    return {"text": text, "rule": rule, "skipped": skipped, "cited": cited}


def add_working(day: date, number: int, calendar: WorkingCalendar) -> date:
    """The working day that lies `number` working days after a day (before it, where negative)."""
    step = _ONE_DAY if number > 0 else -_ONE_DAY
    left = abs(number)
    while left:
        day += step
        left -= calendar.is_working(day)
    return day


def _told(period: Period, timing: Timing, calendar: WorkingCalendar) -> ReportPeriod:
    usage = usage_on(period.last)
    anchored = _printed_day(period, timing)
    due_on, aim_on, closes_on, moved = _days(period, anchored, timing, usage, calendar)
    opens_on = max(min(period.first, due_on), due_on - timedelta(days=timing.opens or usage.opens))
    return ReportPeriod(
        key=period.key,
        label=label_of(period.key, Schedule("recurring", every=(period.cycle,))),
        cycle=period.cycle,
        starts_on=period.first,
        ends_on=period.last,
        data_from=_data_from(period, timing, calendar),
        opens_on=opens_on,
        closes_on=closes_on,
        due_on=due_on,
        locks_on=add_working(due_on, timing.locks or usage.locks, calendar),
        aim_on=aim_on,
        is_due_inferred=anchored is None,
        is_close_inferred=moved,
    )


def _days(
    period: Period, anchored: tuple[date, bool] | None, timing: Timing, usage: Usage, calendar: WorkingCalendar
) -> tuple[date, date | None, date, bool]:
    """(due, day to aim at, close, whether the close was moved before the due day)."""
    after = timing.after or usage.after
    close = _close(period, timing)
    if anchored is None:
        return add_working(close, after, calendar), None, close, False
    day, is_before = anchored
    due_on = calendar.last_working_before(day) if is_before else calendar.next_working(day)
    aim_on = calendar.last_working_before(day) if not is_before and due_on != day else None
    if close <= due_on:
        return due_on, aim_on, close, False
    return due_on, aim_on, add_working(due_on, -after, calendar), True


def _close(period: Period, timing: Timing) -> date:
    if timing.closing is None:
        return data_stretch(period, closing_on(period.last))[1]
    end = month_end(period.last.year, period.last.month)
    return end.replace(day=min(timing.closing, end.day))


def _printed_day(period: Period, timing: Timing) -> tuple[date, bool] | None:
    """The printed day of the calendar and whether it stands behind "trước"; None where the rule prints none here."""
    if not timing.due:
        return None
    anchor: Anchor = anchor_of(timing.due, period.cycle)
    day = day_of(anchor, period)
    return None if day is None else (day, anchor.before)


def _data_from(period: Period, timing: Timing, calendar: WorkingCalendar) -> date:
    """The day after the figures of the stretch before were closed: nothing falls between two reports."""
    before = _period_before(period)
    anchored = _printed_day(before, timing)
    return _days(before, anchored, timing, usage_on(before.last), calendar)[2] + _ONE_DAY


def _period_before(period: Period) -> Period:
    """The stretch that ends the day before; what begins with the year follows the year before, or its last piece."""
    cycle = _BEFORE[period.cycle]
    last = period.first - _ONE_DAY
    return next(one for one in periods(cycle, last.year) if one.last == last)


def _once(timing: Timing, year: int, calendar: WorkingCalendar) -> Iterator[ReportPeriod]:
    due = timing.due or {}
    if not due.get("date"):
        return
    day = date.fromisoformat(str(due["date"]))
    if day.year != year:
        return
    usage = usage_on(day)
    due_on = calendar.last_working_before(day) if due.get("before") else calendar.next_working(day)
    close = add_working(due_on, -(timing.after or usage.after), calendar)
    if timing.closing is not None:
        close = min(due_on, day.replace(day=min(timing.closing, day.day)))
    yield ReportPeriod(
        key=f"once:{day.isoformat()}",
        label=f"Một lần, hạn {written(due_on)}",
        cycle="once",
        starts_on=date(day.year, 1, 1),
        ends_on=day,
        data_from=date(day.year, 1, 1),
        opens_on=due_on - timedelta(days=timing.opens or usage.opens),
        closes_on=close,
        due_on=due_on,
        locks_on=add_working(due_on, timing.locks or usage.locks, calendar),
        is_close_inferred=timing.closing is None,
    )


def _is_asked(key: str, timing: Timing) -> bool:
    piece = key.partition("-")[2] or key
    return piece not in timing.skip and (not timing.only or piece in timing.only)


def _off_between(first: date, last: date, calendar: WorkingCalendar) -> Iterator[dict[str, str]]:
    day = first + _ONE_DAY
    while day < last:
        why = calendar.why_off(day)
        if why:
            yield {"day": day.isoformat(), "why": why}
        day += _ONE_DAY
