"""What a text seems to be: abuse is flagged for an officer, never dropped; what looks like a denunciation or a signal
is put before its writer, who chooses. Only words are looked at, so this is a hint and nothing more."""

import re
from enum import StrEnum

from dondoc.toolkit.text import fold


class Hint(StrEnum):
    DENUNCIATION = "denunciation"
    COMPLAINT = "complaint"
    SIGNAL = "signal"


_DENUNCIATION = re.compile(
    r"\b(?:(?:toi|don|xin|lam don|muon) to cao|to cao (?:ong|ba|can bo|chu tich|hanh vi)|to giac|"
    r"hanh vi (?:vi pham phap luat|pham toi) cua)\b"
)
_COMPLAINT = re.compile(
    r"\b(?:(?:toi|don|xin|lam don) khieu nai|khieu nai (?:quyet dinh|viec)|"
    r"khong dong y voi quyet dinh (?:so|xu phat|thu hoi))\b"
)
_SIGNAL = re.compile(
    r"\b(?:tham nhung|hoi lo|nhung nhieu|voi vinh|vom vinh|lot tay|phong bi|dut lot|chung chi|doi tien|nhan tien|"
    r"(?:can bo|cong chuc|nhan vien)[^.]{0,60}(?:hach sach|thai do|quat|mang|gay kho|cua quyen|so mat))\b"
)
# Words by which a text is shown to be looked at twice, by what they are.
_FLAGS = {
    "đe dọa": re.compile(r"\b(?:giet (?:het|chet|no|may|chung)|dot nha|cho no chet|se biet tay|xu dep)\b"),
    "xúc phạm": re.compile(r"\b(?:do cho|con cho|thang ngu|lu ngu|do ngu|khon nan|mat day|suc vat|dcm|vcl)\b"),
    "quảng cáo": re.compile(
        r"\b(?:ca cuoc|casino|nha cai|vay nong|vay tien nhanh|telegram|t\.me|zalo group|kiem tien online)\b"
    ),
}
_LINKS = re.compile(r"https?://", re.IGNORECASE)


def hint_of(text: str) -> Hint | None:
    """A denunciation before a complaint before a signal: the strictest way comes first."""
    flat = fold(text)
    for hint, pattern in ((Hint.DENUNCIATION, _DENUNCIATION), (Hint.COMPLAINT, _COMPLAINT), (Hint.SIGNAL, _SIGNAL)):
        if pattern.search(flat):
            return hint
    return None


def flags_of(text: str) -> list[str]:
    """Why an officer should look twice; an empty list as a rule."""
    flat = fold(text)
    found = [name for name, pattern in _FLAGS.items() if pattern.search(flat)]
    return [*found, "nhiều đường dẫn"] if len(_LINKS.findall(text)) > 2 else found
