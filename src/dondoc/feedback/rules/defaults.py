"""Terms that no law and no plan sets, as an office may begin with them; and what each step of the clock is called.

The legal terms stand in `schedule.rules.timers`. These are ours, said to be so, and any unit sets its own over them.
"""

from dondoc.feedback.rules.clock import Rule, Unit

OURS = "mức ban đầu của hệ thống, đơn vị đặt lại được"
EXTEND, WAIT, SIGNAL = "feedback.extend", "feedback.wait", "signal.answer"
ACKNOWLEDGE, ANSWER, FORWARD = "feedback.acknowledge", "feedback.answer", "feedback.forward"
SHIPPED = {
    EXTEND: Rule(6, Unit.WORKING_DAYS, OURS),
    WAIT: Rule(10, Unit.WORKING_DAYS, OURS),
    SIGNAL: Rule(10, Unit.WORKING_DAYS, OURS),
}
# Keys that a unit may set for itself; legal terms are not among them.
OWN = {
    ACKNOWLEDGE: "Tiếp nhận phản ánh",
    ANSWER: "Trả lời phản ánh",
    FORWARD: "Chuyển đúng thẩm quyền",
    EXTEND: "Gia hạn nhiều nhất",
    WAIT: "Chờ người gửi bổ sung",
    SIGNAL: "Xử lý tín hiệu tham nhũng, thái độ cán bộ",
}
# Step -> (title of the duty, dimension and component of the index that it speaks of).
DUTIES: dict[str, tuple[str, int, str]] = {
    ACKNOWLEDGE: ("Tiếp nhận phản ánh, kiến nghị của người dân", 8, "8.3"),
    ANSWER: ("Trả lời phản ánh, kiến nghị của người dân", 8, "8.3"),
    "complaint.accept": ("Thụ lý khiếu nại", 3, "3.2"),
    "complaint.settle": ("Giải quyết khiếu nại", 3, "3.2"),
    "complaint.send-decision": ("Gửi quyết định giải quyết khiếu nại", 3, "3.2"),
    "denunciation.initial": ("Xử lý ban đầu tố cáo", 3, "3.2"),
    "denunciation.notify": ("Thông báo thụ lý tố cáo", 3, "3.2"),
    "denunciation.settle": ("Giải quyết tố cáo", 3, "3.2"),
    "denunciation.publish": ("Công khai kết luận nội dung tố cáo", 3, "3.2"),
    "accountability.accept": ("Trả lời yêu cầu giải trình", 4, "4.1"),
    "accountability.explain": ("Thực hiện giải trình", 4, "4.1"),
}
