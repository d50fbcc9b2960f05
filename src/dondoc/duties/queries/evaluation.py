"""Who is evaluated, what is told of them, and the result as rows."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q

from dondoc.duties.models import Evaluation, EvaluationRule, EvaluationScore, Objection
from dondoc.duties.rules.evaluating import Grade, LineRule, Measure
from dondoc.duties.rules.evaluation_defaults import GRADES, OTHERS, OWN
from dondoc.figures.registry import Ask, Figure, Kind, figures, tell
from dondoc.units.access import valid_on
from dondoc.units.models import AdministrativeUnit, Agency, Stance
from dondoc.units.rules.kinds import COMMITTEE

BLOCKS = {"own": "Cơ quan thuộc đơn vị", "below": "UBND cấp dưới"}


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A line as it was told: shown as it was even when the record has moved on since."""

    figure: str
    label: str
    weight: Decimal
    numerator: Decimal | None
    denominator: Decimal | None
    is_share: bool
    points: Decimal | None
    why: str
    href: str

    @property
    def share(self) -> Decimal | None:
        """In per cent."""
        if self.numerator is None or not self.denominator:
            return None
        return self.numerator * 100 / self.denominator


def offered() -> list[Figure]:
    """What is told for the evaluation, the engine's own first."""
    own = [name for name, _weight in OWN]
    found = [figure for figure in figures() if figure.in_evaluation]
    return sorted(found, key=lambda one: (own.index(one.name) if one.name in own else len(own), one.name))


def default_lines() -> list[dict[str, str]]:
    """The engine's own by their weights; what others offer counts where it is a share."""
    own = dict(OWN)
    return [
        {"figure": one.name, "weight": own.get(one.name, OTHERS if one.kind is Kind.SHARE else "0")}
        for one in offered()
    ]


def default_grades() -> list[dict[str, Any]]:
    return [dict(grade) for grade in GRADES]


def rule_of(unit: AdministrativeUnit, year: int) -> EvaluationRule | None:
    return EvaluationRule.objects.filter(unit=unit, year=year).order_by("-version").first()


def line_rules(rule: EvaluationRule) -> list[LineRule]:
    """The lines with the words of who tells them; a figure that nobody tells any more is left out."""
    known = {figure.name: figure for figure in figures()}
    return [_line_rule(line, known[line["figure"]]) for line in rule.lines if line["figure"] in known]


def grades_of(rule: EvaluationRule) -> list[Grade]:
    return [Grade(grade["name"], Decimal(grade["least"])) for grade in rule.grades]


def evaluated(unit: AdministrativeUnit, on: date) -> dict[int, tuple[Agency, str]]:
    """The agencies of the unit but its committee, and the committees of the units below; never who is only asked."""
    rows = Agency.objects.filter(valid_on(on)).exclude(stance=Stance.REQUESTED)
    rows = rows.filter(Q(unit=unit) & ~Q(kind=COMMITTEE) | Q(unit__parent=unit, kind=COMMITTEE))
    return {one.pk: (one, "own" if one.unit_id == unit.pk else "below") for one in rows.select_related("unit")}


def measures_of(
    rules: list[LineRule], agencies: Mapping[int, tuple[Agency, str]], *, starts_on: date, ends_on: date
) -> dict[int, dict[str, Measure]]:
    """By agency and figure. What is told of a unit and of no agency is its committee's. A few queries for each figure,
    whatever the number of agencies."""
    units = frozenset(agency.unit_id for agency, _block in agencies.values())
    committees = {agency.unit_id: pk for pk, (agency, block) in agencies.items() if block == "below"}
    known = {figure.name: figure for figure in figures()}
    ask = Ask(units, starts_on, ends_on)
    found: dict[int, dict[str, Measure]] = defaultdict(dict, {pk: {} for pk in agencies})
    for rule in rules:
        for told in tell(rule.figure, ask):
            pk = told.agency_id or committees.get(told.unit_id, 0)
            if pk in agencies:
                is_share, source = known[rule.figure].kind is Kind.SHARE, _of(told.href, agencies[pk][0])
                found[pk][rule.figure] = Measure(told.numerator, told.denominator, is_share, source)
    return dict(found)


def lines_of(score: EvaluationScore) -> list[ScoreLine]:
    return [_told(line) for line in score.lines]


def scores_of(evaluation: Evaluation) -> list[EvaluationScore]:
    rows = evaluation.scores.select_related("agency__unit")
    return sorted(rows, key=lambda one: (one.block != "own", one.place is None, one.place or 0, one.agency.name))


def set_points(evaluation: Evaluation) -> dict[tuple[int, str], Decimal]:
    """Points that answers to objections set, the latest answer counting."""
    rows = Objection.objects.filter(evaluation=evaluation, points__isnull=False).order_by("answered_at", "pk")
    return {(row.agency_id, row.figure): row.points for row in rows if row.points is not None}


def as_json(line: Any) -> dict[str, Any]:
    """A line of an outcome as it is kept."""
    measure = line.measure
    return {
        "figure": line.rule.figure,
        "label": line.rule.label,
        "weight": str(line.rule.weight),
        "numerator": str(measure.numerator) if measure else None,
        "denominator": str(measure.denominator) if measure and measure.denominator is not None else None,
        "is_share": measure.is_share if measure else True,
        "points": str(line.points) if line.points is not None else None,
        "why": line.why,
        "href": measure.href if measure else "",
    }


def _told(line: dict[str, Any]) -> ScoreLine:
    def number(name: str) -> Decimal | None:
        return Decimal(line[name]) if line[name] is not None else None

    return ScoreLine(
        line["figure"], line["label"], Decimal(line["weight"]), number("numerator"), number("denominator"),
        line["is_share"], number("points"), line["why"], line["href"],
    )  # fmt: skip


def _line_rule(line: dict[str, Any], figure: Figure) -> LineRule:
    best, worst = line.get("best"), line.get("worst")
    return LineRule(
        figure.name,
        figure.label,
        Decimal(line["weight"]),
        figure.less_is_better,
        Decimal(best) if best not in (None, "") else None,
        Decimal(worst) if worst not in (None, "") else None,
    )


def _of(href: str, agency: Agency) -> str:
    """The source, narrowed to the agency where it is a list of obligations."""
    if not href.startswith("/theo-doi/viec/"):
        return href
    return f"{href}{'&' if '?' in href else '?'}co-quan={agency.code}"
