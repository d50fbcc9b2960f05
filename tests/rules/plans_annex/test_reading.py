"""The whole pipeline on blocks: what is no plan is read as far as it goes, and says so."""

from dondoc.plans.reading import reading_of
from dondoc.plans.rules.blocks import Cell, Paragraph, Row, Source, Table


def source(*texts: str) -> Source:
    return Source("txt", "x.txt", tuple(Paragraph(text, index) for index, text in enumerate(texts)))


def codes(found: Source) -> set[str]:
    return {finding.code for finding in reading_of(found).findings}


def test_a_letter_is_read_with_a_finding() -> None:
    assert "not-a-plan" in codes(source("Kính gửi các bạn", "Chúng tôi xin thông báo lịch nghỉ lễ."))


def test_a_plan_is_one() -> None:
    assert "not-a-plan" not in codes(source("KẾ HOẠCH", "Nâng cao Chỉ số PAPI năm 2026", "I. MỤC ĐÍCH", "- Nâng cao."))


def test_the_year_of_the_document_dates_its_annex() -> None:
    rows = [["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"], ["1", "Tập huấn", "Phòng Nội vụ", "Tháng 3"]]
    table = Table(0, tuple(Row(r, tuple(Cell(t, r, c) for c, t in enumerate(row))) for r, row in enumerate(rows)), 4)
    plan = Source("docx", "x", (Paragraph("KẾ HOẠCH", 0), Paragraph("Nâng cao Chỉ số PAPI năm 2024", 1), table))
    schedules = [task.schedule for task in reading_of(plan).tasks if task.source == "appendix"]
    assert [schedule.normalised() for schedule in schedules if schedule] == [{"month": "2024-03"}]
    given = [task.schedule for task in reading_of(plan, year=2026).tasks if task.source == "appendix"]
    assert [schedule.normalised() for schedule in given if schedule] == [{"month": "2026-03"}]


def test_every_field_that_was_read_says_how_sure_it_is() -> None:
    rows = [["TT", "Nhiệm vụ", "Chủ trì", "Sản phẩm", "Chỉ tiêu", "Thời gian"],
            ["1", "Tập huấn", "Phòng Nội vụ", "- Kế hoạch - Báo cáo", "02 lớp", "Tháng 3"]]  # fmt: skip
    table = Table(0, tuple(Row(r, tuple(Cell(t, r, c) for c, t in enumerate(row))) for r, row in enumerate(rows)), 6)
    (task,) = reading_of(Source("docx", "x", (Paragraph("KẾ HOẠCH", 0), table))).tasks
    assert task.product == ("Kế hoạch", "Báo cáo")
    assert {"content", "lead", "product", "target", "schedule"} <= set(task.confidence)
    assert all(0 <= sure <= 1 for sure in task.confidence.values())
