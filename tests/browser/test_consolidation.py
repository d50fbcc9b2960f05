"""Home Affairs makes one report of many: from the list to the draft, a figure's sources, the words, to the head."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_the_reports_to_the_head(visit: Callable[..., Any], scripts: bool) -> None:
    page = visit("ha", scripts=scripts, width=1280 if scripts else 390)
    page.goto("/bao-cao/")
    page.get_by_role("link", name="Tổng hợp", exact=True).click()
    page.get_by_role("link", name="Quý III/2026", exact=True).click()
    address = str(page.url)
    page.get_by_role("link", name="1. Tham gia của người dân ở cấp cơ sở").click()
    told = page.locator("section.table").nth(1).locator("td a").first
    counted = int(str(told.inner_text()).split("/")[-1])
    told.click()
    assert f"Nguồn của số việc: {counted} việc" in page.get_by_role("main").inner_text()
    assert page.locator("main tbody tr").count() == counted
    assert page.get_by_role("link", name="Xem báo cáo").count() > 3
    choose_words(page, address, "bước một" if scripts else "bước hai")
    page.get_by_role("button", name="Trình lãnh đạo").click()
    assert "Đã trình lãnh đạo" in page.get_by_role("main").inner_text()
    page.get_by_role("button", name="Rút về soạn").click()
    assert page.get_by_role("button", name="Trình lãnh đạo").is_visible()


def choose_words(page: Any, address: str, words: str) -> None:
    """Leave one remark out, put another in the editor's words; what was written stays beside."""
    page.goto(f"{address}?phan=kho-khan")
    cards = page.locator("form .card")
    cards.nth(0).get_by_label("Lời trong báo cáo").fill(f"Nhiều thôn thiếu máy tính, {words}.")
    cards.nth(1).get_by_label("Đưa vào báo cáo").uncheck()
    page.get_by_role("button", name="Ghi lựa chọn").click()
    cards = page.locator("form .card")
    assert cards.nth(0).get_by_label("Lời trong báo cáo").input_value() == f"Nhiều thôn thiếu máy tính, {words}."
    assert not cards.nth(1).get_by_label("Đưa vào báo cáo").is_checked()
    assert cards.nth(0).locator("details li").count() > 1
    cards.nth(1).get_by_label("Đưa vào báo cáo").check()
    page.get_by_role("button", name="Ghi lựa chọn").click()
