"""When a report opens, closes, falls due and locks where neither plan nor unit says it: dated data with source."""

from dataclasses import dataclass
from datetime import date

from dondoc.schedule.rules.periods import NATIONAL_CLOSING, ClosingRule


@dataclass(frozen=True, slots=True)
class Usage:
    """`after`: working days from the close of the figures to the day of the report (and back from a printed day that
    lies before the common close); `opens`: days before the due day from which the report may be written; `locks`:
    working days after it until what was accepted is locked. `sure`: "law", or "usage" of offices seen in their
    decisions, which a person confirms."""

    after: int
    opens: int
    locks: int
    citation: str
    sure: str
    valid_from: date
    valid_to: date | None = None


USAGES = (
    Usage(
        after=2,
        opens=20,
        locks=10,
        citation="Nghị định 09/2019/NĐ-CP, Điều 12 (chốt số liệu); 02 ngày làm việc sau ngày chốt là cách làm phổ biến",
        sure="usage",
        valid_from=date(2019, 3, 12),
    ),
)
CLOSINGS: tuple[ClosingRule, ...] = (NATIONAL_CLOSING,)


def usage_on(day: date) -> Usage:
    """What was usual on a day; the oldest for days before all."""
    return next((one for one in reversed(USAGES) if one.valid_from <= day), USAGES[0])


def closing_on(day: date) -> ClosingRule:
    """The State's closing rule on a day; before there was one the first is borrowed."""
    return next((one for one in reversed(CLOSINGS) if one.valid_from <= day), CLOSINGS[0])
