"""A citizen on a phone without a script, the dispatcher, the head, the inspector: from a letter to its publication."""

import re
from collections.abc import Callable
from typing import Any

Visit = Callable[..., Any]
TEXT = "Nắp cống trước cổng chợ bị mất, anh Lò Văn Pao suýt ngã xe."


def login(page: Any, name: str) -> None:
    page.goto("/tai-khoan/dang-nhap/")
    page.get_by_label("Tên đăng nhập").first.fill(name)
    page.get_by_label("Mật khẩu").fill("thử việc đôn đốc 2026")
    page.get_by_role("button", name="Đăng nhập").first.click()


def test_a_citizen_is_heard_answered_and_judges(visit: Visit) -> None:
    phone = visit("nobody", scripts=False, width=390)
    phone.goto("/gui-phan-anh/?tim=an+lac")
    phone.get_by_role("link", name="xã An Lạc").click()
    phone.get_by_role("link", name=re.compile("^Phản ánh, kiến nghị")).click()
    phone.get_by_role("button", name="Gửi", exact=True).click()
    assert phone.get_by_role("alert").is_visible()
    phone.get_by_label("Nội dung").fill(TEXT)
    phone.get_by_label("Chỗ cụ thể").fill("trước cổng chợ")
    phone.get_by_role("button", name="Xem đã có ai phản ánh chưa").click()
    assert phone.get_by_label("Nội dung").input_value() == TEXT
    sent(phone)
    followed = phone.url.split("?")[0]

    lan = visit("lan", scripts=False)
    lan.goto("/phan-anh/?buoc=tiep-nhan")
    lan.get_by_role("link", name=re.compile(re.escape(TEXT[:24]))).click()
    lan.get_by_label("Cơ quan trả lời", exact=True).select_option(label="UBND xã An Lạc")
    lan.get_by_role("button", name="Tiếp nhận, giao").click()
    lan.get_by_label("Nội dung trả lời").fill("Đã lắp nắp cống mới trong chiều nay.")
    lan.get_by_label("đã giải quyết", exact=True).check()
    lan.get_by_role("button", name="Trình trả lời").click()
    address = lan.url

    khang = visit("nobody", scripts=False)
    login(khang, "khang.vd")
    khang.goto(address)
    khang.get_by_role("button", name="Duyệt, gửi trả lời").click()
    khang.get_by_role("link", name="Công bố").click()
    assert "[[Lò Văn Pao]]" in khang.get_by_label("Lời người gửi").input_value()
    khang.get_by_role("button", name="Công bố", exact=True).click()

    phone.goto(followed)
    assert phone.get_by_text("Đã lắp nắp cống mới trong chiều nay.").is_visible()
    phone.get_by_label("Đã được giải quyết", exact=True).check()
    phone.get_by_label("5: rất hài lòng").check()
    phone.get_by_role("button", name="Gửi đánh giá").click()
    phone.goto("/hoi-va-dap/demo-x01/?tim=nap+cong")
    phone.get_by_role("article").first.get_by_role("link").click()
    assert "Lò Văn Pao" not in phone.content()
    assert phone.get_by_text("Mức hài lòng 5/5").is_visible()


def sent(phone: Any) -> None:
    """Whoever is quick as a test is asked a sum, as a robot would be."""
    phone.get_by_role("button", name="Gửi", exact=True).click()
    if phone.get_by_label(re.compile("bằng mấy")).count():
        words = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
        question = phone.locator("label[for=id_answer]").inner_text().lower()
        first, second = re.findall(r"(\w+) cộng (\w+)", question)[0]
        phone.get_by_label(re.compile("bằng mấy")).fill(str(words.index(first) + words.index(second)))
        phone.get_by_role("button", name="Gửi", exact=True).click()
    assert phone.get_by_text("Mã theo dõi:").is_visible()


def test_a_denunciation_is_shown_its_way_and_an_inspector_alone_reads_signals(visit: Visit) -> None:
    phone = visit("nobody", scripts=False, width=390)
    phone.goto("/gui-phan-anh/demo-x01/viet/")
    phone.get_by_label("Nội dung").fill("Tôi tố cáo ông A nhận tiền của dân")
    phone.get_by_role("button", name="Gửi", exact=True).click()
    phone.get_by_role("link", name=re.compile("Đây là tố cáo")).click()
    assert phone.locator("textarea").count() == 0
    inspector, lan = visit("nobody", scripts=False), visit("lan", scripts=False)
    login(inspector, "thang.bq")
    inspector.goto("/phan-anh/tin-hieu/")
    inspector.locator("tbody a").first.click()
    assert inspector.get_by_role("heading", name=re.compile("Tín hiệu về")).is_visible()
    assert lan.goto(inspector.url).status == 404
