"""What is read of an official workbook: its scores, what is wrong and where, and how workbooks of an index speak."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dondoc.framework.rules.papi import Concept
from dondoc.scores.rules.labels import Label, read_label
from dondoc.scores.rules.panel import FIRST_YEAR_OF_34, Panel
from dondoc.scores.rules.provinces import nearest_province
from dondoc.toolkit.sayings import Saying

FIRST_YEAR, LAST_YEAR_OF_63 = 2011, 2024


@dataclass(frozen=True, slots=True)
class Record:
    """One score as read, and the place it was read from ("2023_VIE_ENG!D14")."""

    year: int
    code: str
    province: str
    statistic: str
    score: Decimal
    place: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at: a stable code, where, and a Vietnamese sentence. With a fault nothing may be stored."""

    code: str
    place: str
    sentence: Saying
    is_fault: bool = True


@dataclass(frozen=True, slots=True)
class Workbook:
    """All that was read of a workbook. `records` are unique by year, code, province and statistic."""

    records: tuple[Record, ...]
    remarks: tuple[Remark, ...]

    @property
    def faults(self) -> tuple[Remark, ...]:
        """What stands in the way of storing."""
        return tuple(remark for remark in self.remarks if remark.is_fault)

    @property
    def years(self) -> tuple[int, ...]:
        """Years with scores, in order."""
        return tuple(sorted({record.year for record in self.records}))


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a workbook of an index is read: what a head names, whose name a cell is, how many places make a table.
    `years` are measured without a published edition; `unsummed` are those whose total is no sum of its parts; `total`
    holds the ends of totals by year."""

    label: Callable[[str, int, tuple[Concept, ...] | None], Label] = read_label
    named: Callable[[str, Mapping[str, str]], tuple[str, bool] | None] = nearest_province
    enough: int = 10
    years: range = range(FIRST_YEAR, LAST_YEAR_OF_63 + 1)
    unsummed: frozenset[int] = frozenset()
    total: Mapping[int, tuple[str, str]] = field(default_factory=dict)


PAPI = Scheme()


@dataclass(slots=True)
class Reading:
    """What a reading has found so far; `fault` and `note` add remarks."""

    panel: Panel
    scheme: Scheme
    records: dict[tuple[int, str, str, str], Record] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def provinces(self) -> Mapping[str, str]:
        """Names by which tables of provinces are known: those of 2011-2024, which all of the 34 go on with."""
        return self.panel.provinces

    def name(self, place: str) -> str:
        return self.panel.provinces.get(place) or self.panel.later[place]

    def place_of(self, province: str, year: int) -> str | None:
        """The place that a name of 2011-2024 means in a year: since 2025 one of the 34, or none."""
        if year < FIRST_YEAR_OF_34 or not self.panel.later:
            return province
        named = nearest_province(self.panel.provinces[province], self.panel.later)
        return named[0] if named else None

    def fault(self, code: str, place: str, sentence: Saying) -> None:
        self.remarks.append(Remark(code, place, sentence))

    def note(self, code: str, place: str, sentence: Saying) -> None:
        self.remarks.append(Remark(code, place, sentence, is_fault=False))
