"""The fields of a template: `{{so_ky_hieu}}` and the like, which an office may move, set and surround as it likes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dondoc.web.papers import wording
from dondoc.web.papers.paper import Kind, Paper

BODY = "noi_dung"
Lines = Callable[[Paper], Iterable[str]]

LINES: Mapping[str, Lines] = {
    "co_quan_chu_quan": lambda paper: paper.superior.upper().splitlines(),
    "co_quan_ban_hanh": lambda paper: paper.issuer.upper().splitlines(),
    "so_ky_hieu": lambda paper: [wording.number_line(paper)],
    "dia_danh_ngay": lambda paper: [wording.place_line(paper)],
    "trich_yeu_cong_van": lambda paper: [f"V/v {paper.summary}"],
    "ten_loai": lambda paper: [paper.name.upper()],
    "trich_yeu": lambda paper: paper.summary.splitlines(),
    "kinh_gui": wording.addressed,
    "can_cu": wording.bases,
    "noi_nhan": wording.recipients,
    "quyen_han_chuc_vu": lambda paper: wording.powers(paper.signature),
    "nguoi_ky": lambda paper: [wording.signatory(paper.signature)],
}
KNOWN = frozenset({*LINES, BODY})
_OF_LETTERS = frozenset({"trich_yeu_cong_van"})
_OF_OTHERS = frozenset({"ten_loai", "trich_yeu"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """A field for those who edit a template."""

    name: str
    says: str


MEANINGS: tuple[Meaning, ...] = (
    Meaning("co_quan_chu_quan", "cơ quan chủ quản trực tiếp, chữ hoa"),
    Meaning("co_quan_ban_hanh", "cơ quan ban hành, chữ hoa"),
    Meaning("so_ky_hieu", "“Số: …/…”, số để trống khi chưa cấp"),
    Meaning("dia_danh_ngay", "địa danh, ngày tháng năm"),
    Meaning("trich_yeu_cong_van", "“V/v …” (công văn)"),
    Meaning("ten_loai", "tên loại văn bản, chữ hoa"),
    Meaning("trich_yeu", "trích yếu nội dung"),
    Meaning("kinh_gui", "“Kính gửi: …”"),
    Meaning("can_cu", "các căn cứ, mỗi căn cứ một dòng"),
    Meaning("noi_dung", "toàn bộ nội dung"),
    Meaning("noi_nhan", "các dòng nơi nhận, dòng cuối là “Lưu: …”"),
    Meaning("quyen_han_chuc_vu", "TM., KT., TL., TUQ. và chức vụ"),
    Meaning("nguoi_ky", "họ tên người ký"),
)


def needed(kind: Kind) -> frozenset[str]:
    """The fields without which a document of the kind would lose something."""
    return KNOWN - (_OF_OTHERS if kind is Kind.LETTER else _OF_LETTERS)
