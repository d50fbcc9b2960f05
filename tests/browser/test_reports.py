"""A report in a browser: the officer fills the sheet, the head sends it, Home Affairs returns a part and takes it
in. With and without JavaScript, and on a phone."""

import re
from collections.abc import Callable
from typing import Any

import pytest


def _draft(page: Any) -> None:
    """The year's report that is half filled."""
    page.goto("/bao-cao/")
    page.get_by_role("link", name=re.compile("Năm 2026$")).first.click()


@pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 390)], ids=["scripts", "phone without scripts"])
def test_many_rows_are_filled_at_once(visit: Callable[..., Any], scripts: bool, width: int) -> None:
    page = visit("lan", scripts=scripts, width=width)
    _draft(page)
    if not page.get_by_label("Mọi dòng chưa báo").is_visible():
        page.get_by_text("Làm cho nhiều dòng một lần").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width if scripts else True
    first = page.locator("select[name^=a-]").first
    first.select_option("done")
    name = str(first.get_attribute("name")).removeprefix("a-")
    page.locator(f"#t-{name}").fill("Đã niêm yết ở trụ sở và bốn thôn.")
    page.get_by_role("button", name="Lưu").first.click()
    assert page.get_by_text("Đã lưu.").count()
    assert page.locator(f"#t-{name}").input_value() == "Đã niêm yết ở trụ sở và bốn thôn."


def test_what_is_typed_saves_itself(visit: Callable[..., Any]) -> None:
    page = visit("lan")
    _draft(page)
    area = page.locator("textarea[name^=t-]").last
    area.fill("Ghi lúc đang gõ.")
    page.get_by_text("Đã tự lưu").wait_for(timeout=15_000)
    page.reload()
    assert page.locator("textarea[name^=t-]").last.input_value() == "Ghi lúc đang gõ."


def test_what_could_not_be_sent_is_offered_again(visit: Callable[..., Any]) -> None:
    page = visit("lan")
    _draft(page)
    address = page.url
    page.route("**/*", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.locator("#p-proposal-0").fill("Đề nghị tập huấn cho thôn.")
    page.wait_for_timeout(2500)
    page.evaluate("delete document.getElementById('to-khai').dataset.changed")
    page.goto(address)
    page.unroute("**/*")
    page.get_by_role("button", name="Lấy lại").click()
    assert page.locator("#p-proposal-0").input_value() == "Đề nghị tập huấn cho thôn."
    page.get_by_text("Đã tự lưu").wait_for(timeout=15_000)


def test_words_kept_for_a_row_that_is_gone_find_their_place(visit: Callable[..., Any]) -> None:
    page = visit("lan")
    _draft(page)
    address = page.url
    kept = "JSON.stringify({at: Date.now(), typed: [['a-khongconnua', 'done'], ['t-khongconnua', 'Họp ba thôn.']]})"
    page.evaluate(f"localStorage.setItem('to-khai:' + location.pathname, {kept})")
    page.goto(address)
    page.get_by_role("button", name="Lấy lại").click()
    page.get_by_text("Bấm Lưu để chọn nơi ghi").wait_for()
    page.get_by_role("button", name="Lưu", exact=True).first.click()
    assert page.get_by_role("alert").get_by_text("mã này không có trong báo cáo").count()
    page.goto(address)
    page.get_by_role("button", name="Lấy lại").click()
    page.get_by_text("Bấm Lưu để chọn nơi ghi").wait_for()
    page.get_by_role("button", name="Lưu", exact=True).first.click()
    page.get_by_role("button", name="Chuyển vào “Khó khăn, vướng mắc”").click()
    assert "Họp ba thôn." in page.locator("#p-difficulty-0").input_value()
    assert page.locator("#ban-nho").is_hidden(), "what has found its place is not offered again"


def test_home_affairs_sees_who_has_not_sent_returns_and_accepts(visit: Callable[..., Any]) -> None:
    page = visit("ha", scripts=False, width=390)
    page.goto("/bao-cao/chua-gui/")
    assert page.get_by_role("row", name="Hòa Bình").count() >= 2
    page.goto("/bao-cao/da-nhan/")
    page.get_by_role("link", name="quý III/2026").first.click()
    report = page.url
    page.get_by_role("link", name="Trả lại").click()
    page.get_by_role("button", name="Trả lại").click()
    assert page.get_by_role("alert").get_by_role("link").count(), "a return without a reason is refused, with the way"
    page.goto(report)
    page.get_by_role("button", name="Tiếp nhận").click()
    assert page.get_by_text("Đã tiếp nhận.").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_commune_sees_nothing_of_another(visit: Callable[..., Any]) -> None:
    lan, tung = visit("lan"), visit("tung")
    _draft(lan)
    assert tung.goto(lan.url).status == 404
    assert tung.goto(f"{lan.url}bao-cao.xlsx").status == 404
