"""Columns of an annex recognised by meaning, whatever words the office chose.

A header is one to three rows; the words that stand lowest over a column say most ("Chủ trì" under "Phân công thực
hiện"). Where the words say nothing, the content of the column does.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dondoc.toolkit.text import fold

# role -> patterns over folded header text, with how much they weigh; the heaviest role wins the column.
_WORDS: tuple[tuple[str, str, int], ...] = (
    ("ordinal", r"^(s ?t ?t|t ?t|so ?t ?t|so thu tu|thu tu|ma so|muc|so)$", 9),
    ("schedule", r"thoi (gian|han|diem|hang|ky|luong)|tien do|lo trinh|thoi gian|han hoan thanh|ngay hoan thanh", 8),
    ("schedule", r"^(hoan thanh|thang|quy|nam|ky|dinh ky|han|tan suat)$", 6),
    ("schedule", r"^(quy|thang) ([ivx]+|\d+)$", 7),
    ("product", r"san pham|dau ra|minh chung|kiem chung|tai lieu chung minh|hinh thuc van ban|ho so chung minh", 8),
    ("product", r"ket qua", 6),
    ("note", r"ghi chu|luu y", 9),
    ("note", r"kinh phi|nguon luc|du toan|nguon von", 8),
    ("coordinate", r"phoi hop|cung thuc hien|lien quan$", 7),
    ("lead", r"chu tri|chu quan|dau moi|tham muu", 8),
    ("lead", r"(chiu )?trach nhiem|phu trach|giao nhiem vu|duoc giao|phan cong", 5),
    ("guide_monitor", r"huong dan|giam sat|theo doi|don doc|kiem tra", 6),
    ("guide_monitor", r"(co quan|don vi|can bo|lanh dao) chi dao", 6),
    ("execute", r"(co quan|don vi|to chuc|bo phan|nguoi|cap|can bo|chu the|cong chuc) .*thuc hien", 5),
    ("execute", r"thuc hien$", 3),
    ("lead", r"^(cac )?(co quan|don vi|to chuc)(, (co quan|don vi|dia phuong))*$", 4),
    ("target", r"chi tieu|muc tieu|yeu cau can dat|muc phan dau|phan dau|muc do hoan thanh|can dat", 6),
    ("indicator", r"chi so|thanh phan|tieu chi|truc noi dung|linh vuc|noi dung danh gia|nhom noi dung", 6),
    ("content", r"nhiem vu|giai phap|cong viec|hoat dong|bien phap|viec can lam|noi dung can", 7),
    ("content", r"noi dung", 4),
    ("score", r"^diem|diem so|thu hang|xep hang|ket qua (nam )?20\d\d|nam 20\d\d", 5),
    ("unit", r"^(don vi tinh|dvt)$", 9),
)
_RULES = tuple((role, re.compile(pattern), weight) for role, pattern, weight in _WORDS)
AGENCY_ROLES = ("lead", "coordinate", "execute", "guide_monitor")
_NUMBERING = re.compile(r"^[\(\[]?\s*(\d{1,2}|[a-hA-H]|[ivxIVX]{1,4})\s*[\)\]\.]?(\s*=.*)?$")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column has which role; `names` are the words printed over each column, `how_sure` 0..1 per column."""

    roles: tuple[str, ...]
    names: tuple[str, ...]
    how_sure: tuple[float, ...]

    def of(self, role: str) -> list[int]:
        """All columns of a role, from left to right."""
        return [index for index, found in enumerate(self.roles) if found == role]

    def first(self, role: str) -> int | None:
        return next(iter(self.of(role)), None)

    @property
    def give_tasks(self) -> bool:
        """A table that assigns work: it says what, and by whom or by when."""
        by_whom_or_when = any(self.of(role) for role in (*AGENCY_ROLES, "schedule"))
        return self.first("content") is not None and by_whom_or_when


def is_numbering_row(texts: Sequence[str]) -> bool:
    """ "(1) (2) (3)", "1 2 3" or "A B 1 2 3" under the header."""
    filled = [text.strip() for text in texts if text.strip()]
    return len(filled) >= 3 and all(_NUMBERING.match(text) for text in filled)


