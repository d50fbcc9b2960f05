"""The columns of the form as a workbook: the same out and in, so that what was put out can be taken in again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dondoc.reports.rules.answers import DONE, NOT_YET, NOTHING, Entry
from dondoc.toolkit.cells import cell_day, cell_text
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import fold

ANSWER_WORDS: Mapping[str, str] = {DONE: "Đã thực hiện", NOTHING: "Không phát sinh", NOT_YET: "Chưa xong"}
YES = "có"
CODE, TITLE, LABEL, TARGET, LAST = "Mã", "Nhiệm vụ", "Kỳ, hạn", "Chỉ tiêu", "Kỳ trước"
ANSWER, TEXT, REASON, CLAIMED = "Kết quả", "Đã làm gì, kết quả", "Lý do", "Tự khai"
NUMBER, DATED, SUMMARY, LINK = "Số văn bản", "Ngày văn bản", "Trích yếu", "Đường dẫn"
FAULT = "Lỗi cần sửa"
SHEET, WORDS = "Nhiệm vụ", "Thuyết minh"
_BEFORE = (CODE, TITLE, LABEL, TARGET, LAST, ANSWER, TEXT, REASON)
_AFTER = (CLAIMED, NUMBER, DATED, SUMMARY, LINK)


@dataclass(frozen=True, slots=True)
class Filled:
    """One row of the workbook as it was filled. `wrong` keeps it from being taken in; each says what and how to
    mend."""

    line: int
    key: str
    entry: Entry
    number: str = ""
    dated_on: date | None = None
    summary: str = ""
    link: str = ""
    wrong: tuple[str, ...] = ()


def heads(parts: int) -> tuple[str, ...]:
    """The head of the sheet for rows that ask at most for so many figures."""
    figures = [name for part in range(1, parts + 1) for name in _figure_heads(part)]
    return (*_BEFORE, *figures, *_AFTER)


def read_line(
    cells: Mapping[str, Any], line: int, asked: Mapping[str, Sequence[int]], gone: Mapping[str, Saying]
) -> Filled | None:
    """A line by its heads; None where it is empty. `asked`: by code of a row, the parts of its target in order; `gone`:
    of rows that the report has no more, which and why."""
    told = {name: cell_text(cells.get(name)) for name in (*_BEFORE, *_AFTER)}
    if not any(cell_text(value) for value in cells.values()):
        return None
    key, wrong = told[CODE], list[Saying]()
    if key in gone:
        wrong.append(Saying("Không ghi: {why}. Chép nội dung vào trang tính “{sheet}”.", why=gone[key], sheet=WORDS))
    elif key not in asked:
        wrong.append(Saying("Mã “{code}” không có trong báo cáo này: giữ nguyên cột Mã của mẫu.", code=key[:20]))
    answer = _answer(told[ANSWER])
    if answer is None:
        wrong.append(
            Saying(
                "Kết quả “{typed}” không hợp lệ: chọn {words}.",
                typed=told[ANSWER][:30],
                words=", ".join(ANSWER_WORDS.values()),
            )
        )
    dated_on = cell_day(cells.get(DATED))
    if dated_on is None and told[DATED]:
        wrong.append(Saying("Ngày văn bản “{typed}” không đọc được: nhập dd/mm/yyyy.", typed=told[DATED][:20]))
    if dated_on is not None and not told[NUMBER]:
        wrong.append(Saying("Có ngày văn bản mà thiếu số, ký hiệu."))
    if told[CLAIMED] and fold(told[CLAIMED]) not in ("co", "x", "1", "true", "khong", "0", "false"):
        wrong.append(Saying("Cột Tự khai nhận “{yes}” hoặc để trống.", yes=YES))
    if told[LINK] and not told[LINK].lower().startswith(("http://", "https://")):
        wrong.append(Saying("Đường dẫn phải bắt đầu bằng https:// hoặc http://."))
    parts = asked.get(key, ())
    figures = {
        part: (_number(cells.get(_figure_heads(n)[0])), _number(cells.get(_figure_heads(n)[1])))
        for n, part in enumerate(parts, 1)
    }
    claimed = fold(told[CLAIMED]) in ("co", "x", "1", "true")
    entry = Entry(answer or "", told[TEXT], told[REASON], claimed, figures)
    return Filled(line, key, entry, told[NUMBER], dated_on, told[SUMMARY], told[LINK], tuple(wrong))


def code_of(cells: Mapping[str, Any]) -> str:
    return cell_text(cells.get(CODE))


def missing_heads(found: Sequence[str]) -> tuple[str, ...]:
    """Heads without which nothing can be read."""
    return tuple(name for name in (CODE, ANSWER, TEXT, REASON) if name not in found)


def _figure_heads(part: int) -> tuple[str, str]:
    return ("Tử số", "Mẫu số") if part == 1 else (f"Tử số {part}", f"Mẫu số {part}")


def _answer(text: str) -> str | None:
    """ "" where nothing was chosen, None where it is none of the list."""
    known = {fold(words): answer for answer, words in ANSWER_WORDS.items()}
    return "" if not text else known.get(fold(text))


def _number(value: Any) -> str:
    """As people would type it: a cell of a workbook holds 12.0 for 12."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float | Decimal):
        number = Decimal(str(value)).normalize()
        return f"{number:f}".replace(".", ",")
    return cell_text(value)
