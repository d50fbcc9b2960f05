"""Work of plans in the background: reading a document."""

import tempfile
from pathlib import Path
from typing import Any

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.plans.actions import amending, carrying
from dondoc.plans.actions import reading as readings
from dondoc.plans.actions.goal import fill_results
from dondoc.plans.models import Plan
from dondoc.records.adapters import vault
from dondoc.records.events import on
from dondoc.records.jobs import Run, job
from dondoc.scores.events import ResultsStored
from dondoc.toolkit.errors import BadInput


@job("plans.read")
def read_plan(run: Run, plan: str, sha256: str) -> dict[str, Any]:
    """Read the document of a plan into drafts. A document that cannot be read is no fault: the plan keeps why."""
    row = Plan.objects.select_related("unit", "document__attachment", "document__job").get(code=plan)
    by = _asker(run)
    if row.document.read_at or row.document.sha256 != sha256:
        return {"plan": plan}
    try:
        source, reading = _read(run, row)
    except BadInput as refused:
        with run.step(1, 1, "không đọc được"):
            readings.refuse_reading(row, refusal=str(refused), by=by, at=timezone.now())
        return {"plan": plan, "refused": refused.code}
    with run.step(1, 1, f"đã đọc {len(reading.tasks)} nhiệm vụ"):
        readings.keep_reading(row, reading=reading, blocks=source, by=by, at=timezone.now())
    return {"plan": plan, "tasks": len(reading.tasks)}


@on(ResultsStored)
def note_results(event: ResultsStored) -> None:
    """Results were stored or undone: goals of those years show them."""
    if event.index == "papi":
        fill_results(event.years, at=timezone.now())


@job("plans.let-off")
def let_off(run: Run, duties: list[str]) -> dict[str, Any]:
    """What an amending document took away is let off."""
    return {"excused": amending.let_off(run, duties, by=_asker(run))}


@job("plans.carry-over")
def carry_over(run: Run, old: str, new: str, reason: str) -> dict[str, Any]:
    """The obligations of a task go on under its new version, in its plan or in one that amends it."""
    return carrying.carry_over(run, old, new, reason=reason, by=_asker(run))


def _asker(run: Run) -> User:
    """Who asked for the work: it is done in that person's name."""
    return User.objects.get(pk=run.row.created_by_id or 0)


def _read(run: Run, plan: Plan) -> tuple[list[dict[str, Any]], Any]:
    """The reader knows a file by its content; its name is given back for the sentences of refusals."""
    from dondoc.plans.adapters.opening import read_source
    from dondoc.plans.reading import reading_of
    from dondoc.plans.rules.showing import shown_blocks

    def told(done: int, total: int) -> None:
        if done % 5 == 0 or done == total:
            with run.step(done, total, "đang đọc các trang"):
                pass

    attachment = plan.document.attachment
    assert attachment is not None  # only a plan with a file is ever read
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / short_name(attachment.original_name)
        path.symlink_to(vault.path_of(vault.root(), attachment.file.sha256))
        source = read_source(path, progress=told)
    return shown_blocks(source.blocks), reading_of(source)


def short_name(name: str) -> str:
    """A name that every file system takes: 255 letters with marks are more bytes than that."""
    path = Path(name)
    return f"{path.stem[:60]}{path.suffix[:10]}"
