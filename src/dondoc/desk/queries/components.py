"""Components of the index beside the work that is aimed at them: results, tasks, proofs, what other parts can tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.desk.queries.filters import Filter
from dondoc.desk.queries.monitor import BOUNDS, annotated, counts_from, late_share, unit_name
from dondoc.desk.rules.signals import Sign, Stand, signs
from dondoc.duties.models import Duty, EvidenceUse, Obligation
from dondoc.duties.queries import Counts
from dondoc.figures.registry import Ask, Figure, Kind, figures, tell, total_of
from dondoc.framework.queries.names import part_name
from dondoc.framework.rules.meanings import MEANINGS
from dondoc.framework.rules.papi import Concept, framework
from dondoc.plans.models import Plan
from dondoc.scores.queries.moving import lever_rows
from dondoc.scores.queries.places import Place, places_of
from dondoc.scores.queries.profile import ProfileLine, profile, years_for
from dondoc.scores.queries.store import Store, stored
from dondoc.scores.rules.levers import Lever
from dondoc.scores.rules.panel import Group
from dondoc.units.access import Scope
from dondoc.units.models import AdministrativeUnit
from dondoc.web import formats
from dondoc.web.charts import HeatCell, HeatChart, heat_level

SHOWN = 12
PRESSING = (Sign.WEAK_WITHOUT_TASK, Sign.LATE_AND_WEAK, Sign.DONE_NOT_MOVED)


@dataclass(frozen=True, slots=True)
class Results:
    """The last year in which the province of the person has components, and each of them by code."""

    place: Place | None = None
    year: int = 0
    lines: Mapping[str, ProfileLine] = field(default_factory=dict)
    store: Store | None = None


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """A component with its result (None: not published) and how the work of the current plans stands."""

    concept: Concept
    line: ProfileLine | None
    tasks: int
    counts: Counts
    signs: list[Sign]

    @property
    def name(self) -> str:
        return f"{self.concept.reference} {part_name(self.concept)}"


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A duty aimed at a component, with where it comes from."""

    title: str
    href: str
    plan: str
    agencies: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class ProofLine:
    title: str
    agency: str
    added_on: date
    href: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """What another part of the product tells: the label, the sum in words, where one unit alone tells it its page."""

    label: str
    value: str
    href: str


def results_of(scope: Scope) -> Results:
    """Of the province in which the person works; the newest year that has components."""
    places = places_of(scope.own_units)
    if not places:
        return Results()
    store = stored()
    for year in years_for(store, places[0]):
        lines = {line.code: line for line in profile(store, places[0], year).lines if line.is_component}
        if lines:
            return Results(places[0], year, lines, store)
    return Results(places[0], store=store)


def components(year: int) -> list[Concept]:
    """The components of a year, in the order of the index."""
    found = [one for one in framework(year) if one.level == "component" and one.reference]
    return sorted(found, key=lambda one: (one.code[:2], str(one.reference)))


def component_rows(
    rows: QuerySet[Obligation], plans: QuerySet[Plan], results: Results, today: date, *, year: int
) -> list[ComponentRow]:
    """Every component of a year. `rows` and `plans` are what the person may see; only issued plans count."""
    found = _work(rows, current_codes(plans), today)
    return [_row(one, results, *found.get(str(one.reference), (0, Counts()))) for one in components(year)]


def current_codes(plans: QuerySet[Plan]) -> list[str]:
    return list(plans.filter(state="issued").order_by().values_list("code", flat=True))


def _work(rows: QuerySet[Obligation], codes: Sequence[str], today: date) -> dict[str, tuple[int, Counts]]:
    """By component: how many duties, and their counts."""
    now = rows.filter(duty__plan_code__in=codes).exclude(component="")
    grouped = annotated(now, today, "component", duties=Count("duty", distinct=True))
    return {row["component"]: (row["duties"], counts_from(row)) for row in grouped}


def _row(concept: Concept, results: Results, tasks: int, counts: Counts) -> ComponentRow:
    line = results.lines.get(concept.code)
    return ComponentRow(concept, line, tasks, counts, signs(_stand(line, tasks, counts)))


def _stand(line: ProfileLine | None, tasks: int, counts: Counts) -> Stand:
    moved = line.line.movement if line else None
    usual = line.line.usual if line else None
    return Stand(
        line is not None and is_weak(line),
        float(moved.relative) if moved else None,
        usual.reliability if usual else None,
        tasks,
        counts.asked,
        counts.settled,
        counts.late,
    )


def is_weak(line: ProfileLine) -> bool:
    group = line.line.result.placement.group
    return group == Group.LOW or (group == Group.MID_LOW and line.to_median > 0)


def sign_words(sign: Sign, year: int) -> str:
    return {
        Sign.WEAK_WITHOUT_TASK: _("Điểm thấp mà chưa kế hoạch nào đang thực hiện có nhiệm vụ hướng tới nội dung này."),
        Sign.LATE_AND_WEAK: _("Điểm thấp và đang có việc quá hạn."),
        Sign.DONE_NOT_MOVED: _(
            "Việc đã mở đều xong, còn kết quả năm %(year)s không tăng hơn mức chung. Có thể do thời gian, do mẫu khảo "
            "sát, hoặc do việc chưa tới người dân: xem lại minh chứng rồi nhận định."
        )
        % {"year": year},
        Sign.NOISY: _("Nội dung này dao động nhiều do mẫu khảo sát: thay đổi của một năm nói lên ít."),
    }[sign]


