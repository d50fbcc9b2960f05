"""The tables of open data of a unit: each gives rows of what its public pages show, and not more."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from dondoc.disclosure.queries.public import public_items, public_ledger
from dondoc.feedback.queries.public import public_rows, published
from dondoc.meetings.queries.public import dialogues_of, public_dialogues
from dondoc.plans.queries.plans import plan_parts
from dondoc.portal.access import Open, public_plans
from dondoc.portal.rules.datasets import Column, Dataset
from dondoc.portal.rules.openings import Part

Rows = Callable[[Open, date], Iterable[Sequence[Any]]]

PLANS = Dataset(
    "ke-hoach",
    Part.PLAN,
    "Kế hoạch đã ban hành",
    "Mỗi dòng một văn bản kế hoạch.",
    (
        Column("ma", "string", "Mã của kế hoạch trong hệ thống này"),
        Column("nam", "integer", "Năm của kế hoạch"),
        Column("so_ky_hieu", "string", "Số, ký hiệu văn bản"),
        Column("ngay_ban_hanh", "date", "Ngày ban hành"),
        Column("trich_yeu", "string", "Trích yếu nội dung"),
        Column("co_quan", "string", "Cơ quan ban hành"),
    ),
)
PROGRESS = Dataset(
    "tien-do",
    Part.PROGRESS,
    "Tiến độ thực hiện nhiệm vụ",
    "Mỗi dòng một nhiệm vụ của kế hoạch; một việc là một cơ quan phải làm một lần. Cơ quan được đề nghị không tính.",
    (
        Column("ke_hoach", "string", "Mã của kế hoạch"),
        Column("nhiem_vu", "string", "Mã của nhiệm vụ"),
        Column("truc_noi_dung", "string", "Trục nội dung của chỉ số"),
        Column("noi_dung", "string", "Nội dung nhiệm vụ"),
        Column("thoi_gian", "string", "Thời gian ghi trong kế hoạch"),
        Column("viec_da_mo", "integer", "Số việc đã đến lúc làm"),
        Column("viec_da_xong", "integer", "Số việc đã hoàn thành hoặc không phát sinh"),
        Column("viec_qua_han", "integer", "Số việc quá hạn"),
    ),
)

ANSWERS = Dataset(
    "hoi-va-dap",
    Part.PAGE,
    "Phản ánh, câu hỏi đã trả lời và công bố",
    "Mỗi dòng một phản ánh hoặc câu hỏi đã công bố, không có tên người gửi. Đã trả lời chưa chắc đã giải quyết.",
    (
        Column("ma", "string", "Mã công bố"),
        Column("loai", "string", "report: phản ánh, kiến nghị; question: câu hỏi"),
        Column("linh_vuc", "string", "Lĩnh vực"),
        Column("noi", "string", "Thôn, bản, tổ dân phố"),
        Column("noi_dung", "string", "Nội dung đã công bố"),
        Column("tra_loi", "string", "Nội dung trả lời"),
        Column(
            "ket_qua", "string", "Kết quả: đã giải quyết, đã giải thích, chuyển nơi khác, từ chối, chưa giải quyết được"
        ),
        Column("co_quan", "string", "Cơ quan trả lời"),
        Column("tiep_nhan", "datetime", "Lúc tiếp nhận"),
        Column("tra_loi_luc", "datetime", "Lúc trả lời"),
        Column("danh_gia", "integer", "Điểm của người gửi, 1 đến 5"),
    ),
)

ITEMS = Dataset(
    "cong-khai",
    Part.PAGE,
    "Nội dung đã công khai",
    "Mỗi dòng một nơi niêm yết hoặc phát của một nội dung; chỉ những trường mà đơn vị mở.",
    (
        Column("ma", "string", "Mã công khai"),
        Column("noi_dung", "string", "Nội dung phải công khai"),
        Column("ten", "string", "Tên văn bản, danh sách"),
        Column("so_ky_hieu", "string", "Số, ký hiệu văn bản"),
        Column("ngay_van_ban", "date", "Ngày văn bản"),
        Column("noi", "string", "Nơi công khai"),
        Column("tu_ngay", "date", "Từ ngày"),
        Column("den_ngay", "date", "Đến hết ngày; trống: lâu dài"),
        Column("dia_chi", "string", "Địa chỉ trên mạng"),
    ),
)
LEDGER = Dataset(
    "dong-gop",
    Part.PAGE,
    "Sổ đóng góp tự nguyện",
    "Mỗi dòng một khoản vận động; số tiền tính bằng đồng.",
    (
        Column("ma", "string", "Mã khoản vận động"),
        Column("ten", "string", "Tên khoản"),
        Column("muc_dich", "string", "Mục đích"),
        Column("ai_van_dong", "string", "Ai vận động"),
        Column("ho_dong_y", "integer", "Số hộ đồng ý"),
        Column("tong_so_ho", "integer", "Tổng số hộ"),
        Column("da_thu", "integer", "Đã thu"),
        Column("da_chi", "integer", "Đã chi"),
        Column("con_lai", "integer", "Còn lại"),
    ),
)
DIALOGUES = Dataset(
    "doi-thoai",
    Part.PAGE,
    "Đối thoại với Nhân dân, việc đã hứa",
    "Mỗi dòng một việc đã hứa; buổi đối thoại, câu hỏi chưa giao việc nào cũng có một dòng. Không có tên người hỏi.",
    (
        Column("ma", "string", "Mã buổi đối thoại"),
        Column("ngay", "date", "Ngày tổ chức"),
        Column("chu_de", "string", "Nội dung đối thoại"),
        Column("so_nguoi", "integer", "Số người dự; trống: chưa tổ chức hoặc chưa ghi kết quả"),
        Column("nguoi_dan_hoi", "string", "Người dân hỏi, đề nghị"),
        Column("tra_loi", "string", "Trả lời tại buổi đối thoại"),
        Column("viec_hua", "string", "Việc đã hứa làm"),
        Column("co_quan", "string", "Cơ quan làm"),
        Column("han", "date", "Hạn"),
        Column("trang_thai", "string", "Đã hoàn thành, hoàn thành quá hạn, đang mở, quá hạn, quá hạn nhiều"),
        Column("xong_ngay", "date", "Ngày báo đã xong"),
        Column("da_lam", "string", "Đã làm gì"),
    ),
)


def _items(opened: Open, today: date) -> Iterable[Sequence[Any]]:
    for one in public_items(opened.unit, today):
        head = (one.code, one.item, one.title, one.number, one.decided_on)
        for place in one.places or (None,):
            where = (place.place, place.begins_on, place.until, place.url) if place else ("", None, None, "")
            yield *head, *where


def _ledger(opened: Open, today: date) -> Iterable[Sequence[Any]]:  # noqa: ARG001 - every table is told the day
    for one in public_ledger(opened.unit):
        head = (one.code, one.name, one.purpose, one.asked_by, one.agreed, one.households)
        yield *head, one.collected, one.spent, one.left


def _answers(opened: Open, today: date) -> Iterable[Sequence[Any]]:  # noqa: ARG001 - every table is told the day
    for row in public_rows(published(opened.unit)):
        head = (row.code, row.kind, row.subject, row.where, row.text, row.answer)
        yield *head, row.outcome_words, row.agency, row.received_on, row.answered_on, row.rating


def _dialogues(opened: Open, today: date) -> Iterable[Sequence[Any]]:
    for talk in public_dialogues(dialogues_of(opened.unit), today):
        head = (talk.code, talk.on, talk.topic, talk.people)
        if not talk.questions:
            yield *head, *[None] * 8
        for asked in talk.questions:
            said = (*head, asked.text, asked.answer)
            if not asked.promises:
                yield *said, *[None] * 6
            for made in asked.promises:
                yield *said, made.text, made.agency, made.due_on, made.standing.words, made.done_on, made.done


def _plans(opened: Open, today: date) -> Iterable[Sequence[Any]]:  # noqa: ARG001 - every table is told the day
    for plan in public_plans(opened):
        symbol = f"{plan.number}/{plan.symbol}" if plan.symbol else plan.number
        yield plan.code, plan.year, symbol, plan.issued_on, plan.title, plan.agency.name


def _progress(opened: Open, today: date) -> Iterable[Sequence[Any]]:
    for plan in public_plans(opened):
        for part in plan_parts(plan, by="", today=today):
            for row in part.rows:
                count = row.count
                told = (row.content, row.schedule, count.asked, count.settled, count.late)
                yield plan.code, row.code, part.name, *told


TABLES: dict[str, tuple[Dataset, Rows]] = {
    PLANS.key: (PLANS, _plans),
    PROGRESS.key: (PROGRESS, _progress),
    ANSWERS.key: (ANSWERS, _answers),
    ITEMS.key: (ITEMS, _items),
    LEDGER.key: (LEDGER, _ledger),
    DIALOGUES.key: (DIALOGUES, _dialogues),
}


def datasets_of(opened: Open) -> list[Dataset]:
    """The tables of the parts that a unit opened, if it opened its data at all."""
    opened.demand(Part.OPEN_DATA)
    return [dataset for dataset, _ in TABLES.values() if opened.has(dataset.part)]


def rows_of_dataset(opened: Open, key: str, today: date) -> tuple[Dataset, Iterable[Sequence[Any]]] | None:
    """A table with its rows; None where the unit has not opened it."""
    found = next((dataset for dataset in datasets_of(opened) if dataset.key == key), None)
    return (found, TABLES[key][1](opened, today)) if found else None
