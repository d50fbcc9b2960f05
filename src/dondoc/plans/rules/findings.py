"""Findings: what the reading noticed, with a stable code and a sentence in Vietnamese for the person who reviews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dondoc.plans.rules.blocks import Place

# code -> sentence; braces are filled from the arguments of `finding`. Every code is explained in docs/apps/plans.md.
SENTENCES: dict[str, str] = {
    "agency-carried": "Hàng này để trống cơ quan; lấy theo hàng trên, cần người xem xác nhận.",
    "cell-unread": "Ô “{text}” không đọc được vào nhiệm vụ nào: đề nghị xem lại.",
    "closing-missing": "Không thấy “Nơi nhận” hay chữ ký: phần cuối văn bản có thể thiếu trang.",
    "component-suggested": "Văn bản không ghi nội dung thành phần; gợi ý {code}, cần người xem xác nhận.",
    "date-blank": "Ngày ban hành còn để trống ({date}): đề nghị bổ sung.",
    "issuer-inferred": "Văn bản không in tên cơ quan ban hành; suy ra là “{issuer}”, cần người xem xác nhận.",
    "legacy-font": "Văn bản dùng phông chữ cũ ({fonts}): đã đổi sang Unicode, đề nghị đối chiếu chữ.",
    "list-numbers-lost": "Số thứ tự tự động của tệp .doc không đọc được: đề nghị đối chiếu, hoặc lưu thành .docx.",
    "no-tasks": "Không tìm thấy nhiệm vụ nào trong văn bản: có thể đây không phải là kế hoạch.",
    "not-a-plan": "Tên loại văn bản là “{kind}”, không phải kế hoạch: đọc được đến đâu ghi đến đó.",
    "number-blank": "Số văn bản còn để trống: đề nghị bổ sung.",
    "page-without-text": "Trang {page} là ảnh chụp, không có chữ: đề nghị nhận dạng (OCR) rồi đọc lại.",
    "schedule-other": "Chưa hiểu thời gian “{text}”: đề nghị chọn lại.",
    "signer-missing": "Không đọc được họ tên người ký: đề nghị bổ sung.",
    "table-aside": "Bảng {number} ({cells} ô) không giao nhiệm vụ (không có cột cơ quan hoặc thời gian): để riêng.",
    "target-text": "Chỉ tiêu “{text}” không có con số: theo dõi bằng lời.",
    "task-without-agency": "Nhiệm vụ chưa ghi cơ quan nào: đề nghị chọn cơ quan chủ trì.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on the source or a draft. `place` is None where it concerns the whole."""

    code: str
    message: str
    place: Place | None = None


def finding(code: str, place: Place | None = None, /, **arguments: object) -> Finding:
    """A finding with its sentence filled in; a code without a sentence is a fault of ours (KeyError)."""
    return Finding(code, SENTENCES[code].format(**arguments), place)
