"""Legal terms as dated data: what ends when, by which text, since when, and how sure we are of it.

A term is asked for by key and day (`timer_on`). Where nothing holds on a day (a new law whose text was not seen)
nothing is given: an office enters its own. Marks of certainty: V read in the text itself, Q quoted in another
official document, G general knowledge, "?" not checked. A local term is set by a plan or an office, not by law.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from dondoc.schedule.rules.calendar import NATIONAL, WorkingCalendar
from dondoc.schedule.rules.deadlines import Deadline, Pause, explain
from dondoc.toolkit.sayings import Saying

Unit = Literal["working_days", "days", "hours", "per_week", "per_month", "per_year"]
Counts = Literal["after", "before", "least"]
Certainty = Literal["V", "Q", "G", "?"]

WORDS: dict[str, str] = {
    "working_days": "ngày làm việc",
    "days": "ngày",
    "hours": "giờ",
    "per_week": "ngày mỗi tuần",
    "per_month": "ngày mỗi tháng",
    "per_year": "lần mỗi năm",
}
SURE: dict[str, str] = {
    "V": "đã đọc văn bản",
    "Q": "theo văn bản khác viện dẫn",
    "G": "hiểu biết chung, chưa đối chiếu",
    "?": "chưa xác minh",
}
_RUNNING = ("working_days", "days", "hours")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TimerRule:
    """`counts`: "after" a start (a deadline), "before" an event (notice to be given), "least" (a thing must last so
    long). Both ends of the validity are within; None is open. `is_own`: an office's own row over the table."""

    key: str
    label: str
    number: int
    unit: Unit
    citation: str
    certainty: Certainty = "V"
    valid_from: date | None = None
    valid_to: date | None = None
    counts: Counts = "after"
    is_local: bool = False
    is_own: bool = False

    @property
    def words(self) -> Saying:
        """ "07 ngày làm việc", "24 giờ": below ten with a zero, as official texts write."""
        return Saying("{number:02} {unit}", number=self.number, unit=Saying(WORDS[self.unit]))

    def holds_on(self, day: date) -> bool:
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    def deadline(
        self, start: datetime, *, calendar: WorkingCalendar = NATIONAL, pauses: Sequence[Pause] = ()
    ) -> Deadline:
        """The end of the term from `start`, day zero. A number of times a year has none: a fault of ours."""
        if self.unit not in _RUNNING:
            raise ValueError(f"{self.key} does not run from a start")
        return explain(start, **{self.unit: self.number}, calendar=calendar, pauses=pauses)

    def latest_before(self, event: date, *, calendar: WorkingCalendar = NATIONAL) -> date:
        """The last day on which notice of an event may be given, so that the whole term lies between both."""
        if self.unit == "working_days":
            day = event
            for _ in range(self.number):
                day = calendar.last_working_before(day)
            return day
        if self.unit != "days":
            raise ValueError(f"{self.key} is no term of days")
        return calendar.last_working(event - self.number * _ONE_DAY)


def timer_on(key: str, on: date, rules: Iterable[TimerRule]) -> TimerRule | None:
    """The rule of a key that holds on a day; an office's own wins over the table, the later one over the earlier, the
    last of the list among equals."""
    found = [rule for rule in rules if rule.key == key and rule.holds_on(on)]
    return max(reversed(found), key=lambda rule: (rule.is_own, rule.valid_from or date.min), default=None)


_COMPLAINTS = "Luật Khiếu nại 02/2011/QH13"
_COMPLAINTS_2026 = "Nghị định 124/2020/NĐ-CP, sửa đổi bởi Nghị định 155/2026/NĐ-CP"
_DENUNCIATIONS = "Luật Tố cáo 25/2018/QH14; Nghị định 31/2019/NĐ-CP, sửa đổi bởi Nghị định 156/2026/NĐ-CP"
_GRASSROOTS = "Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15"
_INFORMATION = "Luật Tiếp cận thông tin 104/2016/QH13"
_LAST_OF_INFORMATION = date(2026, 8, 31)
_LOCAL = "Thời hạn nội bộ theo kế hoạch của địa phương"
_RECEPTION = "Luật Tiếp công dân 42/2013/QH13"
_RECEPTION_2026 = "Nghị định 154/2026/NĐ-CP"
_ACCOUNT = "Nghị định 59/2019/NĐ-CP"
_BUDGET = "Nghị định 163/2016/NĐ-CP, Điều 49 (văn bản cũ: đối chiếu Nghị định 73/2026/NĐ-CP)"
_JULY = date(2026, 7, 1)
_GRASSROOTS_FROM = date(2023, 7, 1)


def _complaint(key: str, label: str, number: int) -> TimerRule:
    return TimerRule(f"complaint.{key}", label, number, "days", _COMPLAINTS, valid_from=date(2012, 7, 1))


