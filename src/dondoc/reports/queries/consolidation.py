"""Typed rows of a consolidation, for its pages and its documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.duties.rules.aims import asked_of
from dondoc.framework.queries.names import dimension_name, part_name
from dondoc.framework.rules.papi import COMPONENTS
from dondoc.reports.models import (
    Consolidation,
    ConsolidationLine,
    ConsolidationPassage,
    ConsolidationSource,
    Standing,
)
from dondoc.reports.queries.consolidation_reading import changed_since
from dondoc.reports.rules.consolidation import Counts
from dondoc.toolkit.sayings import Saying
from dondoc.units.models import Agency
from dondoc.web.formats import number, said, share

SAID_WORDS = {
    "done": "đã thực hiện",
    "done-late": "thực hiện quá hạn",
    "nothing": "không phát sinh",
    "not-yet": "chưa xong",
    "missing": "chưa có báo cáo được tiếp nhận",
    "": "",
}
_COMPONENTS = {one.reference: one for one in COMPONENTS}


@dataclass(frozen=True, slots=True)
class SumRow:
    """A figure over its sources: `text` as it is written ("89/110 = 80,9 %"), `asked` what was asked, `place` names it
    for links."""

    text: str
    asked: str
    sources: int
    is_met: bool | None
    part: int


@dataclass(frozen=True, slots=True)
class LineRow:
    position: int
    title: str
    section: int
    component: str
    counts: Counts
    sums: tuple[SumRow, ...]
    is_told: bool

    @property
    def figures(self) -> str:
        return "; ".join(one.text for one in self.sums)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What one agency said of a line."""

    agency: str
    said: str
    occurrence: str
    figures: str
    report_code: str

    @property
    def report_href(self) -> str:
        return reverse("report", args=[self.report_code]) if self.report_code else ""


@dataclass(frozen=True, slots=True)
class CountRow:
    """Counts of a component or a dimension."""

    key: str
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class SourceRow:
    agency: str
    standing: Standing
    is_requested: bool
    due_on: Any
    report_code: str


@dataclass(frozen=True, slots=True)
class VoiceRow:
    agency: str
    text: str


@dataclass(frozen=True, slots=True)
class PassageRow:
    """`is_alike`: the authors wrote it in one wording."""

    code: str
    kind: str
    section: int
    text: str
    is_used: bool
    is_edited: bool
    voices: tuple[VoiceRow, ...]

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(sorted({voice.agency for voice in self.voices}))


def line_rows(consolidation: Consolidation, *, section: int | None = None) -> list[LineRow]:
    lines = consolidation.lines.order_by("position").defer("entries").select_related("duty")
    return [line_row(line) for line in (lines if section is None else lines.filter(section=section, name=""))]


def line_of(line: ConsolidationLine) -> tuple[LineRow, list[EntryRow]]:
    """A line with what each agency said of it. Two queries."""
    reports = {
        one.agency.code: (one.agency, one.report.code if one.report else "")
        for one in ConsolidationSource.objects.filter(consolidation_id=line.consolidation_id).select_related(
            "agency__unit", "report"
        )
    }
    rows = []
    kinds = {str(one["part"]): one["kind"] for one in line.sums}
    for code, answer, occurrence, figures in line.entries:
        agency, report = reports[code]
        told = "; ".join(said(figure_text(kinds.get(part, "count"), n, d)) for part, (n, d) in figures.items())
        rows.append(EntryRow(name_of(agency), SAID_WORDS[answer], occurrence, told, report))
    return line_row(line), rows


def by_component(lines: Iterable[LineRow]) -> list[CountRow]:
    found = _added((line.component, line.counts) for line in lines if not line.is_told)
    order = sorted(found, key=lambda key: tuple(int(piece) for piece in key.split(".") if piece.isdigit()) or (99,))
    return [CountRow(key, _component_words(key), found[key]) for key in order]


def by_section(lines: Iterable[LineRow]) -> list[CountRow]:
    found = _added((line.section, line.counts) for line in lines if not line.is_told)
    return [CountRow(str(key), section_name(key), found[key]) for key in sorted(found, key=lambda key: key or 99)]


def overall(lines: Iterable[LineRow]) -> Counts:
    return sum((line.counts for line in lines if not line.is_told), Counts())


def component_name(key: str) -> str:
    """ "1.1. Tri thức công dân", or the name of what belongs to none."""
    return f"{key}. {_component_words(key)}" if key else _component_words(key)


def section_name(section: int) -> str:
    return dimension_name(section) or _("Nhiệm vụ chung")


