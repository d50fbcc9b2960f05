"""One form of a name for comparing; the level of an agency."""

import pytest

from dondoc.units.rules import canonical, level_of


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("Phòng TN&MT", "Phòng Tài nguyên và Môi trường"),
        ("Phòng Tài nguyên & môi trường", "Phòng Tài nguyên và Môi trường"),
        ("Sở Tài nguyên Môi trường", "Sở Tài nguyên và Môi trường"),
        ("Phòng Lao động, Thương binh và xã hội", "Phòng Lao động - Thương binh và Xã hội"),
        ("Phòng LĐ-TB&XH huyện", "Phòng Lao động - Thương binh và Xã hội huyện"),
        ("Phòng Tài chính & KH", "Phòng Tài chính - Kế hoạch"),
        ("Văn phòng HĐND&UBND huyện", "Văn phòng HĐND và UBND huyện"),
        ("Uỷ ban nhân dân các xã, thị trấn", "UBND các xã, thị trấn"),
        ("xã, thị trấn", "UBND các xã, thị trấn"),
        ("Các cơ quan, đơn vị có liên quan.", "Các cơ quan, đơn vị liên quan"),
        ("UBMTTQVN xã", "Ủy ban MTTQ Việt Nam xã"),
        ("TTYT huyện", "Trung tâm Y tế huyện"),
        ("CC Văn hóa – xã hội", "Công chức Văn hóa - Xã hội"),
    ],
)
def test_short_forms_are_written_out(printed: str, full: str) -> None:
    assert canonical(printed) == full
    assert canonical(full) == full


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Sở Nội vụ", "province"), ("Giám đốc Sở Tài chính", "province"), ("Công an tỉnh", "province"),
        ("Ban Dân vận Tỉnh ủy", "province"), ("UBND TP. Hồ Chí Minh", "province"), ("UBND cấp huyện", "district"),
        ("UBND các huyện, thị xã, thành phố", "district"), ("UBND thị xã Sa Pa", "district"),
        ("UBND thành phố Gia Nghĩa", "district"), ("UBND quận Ba Đình", "district"), ("Thị trấn Khe Tre", "commune"),
        ("UBND thành phố Hải Phòng", "province"), ("UBND thành phố Huế, tỉnh Thừa Thiên Huế", "district"),
        ("Bộ phận Một cửa cấp xã", "commune"), ("Đặc khu Phú Quốc", "commune"), ("UBND phường 12", "commune"),
        ("Bảo hiểm xã hội", None), ("Ban Quản lý dự án", None), ("Phòng Văn hóa - Xã hội", None),
    ],
)  # fmt: skip
def test_the_level_is_read_from_the_name(name: str, level: str | None) -> None:
    assert level_of(name) == level
