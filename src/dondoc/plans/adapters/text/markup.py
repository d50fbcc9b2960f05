"""Leftovers of HTML and Markdown in a received text, turned into plain lines."""

import html
import re

from dondoc.plans.adapters.prose import split_items

_BREAK = re.compile(r"\s*<br\s*/?\s*>\s*", re.IGNORECASE)
_ITEM = re.compile(r"\s*<li\b[^>]*>\s*(?P<mark>[-–+•]\s*)?", re.IGNORECASE)
_BLOCK = re.compile(r"\s*</?(?:p|div|ul|ol|li|tr|td|th|table|tbody|thead|h[1-6]|blockquote)\b[^>]*>\s*", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:i|b|u|em|strong|span|font|sup|sub|a|s|small|big|center|img|mark)\b[^>]*>", re.IGNORECASE)
_TORN = re.compile(r"<(?:p|ul|ol|li|div|span|br)\b[^<>]*$", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>])")
_EMPTY = re.compile(r"^[-–+•]?\s*$")


def has_tags(text: str) -> bool:
    return "<" in text and bool(
        _BREAK.search(text) or _BLOCK.search(text) or _INLINE.search(text) or _TORN.search(text)
    )


def without_tags(text: str) -> str:
    """Blocks and list items on lines of their own, items with "- "; other tags gone."""
    if "<" in text:
        text = _BREAK.sub("\n", text)
        text = _ITEM.sub(lambda found: f"\n{(found['mark'] or '-').strip()} ", text)
        text = _BLOCK.sub("\n", text)
        text = _TORN.sub("", _INLINE.sub("", text))
    return _ENTITY.sub(lambda found: html.unescape(found.group()), text) if "&" in text else text


def without_emphasis(text: str) -> str:
    """Markdown stars and backslashes gone; a lone star stays."""
    if "*" in text or "__" in text:
        text = _STRONG.sub(r"\2", text)
        text = _EMPHASIS.sub(r"\1", text)
    text = _HEADING.sub("", text)
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def is_strong(text: str) -> bool:
    """Whether the whole line is set bold ("**CHỦ TỊCH**")."""
    text = text.strip()
    return len(text) > 4 and text[:2] == text[-2:] == "**" and "**" not in text[2:-2]


def cell_text(raw: str) -> str:
    """The text of a table cell: plain lines, one item of a list on each."""
    lines = (line for part in without_tags(raw).split("\n") for line in split_items(part))
    plain = (" ".join(without_emphasis(line).split()) for line in lines)
    kept = [line for line in plain if line]
    return "\n".join([line for line in kept if not _EMPTY.match(line)] or kept)
