"""The chain of reports, commune to district or Home Affairs to province: what cannot be kept, said as findings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dondoc.duties.rules.labels import written
from dondoc.duties.rules.reporting import ReportPeriod
from dondoc.toolkit.period_names import period_name
from dondoc.toolkit.sayings import Saying, listed


@dataclass(frozen=True, slots=True)
class Link:
    """A rule as a link of the chain: who owes it and who takes it in, each by any stable name, and its periods."""

    number: int
    name: str
    owners: frozenset[str]
    receiver: str
    periods: tuple[ReportPeriod, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """`code` late-for-above | after-longer | before-close | due-inferred; `numbers` are the rules it is about."""

    code: str
    text: Saying
    numbers: tuple[int, ...]
    key: str = ""


def conflicts(links: Sequence[Link]) -> tuple[Conflict, ...]:
    """Everything that cannot be kept or that nobody said, by rule: a level that owes before its sources do; a quarter
    that falls due after the year that contains it; figures that would close after the report; days that no document
    prints."""
    found = [*_above(links), *_longer(links)]
    for one in links:
        found += _own(one)
    return tuple(found)


def _above(links: Sequence[Link]) -> Iterator[Conflict]:
    for below in links:
        for above in links:
            if below.number == above.number or below.receiver not in above.owners:
                continue
            theirs = {period.key: period for period in below.periods}
            for period in above.periods:
                source = theirs.get(period.key)
                if source is not None and period.due_on < source.due_on:
                    yield Conflict(
                        "late-for-above",
                        Saying(
                            "{period}: “{above}” đến hạn {due}, trước hạn của nguồn “{below}” ({source}). Lùi hạn trên "
                            "hoặc kéo hạn dưới lên trước.",
                            period=_told(period),
                            above=above.name,
                            due=written(period.due_on),
                            below=below.name,
                            source=written(source.due_on),
                        ),
                        (above.number, below.number),
                        period.key,
                    )


def _longer(links: Sequence[Link]) -> Iterator[Conflict]:
    """Told only where the same agencies owe both to the same receiver."""
    for short in links:
        for long in links:
            if short.receiver != long.receiver or not short.owners & long.owners:
                continue
            for one in short.periods:
                for other in long.periods:
                    is_within = other.starts_on <= one.starts_on and one.ends_on <= other.ends_on
                    if is_within and one.cycle != other.cycle and one.due_on > other.due_on:
                        yield Conflict(
                            "after-longer",
                            Saying(
                                "Báo cáo {period} đến hạn {due}, sau báo cáo {longer} ({longer_due}): báo cáo dài hơn "
                                "không kịp có số của kỳ này. Chọn bỏ kỳ này hoặc giữ cả hai.",
                                period=_told(one),
                                due=written(one.due_on),
                                longer=_told(other),
                                longer_due=written(other.due_on),
                            ),
                            (short.number, long.number),
                            one.key,
                        )


def _own(one: Link) -> Iterator[Conflict]:
    moved = [period for period in one.periods if period.is_close_inferred and period.cycle != "once"]
    if moved:
        days = listed(Saying("{period}: chốt {day}", period=_told(p), day=written(p.closes_on)) for p in moved)
        text = Saying(
            "“{name}” đến hạn trước ngày chốt số liệu chung. Ngày chốt suy ra: {days}.", name=one.name, days=days
        )
        yield Conflict("before-close", text, (one.number,))
    inferred = [period for period in one.periods if period.is_due_inferred]
    if inferred:
        days = listed(Saying("{period}: {day}", period=_told(p), day=written(p.due_on)) for p in inferred)
        text = Saying("“{name}” không in ngày. Hạn suy ra: {days}. Người phụ trách xác nhận.", name=one.name, days=days)
        yield Conflict("due-inferred", text, (one.number,))


def _told(period: ReportPeriod) -> Saying | str:
    return period_name(period.label) or period.label
