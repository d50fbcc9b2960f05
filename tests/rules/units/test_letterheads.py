"""Head and foot of an agency's documents."""

import pytest

from dondoc.units.rules.letterheads import initials, letterhead, post_of


@pytest.mark.parametrize(
    ("name", "symbol", "post"),
    [
        ("Sở Nội vụ", "SNV", "Giám đốc"),
        ("Sở Ngoại vụ", "SNgV", "Giám đốc"),
        ("Sở Nông nghiệp và Môi trường", "SNNMT", "Giám đốc"),
        ("Phòng Văn hóa - Xã hội", "VHXH", "Trưởng phòng"),
        ("Bảo hiểm xã hội tỉnh", "BHXH", "Giám đốc"),
        ("Văn phòng UBND tỉnh", "VPUBND", "Chánh Văn phòng"),
        ("Thanh tra tỉnh", "TT", "Chánh Thanh tra"),
        ("Công an tỉnh", "CA", "Giám đốc"),
        ("Công an xã", "CA", "Trưởng Công an"),
        ("Đài Phát thanh", "ĐPT", "Thủ trưởng"),
    ],
)
def test_symbol_and_post_follow_from_the_name(name: str, symbol: str, post: str) -> None:
    assert (initials(name), post_of(name)) == (symbol, post)


def test_a_committee_stands_on_two_lines_and_decides_together() -> None:
    head = letterhead(agency="UBND xã An Lạc", unit="xã An Lạc", place="An Lạc", is_committee=True)
    assert (head.superior, head.issuer, head.symbol) == ("", "Ủy ban nhân dân\nxã An Lạc", "UBND")
    assert head.collective == "Ủy ban nhân dân"
    assert head.name == "Ủy ban nhân dân xã An Lạc"


@pytest.mark.parametrize(("is_ours", "superior"), [(True, "UBND tỉnh Sơn Hải"), (False, "")])
def test_a_department_stands_under_its_committee(is_ours: bool, superior: str) -> None:
    head = letterhead(agency="Sở Nội vụ", unit="tỉnh Sơn Hải", place="Sơn Hải", is_committee=False, is_ours=is_ours)
    assert (head.superior, head.issuer, head.head_post, head.collective) == (superior, "Sở Nội vụ", "Giám đốc", "")