def _denunciation(key: str, label: str, number: int, unit: Unit) -> TimerRule:
    return TimerRule(f"denunciation.{key}", label, number, unit, _DENUNCIATIONS, valid_from=date(2019, 1, 1))


def _access(key: str, label: str, number: int, unit: Unit, counts: Counts = "after") -> TimerRule:
    return TimerRule(
        f"access.{key}", label, number, unit, _INFORMATION, "V", date(2018, 7, 1), _LAST_OF_INFORMATION, counts
    )


def _grassroots(key: str, label: str, number: int, unit: Unit, counts: Counts = "after") -> TimerRule:
    return TimerRule(key, label, number, unit, _GRASSROOTS, "V", _GRASSROOTS_FROM, None, counts)


TIMERS: tuple[TimerRule, ...] = (
    # Feedback on rules and service: forwarding is law, the rest is set by plans.
    TimerRule("feedback.acknowledge", "Tiếp nhận phản ánh, kiến nghị", 24, "hours", _LOCAL, is_local=True),
    TimerRule("feedback.answer", "Trả lời phản ánh, kiến nghị", 6, "working_days", _LOCAL, is_local=True),
    TimerRule(
        "feedback.forward", "Chuyển phản ánh không thuộc thẩm quyền", 5, "working_days",
        "Nghị định 20/2008/NĐ-CP, sửa đổi bởi Nghị định 48/2013/NĐ-CP, 92/2017/NĐ-CP",
    ),
    TimerRule(
        "consultation.summary", "Tổng hợp, giải trình ý kiến về dự thảo", 15, "working_days", _LOCAL, is_local=True
    ),
    TimerRule("difficulty.answer", "Trả lời khó khăn, vướng mắc", 5, "working_days", _LOCAL, is_local=True),
    # Complaints. "Days" are days of the calendar unless the text says working days.
    _complaint("lodge", "Thời hiệu khiếu nại", 90),
    TimerRule(
        "complaint.accept", "Thụ lý khiếu nại, hoặc báo không thụ lý", 10, "days", _COMPLAINTS,
        valid_from=date(2012, 7, 1), valid_to=date(2026, 6, 30),
    ),
    TimerRule(
        "complaint.accept", "Thụ lý khiếu nại, hoặc báo không thụ lý", 7, "working_days", _COMPLAINTS_2026,
        valid_from=_JULY,
    ),
    _complaint("first.normal", "Giải quyết khiếu nại lần đầu", 30),
    _complaint("first.complex", "Giải quyết khiếu nại lần đầu, vụ việc phức tạp", 45),
    _complaint("first.remote", "Giải quyết khiếu nại lần đầu, vùng sâu, vùng xa", 45),
    _complaint("first.remote-complex", "Giải quyết khiếu nại lần đầu, vùng sâu, vùng xa, phức tạp", 60),
    _complaint("second.normal", "Giải quyết khiếu nại lần hai", 45),
    _complaint("second.complex", "Giải quyết khiếu nại lần hai, vụ việc phức tạp", 60),
    _complaint("second.remote", "Giải quyết khiếu nại lần hai, vùng sâu, vùng xa", 60),
    _complaint("second.remote-complex", "Giải quyết khiếu nại lần hai, vùng sâu, vùng xa, phức tạp", 70),
    TimerRule(
        "complaint.dialogue-notice", "Thông báo đối thoại trước ngày tổ chức", 5, "days", _COMPLAINTS_2026,
        counts="before",
    ),
    TimerRule(
        "complaint.send-decision", "Gửi quyết định giải quyết khiếu nại lần đầu", 3, "working_days", _COMPLAINTS
    ),
    TimerRule(
        "complaint.suspend-notice", "Gửi quyết định tạm đình chỉ, đình chỉ", 3, "working_days", _COMPLAINTS_2026,
        valid_from=_JULY,
    ),
    # Denunciations: timers alone are held here.
    _denunciation("initial", "Xử lý ban đầu tin tố cáo", 7, "working_days"),
    _denunciation("initial-several", "Xử lý ban đầu, phải xác minh ở nhiều nơi", 10, "working_days"),
    _denunciation("forward", "Chuyển tố cáo không thuộc thẩm quyền", 5, "working_days"),
    _denunciation("notify", "Thông báo sau khi thụ lý tố cáo", 5, "working_days"),
    _denunciation("settle", "Giải quyết tố cáo", 30, "days"),
    _denunciation("extend", "Gia hạn một lần, vụ việc phức tạp; hai lần nếu đặc biệt phức tạp", 30, "days"),
    _denunciation("publish", "Công khai kết luận nội dung tố cáo", 7, "working_days"),
    # Accountability.
    TimerRule("accountability.accept", "Thông báo tiếp nhận, từ chối giải trình", 5, "working_days", _ACCOUNT),
    TimerRule("accountability.explain", "Thực hiện giải trình", 15, "days", _ACCOUNT),
    TimerRule("accountability.extend", "Gia hạn giải trình, một lần", 15, "days", _ACCOUNT),
    # Reception of citizens.
    TimerRule(
        "reception.refuse", "Thông báo từ chối tiếp công dân", 3, "working_days", _RECEPTION_2026, valid_from=_JULY
    ),
    TimerRule(
        "reception.online-notice", "Thông báo trước buổi tiếp công dân trực tuyến", 5, "working_days",
        _RECEPTION_2026, valid_from=_JULY, counts="before",
    ),
    TimerRule(
        "reception.commune-chair", "Chủ tịch UBND cấp xã tiếp công dân", 1, "per_week", _RECEPTION, "Q",
        date(2014, 7, 1), date(2026, 6, 30), "least",
    ),
    TimerRule(
        "reception.commune-chair", "Chủ tịch UBND cấp xã tiếp công dân", 1, "per_week",
        f"{_RECEPTION}, sửa đổi bởi Luật 136/2025/QH15", "?", _JULY, None, "least",
    ),
    TimerRule(
        "reception.head", "Người đứng đầu cơ quan khác tiếp công dân", 1, "per_month", _RECEPTION, "Q",
        date(2014, 7, 1), date(2026, 6, 30), "least",
    ),
    TimerRule(
        "reception.head", "Người đứng đầu cơ quan khác tiếp công dân", 1, "per_month",
        f"{_RECEPTION}, sửa đổi bởi Luật 136/2025/QH15", "?", _JULY, None, "least",
    ),
    # Grass-roots democracy: what is made public, for how long, who is asked.
    _grassroots("disclosure.publish", "Công khai từ khi có quyết định, văn bản", 5, "working_days"),
    _grassroots("disclosure.posting", "Niêm yết liên tục", 30, "days", "least"),
    _grassroots("disclosure.loudspeaker", "Thông tin trên hệ thống truyền thanh, liên tục", 3, "days", "least"),
    _grassroots("consultation.last", "Lấy ý kiến Nhân dân", 20, "days", "least"),
    _grassroots("contributions.send", "Gửi kết quả Nhân dân bàn, quyết định", 5, "working_days"),
    _grassroots("contributions.recognise", "Công nhận quyết định của cộng đồng dân cư", 5, "working_days"),
    _grassroots("dialogue.yearly", "Hội nghị trao đổi, đối thoại với Nhân dân", 1, "per_year", "least"),
    _grassroots("conference.yearly", "Hội nghị của cộng đồng dân cư", 1, "per_year", "least"),
    # Access to information: the law of 2016 ends on 31/8/2026; the text of the new one was not seen.
    _access("proactive", "Công khai thông tin", 5, "working_days"),
    _access("posting", "Niêm yết thông tin", 30, "days", "least"),
    _access("correct", "Đính chính thông tin sai", 15, "days"),
    _access("in-person", "Cung cấp trực tiếp thông tin phức tạp", 10, "working_days"),
    _access("in-person-extend", "Gia hạn cung cấp trực tiếp", 10, "working_days"),
    _access("electronic-simple", "Cung cấp qua mạng, thông tin có sẵn", 3, "working_days"),
    _access("electronic-reply", "Thông báo về yêu cầu qua mạng, thông tin phức tạp", 3, "working_days"),
    _access("electronic-provide", "Cung cấp qua mạng, thông tin phức tạp", 15, "days"),
    _access("electronic-extend", "Gia hạn cung cấp qua mạng", 15, "days"),
    _access("post-simple", "Cung cấp qua bưu chính, fax, thông tin có sẵn", 5, "working_days"),
    # Portals, one-stop shops, budgets.
    TimerRule(
        "portal.outage-notice", "Thông báo trước khi tạm ngừng cổng thông tin", 7, "working_days",
        "Nghị định 224/2026/NĐ-CP", valid_from=_JULY, counts="before",
    ),
    TimerRule(
        "onestop.apology", "Văn bản xin lỗi, hẹn lại trước ngày trả kết quả", 1, "days",
        "Nghị định 118/2025/NĐ-CP, theo quyết định của các tỉnh", "Q", date(2025, 7, 1), counts="before",
    ),
    TimerRule("budget.draft", "Công khai dự toán trình HĐND", 5, "working_days", _BUDGET, "?"),
    TimerRule("budget.decided", "Công khai dự toán, quyết toán đã quyết định", 30, "days", _BUDGET, "?"),
    TimerRule("budget.execution", "Công khai thực hiện ngân sách quý, 6 tháng", 15, "days", _BUDGET, "?"),
)  # fmt: skip
KEYS = tuple(dict.fromkeys(rule.key for rule in TIMERS))
