"""Number, date, type, title, issuer, signature, recipients in the forms that offices use."""

import pytest

from dondoc.plans.rules.body import read_body
from dondoc.plans.rules.drafts import Header
from dondoc.plans.rules.header_issuer import in_ordinary_capitals, level_of_unit
from rules.plans_body import bodies
from rules.plans_body.made import source_of

HEAD = (
    "ỦY BAN NHÂN DÂN\nHUYỆN A LƯỚI\n{number}\n{date}\nKẾ HOẠCH\nNâng cao Chỉ số PAPI năm 2024\nI. NHIỆM VỤ\n- Làm việc."
)


def _header(text: str) -> Header:
    return read_body(source_of(text), year=None).document


NUMBERS = [
    ("Số: 474 /KH-UBND", "474", "KH-UBND"),
    ("Số: /KH-UBND", None, "KH-UBND"),
    ("Số:       /KH-UBND", None, "KH-UBND"),
    ("Số: ……/KH-UBND", None, "KH-UBND"),
    ("Số 45-KH/TU", "45", "KH/TU"),
    ("Sô: 12/KH - UBND", "12", "KH-UBND"),
    ("SỐ: 07/2024/QĐ-UBND", "07", "QĐ-UBND"),
    ("Số: 16b/KH-SNV", "16b", "KH-SNV"),
]


@pytest.mark.parametrize(("printed", "number", "symbol"), NUMBERS)
def test_number_and_symbol_with_their_blanks(printed: str, number: str | None, symbol: str) -> None:
    header = _header(HEAD.format(number=printed, date="A Lưới, ngày 05 tháng 3 năm 2024"))
    assert (header.number, header.symbol) == (number, symbol)


DATES = [
    ("A Lưới, ngày 05 tháng 3 năm 2024", "2024-03-05", "A Lưới"),
    ("A Lưới, ngày tháng 5 năm 2023", "2023-05", "A Lưới"),
    ("A Lưới, ngày … tháng … năm 2021", "2021", "A Lưới"),
    ("A Lưới, ngày    tháng    năm 2021", "2021", "A Lưới"),
    ("*A Lưới, ngay 15 tháng 12 năm 2024*", "2024-12-15", "A Lưới"),
]


@pytest.mark.parametrize(("printed", "date", "place"), DATES)
def test_a_blank_day_leaves_the_date_shorter(printed: str, date: str, place: str) -> None:
    header = _header(HEAD.format(number="Số: 1/KH-UBND", date=printed))
    assert (header.date, header.place) == (date, place)


def test_two_columns_in_one_line_with_tabs() -> None:
    header = _header(bodies.PROVINCE)
    assert (header.number, header.symbol, header.date) == ("1205", "KH-SNV", "2024-03-05")
    assert (header.issuer, header.issuer_level, header.place) == ("Sở Nội vụ", "province", "Hưng Thịnh")
    assert header.title == "TRIỂN KHAI CÁC GIẢI PHÁP NÂNG CAO CHỈ SỐ PAPI CỦA TỈNH HƯNG THỊNH NĂM 2024"
    assert (header.signer, header.signer_position) == ("Đặng Thị Minh Tâm", "PHÓ GIÁM ĐỐC")
    assert (header.signing_mode, header.signed_for) == ("KT.", "GIÁM ĐỐC")
    assert header.recipients == ("UBND tỉnh (b/c)", "Các sở, ban, ngành", "UBND các huyện, thành phố", "Lưu: VT, CCHC")


def test_columns_parted_by_bars_and_a_title_in_capitals() -> None:
    head = "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nTỈNH TRÀ SƠN | Độc lập - Tự do - Hạnh phúc |\n"
    head += (
        "Số: 51/QĐ-UBND | Trà Sơn, ngày 11 tháng 10 năm 2023 |\nQUYẾT ĐỊNH\nBAN HÀNH KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI\n"
    )
    header = _header(
        head + "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TRÀ SƠN\nCăn cứ Luật Tổ chức chính quyền địa phương;\nĐiều 1. Ban hành."
    )
    assert (header.number, header.place, header.date) == ("51", "Trà Sơn", "2023-10-11")
    assert header.title == "BAN HÀNH KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI"
    assert (header.issuer, header.issuer_level) == ("Ủy ban nhân dân tỉnh Trà Sơn", "province")


def test_a_ward_after_the_districts() -> None:
    header = _header(bodies.COMMUNE)
    assert header.title == "Nâng cao chất lượng phục vụ người dân và Chỉ số PAPI trên địa bàn phường năm 2026"
    assert (header.issuer, header.issuer_level) == ("Ủy ban nhân dân phường An Phú", "commune")
    assert (header.signer, header.signing_mode, header.signer_position) == ("Lê Hoàng Nam", "KT.", "PHÓ CHỦ TỊCH")
    assert header.recipients == ("UBND thành phố", "Lưu: VT")
    assert [basis["number"] for basis in header.legal_bases] == ["12/KH-UBND"]


