"""What a unit may open to the public, part by part. What is not opened is not shown, nor is its address found.

Reports, answers, disclosures, drafts, ledgers and the calendar have a publication of their own, each decided where it
is made (Luật Thực hiện dân chủ ở cơ sở 10/2022, Điều 11-13): the page leads to what is published, and to nothing else.
"""

from enum import StrEnum


class Part(StrEnum):
    """A part of the public's page, opened by the head. All need the page itself."""

    PAGE = "page"
    PLAN = "plan"
    PROGRESS = "progress"
    SCORES = "scores"
    OPEN_DATA = "open-data"


WORDS = {
    Part.PAGE: "Trang của đơn vị: lối đến phản ánh, công khai, hỏi đáp, dự thảo, lịch tiếp dân đã được công bố",
    Part.PLAN: "Kế hoạch đã ban hành",
    Part.PROGRESS: "Tiến độ thực hiện, kể cả số việc quá hạn",
    Part.SCORES: "Kết quả chỉ số đã công bố",
    Part.OPEN_DATA: "Dữ liệu mở của những phần trên",
}
# Progress is told by the tasks of a plan: it cannot stand without them.
NEEDS = {Part.PROGRESS: Part.PLAN}


def completed(chosen: frozenset[Part]) -> frozenset[Part]:
    """The chosen parts with those that they cannot stand without; nothing chosen is nothing open."""
    if not chosen:
        return chosen
    return chosen | {Part.PAGE} | {NEEDS[part] for part in chosen if part in NEEDS}
