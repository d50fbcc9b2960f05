"""From a task changed by a decision to the next year's draft, on a phone, with and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest

PHONE = 390


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_task_is_changed_after_what_becomes_of_it_was_shown(visit: Callable[..., Any], scripts: bool) -> None:
    page = visit("ha", scripts=scripts, width=PHONE)
    task = open_first_task(page, 2 if scripts else 3)
    page.get_by_role("link", name="Thay đổi nhiệm vụ").click()
    content = page.get_by_label("Nội dung", exact=True)
    content.fill(f"{content.input_value()} (bổ sung nhà văn hóa thôn)")
    page.get_by_role("button", name="Xem việc nào thay đổi").click()
    assert "Chưa nêu lý do thay đổi" in page.locator(".errors").inner_text()
    page.get_by_label("Lý do, căn cứ").fill("Ý kiến chỉ đạo của Chủ tịch tại cuộc họp giao ban")
    page.get_by_role("button", name="Xem việc nào thay đổi").click()
    page.get_by_role("heading", name="Nếu thay đổi, việc của các cơ quan sẽ ra sao").wait_for()
    page.get_by_role("button", name="Thay đổi nhiệm vụ").click()
    page.get_by_text("Đã thay đổi nhiệm vụ").wait_for()
    assert page.url != task
    assert "Bản 2" in page.locator("main").inner_text()


def open_first_task(page: Any, number: int) -> str:
    page.goto("/ke-hoach/")
    page.get_by_role("row").filter(has_text="đã ban hành").filter(has_text="UBND tỉnh").first.get_by_role(
        "link"
    ).first.click()
    page.locator("table.annex tbody tr th[scope=row] + td > a").nth(number).click()
    return str(page.url)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_a_component_to_the_next_plan(visit: Callable[..., Any], scripts: bool) -> None:
    page = visit("ha", scripts=scripts, width=PHONE)
    page.goto("/noi-dung/")
    page.get_by_role("link", name="2.3 Thu, chi ngân sách").last.click()
    assert "Nhiệm vụ đang hướng tới" in page.locator("main").inner_text()
    open_first_task(page, 0)
    page.get_by_role("navigation", name="Vị trí").get_by_role("link").nth(1).click()
    page.get_by_role("link", name="Tổng kết và kế hoạch năm sau").click()
    page.get_by_role("link", name="Soạn kế hoạch năm").click()
    page.get_by_role("button", name="Lập bản soạn").click()
    page.get_by_text("Đã lập bản soạn kế hoạch năm").wait_for()
    assert "Kế hoạch này soạn ở đây" in page.locator("main").inner_text()


def test_a_list_is_kept_and_found_again(visit: Callable[..., Any]) -> None:
    page = visit("lan", scripts=False, width=PHONE)
    page.goto("/viec-cua-toi/?truc=2&trang-thai=tat-ca")
    page.get_by_text("Lưu bộ lọc này").click()
    page.get_by_label("Tên bộ lọc").fill("Công khai, tất cả")
    page.get_by_role("button", name="Lưu").click()
    page.goto("/viec-cua-toi/")
    page.get_by_role("link", name="Công khai, tất cả").click()
    assert "truc=2" in page.url