def scores(text: str) -> dict[str, int]:
    """Every role that the words of a header cell speak for, with its weight."""
    folded = re.sub(r"[^\w,/ ]+", " ", fold(text))
    folded = " ".join(folded.replace("/", " / ").split())
    found: dict[str, int] = {}
    for role, pattern, weight in _RULES:
        if pattern.search(folded):
            found[role] = max(found.get(role, 0), weight)
    return _settle(found, folded)


def _settle(found: dict[str, int], folded: str) -> dict[str, int]:
    """Words that mean something else in company: "chủ trì theo dõi" leads, "kết quả công việc" is a product, "đơn vị
    phối hợp thực hiện" coordinates, "nội dung thành phần" is the indicator."""
    if "product" in found and "content" in found and re.search(r"san pham|ket qua", folded):
        found.pop("content")
    if "lead" in found and found["lead"] >= 8:
        found.pop("guide_monitor", None)
        if "coordinate" in found:
            found["lead"] = found["coordinate"] + 1  # one column for both: "Cơ quan chủ trì, phối hợp"
    if "coordinate" in found:
        found.pop("guide_monitor", None)
    if any(role in found for role in AGENCY_ROLES) and re.search(r"co quan|don vi|chu tri|phoi hop", folded):
        for role in ("content", "indicator", "target", "score", "product"):
            found.pop(role, None)
    if "indicator" in found and re.search(r"nhiem vu|giai phap|cong viec|hoat dong", folded):
        found["content"] = max(found.get("content", 0), 8)
    if "schedule" in found and re.search(r"thoi gian|thoi han|tien do|han hoan thanh", folded):
        for role in ("execute", "content", "product", "score"):
            found.pop(role, None)
    return found


def recognise(header_texts: Sequence[Sequence[str]]) -> Columns:
    """`header_texts[row][column]`, a spanning cell's text repeated over the columns that it covers."""
    width = max((len(row) for row in header_texts), default=0)
    names: list[str] = []
    choices: list[dict[str, int]] = []
    for column in range(width):
        printed = _distinct([row[column] for row in header_texts if column < len(row)])
        names.append(" / ".join(printed))
        choices.append(_choice(printed))
    roles, sure = _assign(choices, names)
    return Columns(tuple(roles), tuple(names), tuple(sure))


def _distinct(texts: Sequence[str]) -> list[str]:
    out: list[str] = []
    for text in texts:
        flat = " ".join(text.split())
        if flat and flat not in out and not _NUMBERING.match(flat):
            out.append(flat)
    return out


def _choice(printed: Sequence[str]) -> dict[str, int]:
    """The lowest words speak first; those above only where the lower say nothing, or of the time over "Quý I"."""
    for text in reversed(printed):
        found = scores(text)
        if found:
            return found
    return {}


def _assign(choices: Sequence[Mapping[str, int]], names: Sequence[str]) -> tuple[list[str], list[float]]:
    best = [max(found.items(), key=lambda item: item[1]) if found else ("", 0) for found in choices]
    roles = [role for role, _ in best]
    sure = [min(1.0, weight / 8) for _, weight in best]
    _one_content(roles, choices)
    indicators = [index for index, role in enumerate(roles) if role == "indicator"]
    if len(indicators) > 1:
        roles[indicators[0]] = "dimension"  # "Chỉ số nội dung" beside "Nội dung thành phần"
    if "ordinal" not in roles and len(roles) > 3 and not (roles[0] and names[0]):
        roles[0] = "ordinal"
    return [role or "note" for role in roles], sure


def _one_content(roles: list[str], choices: Sequence[Mapping[str, int]]) -> None:
    """One column holds the task: of two, the one that says "nhiệm vụ"; where none does, the indicator's column or the
    first that has no role may hold it (the caller checks that its cells read like tasks)."""
    contents = [i for i, role in enumerate(roles) if role == "content"]
    if len(contents) > 1:
        keep = max(contents, key=lambda i: (choices[i].get("content", 0), -i if choices[i].get("content") == 4 else i))
        for index in contents:
            if index != keep:
                roles[index] = "indicator" if index < keep else "note"
    if not contents and any(role in AGENCY_ROLES or role == "schedule" for role in roles):
        target_like = [i for i, found in enumerate(choices) if "content" in found or "indicator" in found]
        if target_like and "score" not in roles:
            roles[target_like[-1]] = "content"
