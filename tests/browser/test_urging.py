"""Urging in a browser, as Home Affairs on a phone and as the committee, with and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_home_affairs_writes_to_the_late_and_numbers_the_letter(visit: Callable[..., Any], scripts: bool) -> None:
    page = visit("ha", width=390, scripts=scripts)
    page.goto("/don-doc/")
    name = page.locator("tbody th label").first.inner_text().splitlines()[0]
    with page.expect_download() as told:
        page.locator("button[name=one]").first.click()
    assert told.value.suggested_filename.endswith(".docx")
    page.goto("/don-doc/cong-van/")
    page.get_by_role("link", name="chưa ghi số").first.click()
    assert name in page.locator("caption").first.inner_text()
    number = "501/SNV" if scripts else "502/SNV"
    page.get_by_label("Số, ký hiệu").fill(number)
    page.get_by_role("button", name="Ghi số").click()
    assert number in page.locator("h1").inner_text()
    page.goto("/don-doc/")
    assert number in page.content()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_committee_follows_points_to_their_source(visit: Callable[..., Any], scripts: bool) -> None:
    page = visit("chi", width=390, scripts=scripts)
    page.goto("/danh-gia/")
    page.locator("h2 a").first.click()
    page.get_by_role("link", name="UBND xã Hòa Bình").last.click()
    page.get_by_role("link", name="Nguồn của dòng Việc hoàn thành đúng hạn").click()
    assert "co-quan=" in page.url
    assert page.locator("h1").inner_text() == "Danh sách việc"