def task_lines(rows: QuerySet[Obligation], plans: QuerySet[Plan], reference: str, today: date) -> list[TaskLine]:
    """Duties of the current plans aimed at a component, the least done first. Three queries."""
    named = dict(plans.filter(state="issued").values_list("code", "title"))
    now = rows.filter(duty__plan_code__in=list(named), component=reference)
    found = {row["duty_id"]: row for row in annotated(now, today, "duty_id", agencies=Count("held_by", distinct=True))}
    duties = Duty.objects.filter(pk__in=found).only("code", "title", "plan_code", "source_kind", "source_code")
    lines = [
        TaskLine(
            duty.title, _address(duty), named[duty.plan_code], found[duty.pk]["agencies"], counts_from(found[duty.pk])
        )
        for duty in duties
    ]
    return sorted(lines, key=lambda one: (one.counts.settled / (one.counts.asked or 1), -one.counts.late, one.title))


def _address(duty: Duty) -> str:
    if duty.source_kind == "task":
        return reverse("task", args=[duty.plan_code, duty.source_code])
    return Filter(duty=duty.code).link(reverse("monitor-obligations"))


def proof_lines(rows: QuerySet[Obligation], plans: QuerySet[Plan], reference: str) -> list[ProofLine]:
    """The newest proofs of that work."""
    now = rows.filter(duty__plan_code__in=current_codes(plans), component=reference)
    used = EvidenceUse.objects.filter(obligation__in=now.values("pk"), removed_at=None)
    uses = used.select_related("evidence", "obligation__held_by").order_by("-used_at", "-pk")[:SHOWN]
    return [
        ProofLine(
            one.evidence.title or one.evidence.number,
            one.obligation.held_by.name,
            one.used_at.date(),
            reverse("obligation", args=[one.obligation.code]),
        )
        for one in uses
    ]


def figure_lines(scope: Scope, concept: Concept, *, starts_on: date) -> list[FigureLine]:
    """What other parts tell of a component since a day, over the units that the person sees. Published scores have
    their own place on the page."""
    units = frozenset(scope.units_below or scope.own_units)
    section = int(concept.code[1])
    reference = str(concept.reference)
    lines = []
    for figure in figures(component=reference, section=section):
        spoken = not figure.components or {reference, concept.code} & set(figure.components)
        if figure.kind is Kind.SCORE or not spoken or not (figure.sections or figure.components):
            continue
        told = tell(figure.name, Ask(units, starts_on, scope.on, reference, section))
        if told:
            value = figure_words(figure, *total_of(figure, told))
            lines.append(FigureLine(figure.label, value, told[0].href if len(told) == 1 else ""))
    return lines


def figure_words(figure: Figure, numerator: Any, denominator: Any) -> str:
    """A sum as its kind is said."""
    if figure.kind is Kind.SHARE:
        part, whole = int(numerator), int(denominator or 0)
        return f"{formats.share(part, whole)} ({formats.number(part)}/{formats.number(whole)})"
    if figure.kind is Kind.DURATION and denominator:
        return _("%(days)s ngày (trung bình)") % {"days": formats.number(numerator / denominator, 1)}
    return formats.money(int(numerator)) if figure.kind is Kind.MONEY else formats.number(numerator.normalize())


def lever_of(results: Results, code: str) -> Lever | None:
    """The component as a lever: gaps, what others gained from the same start."""
    if results.store is None or results.place is None or code not in results.lines:
        return None
    rows = lever_rows(results.store, results.place, results.year)
    return next((row.lever for row in rows if row.lever.code == code), None)


def meaning_of(concept: Concept) -> str:
    return MEANINGS.get(concept.code, "")


def heat_of(
    rows: QuerySet[Obligation], plans: QuerySet[Plan], section: int, shown: Sequence[Concept], today: date
) -> HeatChart:
    """Units by the components of one dimension: late over owed in each cell."""
    now = rows.filter(duty__plan_code__in=current_codes(plans), section=section)
    grouped = {
        (row["unit_id"], row["component"]): counts_from(row) for row in annotated(now, today, "unit_id", "component")
    }
    units = AdministrativeUnit.objects.in_bulk({unit for unit, _component in grouped})
    totals = {pk: sum((c for (u, _c), c in grouped.items() if u == pk), Counts()) for pk in units}
    order = sorted(units.values(), key=lambda unit: (-late_share(totals[unit.pk]), unit.name))
    told = [
        (unit_name(unit), [_cell(unit, one, grouped.get((unit.pk, str(one.reference)), Counts())) for one in shown])
        for unit in order
    ]
    title = _("Việc của trục %(n)s theo đơn vị và nội dung thành phần") % {"n": section}
    return HeatChart(title, [f"{one.reference} {part_name(one)}" for one in shown], told)


def _cell(unit: AdministrativeUnit, concept: Concept, counts: Counts) -> HeatCell:
    if not counts.asked:
        return HeatCell("–", None)
    told = {"unit": unit_name(unit), "name": part_name(concept), "late": counts.late, "asked": counts.asked}
    says = _("%(unit)s, %(name)s: %(late)s việc quá hạn trên %(asked)s việc đã mở") % told
    link = Filter(unit=unit.code, component=str(concept.reference)).link(reverse("monitor-obligations"))
    level = heat_level(late_share(counts), BOUNDS)
    return HeatCell(f"{'▲ ' if level >= 3 else ''}{counts.late}/{counts.asked}", level, link, says)
