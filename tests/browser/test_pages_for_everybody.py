"""What every page must have, for eyes, fingers and readers of the screen, at 390 and at 1280."""

from collections.abc import Callable
from typing import Any

import pytest

PAGES = {
    "chi": ["/", "/ban-tin/", "/theo-doi/", "/theo-doi/qua-han/", "/theo-doi/do-phu/", "/ke-hoach/"],
    "lan": ["/viec-cua-toi/", "/lich/", "/nhat-ky/", "/co-quan/"],
}
# Each rule yields what breaks it, as text: names of fields and buttons, order of headings, ids, contrast of text.
RULES = """() => {
  const wrong = [], seen = e => e.checkVisibility({visibilityProperty: true});
  const named = e => (e.getAttribute('aria-label') || e.innerText || e.title || e.querySelector('[alt]')?.alt || '').trim();
  for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
    if (!e.labels?.length && !e.getAttribute('aria-label')) wrong.push('no label: ' + e.outerHTML.slice(0, 90));
  for (const e of document.querySelectorAll('a[href], button')) if (seen(e) && !named(e)) wrong.push('no name: ' + e.outerHTML.slice(0, 90));
  let last = 0;
  for (const e of document.querySelectorAll('h1, h2, h3, h4')) { const n = +e.tagName[1]; if (!seen(e)) continue;
    if (n > last + 1) wrong.push('heading jumps: ' + e.innerText); last = n; }
  if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) wrong.push('id twice: ' + id);
  if (!document.documentElement.lang) wrong.push('no lang');
  for (const e of document.querySelectorAll('td, th')) if (e.tagName === 'TH' && !e.scope) wrong.push('th without scope: ' + e.innerText);
  const parse = c => { const m = c.match(/[\\d.]+/g).map(Number); return c.startsWith('color(') ? [...m.slice(0, 3).map(x => x * 255), m[3] ?? 1] : [...m.slice(0, 3), m[3] ?? 1]; };
  const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
  const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] > .9) return c; } return [255, 255, 255]; };
  for (const e of document.querySelectorAll('main *, nav *, header *')) {
    if (!seen(e) || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.closest('svg')) continue;
    const a = light(parse(getComputedStyle(e).color).slice(0, 3)), b = light(ground(e).slice(0, 3));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) wrong.push('contrast ' + ratio.toFixed(1) + ': ' + e.innerText.slice(0, 40)); }
  return wrong; }"""


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
