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
        Column("ma", "Mã của kế hoạch trong hệ thống này", "string"),
        Column("nam", "Năm của kế hoạch", "integer"),
        Column("so_ky_hieu", "Số, ký hiệu văn bản", "string"),
        Column("ngay_ban_hanh", "Ngày ban hành", "date"),
        Column("trich_yeu", "Trích yếu nội dung", "string"),
        Column("co_quan", "Cơ quan ban hành", "string"),
    ),
)
PROGRESS = Dataset(
    "tien-do",
    Part.PROGRESS,
    "Tiến độ thực hiện nhiệm vụ",
    "Mỗi dòng một nhiệm vụ của kế hoạch; một việc là một cơ quan phải làm một lần. Cơ quan được đề nghị không tính.",
    (
        Column("ke_hoach", "Mã của kế hoạch", "string"),
        Column("nhiem_vu", "Mã của nhiệm vụ", "string"),
        Column("truc_noi_dung", "Trục nội dung của chỉ số", "string"),
        Column("noi_dung", "Nội dung nhiệm vụ", "string"),
        Column("thoi_gian", "Thời gian ghi trong kế hoạch", "string"),
        Column("viec_da_mo", "Số việc đã đến lúc làm", "integer"),
        Column("viec_da_xong", "Số việc đã hoàn thành hoặc không phát sinh", "integer"),
        Column("viec_qua_han", "Số việc quá hạn", "integer"),
    ),
)

ANSWERS = Dataset(
    "hoi-va-dap",
    Part.PAGE,
    "Phản ánh, câu hỏi đã trả lời và công bố",
    "Mỗi dòng một phản ánh hoặc câu hỏi đã công bố, không có tên người gửi. Đã trả lời chưa chắc đã giải quyết.",
    (
        Column("ma", "Mã công bố", "string"),
        Column("loai", "report: phản ánh, kiến nghị; question: câu hỏi", "string"),
        Column("linh_vuc", "Lĩnh vực", "string"),
        Column("noi", "Thôn, bản, tổ dân phố", "string"),
        Column("noi_dung", "Nội dung đã công bố", "string"),
        Column("tra_loi", "Nội dung trả lời", "string"),
        Column(
            "ket_qua", "Kết quả: đã giải quyết, đã giải thích, chuyển nơi khác, từ chối, chưa giải quyết được", "string"
        ),
        Column("co_quan", "Cơ quan trả lời", "string"),
        Column("tiep_nhan", "Lúc tiếp nhận", "datetime"),
        Column("tra_loi_luc", "Lúc trả lời", "datetime"),
        Column("danh_gia", "Điểm của người gửi, 1 đến 5", "integer"),
    ),
)

ITEMS = Dataset(
    "cong-khai",
    Part.PAGE,
    "Nội dung đã công khai",
    "Mỗi dòng một nơi niêm yết hoặc phát của một nội dung; chỉ những trường mà đơn vị mở.",
    (
        Column("ma", "Mã công khai", "string"),
        Column("noi_dung", "Nội dung phải công khai", "string"),
        Column("ten", "Tên văn bản, danh sách", "string"),
        Column("so_ky_hieu", "Số, ký hiệu văn bản", "string"),
        Column("ngay_van_ban", "Ngày văn bản", "date"),
        Column("noi", "Nơi công khai", "string"),
        Column("tu_ngay", "Từ ngày", "date"),
        Column("den_ngay", "Đến hết ngày; trống: lâu dài", "date"),
        Column("dia_chi", "Địa chỉ trên mạng", "string"),
    ),
)
LEDGER = Dataset(
    "dong-gop",
    Part.PAGE,
    "Sổ đóng góp tự nguyện",
    "Mỗi dòng một khoản vận động; số tiền tính bằng đồng.",
    (
        Column("ma", "Mã khoản vận động", "string"),
        Column("ten", "Tên khoản", "string"),
        Column("muc_dich", "Mục đích", "string"),
        Column("ai_van_dong", "Ai vận động", "string"),
        Column("ho_dong_y", "Số hộ đồng ý", "integer"),
        Column("tong_so_ho", "Tổng số hộ", "integer"),
        Column("da_thu", "Đã thu", "integer"),
        Column("da_chi", "Đã chi", "integer"),
        Column("con_lai", "Còn lại", "integer"),
    ),
)
DIALOGUES = Dataset(
    "doi-thoai",
    Part.PAGE,
    "Đối thoại với Nhân dân, việc đã hứa",
    "Mỗi dòng một việc đã hứa; buổi đối thoại, câu hỏi chưa giao việc nào cũng có một dòng. Không có tên người hỏi.",
    (
        Column("ma", "Mã buổi đối thoại", "string"),
        Column("ngay", "Ngày tổ chức", "date"),
        Column("chu_de", "Nội dung đối thoại", "string"),
        Column("so_nguoi", "Số người dự; trống: chưa tổ chức hoặc chưa ghi kết quả", "integer"),
        Column("nguoi_dan_hoi", "Người dân hỏi, đề nghị", "string"),
        Column("tra_loi", "Trả lời tại buổi đối thoại", "string"),
        Column("viec_hua", "Việc đã hứa làm", "string"),
        Column("co_quan", "Cơ quan làm", "string"),
        Column("han", "Hạn", "date"),
        Column("trang_thai", "Đã hoàn thành, hoàn thành quá hạn, đang mở, quá hạn, quá hạn nhiều", "string"),
        Column("xong_ngay", "Ngày báo đã xong", "date"),
        Column("da_lam", "Đã làm gì", "string"),
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
