"""Everything of a plan that is not an annex: head, goals, duties of the body, reporting regime, deadlines, closing."""

from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.plans.rules.blocks import Source
from dondoc.plans.rules.drafts import Deadline, Goal, Header, ReportingRule, TaskDraft
from dondoc.plans.rules.duties import is_aside, read_duties
from dondoc.plans.rules.findings import Finding, finding
from dondoc.plans.rules.goals import read_goals
from dondoc.plans.rules.header import header_findings, read_header
from dondoc.plans.rules.outline import Outline, read_outline
from dondoc.plans.rules.outline_lines import Line
from dondoc.plans.rules.regime import read_deadlines, read_regime


@dataclass(frozen=True, slots=True)
class BodyReading:
    """What the body says. `annex_start` is the index among the source's blocks where annexes begin, None without."""

    document: Header
    goals: tuple[Goal, ...] = ()
    reporting_regime: tuple[ReportingRule, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    tasks: tuple[TaskDraft, ...] = ()
    findings: tuple[Finding, ...] = ()
    annex_start: int | None = None


def read_body(source: Source, *, year: int | None) -> BodyReading:
    """Reads the body. `year`, where given, completes months and days instead of the document's own year."""
    outline = read_outline(source)
    document = read_header(outline, year=year)
    year = year or document.year
    duties = read_duties(outline, year=year)
    return BodyReading(
        document=document,
        goals=read_goals(outline, year=document.year or year, level=document.issuer_level),
        reporting_regime=read_regime(duties, _asides(outline), year=year),
        deadlines=read_deadlines(duties, year=year),
        tasks=tuple(duty.draft for duty in duties),
        findings=_findings(outline, document),
        annex_start=outline.annex_start,
    )


def _asides(outline: Outline) -> Sequence[Line]:
    return [node.line for root in outline.body for node in root.walk() if is_aside(node.line)]


def _findings(outline: Outline, document: Header) -> tuple[Finding, ...]:
    missing = () if outline.closing else (finding("closing-missing"),)
    return (*header_findings(document), *missing)
