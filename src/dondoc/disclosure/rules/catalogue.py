"""What must be public, by level: dated data with its legal basis and how sure it is.

`sure` says how the rule was read: "V" in the text itself, "Q" quoted in another official document, "G" general
knowledge, "?" not verified. `sure_when` says the same of the day by which it is due. An item without a frequency
(`when` empty) is flagged and never green until somebody sets one.

Terms of law are not told twice: an item names its terms by their keys in `schedule.rules.timers`, and takes their
numbers from there as they hold on the day, an office's own included.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dondoc.schedule.rules import parse
from dondoc.schedule.rules.timers import TIMERS, TimerRule, timer_on

COMMUNE, PROVINCE = "commune", "province"
SOURCE = "disclosure"  # under which the duties of items stand in the engine
BOARD, VILLAGE, PORTAL, LOUDSPEAKER, MEETING = "board", "village", "portal", "loudspeaker", "meeting"
POSTING, LOUD, PUBLISH = "disclosure.posting", "disclosure.loudspeaker", "disclosure.publish"
DRAFT, DECIDED, EXECUTION = "budget.draft", "budget.decided", "budget.execution"
_DEMOCRACY = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15, Điều 11 khoản {}; Điều 12, 13"
_BUDGET = "Thông tư 26/2026/TT-BTC, Điều 26; Luật 10/2022/QH15, Điều 11 khoản 2"
_BUDGET_BEFORE = "Thông tư 343/2016/TT-BTC; Luật 10/2022/QH15, Điều 11 khoản 2"
_SINCE, _BUDGET_SINCE = date(2023, 7, 1), date(2026, 3, 25)
_TERM = re.compile(r"\d{1,3} (?:ngày làm việc|ngày|giờ) kể từ \S")
SURE = {
    "V": "đọc trong văn bản",
    "Q": "theo văn bản khác viện dẫn",
    "G": "theo hiểu biết chung, chưa đối chiếu",
    "?": "chưa xác minh",
}


@dataclass(frozen=True, slots=True)
class ItemRule:
    """One thing that must be public. `when` is a phrase of time: a cycle, or a term that runs from a decision ("05 ngày
    làm việc kể từ ngày ban hành"). `days` is how long it hangs without a break (None: for good). `loud` is on how many
    days in a row it is read out (0: not asked). `within` counts working days from the decision. What ends in `_by`
    names the term from which that number comes; in `when` it stands as {term}, the day after it as {next}."""

    key: str
    number: int
    name: str
    short: str
    level: str
    basis: str
    sure: str
    when: str
    sure_when: str
    when_by: str = ""
    days_by: str = POSTING
    loud_by: str = ""
    within_by: str = PUBLISH
    days: int | None = None
    loud: int = 0
    within: int = 0
    places: tuple[str, ...] = (BOARD, VILLAGE)
    component: str = ""
    section: int = 2
    holds_people: bool = False
    steps: tuple[str, ...] = ()
    valid_from: date = _SINCE
    valid_to: date | None = None

    @property
    def terms(self) -> dict[str, str]:
        """The fields that come from a term, each with its key."""
        named = {"when": self.when_by, "days": self.days_by, "loud": self.loud_by, "within": self.within_by}
        return {field: key for field, key in named.items() if key}

    @property
    def form(self) -> Mapping[str, Any]:
        """The JSON form of its schedule."""
        return form_of(self.when)


def form_of(when: str) -> Mapping[str, Any]:
    """A phrase of time as the engine keeps it; a term that runs from something waits for an event."""
    if not when:
        return {}
    if _TERM.match(when):
        return {"kind": "event", "text": when, "normalised": {"event": when}}
    read = parse(when)
    return {"kind": read.kind, "text": when, "normalised": read.normalised()}


def is_understood(when: str) -> bool:
    """A cycle or a day of the calendar, or a term with its number of days."""
    return bool(_TERM.match(when)) or form_of(when).get("kind") in ("recurring", "date", "month", "quarter", "year")


def is_by_event(form: Mapping[str, Any]) -> bool:
    return form.get("kind") == "event"


_SOON = "{term} kể từ ngày ban hành"
_QUARTERLY = "Hằng quý, trước ngày {next} của tháng đầu quý sau"
_BY: Mapping[str, str] = {
    _SOON: PUBLISH,
    _QUARTERLY: EXECUTION,
    "{term} kể từ ngày trình": DRAFT,
    "{term} kể từ ngày phê chuẩn": DECIDED,
}
_POOR_STEPS = (
    "Rà soát hộ tại thôn, tổ dân phố",
    "Họp dân thống nhất kết quả rà soát",
    "Niêm yết danh sách dự kiến, tiếp nhận ý kiến, phúc tra",
    "Báo cáo cấp trên, nhận ý kiến",
    "Quyết định công nhận, niêm yết danh sách chính thức",
)


def _of_law(key: str, number: int, name: str, short: str, when: str, sure_when: str, **more: Any) -> ItemRule:
    basis = more.pop("basis", _DEMOCRACY.format(number))
    sure = more.pop("sure", "V")
    return ItemRule(key, number, name, short, COMMUNE, basis, sure, when, sure_when, when_by=_BY.get(when, ""), **more)


_COMMUNE = (
    _of_law(
        "kt-xh", 1, "Kế hoạch phát triển kinh tế - xã hội và kết quả thực hiện", "KT-XH",
        "Hằng năm, trước ngày 31/01", "G", component="2.1",
    ),
    _of_law(
        "ns-du-thao", 2, "Dự thảo dự toán ngân sách trình Hội đồng nhân dân", "Dự thảo NS",
        "{term} kể từ ngày trình", "Q", basis=_BUDGET, component="2.3", valid_from=_BUDGET_SINCE,
    ),
    _of_law(
        "ns-du-toan", 2, "Dự toán ngân sách đã được quyết định", "Dự toán NS",
        "Hằng năm, trước ngày 31/01", "Q", basis=_BUDGET, component="2.3", valid_from=_BUDGET_SINCE,
    ),
    _of_law(
        "ns-thuc-hien", 2, "Tình hình thực hiện ngân sách quý, 6 tháng, 9 tháng, năm", "Thực hiện NS",
        _QUARTERLY, "Q", basis=_BUDGET, component="2.3",
        valid_from=_BUDGET_SINCE,
    ),
    _of_law(
        "ns-quyet-toan", 2, "Quyết toán ngân sách đã được phê chuẩn", "Quyết toán NS",
        "{term} kể từ ngày phê chuẩn", "Q", basis=_BUDGET, component="2.3", valid_from=_BUDGET_SINCE,
    ),
    _of_law("kiem-toan", 2, "Kết quả kiểm toán, kiến nghị và việc thực hiện", "Kiểm toán", _SOON, "V", component="2.3"),
    _of_law(
        "du-an", 3, "Dự án, công trình, quy hoạch trên địa bàn", "Dự án, quy hoạch", _SOON, "V", component="2.4",
    ),
    _of_law(
        "ke-hoach-dat", 3, "Kế hoạch sử dụng đất hằng năm", "KH sử dụng đất",
        "Hằng năm, trước ngày 31/01", "?", component="2.4",
    ),
    _of_law("gia-dat", 3, "Bảng giá đất áp dụng trên địa bàn", "Bảng giá đất", "Hằng năm, trước ngày 15/01", "?",
            component="2.4"),
    _of_law(
        "boi-thuong", 3, "Phương án thu hồi, bồi thường, hỗ trợ, tái định cư; giá đền bù", "Bồi thường", _SOON, "V",
        component="2.4", holds_people=True,
    ),
    _of_law(
        "quy-che", 4, "Quy chế dân chủ; nhiệm vụ, quyền hạn, quy tắc ứng xử của cán bộ, công chức", "Quy chế",
        "Hằng năm, trước ngày 31/03", "G", days_by="", component="4.1", section=4,
    ),
    _of_law(
        "dong-gop", 5, "Các quỹ, khoản huy động đóng góp: mục đích, mức, thu, chi", "Quỹ, đóng góp",
        "Định kỳ 6 tháng", "G", component="1.4", section=1,
    ),
    _of_law("tai-san", 6, "Quản lý, sử dụng tài sản công", "Tài sản công", "", "?", component="2.1"),
    _of_law(
        "ho-ngheo-du-kien", 7, "Danh sách hộ nghèo, hộ cận nghèo dự kiến", "Hộ nghèo dự kiến",
        "Hằng năm, trước ngày 21/11", "?", loud_by=LOUD, component="2.2", holds_people=True, steps=_POOR_STEPS,
    ),
    _of_law(
        "ho-ngheo", 7, "Danh sách hộ nghèo, hộ cận nghèo được công nhận", "Hộ nghèo",
        "Hằng năm, trước ngày 16/12", "?", loud_by=LOUD, component="2.2", holds_people=True, steps=_POOR_STEPS,
    ),
    _of_law(
        "chinh-sach", 7, "Tiêu chí, quy trình, kết quả chính sách an sinh, bảo hiểm y tế, chương trình mục tiêu",
        "Chính sách", _SOON, "V", loud_by=LOUD, component="2.1",
    ),
    _of_law(
        "cuu-tro", 8, "Hỗ trợ thiên tai, dịch bệnh; tiếp nhận, phân phối hàng cứu trợ", "Cứu trợ", _SOON, "V",
        loud_by=LOUD, component="2.1",
    ),
    _of_law(
        "nghia-vu", 9, "Danh sách công dân được gọi nhập ngũ", "Nhập ngũ", _SOON, "V", loud_by=LOUD,
        component="2.1", holds_people=True,
    ),
    _of_law(
        "thanh-tra", 10, "Kết luận thanh tra, kiểm tra; xử lý vi phạm, tham nhũng, tiêu cực", "Kết luận thanh tra",
        _SOON, "V", loud_by=LOUD, component="4.4", section=4,
    ),
    _of_law(
        "tin-nhiem", 10, "Kết quả lấy phiếu tín nhiệm", "Phiếu tín nhiệm", _SOON, "V", loud_by=LOUD,
        component="4.1", section=4,
    ),
    _of_law(
        "lay-y-kien", 11, "Nội dung lấy ý kiến Nhân dân; giải trình, tiếp thu", "Lấy ý kiến", _SOON, "V",
        loud_by=LOUD, component="1.2", section=1,
    ),
    _of_law(
        "phi", 12, "Phí, lệ phí và các nghĩa vụ tài chính thu trên địa bàn", "Phí, lệ phí",
        "Hằng năm, trước ngày 31/01", "G", loud_by=LOUD, component="5.4", section=5,
    ),
    _of_law(
        "tthc", 13, "Thủ tục hành chính do cấp xã tiếp nhận, giải quyết", "Thủ tục",
        "Hằng năm, trước ngày 31/03", "G", days_by="", component="5.4", section=5, places=(BOARD,),
    ),
    _of_law("khac", 14, "Nội dung khác theo quy định của pháp luật", "Nội dung khác", "", "?"),
    _of_law(
        "danh-muc", 0, "Danh mục nội dung đã công khai, cập nhật hằng quý", "Danh mục quý", "Hằng quý", "V",
        basis="Luật 10/2022/QH15, Điều 13", component="2.1",
    ),
    _of_law(
        "ke-hoach", 0, "Kế hoạch công khai của năm", "Kế hoạch công khai", "Hằng năm, trước ngày 15/02", "G",
        basis="Luật 10/2022/QH15, Điều 14", component="2.1",
    ),
    _of_law(
        "tuyen-dung", 0, "Tuyển dụng công chức, viên chức, người hoạt động không chuyên trách", "Tuyển dụng", _SOON,
        "G", basis="Luật Cán bộ, công chức; Luật Viên chức", sure="G", component="4.3", section=4,
    ),
)  # fmt: skip


def _of_province(key: str, name: str, short: str, basis: str, when: str, sure_when: str, **more: Any) -> ItemRule:
    sure, places = more.pop("sure", "G"), (BOARD, PORTAL)
    return ItemRule(
        key, 0, name, short, PROVINCE, basis, sure, when, sure_when, when_by=_BY.get(when, ""), places=places, **more
    )


_PROVINCE = (
    _of_province(
        "t-ns-thuc-hien", "Tình hình thực hiện ngân sách tỉnh quý, 6 tháng, 9 tháng, năm", "Thực hiện NS tỉnh",
        "Luật Ngân sách nhà nước 89/2025/QH15", _QUARTERLY, "Q", sure="Q",
        component="2.3",
    ),
    _of_province(
        "t-ns-quyet-toan", "Quyết toán ngân sách tỉnh", "Quyết toán NS tỉnh", "Luật Ngân sách nhà nước 89/2025/QH15",
        "{term} kể từ ngày phê chuẩn", "Q", sure="Q", component="2.3",
    ),
    _of_province(
        "t-gia-dat", "Bảng giá đất của tỉnh", "Bảng giá đất", "Luật Đất đai 2024", "Hằng năm, trước ngày 15/01", "?",
        sure="?", component="2.4",
    ),
    _of_province("t-quy-hoach", "Quy hoạch, kế hoạch sử dụng đất của tỉnh", "Quy hoạch", "Luật Đất đai 2024", _SOON,
                 "?", sure="?", component="2.4"),
    _of_province(
        "t-thanh-tra", "Kết luận thanh tra của tỉnh", "Kết luận thanh tra", "Luật Thanh tra", _SOON, "G",
        component="4.4", section=4,
    ),
    _of_province(
        "t-tuyen-dung", "Tuyển dụng công chức, viên chức của tỉnh", "Tuyển dụng",
        "Luật Cán bộ, công chức; Luật Viên chức", _SOON, "G", component="4.3", section=4,
    ),
    _of_province("t-tthc", "Thủ tục hành chính của tỉnh, phí và lệ phí", "Thủ tục", "Nghị định 118/2025/NĐ-CP",
                 _SOON, "Q", sure="Q", days_by="", component="5.4", section=5),
)  # fmt: skip


def _versions() -> Iterator[ItemRule]:
    """The budget was public before its circular of 2026 too, by the one of 2016: the same item on another ground."""
    for rule in (*_COMMUNE, *_PROVINCE):
        if rule.valid_from == _BUDGET_SINCE:
            before = _BUDGET_SINCE - timedelta(days=1)
            yield replace(rule, basis=_BUDGET_BEFORE, sure="Q", valid_from=_SINCE, valid_to=before)
        yield rule


ITEMS = tuple(_versions())


def terms_of(key: str) -> dict[str, str]:
    """The fields of an item that come from a term, each with the key of the term; nothing for what an office added."""
    return next((rule.terms for rule in ITEMS if rule.key == key), {})


Lookup = Callable[[str], TimerRule | None]


def catalogue(level: str, on: date, term: Lookup | None = None) -> Iterator[ItemRule]:
    """What a unit of a level must make public on a day, with the terms that hold then (`term`; else the shipped)."""
    lookup = term or (lambda key: timer_on(key, on, TIMERS))
    for rule in ITEMS:
        if rule.level == level and rule.valid_from <= on and (rule.valid_to is None or on <= rule.valid_to):
            yield _with_terms(rule, lookup)


def _with_terms(rule: ItemRule, term: Lookup) -> ItemRule:
    """Without its term an item has no time: it is flagged until an office enters one."""
    found = {field: term(key) for field, key in rule.terms.items()}
    numbers = {field: one.number if one else None for field, one in found.items() if field != "when"}
    told: dict[str, Any] = {"loud": numbers.get("loud") or 0, "within": numbers.get("within") or 0}
    when = found.get("when")
    if rule.when_by:
        told["when"] = rule.when.format(term=when.words, next=f"{when.number + 1:02}") if when else ""
        told["sure_when"] = when.certainty if when else "?"
    return replace(rule, days=numbers.get("days"), **told)
