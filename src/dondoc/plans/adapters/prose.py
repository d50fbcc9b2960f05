"""Printed lines put together to running text: where a line goes on, where an item begins, what a dash means."""

import re

from dondoc.plans.rules.continuity import begins_inside, ends_sentence, is_left_open
from dondoc.toolkit.text import UPPER, fold

LABEL = re.compile(
    r"^\s*(?:[-–—+•●▪○*]\s*(?=\S)|\(?\d{1,2}(?:\.\d{1,2}){0,3}\)|\d{1,2}(?:\.\d{1,2}){0,3}\.\s|\d{1,2}(?:\.\d{1,2}){1,3}\s"
    r"|\(?[a-zđ]{1,2}\)|[a-zđ]\.\s|[IVX]{1,5}[.)]\s|[A-H]\.\s|(?:Điều|Phần|Chương|Mục|PHẦN|CHƯƠNG|MỤC)\s+[\dIVX]+\b)"
)
# A dash between two halves of one agency's or field's name, not before an item.
_NAME_BEFORE = re.compile(
    r"(?:lao dong|ld|tai chinh|tc|van hoa|vh|kinh te|dia chinh|van phong|vp|tu phap|giao duc|gd|khoa hoc|kh|do thi"
    r"|nong nghiep|nn|phat thanh|truyen thanh|thong tin|tt|thuong binh|tb|the thao|xa hoi|xay dung|cong thuong"
    r"|giao thong van tai|dan so|dang uy|hdnd|ubnd|chinh tri|mat tran|truyen hinh|ha tang|thu vien|cai cach"
    r"|nghe thuat|chinh sach|moi truong|tai nguyen|doc lap|tu do)$"
)
_NAME_AFTER = re.compile(
    r"^(?:thuong binh|tb|thong tin|tt|xay dung|xd|ke hoach|kh|ha tang|ht|thong ke|tk|ho tich|dao tao|dt|cong nghe|cn"
    r"|xa hoi|xh|the thao|du lich|dl|ke toan|moi truong|mt|truyen thong|nong nghiep|do thi|truyen hinh|th\b|khhgd"
    r"|ke hoach hoa|dan so|nong thon|ptnt|chinh tri|hdnd|ubnd|ubmt|van hoa|mat tran|lao dong|tu do|hanh phuc|doan the)"
)
_PAGE = re.compile(r"^\s*(?:trang\s+)?[-–—]?\s*(?P<page>\d{1,4})\s*(?:/\s*\d{1,4}\s*)?[-–—]?\s*$", re.IGNORECASE)
# A number of a document, a date or a range that the end of the line cut: "38/KH-" / "UBND", "2020-" / "2025".
_CUT_CODE = re.compile(rf"(?:\d[-–/]|[{UPPER}][-/])$")
_CODE_GOES_ON = re.compile(rf"[\d{UPPER}]{{2,}}|\d")
_ITEM = re.compile(rf"(?<=\S)\s+(?=(?P<mark>[-–+])\s+(?P<start>[“\"(]?[{UPPER}\d]))")

_NEW_LINE = re.compile(
    rf"(?<=[.;:])(?=[-–]\s+[{UPPER}])|(?<=[.;:])\s+(?=(?:\d{{1,2}}\.\d{{1,2}}\.|[a-zđ]\))\s+[{UPPER}])"
)

_DASHES = "-–—+•"


def is_label(text: str) -> bool:
    """Whether a line begins an item: a dash, a number, a letter with a bracket, "Điều 3", …"""
    return bool(LABEL.match(text))


def is_shouted(text: str) -> bool:
    """A line in capitals alone, as headings are."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 3 and sum(letter.isupper() for letter in letters) >= 0.9 * len(letters)


def is_name_dash(before: str, after: str) -> bool:
    """Whether the dash that begins `after` joins two halves of a name ("Văn hóa" / "- Thông tin")."""
    rest = fold(after).lstrip("-–— ")
    return bool(_NAME_BEFORE.search(fold(before).rstrip(" -–")) and _NAME_AFTER.match(rest))


def begins_item(text: str, before: str, *, broke: bool) -> bool:
    """Whether a line opens with a label of its own; a dash or number that the line breaker put there is none."""
    if not is_label(text) or (text[0] == "(" and not broke):
        return False  # "(1) …; (2) …" runs on inside sentences
    if broke or ends_sentence(before) or before.rstrip().endswith(","):
        return not (is_name_dash(before, text) and not broke)
    if text.lstrip()[0] not in _DASHES:
        return False
    rest = text.lstrip(_DASHES + " ")
    return not is_name_dash(before, text) and bool(rest) and not rest[0].islower()


def is_cut(before: str, after: str) -> bool:
    """Whether `after` goes on in the middle of what `before` began."""
    before, after = before.rstrip(), after.lstrip()
    if not before or not after or is_label(after) or ends_sentence(before):
        return False
    return begins_inside(after) or is_left_open(before)


def glue(before: str, after: str) -> str:
    """Two printed lines of one sentence as one text; a word or number cut at a hyphen or slash closes again."""
    before, after = before.rstrip(), after.strip()
    if not before or not after:
        return before or after
    if _CUT_CODE.search(before) and _CODE_GOES_ON.match(after):
        return before + after
    return f"{before} {after}"


def split_items(text: str) -> list[str]:
    """The items of a cell whose list was run together ("- a; - b"). A dash inside a name is left alone."""
    return [item for part in _NEW_LINE.split(text) for item in _dashed_items(part)]


def _dashed_items(text: str) -> list[str]:
    out, start = [], 0
    for match in _ITEM.finditer(text):
        before, after = text[start : match.start()], text[match.end() :]
        listed = text.lstrip().startswith(("-", "–", "+")) or ":" in text[: match.start()]
        ended = ends_sentence(before) or before.rstrip().endswith(",")
        if (ended or (listed and match["mark"] != "+")) and not is_name_dash(before, after):
            out.append(before)
            start = match.end()
    return [*out, text[start:]]


def page_number(text: str) -> int | None:
    """The number of a line that holds nothing but a page's number."""
    found = _PAGE.match(text)
    return int(found["page"]) if found else None