def ordered_sources(consolidation: Consolidation) -> QuerySet[ConsolidationSource]:
    """As an office lists them: the departments of the province first, then the communes by name."""
    rows = consolidation.sources.select_related("agency__unit")
    return rows.order_by("-agency__unit__level", "agency__unit__search", "agency__search")


def source_rows(consolidation: Consolidation) -> list[SourceRow]:
    rows = ordered_sources(consolidation).select_related("report")
    return [
        SourceRow(
            name_of(one.agency),
            Standing(one.standing),
            one.is_requested,
            one.due_on,
            one.report.code if one.report else "",
        )
        for one in rows
    ]


def passage_rows(
    consolidation: Consolidation, *, kind: str = "", section: int | None = None, only_used: bool = False
) -> list[PassageRow]:
    """Passages of a subject (all subjects without one), the editor's own first. Two queries."""
    rows = consolidation.passages.order_by("kind", "section", "position", "pk")
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows if section is None else rows.filter(section=section)
    rows = rows.filter(is_used=True) if only_used else rows
    names = {one.agency.code: name_of(one.agency) for one in _agencies(consolidation)}
    return [_passage_row(row, names) for row in rows]


def changes_of(consolidation: Consolidation) -> int:
    """How many reports came, changed or went since they were read."""
    if consolidation.built_at is None:
        return 0
    kept = {
        agency: (standing, edition)
        for agency, standing, edition in consolidation.sources.values_list("agency_id", "standing", "edition")
    }
    return changed_since(consolidation.period, consolidation.agency, kept)


def name_of(agency: Agency) -> str:
    """A committee by its unit, a department with its unit behind it where that is a commune."""
    return agency.name if agency.kind == "ubnd" or agency.unit.level == "province" else _with_unit(agency)


def figure_text(kind: str, above: str | None, below: str | None) -> str:
    """ "89/110 (80,9 %)", "12", "3,5 ngày (bình quân 40 trường hợp)" as the kind tells."""
    upper = Decimal(above or 0)
    lower = Decimal(below) if below not in (None, "") else None
    if kind in ("share", "yes-no") and lower is not None:
        rate = number(100 * upper / lower, 1) + " %" if lower else "–"
        return f"{number(_whole(upper))}/{number(_whole(lower))} ({rate})"
    if kind == "mean":
        if not lower:
            return "–"
        days, cases = number(upper / lower, 1), number(_whole(lower))
        return Saying("{days} ngày (bình quân {cases} trường hợp)", days=days, cases=cases)
    if kind == "money":
        return Saying("{amount} đồng", amount=number(_whole(upper)))
    return number(_whole(upper))


def decimal_of(text: str | None) -> Decimal | None:
    return Decimal(text) if text not in (None, "") else None


def counts_from(told: dict[str, int]) -> Counts:
    return Counts(**told) if told else Counts()


def rate_text(counts: Counts) -> str:
    return share(counts.settled, counts.owed)


def _component_words(key: str) -> str:
    if not key:
        return _("Nhiệm vụ chung")
    return part_name(_COMPONENTS[key]) if key in _COMPONENTS else ""


def _agencies(consolidation: Consolidation) -> Sequence[ConsolidationSource]:
    return list(consolidation.sources.select_related("agency__unit"))


def _passage_row(row: ConsolidationPassage, names: dict[str, str]) -> PassageRow:
    voices = tuple(VoiceRow(names.get(code, code), text) for code, text in row.voices)
    return PassageRow(row.code, row.kind, row.section, row.text, row.is_used, row.is_edited, voices)


def line_row(line: ConsolidationLine) -> LineRow:
    asked = {one.part: one.text for one in asked_of(line.duty.targets)} if line.duty else {}
    sums = tuple(
        SumRow(
            figure_text(one["kind"], one["n"], one["d"]),
            asked.get(one["part"], ""),
            one["sources"],
            one.get("met"),
            one["part"],
        )
        for one in line.sums
    )
    counts = counts_from(line.counts)
    return LineRow(line.position, line.title, line.section, line.component, counts, sums, bool(line.name))


def _added(counted: Iterable[tuple[Any, Counts]]) -> dict[Any, Counts]:
    found: dict[Any, Counts] = {}
    for key, counts in counted:
        found[key] = found.get(key, Counts()) + counts
    return found


def _with_unit(agency: Agency) -> str:
    return f"{agency.name}, {agency.unit.full_name}"


def _whole(value: Decimal) -> Decimal:
    """Without zeros behind the comma."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
