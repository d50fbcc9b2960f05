"""The indices that the product knows from the start, beside PAPI's own tables (`papi.py`), and how sure we are of them.

SIPAS and the PAR index are known by the decisions that set them; their parts were not read in the decisions themselves,
so only what is sure stands here, and an administrator completes an edition by copying it.
"""

from dataclasses import dataclass

PAPI, SIPAS, PAR = "papi", "sipas", "par-index"


@dataclass(frozen=True, slots=True)
class KnownIndex:
    """An index in words for whoever looks it up."""

    code: str
    short_name: str
    name: str
    publisher: str
    about: str


@dataclass(frozen=True, slots=True)
class KnownEdition:
    """Years of an index under one scheme. `parts` are (code, name, least, most); empty where they were not read."""

    index: str
    first: int
    last: int
    total: tuple[str, str]
    totalling: str
    certainty: str
    source: str
    parts: tuple[tuple[str, str, str, str], ...] = ()


INDICES = (
    KnownIndex(
        PAPI,
        "PAPI",
        "Chỉ số Hiệu quả quản trị và hành chính công cấp tỉnh",
        "UNDP Việt Nam, CECODES, RTA",
        "Đo trải nghiệm của người dân; công bố hằng năm cho cấp tỉnh. Không có điểm PAPI của cấp xã.",
    ),
    KnownIndex(
        SIPAS,
        "SIPAS",
        "Chỉ số hài lòng của người dân đối với sự phục vụ của cơ quan hành chính nhà nước",
        "Bộ Nội vụ",
        "Tỷ lệ người trả lời “hài lòng” hoặc “rất hài lòng” trên tổng số người trả lời, theo từng yếu tố (%).",
    ),
    KnownIndex(
        PAR,
        "PAR INDEX",
        "Chỉ số cải cách hành chính",
        "Bộ Nội vụ",
        "Chấm theo các lĩnh vực cải cách hành chính, có điểm điều tra xã hội học; SIPAS là một phần của chỉ số.",
    ),
)
EDITIONS = (
    KnownEdition(
        SIPAS, 2023, 2026, ("0", "100"), "given", "likely",
        "QĐ 1001/QĐ-BNV ngày 11/12/2023 (phương pháp 2023-2026). Danh sách yếu tố, trọng số: chưa đọc văn bản gốc.",
    ),
    KnownEdition(
        SIPAS, 2017, 2022, ("0", "100"), "given", "unknown",
        "QĐ 2640 năm 2017 (trước đó QĐ 1383 năm 2012). Danh sách yếu tố của từng năm: chưa rõ.",
    ),
    KnownEdition(
        PAR, 2022, 2026, ("0", "100"), "given", "likely",
        "QĐ 876/QĐ-BNV ngày 10/11/2022 (2022-2030). Điểm tối đa của từng lĩnh vực: chưa đọc văn bản gốc.",
    ),
)  # fmt: skip
