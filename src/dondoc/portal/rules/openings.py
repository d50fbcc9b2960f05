"""What a unit may open to the public, part by part. What is not opened is not shown, nor is its address found."""

from enum import StrEnum


class Part(StrEnum):
    """A part of the public's page. Disclosures, answers and drafts are public by law once they are published
    (Luật Thực hiện dân chủ ở cơ sở 10/2022, Điều 11-13); the others are opened by the head."""

    PLAN = "plan"
    PROGRESS = "progress"
    DISCLOSURES = "disclosures"
    REPORTS = "reports"
    QUESTIONS = "questions"
    DRAFTS = "drafts"
    LEDGER = "ledger"
    CALENDAR = "calendar"
    SCORES = "scores"
    OPEN_DATA = "open-data"


WORDS = {
    Part.PLAN: "Kế hoạch đã ban hành",
    Part.PROGRESS: "Tiến độ thực hiện, kể cả số việc quá hạn",
    Part.DISCLOSURES: "Nội dung công khai",
    Part.REPORTS: "Phản ánh đã trả lời",
    Part.QUESTIONS: "Hỏi đáp",
    Part.DRAFTS: "Dự thảo lấy ý kiến",
    Part.LEDGER: "Sổ đóng góp tự nguyện",
    Part.CALENDAR: "Lịch tiếp công dân, đối thoại",
    Part.SCORES: "Kết quả chỉ số đã công bố",
    Part.OPEN_DATA: "Dữ liệu mở",
}
# Progress is told by the tasks of a plan: it cannot stand without them.
NEEDS = {Part.PROGRESS: Part.PLAN}


def completed(chosen: frozenset[Part]) -> frozenset[Part]:
    """The chosen parts with those that they cannot stand without."""
    return chosen | {NEEDS[part] for part in chosen if part in NEEDS}
