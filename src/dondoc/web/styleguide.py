"""The style page, in debug and demo alone: every component once, to look at and to test by eye."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.http import HttpResponse
from django.urls import path

from dondoc.web.charts import HeatCell, HeatChart, bar_chart, heat_level, line_chart
from dondoc.web.doors import door
from dondoc.web.navigation import NavItem
from dondoc.web.pages import page
from dondoc.web.requests import Request
from dondoc.web.tables import Column, Table, Tag, read_table


@dataclass(frozen=True, slots=True)
class Row:
    task: str
    agency: str
    due_on: date
    state: Tag
    done: int
    asked: int


ROWS = [
    Row("Niêm yết danh sách hộ nghèo, hộ cận nghèo", "UBND xã Phú Vinh", date(2026, 11, 13), Tag("đang mở"), 9, 12),
    Row("Đối thoại với Nhân dân lần hai", "UBND phường An Lạc", date(2026, 11, 6), Tag("quá hạn", "bad"), 0, 1),
    Row(
        "Báo cáo quý III",
        "Phòng Kinh tế, Hạ tầng và Đô thị phường An Lạc",
        date(2026, 11, 20),
        Tag("chờ xác nhận", "warn"),
        1,
        1,
    ),
    Row(
        "Công khai quyết toán ngân sách năm trước",
        "UBND xã Tân Hòa",
        date(2026, 10, 30),
        Tag("đã hoàn thành", "good"),
        1,
        1,
    ),
    Row(
        "Tập huấn công chức Một cửa",
        "Trung tâm Phục vụ hành chính công",
        date(2026, 12, 1),
        Tag("chưa đến hạn"),
        35,
        40,
    ),
]


class SampleForm(forms.Form):
    """Every kind of field, two of them wrong."""

    number = forms.CharField(
        label="Số, ký hiệu văn bản", help_text="Ví dụ 125/KH-UBND", widget=forms.TextInput({"class": "w-12"})
    )
    on = forms.CharField(
        label="Ngày ban hành",
        help_text="Ngày/tháng/năm",
        widget=forms.TextInput({"class": "w-8", "inputmode": "numeric"}),
    )
    kind = forms.ChoiceField(
        label="Loại sửa đổi", choices=[("1", "Thay thế"), ("2", "Sửa đổi, bổ sung"), ("3", "Đính chính")]
    )
    proof = forms.ChoiceField(
        label="Minh chứng",
        choices=[("vb", "Văn bản có số"), ("tep", "Tệp"), ("lk", "Liên kết")],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label="Khó khăn, vướng mắc", required=False, widget=forms.Textarea({"rows": 3}))
    file = forms.FileField(label="Tệp đính kèm", required=False, help_text="Word, Excel, PDF hoặc ảnh, tối đa 25 MB")
    agree = forms.BooleanField(label="Đã đối chiếu với bản giấy", required=False)


COLUMNS: list[Column[Row]] = [
    Column("viec", "Nhiệm vụ", lambda r: r.task, sort="task", href=lambda _: "#"),
    Column("co-quan", "Cơ quan", lambda r: r.agency, sort="agency"),
    Column("han", "Hạn", lambda r: r.due_on, "day", sort="due_on"),
    Column("trang-thai", "Trạng thái", lambda r: r.state, "tag"),
    Column("xong", "Đã làm", lambda r: r.done, "number", sort="done", total=True),
    Column("can", "Phải làm", lambda r: r.asked, "number", sort="asked", total=True),
]


def sample_navigation() -> list[NavItem]:
    names = [
        ("Việc của tôi", "work"),
        ("Kế hoạch", "plan"),
        ("Theo dõi", "watch"),
        ("Báo cáo", "report"),
        ("Phản ánh", "voice"),
        ("Công khai", "open"),
        ("Chỉ số", "index"),
    ]
    return [
        NavItem(name, "/kieu-dang/" if i == 0 else f"#{icon}", icon, i, 3 if i == 0 else 0)
        for i, (name, icon) in enumerate(names)
    ]


def sample_heat() -> HeatChart:
    shares: dict[str, list[int | None]] = {
        "Xã Phú Vinh": [98, 91, 74, 88],
        "Xã Tân Hòa": [100, 62, 81, 95],
        "Phường An Lạc": [45, 79, 93, None],
    }
    rows = [
        (
            unit,
            [
                HeatCell(
                    "–" if v is None else f"{v} %",
                    None if v is None else 4 - heat_level(v, (50, 65, 80, 95)),
                    "#" if v is not None else "",
                )
                for v in values
            ],
        )
        for unit, values in shares.items()
    ]
    return HeatChart(
        "Phường An Lạc chậm nhất ở chỉ số Tham gia của người dân",
        ["Tham gia của người dân", "Công khai, minh bạch", "Trách nhiệm giải trình", "Thủ tục hành chính"],
        rows,
    )


@door("GET", "POST", who="anyone")
def styleguide(request: Request) -> HttpResponse:
    table: Table = read_table(
        request, COLUMNS, ROWS, caption="Việc đến hạn trong tháng", empty="Chưa có việc nào.", order="han"
    )
    nothing = read_table(request, COLUMNS, [], caption="Việc trễ hạn", empty="Không có việc trễ hạn.")
    form = SampleForm({"number": "", "on": "31/02/2026", "kind": "2", "proof": "vb"})
    form.add_error("on", "Ngày 31/02/2026 không có trong lịch. Nhập lại theo ngày/tháng/năm.")
    units = [("Xã Phú Vinh", 96), ("Xã Tân Hòa", 88), ("Phường An Lạc", 61), ("Xã Bình Minh", 54)]
    years = ["2021", "2022", "2023", "2024", "2025"]
    ours, middle = [38.2, 40.5, None, 41.9, 43.1], [41.2, 41.0, 41.4, 42.0, 42.3]
    context = {
        "table": table,
        "nothing": nothing,
        "form": form,
        "sample_navigation": sample_navigation(),
        "today": date(2026, 11, 10),
        "bars": bar_chart(
            "Hai đơn vị dưới 70 % đúng hạn",
            "% việc đúng hạn",
            units,
            top=100,
            marked="Xã Bình Minh",
            reference=(70, "mức chung 70 %"),
        ),
        "lines": line_chart(
            "Điểm của tỉnh vượt mức giữa cả nước từ năm 2025",
            "điểm",
            [("Tỉnh ta", list(zip(years, ours, strict=True))), ("Giữa cả nước", list(zip(years, middle, strict=True)))],
            places=1,
        ),
        "heat": sample_heat(),
    }
    return page(request, "styleguide.html", context)


urlpatterns = [path("", styleguide, name="styleguide")]
