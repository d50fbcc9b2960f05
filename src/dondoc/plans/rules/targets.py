"""Targets: "Tối thiểu 30% xã được kiểm tra" -> >= 30 %; one part for each condition of the cell.

A frequency without a word of comparison ("01 năm/lần", "2 lần/năm") is a least; a bare share ("100% cấp xã") is an
equality; "từ 35%-40% trở lên" is at least 35 with 40 kept as `value_max`. A text without a figure stays a text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dondoc.plans.rules.drafts import Target, TargetPart
from dondoc.toolkit.text import UPPER

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_PERIODS = r"năm học|năm|quý|quí|tháng|tuần|ngày|nhiệm kỳ|kỳ"
_THINGS = (
    r"lần|đợt|cuộc|buổi|hội nghị|lớp|tin(?:,? bài)?|bài(?: viết)?|kỳ|chuyên (?:mục|đề)|phóng sự|đoàn|kế hoạch|báo cáo|"
    r"văn bản|mô hình|điểm|bậc|hồ sơ|xã|phường|huyện|đơn vị|cơ quan|người|hộ|sở|ngành|nhóm|clip|video|tờ(?: rơi)?|"
    r"pano|cụm|thôn|tổ|dịch vụ|thủ tục|TTHC|sáng kiến|khóa|lượt|công trình|km|trường|trạm"
)
_SPAN = r"\s*(?:-|–|đến|tới)\s*"
_FIGURE = re.compile(
    rf"(?P<low>{_NUMBER})\s*(?:"
    rf"(?P<share>%|phần trăm)(?:{_SPAN}(?P<high>{_NUMBER})\s*(?:%|phần trăm))?|"
    rf"(?:{_SPAN}(?P<upper>{_NUMBER}))?\s*(?P<unit>%|phần trăm|giờ\b|h\b|ngày làm việc|ngày|phút|"
    rf"(?:{_THINGS})\s*/\s*(?:0?\d+\s*)?(?:{_PERIODS})\b|(?:{_PERIODS})\s*/\s*(?:0?\d+\s*)?(?:lần|đợt|kỳ)|"
    rf"(?:{_THINGS})\s+(?:mỗi|một|trong|hàng|hằng)\s+(?:{_PERIODS})\b|(?:{_THINGS})\b|"
    rf"(?P<any>(?!(?:và|hoặc|hay|đến|tới|của|là|về|tuổi|năm|tháng|quý|theo|trở|phần|có|được|để|cho|khi|trên|thuộc)\b)[a-zà-ỹđ]+"
    rf"(?:\s*/\s*(?:{_PERIODS})\b)?)))",
    re.IGNORECASE,
)
_COUNTED = {"một": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6"}
_SPELT = re.compile(rf"\b({'|'.join(_COUNTED)})(?=\s+(?:lần|cuộc|đợt|buổi|hội nghị)\b)", re.IGNORECASE)
# "10/10 xã": all ten of them.
_ALL_OF = re.compile(r"(?<![\w/.,-])(\d{1,3})/\1(?=\s+[^\W\d])\s*")
# Words of comparison as scans misspell them.
_SLIPS = (
    (re.compile(r"\bt[oôồốơ]i\s+th[iíị][eêểếệ]u\b", re.IGNORECASE), "tối thiểu"),
    (re.compile(r"\b[iíị]t\s+nh[aâấầậ]t\b", re.IGNORECASE), "ít nhất"),
    (re.compile(r"\btr[oơởỡờ]\s+l[eê]n\b", re.IGNORECASE), "trở lên"),
    (re.compile(r"\bkh[oô]ng\s+qu[aáả]\b", re.IGNORECASE), "không quá"),
)
_EACH = re.compile(rf"(?:mỗi|hàng|hằng|một)\s+({_PERIODS})(?:\s+(?:có|tổ chức|thực hiện))?\s*$", re.IGNORECASE)
_EXPLICIT = re.compile(r"tối thiểu|ít nhất|không quá|tối đa|trong vòng|không dưới|trở lên")
# What a number is not a figure of: a law, a level of service, a date, a year, a span of years.
_NOT_FIGURE = re.compile(
    r"(mức độ|mức|cấp độ|điều|khoản|số|quý|quí|tháng|năm|ngày|giai đoạn|khóa|nhiệm kỳ|nghị định|luật|mục|phụ lục|"
    r"loại|hạng|đề án|nội dung|công văn|tiêu chí|nđ|tt|qđ)\s*(?:\d+\s*(?:,|và|-|–)\s*)*$",
    re.IGNORECASE,
)
_MORE = re.compile(r"(trên|hơn|vượt|quá|>)\s*$")
_MOST = re.compile(
    r"(không quá|không vượt quá|tối đa|nhiều nhất|chậm nhất|<=|≤|trong vòng|trong thời (hạn|gian)|trở xuống|"
    r"không lớn hơn|giảm còn|giảm xuống( còn)?|sau)\s*$"
)
_LESS = re.compile(r"(dưới|<|thấp hơn|ít hơn)\s*$")
_SPLIT = re.compile(rf"[;\n]|\.\s+(?=[{UPPER}])")
_AFTER = re.compile(r"^\s*(số|tổng số)?\s*(trở lên|trở xuống|trở đi)?")


def read_target(text: str) -> Target | None:
    """The target of a target cell; None for an empty cell."""
    flat = text.strip()
    if not flat:
        return None
    parts = [part for piece in _pieces(flat) for part in _parts(piece)]
    return Target(flat, tuple(parts) or (TargetPart(None, None, None, None),))


def find_target(text: str) -> Target | None:
    """A target stated inside a task or product where the annex has no column for it: only a share, a frequency, a
    limit of time, or what an explicit least or most says, so that a plain number in a sentence is never taken for one.
    """
    for piece in _pieces(text):
        found = _parts(piece, is_sentence=True)
        parts = [part for part in found if part.unit == "%"] or [part for part in found if _is_stated(part, piece)]
        if parts:
            return Target(piece.strip(" -+\t"), tuple(parts))
    return None


def _is_stated(part: TargetPart, piece: str) -> bool:
    is_time = part.unit in ("giờ", "phút", "ngày", "ngày làm việc")
    is_rate = bool(re.match(r"(lần|cuộc|đợt|buổi|hội nghị)/", part.unit or ""))
    if is_time:
        limit = r"không quá|trong vòng|chậm nhất|tối đa|dưới" + (r"|\btrong\b|\bsau\b" if part.unit == "giờ" else "")
        return part.op == "<=" and bool(re.search(limit, piece.casefold()))
    return is_rate or bool(_EXPLICIT.search(piece.casefold()))


def _pieces(text: str) -> Iterator[str]:
    spelt = _SPELT.sub(lambda match: _COUNTED[match[0].casefold()], _ALL_OF.sub(r"\1 ", text))
    for slip, word in _SLIPS:
        spelt = slip.sub(word, spelt)
    return (piece for piece in _SPLIT.split(spelt) if piece and piece.strip(" -+.\t"))


def _parts(piece: str, *, is_sentence: bool = False) -> list[TargetPart]:
    matches = [m for m in _FIGURE.finditer(piece) if not _is_reference(piece, m)]
    out = []
    for position, match in enumerate(matches):
        start = matches[position - 1].end() if position else 0
        end = matches[position + 1].start() if position + 1 < len(matches) else len(piece)
        part = _part(piece, match, start, end)
        if is_sentence and part.unit == "%":
            part = replace(part, scope=_measured(piece[match.end() : end]) or part.scope)
        out.append(part)
    return out


def _measured(after: str) -> str | None:
    """What a share in a sentence is of stands behind it ("ít nhất 30% số xã, phường"); before it, who does what."""
    return _scope("", re.split(r"[;.]", after, maxsplit=1)[0])


def _is_reference(piece: str, match: re.Match[str]) -> bool:
    before = piece[: match.start()]
    glued = bool(re.search(r"[\w/.,-]$", piece[: match.start()]))
    if _printed_unit(match).casefold() in ("%", "phần trăm"):
        return False
    if _EACH.search(before):
        return False
    return glued or bool(_NOT_FIGURE.search(before)) or bool(re.match(r"\s*/\d", piece[match.end() :]))


def _part(piece: str, match: re.Match[str], start: int, end: int) -> TargetPart:
    before, after = piece[start : match.start()], piece[match.end() : end]
    unit, per = _unit(_printed_unit(match))
    each = _EACH.search(before)
    if each and not per and unit in ("lần", "cuộc", "đợt", "buổi", "hội nghị"):
        unit, per = f"{unit}/{each[1].casefold()}", True
    value = _value(match["low"])
    upper = match["high"] or match["upper"]
    high = _value(upper) if upper else None
    op, strict = _comparison(before, after, unit, is_rate=per, is_span=high is not None)
    if per and re.match(rf"(?:{_PERIODS})\s*/", _printed_unit(match), re.IGNORECASE):
        value = 1.0  # "01 năm/lần" is printed for once a year: one time for each 1 year
    return TargetPart(op, value, unit, _scope(before, after), high, strict)


def _printed_unit(match: re.Match[str]) -> str:
    return str(match["share"] or match["unit"])


def _unit(printed: str) -> tuple[str, bool]:
    """(unit, whether it is a rate): "%", "giờ", "ngày làm việc", "lần/năm" …"""
    flat = " ".join(printed.casefold().split())
    if flat in ("%", "phần trăm"):
        return "%", False
    if flat == "h":
        return "giờ", False
    turned = re.match(rf"({_PERIODS})\s*/\s*(?:0?\d+\s*)?(lần|đợt|kỳ)", flat)
    if turned:
        return f"{turned[2]}/{turned[1]}", True
    rate = re.match(rf"(.+?)\s*(?:/|mỗi|một|trong|hàng|hằng)\s*((?:0?\d+\s*)?(?:{_PERIODS}))$", flat)
    if rate:
        per = re.sub(r"^0?1 ", "", rate[2]).strip()
        return f"{rate[1].strip()}/{per}", True
    return flat, False


def _value(printed: str) -> float:
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", printed):
        printed = printed.replace(".", "")
    return float(printed.replace(",", "."))


def _comparison(before: str, after: str, unit: str, *, is_rate: bool, is_span: bool) -> tuple[str, bool]:
    """(op, strict) from the words around the figure."""
    left, right = " ".join(before.casefold().split()), _AFTER.match(after.casefold())
    tail = right[2] if right and right[2] else ""
    near = left[-40:]
    if _MOST.search(near) or tail == "trở xuống":
        return "<=", False
    least = re.search(r"(tối thiểu|tối thiếu|ít nhất|không dưới|không ít hơn|không thấp hơn|≥|>=)", near)
    if _LESS.search(near) and not least:
        return "<=", True
    if tail == "trở lên" or least:
        return ">=", False
    if _MORE.search(near) and not re.search(r"(không|trên cơ sở)\s*\w*\s*$", near):
        return ">=", True
    if is_rate or is_span or re.search(r"\b(đạt )?từ$", near):
        return ">=", False
    return ("<=", False) if unit in ("giờ", "phút", "ngày", "ngày làm việc") else ("=", False)


def _scope(before: str, after: str) -> str | None:
    """What is measured: the words around the figure without those of the comparison."""
    after = re.sub(r"^\s*(trở lên|trở xuống|số|tổng số)\b", "", after)
    words = re.sub(
        r"(?i)\b(có |đạt |phấn đấu |đảm bảo |bảo đảm )?"
        r"(tối thiểu|ít nhất|không dưới|không quá|tối đa|trên|dưới|từ|đạt)\s*$",
        "",
        before,
    )
    flat = " ".join(f"{words} {after}".split()).strip(" ,;.-:()")
    flat = re.sub(r"\s+(và|hoặc|;)$", "", flat)
    return flat or None
