"""A list of obligations as a sheet: the same columns out and in. The code says which row is which; only the columns of
`FILLED` are read back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dondoc.toolkit.cells import cell_day, cell_text
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import fold

CODE, TITLE, WHO, CLAIMED = "Mã việc", "Nhiệm vụ", "Người làm", "Tự khai"
SAID, TEXT = "Báo kết quả", "Kết quả, lý do"
NUMBER, DATED, SUMMARY, LINK = "Số văn bản", "Ngày văn bản", "Trích yếu", "Đường dẫn"
HEADS = (
    CODE, "Kế hoạch", "Trục", "Nội dung thành phần", TITLE, "Kỳ", "Cơ quan", "Đơn vị", "Vai trò", WHO,
    "Hạn", "Trạng thái", "Còn (ngày làm việc)", CLAIMED, "Được đề nghị", "Mã cơ quan",
    SAID, TEXT, NUMBER, DATED, SUMMARY, LINK,
)  # fmt: skip
FILLED = (WHO, CLAIMED, SAID, TEXT, NUMBER, DATED, SUMMARY, LINK)
DONE, NOTHING = "done", "nothing"
SAYINGS: Mapping[str, str] = {DONE: "xong", NOTHING: "không phát sinh"}
_YES = frozenset({"x", "co", "1", "true"})


@dataclass(frozen=True, slots=True)
class Filled:
    """A row as it was filled. `said` DONE | NOTHING | "" (nothing is reported); `who` a name or a position. `wrong`
    says what keeps it from being taken in, each with how to mend it."""

    line: int
    code: str
    who: str = ""
    said: str = ""
    text: str = ""
    is_claimed: bool = False
    number: str = ""
    dated_on: date | None = None
    summary: str = ""
    link: str = ""
    wrong: tuple[Saying, ...] = ()

    @property
    def has_paper(self) -> bool:
        return bool(self.number or self.link)


def missing_heads(found: Sequence[str]) -> tuple[str, ...]:
    """Without its code no row is known, without these two nothing is asked."""
    return tuple(name for name in (CODE, WHO, SAID) if name not in found)


def read_line(cells: Mapping[str, Any], line: int) -> Filled | None:
    """A line by its heads; None where it is empty."""
    told = {name: cell_text(cells.get(name)) for name in (CODE, *FILLED)}
    if not any(told.values()):
        return None
    said = _said(told[SAID])
    dated_on = cell_day(cells.get(DATED))
    wrong = tuple(_wrong(told, said, dated_on))
    return Filled(
        line, told[CODE], told[WHO], said or "", told[TEXT], fold(told[CLAIMED]) in _YES, told[NUMBER], dated_on,
        told[SUMMARY], told[LINK], wrong,
    )  # fmt: skip


def _wrong(told: Mapping[str, str], said: str | None, dated_on: date | None) -> list[Saying]:
    found: list[Saying] = []
    if said is None:
        known = ", ".join(SAYINGS.values())
        found.append(
            Saying(
                "“{text}” không hợp lệ: cột “{column}” nhận {known} hoặc để trống.",
                text=told[SAID][:30],
                column=SAID,
                known=known,
            )
        )
    if told[DATED] and dated_on is None:
        found.append(Saying("Ngày văn bản “{text}” không đọc được: nhập dd/mm/yyyy.", text=told[DATED][:20]))
    if dated_on is not None and not told[NUMBER]:
        found.append(Saying("Có ngày văn bản mà thiếu số, ký hiệu."))
    if told[LINK] and not told[LINK].lower().startswith(("http://", "https://")):
        found.append(Saying("Đường dẫn phải bắt đầu bằng https:// hoặc http://."))
    if not said and any(told[name] for name in (TEXT, NUMBER, LINK)):
        known = " / ".join(SAYINGS.values())
        found.append(Saying("Có kết quả hoặc văn bản mà cột “{column}” trống: ghi {known}.", column=SAID, known=known))
    return found


def _said(text: str) -> str | None:
    """ "" where nothing is reported, None where it is none of the words."""
    known = {fold(words): said for said, words in SAYINGS.items()}
    return "" if not text else known.get(fold(text))
