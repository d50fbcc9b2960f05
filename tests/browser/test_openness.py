"""A commune officer on a phone without JavaScript: a photo of the board into the register, a promise kept; a citizen
without an account comments on a draft."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image

PHONE = 390


def picture() -> dict[str, Any]:
    out = BytesIO()
    Image.new("RGB", (640, 480), (40, 90, 70)).save(out, "JPEG")
    return {"name": "bang-tin.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def fits(page: Any) -> bool:
    return bool(page.locator("body").evaluate("body => document.documentElement.scrollWidth <= window.innerWidth"))


def test_a_photo_from_the_board_to_the_register(visit: Callable[..., Any]) -> None:
    page = visit("lan", scripts=False, width=PHONE)
    page.goto("/cong-khai/")
    page.locator("summary", has_text="Toàn bộ nội dung").click()
    row = page.locator("li", has_text="Danh mục nội dung đã công khai").last
    row.get_by_role("link", name="Ghi đã công khai").click()
    page.get_by_label("Tên văn bản, danh sách").fill("Danh mục công khai chụp thử")
    for hall in page.get_by_role("checkbox").all():
        hall.check()
    page.get_by_label("Ảnh chụp nơi niêm yết").set_input_files(picture())
    page.locator("summary", has_text="Văn bản, trang thông tin").click()
    page.get_by_label("Đường dẫn trên trang thông tin").fill("https://anlac.sonhai.example/danh-muc")
    page.get_by_role("button", name="Ghi vào sổ công khai").click()
    assert page.get_by_text("Đã ghi vào sổ công khai").is_visible()
    assert page.get_by_role("heading", name="Danh mục công khai chụp thử").is_visible()
    assert page.get_by_role("link", name="bang-tin.jpg").count() >= 1


def test_a_promise_is_kept_on_a_phone(visit: Callable[..., Any]) -> None:
    page = visit("lan", scripts=False, width=PHONE)
    page.goto("/tiep-dan/")
    page.get_by_role("link", name="Chuyển điểm tập kết rác").click()
    page.get_by_label("Đã làm gì, kết quả").fill("Đã chuyển ra sau chợ, trường xác nhận")
    page.get_by_role("button", name="Báo đã xong").click()
    assert page.get_by_text("hoàn thành quá hạn").first.is_visible()


def test_a_citizen_comments_without_an_account(site: str, browser: Any, visit: Callable[..., Any]) -> None:
    officer = visit("lan", scripts=False)
    officer.goto("/cong-khai/")
    officer.get_by_role("link", name="Lấy ý kiến").click()
    officer.get_by_role("link", name="kế hoạch sử dụng đất năm 2027").click()
    address = officer.locator("a", has_text=re.compile("^/cong-khai/gop-y/")).get_attribute("href")
    context = browser.new_context(base_url=site, java_script_enabled=False, viewport={"width": PHONE, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.get_by_label("Ý kiến của ông/bà").fill("Đề nghị giữ lại mương nước cạnh đường.")
    page.get_by_role("button", name="Gửi ý kiến").click()
    question = page.locator("label", has_text="bằng mấy?")
    if question.count():  # quicker than a person: a sum is asked
        words = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám"]
        said = question.inner_text().lower().split()
        page.get_by_label("bằng mấy?").fill(str(words.index(said[0]) + words.index(said[2])))
        page.get_by_role("button", name="Gửi ý kiến").click()
    assert page.get_by_text("Đã nhận ý kiến").is_visible()
    context.close()


def test_pages_are_no_wider_than_a_phone(visit: Callable[..., Any], site: str) -> None:
    page = visit("lan", width=PHONE)
    for address in ("/cong-khai/", "/tiep-dan/"):
        page.goto(address)
        assert fits(page), address
    page.goto("/cong-khai/")
    page.get_by_role("link", name="Sổ đóng góp").click()
    page.get_by_role("link", name="Bê tông hóa").click()
    assert fits(page)
    page.get_by_role("link", name="Trang người dân xem").click()
    assert fits(page)
