"""All tables of a consolidation as one workbook."""

from collections.abc import Iterator
from typing import Any

from dondoc.reports.models import Consolidation, PassageKind
from dondoc.reports.queries import consolidation as rows
from dondoc.reports.rules.consolidation import Counts
from dondoc.web.sheets import write_book

_COUNTS = (
    *("Tổng số việc", "Đã thực hiện", "Trong đó quá hạn", "Không phát sinh", "Chưa xong", "Chưa báo cáo"),
    "Tỷ lệ (%)",
)


def workbook_of(consolidation: Consolidation) -> bytes:
    """By dimension, by component, by task, each figure with its sources, who stands where, all that was written."""
    lines = rows.line_rows(consolidation)
    sections, components = rows.by_section(lines), rows.by_component(lines)
    asked = [line for line in lines if not line.is_told]
    return write_book(
        [
            ("Theo nội dung", ("Số", "Nội dung", *_COUNTS), ([o.key, o.name, *_cells(o.counts)] for o in sections)),
            (
                "Theo thành phần",
                ("Số", "Nội dung thành phần", *_COUNTS),
                ([o.key, o.name, *_cells(o.counts)] for o in components),
            ),
            (
                "Theo nhiệm vụ",
                ("TT", "Nhiệm vụ", "Nội dung", "Thành phần", *_COUNTS, "Số liệu"),
                ([o.position, o.title, o.section or "", o.component, *_cells(o.counts), o.figures] for o in asked),
            ),
            (
                "Nguồn số liệu",
                ("TT", "Nhiệm vụ, chỉ tiêu", "Cơ quan", "Kết quả", "Kỳ", "Tử số", "Mẫu số"),
                _entries(consolidation),
            ),
            (
                "Tình hình báo cáo",
                ("Cơ quan, đơn vị", "Tình trạng", "Hạn", "Được đề nghị"),
                (
                    [o.agency, o.standing.label, o.due_on, "có" if o.is_requested else ""]
                    for o in rows.source_rows(consolidation)
                ),
            ),
            (
                "Nội dung nêu",
                ("Loại", "Nội dung", "Đoạn trong bản tổng hợp", "Đưa vào", "Nguyên văn", "Cơ quan"),
                _voices(consolidation),
            ),
        ]
    )


def _cells(counts: Counts) -> list[Any]:
    done = counts.done + counts.done_late
    return [counts.owed, done, counts.done_late, counts.nothing, counts.not_yet, counts.missing, counts.rate]


def _entries(consolidation: Consolidation) -> Iterator[list[Any]]:
    names = {one.agency.code: rows.name_of(one.agency) for one in consolidation.sources.select_related("agency__unit")}
    for line in consolidation.lines.order_by("position").iterator(chunk_size=20):
        for code, said, occurrence, figures in line.entries:
            for above, below in figures.values() or [("", "")]:
                told = [rows.decimal_of(above), rows.decimal_of(below)]
                yield [line.position, line.title, names[code], rows.SAID_WORDS[said], occurrence, *told]


def _voices(consolidation: Consolidation) -> Iterator[list[Any]]:
    for one in rows.passage_rows(consolidation):
        about = rows.section_name(one.section) if one.kind == PassageKind.DIMENSION else ""
        used = "có" if one.is_used else ""
        if not one.voices:
            yield [PassageKind(one.kind).label, about, one.text, used, "", ""]
        for voice in one.voices:
            yield [PassageKind(one.kind).label, about, one.text, used, voice.text, voice.agency]
