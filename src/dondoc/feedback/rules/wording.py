"""A term in words, for the citizen and for the officer: from when, how long, which days are left out and why."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from dondoc.feedback.rules.clock import Term, Unit
from dondoc.schedule.rules.deadlines import Skipped
from dondoc.toolkit.sayings import Saying

_UNITS = {Unit.HOURS: Saying("giờ"), Unit.DAYS: Saying("ngày"), Unit.WORKING_DAYS: Saying("ngày làm việc")}


def length(number: int, unit: Unit) -> Saying:
    """ "6 ngày làm việc"."""
    return Saying("{number} {unit}", number=number, unit=_UNITS[unit])


def explained(term: Term, *, transferred_at: datetime | None = None) -> list[str]:
    """One sentence for each thing that decides the due day, in the order in which a person would ask."""
    said = [f"Nhận lúc {moment(term.received_at)}."]
    if transferred_at is not None:
        said.append(f"Chuyển đúng thẩm quyền lúc {moment(transferred_at)}: thời hạn của cơ quan nhận tính từ đó.")
    came = transferred_at or term.received_at
    if term.starts_at != came.astimezone(term.starts_at.tzinfo):
        said.append(f"Ngoài giờ làm việc, nên tính như nhận lúc {moment(term.starts_at)}.")
    whose = f" ({term.rule.citation})" if term.rule.citation else ""
    said.append(f"Thời hạn {length(term.rule.number, term.rule.unit)}{whose}.")
    if term.number > term.rule.number:
        added = length(term.number - term.rule.number, term.rule.unit)
        said.append(f"Đã gia hạn thêm {added}.")
    if term.deadline is None:
        since = f" từ {moment(term.stands_since)}" if term.stands_since else ""
        return [*said, f"Thời hạn tạm dừng{since} để chờ người gửi bổ sung; nhận được thì tính tiếp."]
    if term.rule.unit is Unit.HOURS:
        said.append("Tính theo giờ liên tục, cả đêm và ngày nghỉ.")
    else:
        said.append("Ngày nhận không tính.")
    said += [f"Không tính {line}." for line in skipped_lines(term.deadline.skipped)]
    return [*said, f"Hạn: {moment(term.deadline.due)}."]


def skipped_lines(skipped: Sequence[Skipped]) -> list[str]:
    """Neighbouring days with one reason become one stretch: "16/02 đến 20/02/2026: Tết Nguyên đán (…)"."""
    return [f"{_stretch(first, last)}: {why}" for first, last, why in _runs(skipped)]


def moment(when: datetime) -> str:
    """ "21:30 ngày 12/02/2026"; the end of a day is "hết ngày"."""
    day = when.strftime("%d/%m/%Y")
    return f"hết ngày {day}" if (when.hour, when.minute) == (23, 59) else f"{when:%H:%M} ngày {day}"


def _runs(skipped: Iterable[Skipped]) -> Iterable[tuple[date, date, str]]:
    runs: list[tuple[date, date, str]] = []
    for one in sorted(set(skipped), key=lambda each: each.day):
        follows = runs and runs[-1][2] == one.why and one.day - runs[-1][1] == timedelta(days=1)
        if follows:
            runs[-1] = (runs[-1][0], one.day, one.why)
        else:
            runs.append((one.day, one.day, one.why))
    return runs


def _stretch(first: date, last: date) -> str:
    return f"{first:%d/%m/%Y}" if first == last else f"{first:%d/%m} đến {last:%d/%m/%Y}"
