"""Text that people typed, made safe to show: escaped, with its links and its line breaks; sentences with a link."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

_LINK = re.compile(r"https?://[^\s<>\"'“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TAIL = ".,;:!?)]}…"


def linkify(text: str) -> SafeString:
    """Web addresses and e-mails become links; everything else is escaped. Only http, https and mailto are ever made."""
    parts: list[str] = []
    at = 0
    for match in _LINK.finditer(text):
        link = match.group().rstrip(_TAIL)
        parts += [_plain(text[at : match.start()]), _anchor(link)]
        at = match.start() + len(link)
    return mark_safe("".join([*parts, _plain(text[at:])]))  # every part was escaped above


def linked(sentence: str, *, name: str, href: str, **told: str) -> SafeString:
    """A sentence of ours with %(name)s in it, which becomes a link to a page of ours; all else is escaped."""
    words = {key: escape(text) for key, text in told.items()}
    anchor = f'<a href="{escape(href)}">{escape(name)}</a>'
    return mark_safe(escape(sentence) % {**words, "name": anchor})  # every part is escaped here


def _anchor(link: str) -> str:
    target = link if link.startswith("http") else f"mailto:{link}"
    return f'<a href="{escape(target)}" rel="nofollow noopener noreferrer">{escape(link)}</a>'


def _plain(text: str) -> str:
    return str(escape(text)).replace("\r\n", "\n").replace("\n", "<br>")
