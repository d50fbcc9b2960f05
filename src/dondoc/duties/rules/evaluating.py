"""The yearly evaluation as a calculator: measures to points, points to grades and places.

A line's points are its weight times the share of full marks. A line of which an agency has nothing to tell does not
count for it: neither points nor weight. The total is what was got of what could be got, on a scale of 100.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

FULL = Decimal(100)
NO_DUTIES = "không có nhiệm vụ trong năm, không xếp loại"


@dataclass(frozen=True, slots=True)
class LineRule:
    """`figure` names who tells it. `weight` 0: shown, not counted. Of a figure that is no share, `best` gets full marks
    and `worst` none, with a straight line between; without them it is shown and not counted."""

    figure: str
    label: str
    weight: Decimal
    less_is_better: bool = False
    best: Decimal | None = None
    worst: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """Numerator over denominator; without a denominator the number itself. `is_share`: a part of a whole."""

    numerator: Decimal
    denominator: Decimal | None = None
    is_share: bool = True
    href: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """From this many points on."""

    name: str
    least: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """What a line gave: `points` None where it does not count for this agency; `why` says so."""

    rule: LineRule
    measure: Measure | None
    points: Decimal | None
    why: str = ""

    @property
    def counted(self) -> Decimal:
        """The weight that counts."""
        return self.rule.weight if self.points is not None else Decimal(0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`points` of 100, None where nothing can be said (then `why`); `grade` and `place` follow from it."""

    key: int
    lines: tuple[Line, ...]
    points: Decimal | None
    grade: str = ""
    place: int | None = None
    why: str = ""


def evaluate(
    rules: Sequence[LineRule],
    measures: Mapping[int, Mapping[str, Measure]],
    grades: Sequence[Grade],
    *,
    base: str,
    given: Mapping[tuple[int, str], Decimal] | None = None,
) -> list[Outcome]:
    """Each agency of one block: `measures` by agency and figure. An agency without the `base` figure (nothing was due)
    gets no grade, whatever else is told of it. `given` are points that an answered objection set for a line."""
    told = [_outcome(key, rules, mine, base, given or {}) for key, mine in sorted(measures.items())]
    return _placed([_graded(one, grades) for one in told])


def share_of(rule: LineRule, measure: Measure) -> Decimal | None:
    """0..1 of full marks; None where it cannot be said (a share of nothing, a number without bounds)."""
    if measure.is_share:
        if not measure.denominator:
            return None
        share = measure.numerator / measure.denominator
        share = 1 - share if rule.less_is_better else share
    else:
        if rule.best is None or rule.worst is None or rule.best == rule.worst:
            return None
        value = measure.numerator / measure.denominator if measure.denominator else measure.numerator
        share = (value - rule.worst) / (rule.best - rule.worst)
    return min(Decimal(1), max(Decimal(0), share))


def _outcome(
    key: int,
    rules: Sequence[LineRule],
    mine: Mapping[str, Measure],
    base: str,
    given: Mapping[tuple[int, str], Decimal],
) -> Outcome:
    lines = tuple(_line(rule, mine.get(rule.figure), given.get((key, rule.figure))) for rule in rules)
    owed = mine.get(base)
    if owed is None or not owed.denominator:
        return Outcome(key, lines, None, why=NO_DUTIES)
    whole = sum((line.counted for line in lines), Decimal(0))
    if not whole:
        return Outcome(key, lines, None, why="không dòng nào tính được điểm")
    got = sum((line.points for line in lines if line.points is not None), Decimal(0))
    return Outcome(key, lines, rounded(got * FULL / whole))


def _line(rule: LineRule, measure: Measure | None, given: Decimal | None) -> Line:
    if not rule.weight:
        return Line(rule, measure, None, "theo dõi, không tính điểm")
    if given is not None:
        return Line(rule, measure, min(rule.weight, max(Decimal(0), given)), "điểm theo kết luận giải quyết kiến nghị")
    share = share_of(rule, measure) if measure else None
    if share is None:
        return Line(rule, measure, None, "không có số liệu trong năm, không tính dòng này")
    return Line(rule, measure, rounded(rule.weight * share))


def rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def _graded(one: Outcome, grades: Iterable[Grade]) -> Outcome:
    if one.points is None:
        return one
    reached = [grade for grade in grades if one.points >= grade.least]
    name = max(reached, key=lambda grade: grade.least).name if reached else ""
    return Outcome(one.key, one.lines, one.points, name)


def _placed(told: Sequence[Outcome]) -> list[Outcome]:
    """Places by points: who has the same points has the same place, and the next place counts all before it."""
    points = [one.points for one in told if one.points is not None]

    def place(one: Outcome) -> Outcome:
        if one.points is None:
            return one
        better = sum(other > one.points for other in points)
        return Outcome(one.key, one.lines, one.points, one.grade, better + 1)

    return sorted((place(one) for one in told), key=lambda one: (one.place is None, one.place or 0, one.key))