def test_a_long_title_ends_where_the_preamble_begins() -> None:
    title = (
        "Khắc phục hạn chế, nâng cao Chỉ số cải cách hành chính (PAR INDEX), Chỉ số hài lòng về sự phục vụ hành chính"
    )
    title += " (SIPAS) và Chỉ số PAPI của tỉnh năm 2024"
    ground = "Trên cơ sở kết quả công bố các chỉ số năm 2023, UBND tỉnh ban hành Kế hoạch như sau:"
    header = _header(f"Số: 1/KH-UBND\nKẾ HOACH\n{title} {ground}\nI. NHIỆM VỤ\n- Làm việc.")
    assert (header.title, header.type) == (title, "KẾ HOẠCH")


def test_a_decision_is_its_own_document() -> None:
    header = _header(bodies.DECISION)
    assert (header.type, header.number, header.date, header.year) == ("QUYẾT ĐỊNH", "456", "2022-04", 2022)
    assert header.title == "Ban hành Kế hoạch nâng cao Chỉ số PAPI tỉnh Tân Bình năm 2022"
    assert (header.signer, header.signing_mode) == ("Hoàng Quốc Việt", None)


def test_a_signature_before_the_recipients() -> None:
    header = _header(bodies.DIRECTIVE)
    assert (header.type, header.signer, header.recipients) == ("CHỈ THỊ", "Phan Văn Bảy", ("Như trên", "Lưu: VT, NC"))


SIGNATURES = [
    ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nPhạm Văn An", "TM.", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phạm Văn An"),
    ("TM. UBND XÃ\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐã ký\nVàng A Páo", "KT.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Vàng A Páo"),
    ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH\nH' Yim Kđoh", "KT.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "H' Yim Kđoh"),
    ("CHỦ TỊCH\nTrần Văn Hòa", None, None, "CHỦ TỊCH", "Trần Văn Hòa"),
    ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nLÊ THỊ HOA", "TL.", "CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lê Thị Hoa"),
    ("T/M ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH\nNgô Đình Phú", "TM.", "ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH", "Ngô Đình Phú"),
    ("GIÁM ĐỐC\nNgười ký: Sở Nội vụ\nTrương Quang Nghĩa", None, None, "GIÁM ĐỐC", "Trương Quang Nghĩa"),
]


@pytest.mark.parametrize(("block", "mode", "signed_for", "position", "signer"), SIGNATURES)
def test_authorities_titles_and_names(
    block: str, mode: str | None, signed_for: str | None, position: str, signer: str
) -> None:
    text = HEAD.format(number="Số: 1/KH-UBND", date="A, ngày 1 tháng 2 năm 2024") + "\nNơi nhận:\n- Lưu: VT.\n" + block
    header = _header(text)
    assert (header.signing_mode, header.signed_for) == (mode, signed_for)
    assert (header.signer_position, header.signer) == (position, signer)
    assert header.recipients == ("Lưu: VT",)


def test_a_missing_head_is_inferred_from_the_text() -> None:
    opening = "Thực hiện chỉ đạo, UBND xã Hòa Tiến ban hành kế hoạch như sau:"
    text = f"KẾ HOẠCH\nNâng cao PAPI\n{opening}\nI. NHIỆM VỤ\n- Làm việc."
    reading = read_body(source_of(text), year=2025)
    assert (reading.document.issuer, reading.document.issuer_level) == ("Ủy ban nhân dân xã Hòa Tiến", "commune")
    assert reading.document.year == 2025
    codes = {found.code for found in reading.findings}
    assert {"issuer-inferred", "number-blank", "date-blank", "signer-missing", "closing-missing"} <= codes


LEVELS = [
    ("ỦY BAN NHÂN DÂN TỈNH X", 2024, "province"),
    ("UBND THÀNH PHỐ ĐÀ NẴNG", 2024, "province"),
    ("UBND THÀNH PHỐ HUẾ", 2024, "district"),
    ("UBND THÀNH PHỐ HUẾ", 2025, "province"),
    ("UBND THÀNH PHỐ THỦ DẦU MỘT", 2024, "district"),
    ("UBND THỊ XÃ NINH HÒA", 2024, "district"),
    ("UBND ĐẶC KHU PHÚ QUỐC", 2026, "commune"),
    ("UBND THỊ TRẤN KHE TRE", 2024, "commune"),
]


@pytest.mark.parametrize(("name", "year", "level"), LEVELS)
def test_the_level_of_a_unit_depends_on_the_year(name: str, year: int, level: str) -> None:
    assert level_of_unit(name, year) == level


def test_names_in_capitals_get_ordinary_ones() -> None:
    assert in_ordinary_capitals("ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG") == "Ủy ban nhân dân tỉnh Đắk Nông"
    assert in_ordinary_capitals("SỞ NỘI VỤ") == "Sở Nội vụ"
