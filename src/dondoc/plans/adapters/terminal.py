"""A reading as text for a terminal: header, goals, rules, and the tasks as a table that fits the window."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from dondoc.plans.rules.drafts import Reading, TaskDraft

_LABELS = (("number", "Số"), ("date", "Ngày"), ("issuer", "Cơ quan ban hành"), ("title", "Trích yếu"), ("year", "Năm"),
           ("signer", "Người ký"))  # fmt: skip
_KINDS = {"score": "điểm", "rank": "thứ hạng", "group": "nhóm", "maintain": "duy trì", "other": "khác"}
_CYCLES = {
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "6-month": "6 tháng",
    "9-month": "9 tháng",
    "annual": "năm",
    "unspecified": "định kỳ",
}
_SHARES = (0.06, 0.42, 0.24, 0.14, 0.14)
_HEADS = ("Mã", "Nhiệm vụ", "Cơ quan", "Chỉ tiêu", "Thời gian")


def render(reading: Reading, *, width: int = 100) -> str:
    """The whole reading as lines no wider than `width` (at least 60)."""
    width = max(60, width)
    return "\n".join([*_document(reading, width), *_goals(reading, width), *_rules(reading), *_tasks(reading, width),
                      *_findings(reading, width)])  # fmt: skip


def _document(reading: Reading, width: int) -> Iterator[str]:
    document = reading.document.as_json()
    yield (reading.document.type or "VĂN BẢN").center(width).rstrip()
    for name, label in _LABELS:
        if document[name]:
            value = _day(str(document[name])) if name == "date" else document[name]
            yield from textwrap.wrap(f"{label}: {value}", width, subsequent_indent="  ")


def _goals(reading: Reading, width: int) -> Iterator[str]:
    if reading.goals:
        yield from ("", "Mục tiêu và kết quả đã công bố")
        for goal in reading.goals:
            mark = "kết quả" if goal.is_fact else "mục tiêu"
            yield from textwrap.wrap(f"- [{mark}, {_KINDS[goal.kind]}] {goal.text}", width, subsequent_indent="  ")


def _rules(reading: Reading) -> Iterator[str]:
    if reading.reporting_regime:
        yield from ("", "Chế độ báo cáo")
    for rule in reading.reporting_regime:
        via = f" (qua {rule.via})" if rule.via else ""
        yield f"- {rule.who or '?'} → {rule.to or '?'}{via}: {_CYCLES.get(rule.cycle, rule.cycle)}, {_due(rule.due)}"
    for deadline in reading.deadlines:
        yield f"- hạn {_day(deadline.due)}: {deadline.what or deadline.text}"


def _due(due: Mapping[str, object] | None) -> str:
    """ "trước ngày 10" · "ngày 15/11" · "chưa ghi ngày": the day of a reporting rule in words."""
    if not due:
        return "chưa ghi ngày"
    day = due.get("month_day") or due.get("day")
    return f"{'trước ngày' if due.get('before') else 'ngày'} {_day(str(day))}"


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _tasks(reading: Reading, width: int) -> Iterator[str]:
    widths = [max(6, int(share * (width - 8))) for share in _SHARES]
    for source, title in (("appendix", "Nhiệm vụ trong phụ lục"), ("body", "Nhiệm vụ trong phần lời")):
        tasks = [task for task in reading.tasks if task.source == source]
        if tasks:
            yield from ("", f"{title}: {len(tasks)}", *_row(_HEADS, widths), "  ".join("─" * each for each in widths))
            for task in tasks:
                yield from _row(_columns(task), widths)


def _columns(task: TaskDraft) -> tuple[str, ...]:
    code = task.papi_subdimension or (str(task.section) if task.section else "")
    agencies = "; ".join([*task.lead, *task.execute, *task.coordinate, *task.guide_monitor])
    target = task.target.text if task.target else ""
    mark = "?" if task.component_is_suggested else ""
    return code + mark, task.content, agencies, target, task.schedule.text if task.schedule else ""


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """One table row; a cell of more than four lines ends in an ellipsis."""
    wrapped = [_wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, wrapped))):
        parts = [lines[number] if number < len(lines) else "" for lines in wrapped]
        yield "  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()


def _wrap(text: str, width: int) -> list[str]:
    lines = textwrap.wrap(" ".join(text.split()), width) or [""]
    return lines if len(lines) <= 4 else [*lines[:3], lines[3][: width - 1] + "…"]


def _findings(reading: Reading, width: int) -> Iterator[str]:
    every = [*reading.findings, *(one for task in reading.tasks for one in task.findings)]
    cells = reading.cells
    yield ""
    if cells.total:
        yield (f"Ô của các bảng: {cells.total} = {cells.header} tiêu đề + {cells.group} nhóm + {cells.task} nhiệm vụ "
               f"+ {cells.aside} để riêng + {cells.unread} không đọc được")  # fmt: skip
    yield f"Điều cần xem lại: {len(every)}"
    for one in every[:20]:
        yield from textwrap.wrap(f"- {one.message}", width, subsequent_indent="  ")
    if len(every) > 20:
        yield f"- … và {len(every) - 20} điều nữa (xem đủ bằng --json)"
