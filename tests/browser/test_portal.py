"""A citizen on a phone: the page of a commune, and a report that is written while the line is down and sent once."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

TEXT = "Cống thoát nước trước chợ phiên bị tắc từ tuần trước, nước tràn ra đường mỗi khi mưa."


@pytest.fixture
def phone(site: str, browser: Any) -> Iterator[Any]:
    context = browser.new_context(base_url=site, viewport={"width": 390, "height": 844}, locale="vi-VN")
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def open_commune(page: Any, name: str) -> str:
    """The page of a commune, found by its name without marks. Its address."""
    page.goto("/cong/")
    page.get_by_label("Tên xã, phường, tỉnh").fill(name)
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("link", name="Xã An Lạc").click()
    page.get_by_role("heading", name="Xã An Lạc").wait_for()
    return str(page.url)


def test_what_a_commune_opened_is_found(phone: Any) -> None:
    open_commune(phone, "an lac")
    phone.get_by_role("link", name="Công khai").first.click()
    phone.get_by_role("heading", name="Nội dung đã công khai").wait_for()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_report_without_a_line_is_kept_and_sent_once(phone: Any, visit: Callable[..., Any]) -> None:
    """The line goes before sending: the words are kept on the phone, sent when it is back, and there once."""
    open_commune(phone, "an lac")
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.get_by_role("link", name="Gửi phản ánh").first.click()
    phone.locator("main a[href*='/viet/']").first.click()
    phone.get_by_label("Nội dung").fill(TEXT)
    phone.wait_for_timeout(3500)  # who writes takes more than a moment; a form sent at once is asked a question first
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Gửi", exact=True).click()
    phone.get_by_role("heading", name="đã giữ trên máy này").wait_for()
    phone.context.set_offline(False)
    phone.goto("/cong/")
    link = phone.get_by_role("link", name="Xem mã theo dõi")
    link.wait_for()
    phone.goto("/cong/")
    link.wait_for()
    assert link.count() == 1
    link.click()
    phone.get_by_text(TEXT[:40]).first.wait_for(state="attached")
    inbox = visit("lan")
    inbox.goto("/phan-anh/")
    assert inbox.locator("main li, main tbody tr").filter(has_text=TEXT[:25]).count() == 1
