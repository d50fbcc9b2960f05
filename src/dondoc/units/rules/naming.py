"""One form of a name for comparing: short forms written out, "&" as "và". What is shown stays as printed."""

import re
from functools import cache

from dondoc.toolkit.text import nfc
from dondoc.units.rules import words
from dondoc.units.rules.lexicon import field_at, opening
from dondoc.units.rules.shadow import Shadow, shadow

# Short forms of whole words, on the text with its marks; the order matters (longer ones first).
_WORDS = (
    (
        r"UBMTTQ ?(?:VN|Việt Nam)?|(?:Ủy|Uỷ) ban (?:MTTQ|Mặt trận [Tt]ổ quốc) ?(?:VN|Việt Nam)?|MTTQ ?(?:VN|Việt "
        r"Nam)|MTTQ|UBMT(?:VN)?", "Ủy ban MTTQ Việt Nam"),
    (r"(?:Ủy|Uỷ) ban nhân dân|UB ?ND", "UBND"),
    (r"Hội đồng nhân dân", "HĐND"),
    (r"\bVP\b\.?", "Văn phòng"),
    (r"\bP\.(?= ?\w)", "Phòng "),
    (r"\bTT(?=\.? ?(?:Y tế|YT|VH|Văn hóa|PVHCC|Phục vụ|CUDVC|DVNN|PTQĐ|GDTX|GDNN))\.?", "Trung tâm "),
    (r"\bTTYT\b", "Trung tâm Y tế"),
    (r"\bTYT\b", "Trạm Y tế"),
    (r"\bBHXH\b", "Bảo hiểm xã hội"),
    (r"\bKBNN\b", "Kho bạc Nhà nước"),
    (r"\bNHCSXH\b|Ngân hàng CSXH", "Ngân hàng Chính sách xã hội"),
    (r"\bTAND\b", "Tòa án nhân dân"),
    (r"\bVKSND\b", "Viện kiểm sát nhân dân"),
    (r"\bCA\b(?= (?:tỉnh|huyện|xã|phường|thị))", "Công an"),
    (r"\bBCH(?:QS| QS| Quân sự)\b|Ban CHQS|Bộ CHQS", "Ban Chỉ huy Quân sự"),
    (r"\bLĐLĐ\b", "Liên đoàn Lao động"),
    (r"\b(?:Hội )?LHPN\b", "Hội Liên hiệp Phụ nữ"),
    (r"Hội (?:ND)\b", "Hội Nông dân"),
    (r"(?:Hội )?\bCCB\b", "Hội Cựu chiến binh"),
    (r"Đoàn (?:TNCS HCM|TNCSHCM|TNCS|TN)\b(?: HCM| Hồ Chí Minh)?", "Đoàn Thanh niên"),
    (r"\bBQL\b", "Ban Quản lý"),
    (r"\bBCĐ\b", "Ban Chỉ đạo"),
    (r"\bHTX\b", "hợp tác xã"),
    (r"\bDN\b", "doanh nghiệp"),
    (r"\bTDP\b", "tổ dân phố"),
    (r"\bCC(?=[ .]\w)\.?", "Công chức"),
    (r"\bCB(?=[ .]\w)\.?", "Cán bộ"),
    (r"\b(?:TTĐT|TTDT)\b", "thông tin điện tử"),
    (r"\bCNTT\b", "công nghệ thông tin"),
)  # fmt: skip
_FULL = dict(
    entry.split(" = ")
    for entry in words.listed(
        """
    tai nguyen moi truong = Tài nguyên và Môi trường;
    lao dong thuong binh xa hoi = Lao động - Thương binh và Xã hội; ke hoach dau tu = Kế hoạch và Đầu tư;
    tai chinh ke hoach = Tài chính - Kế hoạch; tai chinh kh = Tài chính - Kế hoạch;
    van hoa thong tin = Văn hóa và Thông tin; van hoa tt = Văn hóa và Thông tin;
    van hoa the thao du lich = Văn hóa, Thể thao và Du lịch; van hoa xa hoi = Văn hóa - Xã hội;
    van hoa dl = Văn hóa và Du lịch; van hoa ld = Văn hóa và Du lịch; van hoa du lich = Văn hóa và Du lịch;
    giao duc dao tao = Giáo dục và Đào tạo;
    nong nghiep phat trien nong thon = Nông nghiệp và Phát triển nông thôn;
    nong nghiep ptnt = Nông nghiệp và Phát triển nông thôn; nong nghiep moi truong = Nông nghiệp và Môi trường;
    thong tin truyen thong = Thông tin và Truyền thông; khoa hoc cong nghe = Khoa học và Công nghệ;
    kinh te ha tang = Kinh tế và Hạ tầng; kinh te ha tang do thi = Kinh tế, Hạ tầng và Đô thị;
    giao thong van tai xay dung = Giao thông vận tải - Xây dựng; tu phap ho tich = Tư pháp - Hộ tịch;
    dia chinh xay dung = Địa chính - Xây dựng; van phong thong ke = Văn phòng - Thống kê;
    van phong tk = Văn phòng - Thống kê; tai chinh ke toan = Tài chính - Kế toán;
    dan toc ton giao = Dân tộc và Tôn giáo; cong thuong = Công Thương; y te = Y tế; noi vu = Nội vụ;
    tu phap = Tư pháp; tai chinh = Tài chính; xay dung = Xây dựng;
        """
    )
)


@cache
def _expansions() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), full) for pattern, full in _WORDS)


def canonical(name: str) -> str:
    """The name with short forms written out ("Phòng TN&MT" -> "Phòng Tài nguyên và Môi trường"), for comparing alone.

    "Các cơ quan, đơn vị có liên quan" and "… liên quan" become one, and so do "xã, thị trấn" and
    "UBND các xã, thị trấn".
    """
    text = " ".join(nfc(name).split()).strip(" .;,-")
    for pattern, full in _expansions():
        text = pattern.sub(full, text)
    text = _with_full_field(shadow(" ".join(text.split())))
    text = _group(" ".join(re.sub(r"\s*&\s*", " và ", text).split()))
    return text[:1].upper() + text[1:]


def _with_full_field(sh: Shadow) -> str:
    first = opening(sh, 0)
    if first is None or first.form != "head":
        return sh.text
    at = first.head_end
    while at < len(sh.text) and sh.text[at] in " -:":
        at += 1
    end = field_at(sh, at)
    full = _full_field(sh.flat[at:end]) if end is not None and first.kind != "health" else None
    return sh.text if full is None or end is None else f"{sh.text[:at]}{full}{sh.text[end:]}"


def _full_field(flat: str) -> str | None:
    letters = re.sub(r"[^a-z]|\bva\b", " ", flat)
    known = _FULL.get(" ".join(letters.split()))
    if known is not None:
        return known
    tight = re.sub(r"[^a-z]", "", flat)
    return next((full for short, full in words.SHORT_FIELDS.items() if short.replace(" ", "") == tight), None)


def _group(text: str) -> str:
    text = re.sub(r"\bcó liên quan\b", "liên quan", text)
    text = re.sub(r"(?i)\b(sở|cơ quan|phòng)[ ,]+(ban|đơn vị)\b", r"\1, \2", text)
    text = re.sub(r"(?i)\bban[ ,]+ngành\b", lambda m: f"{m.group()[:3]}, ngành", text)
    if re.fullmatch(r"(?i)(?:các )?(?:xã|phường|thị trấn|đặc khu)(?:, (?:xã|phường|thị trấn|đặc khu))*", text):
        text = f"UBND các {re.sub(r'(?i)^các ', '', text).lower()}"
    return text
