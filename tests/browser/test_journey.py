"""The vertical slice in a browser: a document becomes work that is owed, done, proved and seen. With and without
JavaScript."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dondoc.desk.demo.papers import TO_UPLOAD, write_paper

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_the_document_to_the_monitor(visit: Callable[..., Any], scripts: bool) -> None:
    """On a desk with JavaScript; on a phone without."""
    number = "402" if scripts else "403"

    def sit_down(who: str) -> Any:
        return visit(who, scripts=scripts, width=1280 if scripts else 390)

    address = upload(sit_down("ha"), number, scripts)
    approve(sit_down("chi"), address, number)
    wait_for_work(sit_down("ha"), address)
    page = sit_down("chi")
    page.goto("/theo-doi/")
    before = settled_in(page, "Xã An Lạc")
    settle(sit_down("lan"), number)
    page.goto("/theo-doi/")
    assert settled_in(page, "Xã An Lạc") == before + 1


def upload(page: Any, number: str, scripts: bool) -> str:
    """Hà uploads the document, reviews what was read and puts it before the chair. The address of the plan."""
    paper = replace(TO_UPLOAD, number=number, title=f"{TO_UPLOAD.title} lần {number}")
    page.goto("/ke-hoach/moi/")
    file = {"name": f"ke-hoach-{number}.docx", "mimeType": WORD, "buffer": write_paper(paper)}
    page.get_by_label("Tệp văn bản").set_input_files(file)
    page.get_by_role("button", name="Tải lên và đọc").click()
    address = str(page.url).split("?")[0].removesuffix("duyet-lai/")
    wait_until_read(page, address, scripts)
    review(page, address)
    page.get_by_role("button", name="Trình lãnh đạo").click()
    return address


def wait_until_read(page: Any, address: str, scripts: bool) -> None:
    """The page of the reading goes on by itself; without JavaScript a person loads it again."""
    read = page.get_by_role("heading", name="Đối chiếu với văn bản")
    if scripts:
        read.wait_for(timeout=60_000)
        return
    for _ in range(60):
        page.goto(f"{address}duyet-lai/")
        if read.count():
            return
        page.wait_for_timeout(500)
    pytest.fail("the document was not read")


def review(page: Any, address: str) -> None:
    """All that is certain at once, the rest one by one, then the reporting rules."""
    certain = page.get_by_role("button", name="mục chắc chắn")
    if certain.count():
        certain.click()
    for _ in range(20):
        page.goto(f"{address}duyet-lai/")
        if page.get_by_role("button", name="Trình lãnh đạo").count():
            return
        rule = page.get_by_role("button", name="Xác nhận kỳ này")
        accept = page.get_by_role("button", name="Xác nhận", exact=True)
        if accept.count():
            accept.click()
        elif rule.count():
            rule.first.click()
        page.wait_for_load_state()
    pytest.fail(f"not ready to submit: {page.locator('#con-lai').inner_text()}")


def approve(page: Any, address: str, number: str) -> None:
    """Chi finds the plan on her page, approves it with number, day and signer, and issues it."""
    page.goto("/")
    page.get_by_role("link", name=f"lần {number}").first.click()
    page.get_by_role("link", name="Duyệt hoặc trả lại").click()
    page.get_by_label("Số văn bản").fill(number)
    page.get_by_label("Ngày ban hành").fill("2026-11-16")
    page.get_by_label("Người ký").fill("Trần Minh Khang")
    page.get_by_role("button", name="Duyệt").first.click()
    page.goto(address)
    page.get_by_role("button", name="Ban hành").click()


def wait_for_work(page: Any, address: str) -> None:
    for _ in range(60):
        page.goto(address)
        if not page.get_by_text("Việc của các cơ quan đang được lập").count():
            return
        page.wait_for_timeout(500)
    pytest.fail("the obligations were not made")


def settle(page: Any, number: str) -> None:
    """Lan finds the new work by a word without marks and settles it in the list, with a numbered document."""
    page.goto("/viec-cua-toi/?tim=phat thanh chuyen muc")
    page.get_by_role("link", name="Báo kết quả").first.click()
    page.get_by_role("textbox", name="Kết quả thực hiện").fill("Đã phát 03 chuyên mục trên truyền thanh xã.")
    page.get_by_role("textbox", name="Số, ký hiệu văn bản").fill(f"{number}/BC-UBND")
    page.get_by_label("Ngày văn bản", exact=False).first.fill("2026-11-20")
    page.get_by_role("button", name="Báo hoàn thành").click()
    page.get_by_role("status").filter(has_text="Đã ghi hoàn thành").wait_for()
    assert "/viec-cua-toi/?tim=" in page.url


def settled_in(page: Any, unit: str) -> int:
    """How many are settled in a unit, from the table of the monitor."""
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=unit)).last
    return int(row.get_by_role("cell").nth(1).inner_text().replace(".", ""))
