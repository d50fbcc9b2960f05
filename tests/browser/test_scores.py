"""Results in a browser: from the own province to a supposition, with and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_the_country_to_what_would_move_the_province(visit: Callable[..., Any], scripts: bool) -> None:
    page = visit("ha", scripts=scripts)
    page.goto("/chi-so/")
    page.locator(".card").get_by_role("link", name="Sơn Hải").click()
    page.get_by_role("link", name="Mục tiêu", exact=True).click()
    page.get_by_label("Mục tiêu năm liền sau").select_option("rank+n")
    page.get_by_label("Số (thay cho dấu …)").fill("5")
    page.get_by_role("button", name="Xem khả năng đạt").click()
    assert "lần đã đạt" in page.locator("main").inner_text()
    page.get_by_role("link", name="Thử thay đổi").click()
    first = page.locator("form input[data-least]").first
    name = first.get_attribute("name")
    first.fill("2,2")
    first.press("Tab")
    if not scripts:
        page.get_by_role("button", name="Tính lại").click()
    page.get_by_role("heading", name="Nếu 1 nội dung đổi").wait_for()
    assert f"{name}=2%2C2" in page.url
    if scripts:
        assert page.locator("input[type=range]").first.input_value() == "2.2"
