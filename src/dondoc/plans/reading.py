"""The reading of a plan: file -> neutral blocks -> drafts. One pure pipeline in the middle; no database."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dondoc.plans.rules.annex import read_annexes
from dondoc.plans.rules.blocks import Source
from dondoc.plans.rules.body import read_body
from dondoc.plans.rules.drafts import Reading, TaskDraft
from dondoc.plans.rules.findings import finding

PLAN_TYPES = ("KẾ HOẠCH", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "PHƯƠNG ÁN", "QUYẾT ĐỊNH")


def read_file(path: Path, *, year: int | None = None, progress: Callable[[int, int], None] | None = None) -> Reading:
    """Reads a document (.docx, .pdf with text, .txt, .doc). `year` is the plan's year where the document has none.

    Raises `BadInput` for what cannot be read (code, one sentence in Vietnamese that says how to mend it).
    """
    from dondoc.plans.adapters.opening import read_source

    return reading_of(read_source(path, progress=progress), year=year)


def reading_of(source: Source, *, year: int | None = None) -> Reading:
    """The drafts of a source. The plan's own year decides over `year` only where `year` is not given."""
    body = read_body(source, year=year)
    annex = read_annexes(source.blocks, year=year or body.document.year)
    tasks = (*annex.tasks, *(replace(task, confidence=_measured(task)) for task in body.tasks))
    findings = [*source.findings, *body.findings, *annex.findings]
    kind = body.document.type
    if not tasks:
        findings.append(finding("no-tasks"))
    if kind not in PLAN_TYPES:
        findings.append(finding("not-a-plan", kind=kind or "không rõ"))
    head = body.document
    confidence = dict.fromkeys(head.where, 0.95) | dict(head.confidence)
    document = replace(head, year=head.year or year, confidence=confidence)
    return Reading(
        document=document,
        goals=tuple(body.goals),
        reporting_regime=tuple(body.reporting_regime),
        deadlines=tuple(body.deadlines),
        tasks=tasks,
        cells=annex.cells,
        findings=tuple(findings),
    )


# How sure a field of a duty in the body is where the rule that read it has no measure of its own: from the share of
# right ones over plans in many layouts, rounded down.
_USUAL = {"lead": 0.9, "coordinate": 0.85, "section": 0.8, "schedule": 0.85, "product": 0.8, "target": 0.75}


def _measured(task: TaskDraft) -> dict[str, float]:
    read = {name for name in _USUAL if getattr(task, name)}
    return {name: _USUAL[name] for name in sorted(read)} | dict(task.confidence)
