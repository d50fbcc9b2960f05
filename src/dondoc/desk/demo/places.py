"""The province of the demo and its people. Sơn Hải is made up; so is everybody in it."""

from dataclasses import dataclass

PROVINCE = "demo-tinh"
PROVINCE_NAME = "Sơn Hải"
PASSWORD = "thử việc đôn đốc 2026"


@dataclass(frozen=True, slots=True)
class Commune:
    """`pace` is the share of its work that it does; `before` are the communes that went up in it on 1/7/2025."""

    name: str
    kind: str
    pace: float
    before: tuple[str, ...] = ()


COMMUNES = (
    Commune("An Lạc", "xã", 0.84, ("An Thịnh", "Lạc Sơn", "Vĩnh An")),
    Commune("Bình Thuận", "xã", 0.97, ("Bình Trung", "Thuận Hòa")),
    Commune("Cẩm Đình", "xã", 0.92),
    Commune("Đông Giang", "xã", 0.95, ("Đông Thành", "Giang Tiến")),
    Commune("Hòa Bình", "xã", 0.35, ("Hòa An", "Bình Minh")),
    Commune("Khánh Sơn", "xã", 0.88),
    Commune("Mường Lạn", "xã", 0.6),
    Commune("Nậm Pung", "xã", 0.70),
    Commune("Tân Phú", "xã", 0.96),
    Commune("Bến Đá", "phường", 0.99, ("Bến Thượng", "Đá Bạc")),
    Commune("Hải Châu", "phường", 0.93),
    Commune("Trần Phú", "phường", 0.90),
)
DISTRICTS = ("An Bình", "Mường Pung")


@dataclass(frozen=True, slots=True)
class Person:
    """`agency` is the kind of the agency, in the commune of that name or (empty) of the province."""

    login: str
    full_name: str
    says: str
    role: str
    agency: str
    commune: str = ""
    position: str = ""


PEOPLE = (
    Person("lan.nt", "Nguyễn Thị Lan", "cán bộ xã An Lạc", "officer", "ubnd", "An Lạc", "Công chức Văn hóa - Xã hội"),
    Person("minh.tv", "Trần Văn Minh", "chuyên viên Sở Tư pháp", "officer", "t-tu-phap", "", "Chuyên viên"),
    Person("ha.lt", "Lê Thu Hà", "đầu mối Sở Nội vụ", "focal", "t-noi-vu", "", "Phó Trưởng phòng Cải cách hành chính"),
    Person("chi.pq", "Phạm Quỳnh Chi", "Chủ tịch UBND tỉnh", "head", "ubnd", "", "Chủ tịch UBND tỉnh"),
    Person("tung.ds", "Đỗ Sơn Tùng", "cán bộ xã Hòa Bình, nhiều việc chậm", "officer", "ubnd", "Hòa Bình", "Văn phòng"),
)
MORE_PEOPLE = (
    Person("khang.vd", "Vũ Đình Khang", "Chủ tịch UBND xã An Lạc", "head", "ubnd", "An Lạc", "Chủ tịch UBND xã"),
    Person("hoa.dv", "Đặng Văn Hòa", "Giám đốc Sở Nội vụ", "head", "t-noi-vu", "", "Giám đốc Sở"),
    Person("tuyet.ha", "Hoàng Ánh Tuyết", "Giám đốc Sở Tư pháp", "head", "t-tu-phap", "", "Giám đốc Sở"),
    Person("quan.tri", "Ngô Quản Trị", "quản trị hệ thống", "", ""),
)
