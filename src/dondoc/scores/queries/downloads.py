"""Results row by row, for files."""

from collections.abc import Iterator, Sequence

from dondoc.scores.queries.national import codes_of, national_rows
from dondoc.scores.queries.store import Store

HEADS = (
    "nam",
    "ma_noi",
    "ten_noi",
    "ma_chi_so",
    "ten_chi_so",
    "diem",
    "hang",
    "so_noi_co_diem",
    "nhom",
    "nhom_cong_bo",
)
DESCRIPTION = (
    ("cot", "nghia", "don_vi", "nguon"),
    ("nam", "năm của kết quả", "năm", "báo cáo PAPI của năm"),
    ("ma_noi", "mã tỉnh 2011-2024; từ 2025 mã riêng của tỉnh sau sáp nhập", "", "danh mục đơn vị hành chính"),
    ("ten_noi", "tên tỉnh, thành phố", "", "danh mục đơn vị hành chính"),
    ("ma_chi_so", "TOTAL: tổng hợp; D1-D8: chỉ số nội dung; còn lại: nội dung thành phần", "", "khung chỉ số"),
    ("ten_chi_so", "số và tên như năm đó in", "", "khung chỉ số"),
    ("diem", "điểm như công bố; ô 0 của bảng gốc là không công bố nên không có dòng", "điểm", "bảng tính PAPI"),
    ("hang", "1 là cao nhất; bằng điểm thì cùng hạng", "thứ hạng", "tính từ điểm"),
    ("so_noi_co_diem", "số tỉnh có điểm trong năm", "tỉnh", "tính từ điểm"),
    ("nhom", "một trong bốn nhóm; dấu * khi điểm nằm đúng ngưỡng", "", "ngưỡng công bố, hoặc tứ phân vị"),
    ("nhom_cong_bo", "1: theo ngưỡng đã công bố; 0: tính theo tứ phân vị", "", ""),
)  # fmt: skip


def lines(store: Store, years: Sequence[int], *, place: str = "") -> Iterator[tuple[object, ...]]:
    """A row for each figure of the country, of one place where it is named."""
    for year in years:
        for code, name in codes_of(store.panel, year):
            rows = national_rows(store, code, year)
            for row in rows:
                if place in ("", row.place):
                    told = (row.score, row.rank, len(rows), row.group_words, int(row.placement.is_published))
                    yield (year, row.place, row.name, code, name, *told)
