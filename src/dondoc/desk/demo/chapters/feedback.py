"""What the demo shows of feedback: reports in each step, a late one, a private one, one that was reopened; questions;
signals of which only the inspectorate reads more than a number; complaints, denunciations as numbers and days."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.actions.user import create_user
from dondoc.accounts.models import User
from dondoc.desk.demo.places import COMMUNES, PASSWORD
from dondoc.desk.demo.story import Story
from dondoc.desk.demo.year import PACES, chance
from dondoc.feedback.actions import accounts, complaints, denunciations
from dondoc.feedback.actions.answering import approve_answer, confirm_outcome, reopen_report, submit_answer
from dondoc.feedback.actions.catalogue import open_intake, save_template, set_rule
from dondoc.feedback.actions.dispatching import (
    acknowledge_report,
    ask_writer,
    extend_report,
    link_alike,
    transfer_report,
)
from dondoc.feedback.actions.publishing import decide_photo, publish_report
from dondoc.feedback.actions.receiving import Letter, Upload, receive_report
from dondoc.feedback.actions.signals import answer_signal, receive_signal
from dondoc.feedback.models import Complaint, Intake, Report, Service
from dondoc.feedback.rules.redaction import marked, suggested
from dondoc.schedule.queries import current_calendar
from dondoc.units.actions.membership import grant_role
from dondoc.units.actions.settlement import add_settlements
from dondoc.units.models import Agency, Settlement

HALLS = ("thôn Nà Lan", "thôn Nà Chì", "thôn Đồng Tâm", "tổ dân phố số 1")


@dataclass(frozen=True, slots=True)
class Told:
    """A letter of the demo: how many working days ago, on what, where, what was written."""

    days: int
    text: str
    service: str
    hall: int = -1
    place: str = ""
    kind: str = "report"
    channel: str = "web"
    is_private: bool = False
    has_photo: bool = False
    phone: str = ""


def live(story: Story) -> None:
    """Intakes everywhere since last year; all kinds in An Lạc, some published elsewhere."""
    begun = story.at - timedelta(days=300)
    with transaction.atomic():
        inspector = _inspector(story, begun)
        intakes = _open(story, begun)
    with transaction.atomic():
        _an_lac(story, intakes["An Lạc"])
    with transaction.atomic():
        for commune in COMMUNES[1:]:
            _elsewhere(story, intakes[commune.name], commune.name)
        _signals(story, intakes["An Lạc"], inspector)
        _registers(story, inspector)


def _inspector(story: Story, at: datetime) -> User:
    user = create_user(
        "thang.bq", full_name="Bùi Quốc Thắng", password=PASSWORD, by=None, at=at, is_administrator=False
    )
    office = story.agencies["", "t-thanh-tra"]
    grant_role(user, agency=office, role="inspector", position="Thanh tra viên", by=None, at=at)
    return user


def _open(story: Story, at: datetime) -> dict[str, Intake]:
    office, found = story.agencies["", "t-thanh-tra"], {}
    for name in ["", *(commune.name for commune in COMMUNES)]:
        committee = story.agencies[name, "ubnd"]
        found[name] = open_intake(
            committee.unit, dispatcher=committee, inspectorate=office, hotline="0219 3888 100",
            address=f"Phòng tiếp công dân, trụ sở UBND {committee.unit.full_name}", by=None, at=at,
        )  # fmt: skip
    unit, plan = found["An Lạc"].unit, story.commune
    add_settlements(unit, names=HALLS, by=story.people["lan.nt"], at=at)
    cited = f"Kế hoạch {plan.number}/{plan.symbol} của UBND xã" if plan.number else "Kế hoạch của UBND xã"
    for key, number, counted_in in (("feedback.acknowledge", 24, "hours"), ("feedback.answer", 6, "working_days")):
        set_rule(
            unit, key=key, number=number, counted_in=counted_in, citation=cited, plan_code=plan.code,
            valid_from=timezone.localtime(at).date(), by=story.people["khang.vd"], at=at,
        )  # fmt: skip
    for title, text in (
        ("Đã khắc phục", "UBND xã đã kiểm tra và khắc phục xong ngày … . Nếu còn vướng mắc, anh/chị đề nghị xem lại."),
        (
            "Cần thêm thời gian",
            "Việc này cần kinh phí ngoài dự toán. UBND xã đã đề nghị … và sẽ báo kết quả trước ngày … .",
        ),
    ):
        save_template(unit, title=title, text=text, by=story.people["khang.vd"], at=at)
    return found


def _an_lac(story: Story, intake: Intake) -> None:
    """One of each step; the texts are made up."""
    lan, khang, at = story.people["lan.nt"], story.people["khang.vd"], story.at
    own, economy = story.agencies["An Lạc", "ubnd"], story.agencies["An Lạc", "x-kinh-te"]

    def take(told: Told) -> tuple[Report, datetime]:
        return _receive(story, intake, told)

    def given(told: Told, agency: Agency = own) -> tuple[Report, datetime]:
        report, then = take(told)
        acknowledge_report(report, agency=agency, by=lan, at=min(then + timedelta(hours=5), at))
        return report, then

    def answered(told: Told, answer: str, outcome: str, after: int = 4) -> tuple[Report, datetime]:
        report, then = given(told)
        done = min(then + timedelta(days=after), at - timedelta(hours=3))
        submit_answer(report, text=answer, outcome=outcome, by=lan, at=done)
        approve_answer(report, by=khang, at=min(done + timedelta(hours=4), at))
        return report, done

    take(
        Told(0, "Bảng tin nhà văn hóa thôn chưa dán danh sách hộ nghèo năm nay, hỏi thì bảo chưa in.", "Chính sách", 0)
    )
    take(Told(3, "Đèn đường từ cầu treo đến trạm y tế tắt cả tuần, tối đi lại nguy hiểm.", "Điện", 1, "đoạn cầu treo"))
    take(Told(0, "Bọn mày làm ăn như suc vat, mặt dày, nói mãi không sửa cái cống.", "Nước", 2))
    given(Told(2, "Xe chở đá chạy qua thôn làm vỡ mặt đường, bụi vào nhà dân.", "Đường", 3, channel="hotline"), economy)
    given(Told(14, "Rác tập kết cạnh chợ bốn ngày chưa thu gom, mùi rất nặng.", "Rác", 1, "cạnh chợ An Lạc"))
    report, then = given(Told(5, "Mương thoát nước bị lấp khi làm nhà, mưa là ngập sân.", "Nước", 2))
    ask_writer(
        report,
        question="Anh/chị cho biết mương nằm ở đoạn nào, gần công trình nào.",
        by=lan,
        at=then + timedelta(days=1),
    )
    report, then = given(
        Told(4, "Hồ sơ tách thửa nộp hơn một tháng chưa có kết quả, không ai báo lý do.", "Thủ tục", 0)
    )
    submit_answer(
        report, text="Hồ sơ chậm do phải trích đo lại. Xã đã gửi phiếu xin lỗi và hẹn trả vào thứ Sáu tuần này.",
        outcome="explained", by=lan, at=at - timedelta(hours=6),
    )  # fmt: skip
    report, then = given(Told(6, "Cầu gỗ qua suối Nà Lan mục ván, học sinh đi học phải lội.", "Đường", 0))
    extend_report(
        report, number=4, reason="Chờ mực nước rút để khảo sát móng cầu.", by=khang, at=then + timedelta(days=3)
    )
    report, then = given(Told(3, "Biển báo trên tỉnh lộ 197 đổ từ đợt bão, chưa ai dựng.", "Đường", 3))
    transfer_report(
        report,
        to=story.agencies["", "t-xay-dung"],
        reason="Tỉnh lộ do Sở Xây dựng quản lý.",
        by=lan,
        at=then + timedelta(days=1),
    )
    main, then = given(Told(2, "Nước máy ở tổ dân phố đục và có mùi từ hai hôm nay.", "Nước", 3))
    other, _ = take(Told(1, "Nước máy tổ dân phố số 1 đục, có mùi, không dám nấu ăn.", "Nước", 3))
    link_alike(other, to=main, by=lan, at=at - timedelta(hours=2))

    told = Told(
        38,
        "Ổ gà sâu trước cổng trường tiểu học, anh Hoàng Văn Páo ở thôn đã ngã gãy tay.",
        "Đường",
        1,
        has_photo=True,
        phone="0912000111",
    )
    report, done = answered(
        told, "UBND xã đã vá 40 m trước cổng trường, xong ngày hôm qua. Mời bà con kiểm tra.", "resolved"
    )
    confirm_outcome(report, is_resolved=True, rating=5, at=done + timedelta(days=1), text="Đường đã phẳng, cảm ơn xã.")
    _publish(report, khang, done + timedelta(days=2))
    report, done = answered(
        Told(52, "Sao hộ nhà tôi ra khỏi danh sách cận nghèo mà không ai giải thích?", "Chính sách", 2),
        "Theo biên bản họp thôn, hộ có thu nhập vượt chuẩn sau rà soát. Cách tính điểm niêm yết tại nhà văn hóa thôn.",
        "explained",
    )
    confirm_outcome(report, is_resolved=False, rating=2, at=done + timedelta(days=2))
    _publish(report, khang, done + timedelta(days=3))
    report, done = answered(
        Told(27, "Thu quỹ an ninh 120.000 đồng mỗi hộ, không có biên bản họp thôn.", "Thu", 0),
        "Xã đã yêu cầu thôn dừng thu, hoàn trả trong tuần và họp lại theo quy định.", "resolved",
    )  # fmt: skip
    reopen_report(report, text="Đến nay mới trả được một nửa số hộ.", by=None, at=at - timedelta(days=3))
    report, done = answered(
        Told(33, "Đề nghị xã cấp phép cho bán hàng ngay trên vỉa hè trước trường.", "Việc khác", 3, channel="meeting"),
        "Không giải quyết được: trước cổng trường là nơi cấm bày bán. Xã bố trí chỗ bán ở chợ.",
        "refused",
    )
    _publish(report, khang, done + timedelta(days=1))
    answered(
        Told(20, "Hàng xóm mở loa hát đến khuya, tôi ngại nói thẳng, mong xã nhắc.", "An ninh", 1, is_private=True),
        "Công an xã đã nhắc nhở và lập cam kết không gây ồn sau 22 giờ.", "resolved",
    )  # fmt: skip
    for days, question, answer, service in _QUESTIONS:
        report, done = answered(Told(days, question, service, kind="question"), answer, "explained", 3)
        _publish(report, khang, done + timedelta(days=1))


_QUESTIONS = (
    (
        24, "Làm lại giấy khai sinh cho con bị mất bản chính thì nộp ở đâu, mất bao lâu?",
        "Nộp tại Trung tâm Phục vụ hành chính công xã hoặc trên mạng. Trả kết quả trong ngày làm việc.",
        "Hộ tịch",
    ),
    (
        31, "Hộ mới thoát nghèo có còn được thẻ bảo hiểm y tế không?",
        "Hộ mới thoát nghèo được hỗ trợ một phần tiền đóng. Trưởng thôn có danh sách và mức hỗ trợ.",
        "Chính sách",
    ),
    (
        45, "Tách thửa đất vườn cho con cần diện tích tối thiểu bao nhiêu?",
        "Theo quyết định của tỉnh, khác nhau giữa xã và phường. Bảng tra niêm yết tại một cửa.", "Đất",
    ),
)  # fmt: skip
_OTHERS = (
    ("Cống qua đường vỡ nắp, xe đạp dễ lọt bánh.", "Đã thay nắp cống ngày hôm sau.", "resolved", "Đường"),
    ("Chợ họp tràn ra đường vào sáng Chủ nhật, tắc xe.", "Xã đã kẻ vạch, cử người hướng dẫn.", "resolved", "An ninh"),
    ("Trạm bơm không chạy đúng lịch, lúa thiếu nước.", "Do mất điện; lịch bơm bù đã dán.", "explained", "Nước"),
)  # fmt: skip


def _elsewhere(story: Story, intake: Intake, name: str) -> None:
    """Whoever is slow answers late or leaves it; the good publish."""
    by = (
        story.people["tung.ds"]
        if name == "Hòa Bình"
        else next(user for user in story.people.values() if user.full_name == f"Cán bộ {name}")
    )
    for number, (text, answer, outcome, service) in enumerate(_OTHERS):
        if chance("feedback", name, number) > 0.75:
            continue
        days = 12 + number * 9 + int(chance(name, number) * 20)
        report, then = _receive(story, intake, Told(days, text, service))
        if chance("late", name, number) > PACES[name]:
            continue
        acknowledge_report(report, agency=intake.dispatcher, by=by, at=then + timedelta(hours=9))
        done = then + timedelta(days=2 + int(chance("days", name, number) * 7))
        submit_answer(report, text=answer, outcome=outcome, by=by, at=done)
        approve_answer(report, by=by, at=done + timedelta(hours=2))
        if chance("rated", name, number) < 0.6:
            confirm_outcome(
                report, is_resolved=outcome == "resolved", rating=3 + number % 3, at=done + timedelta(days=1)
            )
        _publish(report, by, done + timedelta(days=1))


def _signals(story: Story, intake: Intake, inspector: User) -> None:
    texts = (
        (21, "conduct", "Cán bộ ở quầy số 2 nói trống không với người già, bắt đi lại ba lần vì thiếu một bản chụp."),
        (4, "bribe", "Làm thủ tục đất có người gợi ý kẹp thêm tiền thì mới nhanh."),
    )
    for days, subject, text in texts:
        at = story.at - timedelta(days=days)
        signal, _, _ = receive_signal(intake, subject=subject, text=text, sent_key=uuid5(NAMESPACE_URL, text), at=at)
        if days > 20:
            answer_signal(
                signal,
                answer="Đã kiểm tra, nhắc nhở bằng văn bản và bố trí lại quầy.",
                by=inspector,
                at=at + timedelta(days=8),
            )


def _registers(story: Story, inspector: User) -> None:
    """Complaints in their steps, denunciations as numbers and days, an account asked for."""
    lan, at, own = story.people["lan.nt"], story.at, story.agencies["An Lạc", "ubnd"]
    office = story.agencies["", "t-thanh-tra"]

    def complain(days: int, subject: str, summary: str, name: str, *, is_complex: bool = False) -> Complaint:
        return complaints.receive_complaint(
            own,
            received_on=_ago(story, days),
            subject=subject,
            summary=summary,
            name=name,
            by=lan,
            at=at,
            is_complex=is_complex,
        )

    settled = complain(70, "compensation", "Mức bồi thường cây trồng khi mở đường Nà Lan", "Lù Thị Mỷ")
    complaints.accept_complaint(settled, on=_ago(story, 64), by=lan, at=at)
    complaints.settle_complaint(settled, on=_ago(story, 40), decision="112/QĐ-UBND", finding="partly", by=lan, at=at)
    complaints.send_decision(settled, on=_ago(story, 38), by=lan, at=at)
    stopped = complain(50, "land", "Quyết định thu hồi đất thửa 45, tờ 12", "Vàng A Sính", is_complex=True)
    complaints.accept_complaint(stopped, on=_ago(story, 43), by=lan, at=at)
    complaints.suspend_complaint(stopped, by=lan, at=at - timedelta(days=10))
    complain(16, "penalty", "Quyết định xử phạt vì để vật liệu lấn đường", "Nguyễn Thị Hậu")
    for days, state in ((58, "settled"), (26, "accepted"), (5, "received")):
        row = denunciations.receive_denunciation(office, received_on=_ago(story, days), by=inspector, at=at)
        if state == "received":
            continue
        denunciations.decide_denunciation(row, state="accepted", on=_ago(story, days - 6), by=inspector, at=at)
        denunciations.notify_denunciation(row, on=_ago(story, days - 9), by=inspector, at=at)
        if state == "settled":
            denunciations.settle_denunciation(row, on=_ago(story, days - 30), finding="wrong", by=inspector, at=at)
    asked = accounts.receive_request(
        own, received_on=_ago(story, 12), summary="Vì sao kè suối dừng thi công", name="Tổ giám sát Nà Chì",
        by=lan, at=at,
    )  # fmt: skip
    accounts.accept_request(asked, on=_ago(story, 8), by=lan, at=at)


def _receive(story: Story, intake: Intake, told: Told) -> tuple[Report, datetime]:
    """A letter, so many working days ago in the morning (none: three hours ago)."""
    then = story.at - timedelta(hours=3)
    if told.days:
        day = _ago(story, told.days)
        day = current_calendar().last_working(day)
        then = timezone.make_aware(datetime.combine(day, time(8, 20)))
    service = Service.objects.filter(unit=intake.unit, name__startswith=told.service).first()
    halls = list(Settlement.objects.filter(commune=intake.unit).order_by("pk"))
    hall = halls[told.hall] if 0 <= told.hall < len(halls) else None
    letter = Letter(
        told.text, kind=told.kind, service=service, settlement=hall, place=told.place, is_private=told.is_private,
        phone=told.phone,
    )  # fmt: skip
    photos = [Upload("anh-chup.jpg", [_pothole()])] if told.has_photo else []
    by = None if told.channel == "web" else story.people["lan.nt"]
    key = uuid5(NAMESPACE_URL, f"{intake.unit.code}|{told.text}")
    report, _, _ = receive_report(
        intake, letter=letter, sent_key=key, by=by, at=then, channel=told.channel, photos=photos
    )
    return report, then


def _publish(report: Report, by: User, at: datetime) -> None:
    """With what a pattern finds taken out; photos with their upper rows covered."""
    for photo in report.photos.select_related("attachment__file", "report"):
        decide_photo(photo, choice="covered", covered=range(6), by=by, at=at)
    answer = report.answers.get(state="approved").text
    text = marked(report.text, suggested(report.text))
    publish_report(report, text=text, answer=answer, by=by, at=at)


def _pothole() -> bytes:
    """A road with a hole, as a phone would take it."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (800, 600), (176, 190, 196))
    draw = ImageDraw.Draw(picture)
    draw.polygon([(250, 180), (550, 180), (800, 600), (0, 600)], fill=(92, 92, 94))
    draw.polygon([(394, 180), (406, 180), (424, 600), (376, 600)], fill=(214, 208, 176))
    draw.ellipse((430, 380, 660, 500), fill=(58, 50, 44))
    draw.ellipse((455, 395, 635, 478), fill=(104, 92, 74))
    out = BytesIO()
    picture.save(out, "JPEG", quality=74)
    return out.getvalue()


def _ago(story: Story, days: int) -> date:
    return timezone.localtime(story.at).date() - timedelta(days=days)
