"""The table of looks: every style of our template with its size and setting (NĐ 30/2020, Phụ lục I).

An office that edits the template changes these styles in its own copy; the names are how the writer finds them.
"""

from dataclasses import dataclass
from typing import Literal

FONT = "Times New Roman"
# Millimetres. The decree allows 20-25 above and below, 30-35 left, 15-20 right.
WIDTH, HEIGHT = 210, 297
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15
HEADER = 10
BODY_WIDTH = WIDTH - LEFT - RIGHT
HEAD_LEFT = 72
CELL_MARGIN = 70  # left and right in a cell, in twentieths of a point


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes in points, indents in millimetres. `level` places a heading in the outline of the document."""

    name: str
    size: float
    is_bold: bool = False
    is_italic: bool = False
    align: Literal["left", "centre", "justify"] = "left"
    before: float = 0
    after: float = 0
    first_line: float = 0
    left: float = 0
    spacing: float = 1
    level: int = 0
    keeps_next: bool = False


SUPERIOR = Look("Cơ quan chủ quản", 12, align="centre")
ISSUER = Look("Cơ quan ban hành", 12, is_bold=True, align="centre")
NATION = Look("Quốc hiệu", 12, is_bold=True, align="centre")
MOTTO = Look("Tiêu ngữ", 13, is_bold=True, align="centre")
RULE = Look("Đường kẻ", 2, align="centre", before=3)
NUMBER = Look("Số ký hiệu", 13, align="centre", before=4)
ABOUT = Look("Trích yếu công văn", 12, align="centre", before=6)
PLACE = Look("Địa danh ngày tháng", 13, is_italic=True, align="centre", before=4)
TITLE = Look("Tên loại", 14, is_bold=True, align="centre", before=12, keeps_next=True)
SUMMARY = Look("Trích yếu", 14, is_bold=True, align="centre", keeps_next=True)
ADDRESS = Look("Kính gửi", 14, align="centre", before=12)
ADDRESSES = Look("Kính gửi nhiều nơi", 14, left=30)
BASIS = Look("Căn cứ", 14, is_italic=True, align="justify", after=6, first_line=12.7)
BODY = Look("Nội dung", 14, align="justify", after=6, first_line=12.7, spacing=1.1)
HEADINGS = (
    Look("Đề mục I", 14, is_bold=True, align="justify", before=6, after=6, first_line=12.7, level=1, keeps_next=True),
    Look("Đề mục 1", 14, is_bold=True, align="justify", after=6, first_line=12.7, level=2, keeps_next=True),
    Look("Đề mục a", 14, align="justify", after=6, first_line=12.7, level=3, keeps_next=True),
)
CAPTION = Look("Tên bảng", 13, is_italic=True, align="centre", before=6, after=4, keeps_next=True)
CELL = Look("Ô bảng", 12, before=1, after=1)
CELL_HEAD = Look("Đầu bảng", 12, is_bold=True, align="centre", before=2, after=2, keeps_next=True)
AFTER = Look("Sau bảng", 6)
COPIES = Look("Nơi nhận", 12, is_bold=True, is_italic=True, before=8)
COPY = Look("Nơi nhận dòng", 11)
POWER = Look("Quyền hạn chức vụ", 14, is_bold=True, align="centre", keeps_next=True)
NAME = Look("Người ký", 14, is_bold=True, align="centre", before=76)
ANNEX = Look("Phụ lục", 14, is_bold=True, align="centre", level=1, keeps_next=True)
ANNEX_TITLE = Look("Tên phụ lục", 14, is_bold=True, align="centre", keeps_next=True)
ANNEX_OF = Look("Kèm theo", 14, is_italic=True, align="centre", after=10, keeps_next=True)
PAGE = Look("Số trang", 13, align="centre")

LOOKS: tuple[Look, ...] = (
    *(SUPERIOR, ISSUER, NATION, MOTTO, RULE, NUMBER, ABOUT, PLACE, TITLE, SUMMARY, ADDRESS, ADDRESSES, BASIS, BODY),
    *HEADINGS,
    *(CAPTION, CELL, CELL_HEAD, AFTER, COPIES, COPY, POWER, NAME, ANNEX, ANNEX_TITLE, ANNEX_OF, PAGE),
)


def width_of(text: str, look: Look) -> float:
    """About how many millimetres a line takes: a capital is 0.61 of the size, a small letter 0.45 (both measured)."""
    ems = 0.61 if text.isupper() else 0.45
    return len(text) * ems * look.size * 25.4 / 72
