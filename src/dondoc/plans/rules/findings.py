"""Findings: what the reading noticed, with a stable code and a sentence in Vietnamese for the person who reviews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dondoc.plans.rules.blocks import Place

# code -> sentence; braces are filled from the arguments of `finding`. Every code is explained in docs/apps/plans.md.
SENTENCES: dict[str, str] = {
    "cell-unread": "Ô “{text}” không đọc được vào nhiệm vụ nào: đề nghị xem lại.",
    "component-suggested": "Văn bản không ghi nội dung thành phần; gợi ý {code}, cần người xem xác nhận.",
    "schedule-other": "Chưa hiểu thời gian “{text}”: đề nghị chọn lại.",
    "target-text": "Chỉ tiêu “{text}” không có con số: theo dõi bằng lời.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on the source or a draft. `place` is None where it concerns the whole."""

    code: str
    message: str
    place: Place | None = None


def finding(code: str, place: Place | None = None, **arguments: object) -> Finding:
    """A finding with its sentence filled in; a code without a sentence is a fault of ours (KeyError)."""
    return Finding(code, SENTENCES[code].format(**arguments), place)
