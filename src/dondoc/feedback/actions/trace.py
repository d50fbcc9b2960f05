"""The trace of a report, and the one way in which its stage changes: an UPDATE that names the stage and version."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dondoc.accounts.models import User
from dondoc.feedback.models import Report, Step
from dondoc.feedback.rules.stages import STAGES, Stage, next_stage
from dondoc.records.actions import audit
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying
from dondoc.units.models import Agency


def note(
    report: Report,
    verb: str,
    *,
    by: User | None,
    at: datetime,
    text: str = "",
    is_public: bool = True,
    agency: Agency | None = None,
) -> Step:
    """One line of the trace; the writer reads those that are public."""
    return Step.objects.create(report=report, at=at, verb=verb, text=text, is_public=is_public, by=by, agency=agency)


def move(
    report: Report,
    verb: str,
    *,
    by: User | None,
    at: datetime,
    after: Mapping[str, Any] | None = None,
    personal: tuple[str, ...] = (),
    **fields: Any,
) -> Stage:
    """Carry out a verb inside the transaction of its action. Whoever comes second, with the version of before, is
    refused with `report-moved` and has changed nothing."""
    old = Stage(report.stage)
    new = next_stage(verb, old)
    values = {"stage": new.value, "version": report.version + 1, **fields}
    rows = Report.objects.filter(pk=report.pk, stage=old.value, version=report.version)
    if not rows.update(**values):
        now = Report.objects.values_list("stage", flat=True).get(pk=report.pk)
        raise BadInput(
            "report-moved",
            "Người khác vừa cập nhật phản ánh này (hiện ở bước “{stage}”). "
            "Nội dung anh/chị nhập vẫn còn dưới đây: xem lại rồi gửi lần nữa nếu cần.",
            stage=Saying(STAGES[Stage(now)]),
        )
    for name, value in values.items():
        setattr(report, name, value)
    told = {"stage": new.value, **(after or {})}
    audit.record(
        f"{verb}_report", ("report", report.code), by=by, at=at, before={"stage": old.value}, after=told,
        personal=personal,
    )  # fmt: skip
    return new


def demanded(text: str, sentence: str) -> str:
    """A text that may not be empty."""
    text = text.replace("\x00", "").strip()
    if not text:
        raise BadInput("report-reason", sentence)
    return text
