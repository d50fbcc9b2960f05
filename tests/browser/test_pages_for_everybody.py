"""What every page must have, for eyes, fingers and readers of the screen, at 390 and at 1280."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PAGES = {
    "chi": ["/", "/ban-tin/", "/theo-doi/", "/theo-doi/qua-han/", "/theo-doi/do-phu/", "/ke-hoach/"],
    "lan": ["/viec-cua-toi/", "/lich/", "/nhat-ky/", "/co-quan/"],
}
# Each rule yields what breaks it, as text: names of fields and buttons, order of headings, ids, contrast of text.
RULES = (Path(__file__).parent / "rules.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("who", PAGES)
def test_every_page_can_be_read_and_used(visit: Callable[..., Any], who: str, width: int) -> None:
    page = visit(who, width=width)
    wrong = {}
    for path in PAGES[who]:
        assert page.goto(path).status == 200, path
        found = page.evaluate(RULES)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append("wider than the screen")
        if found:
            wrong[path] = found
    assert not wrong


def test_the_page_after_sign_in_says_what_to_try(visit: Callable[..., Any]) -> None:
    for who in ("lan", "minh", "ha", "chi", "tung"):
        page = visit(who)
        assert page.locator(".tips li").count() == 3, who
