"""A list as a workbook: 700 and 50,000 rows of 15 columns, beside openpyxl writing the same row by row."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from statistics import median
from time import perf_counter
from typing import Any

import django
from django.conf import settings

HEADS = tuple(f"Cột {number}" for number in range(15))
ROW = (
    "9f3k2m1x7a", "p1", 2, "2.2", "Niêm yết danh sách hộ nghèo tại trụ sở", "quý IV/2026", "UBND xã An Lạc",
    "An Lạc", "thực hiện", "", date(2026, 12, 31), "đang mở", 21, "", "",
)  # fmt: skip


def main() -> None:
    settings.configure(USE_TZ=True, TIME_ZONE="Asia/Ho_Chi_Minh")
    django.setup()
    from dondoc.web.sheets import write_sheet

    for count, times in ((700, 9), (50_000, 1)):
        ours = _milliseconds(lambda count=count: write_sheet("Việc", HEADS, [ROW] * count), times)
        peer = _milliseconds(lambda count=count: by_openpyxl([ROW] * count), times)
        print(f"{count:,} rows: ours {ours:,.1f} ms, openpyxl {peer:,.1f} ms")


def by_openpyxl(rows: list[tuple[Any, ...]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Việc")
    sheet.append(HEADS)
    for row in rows:
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _milliseconds(act: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        start = perf_counter()
        act()
        taken.append((perf_counter() - start) * 1000)
    return median(taken)


if __name__ == "__main__":
    main()
