"""Subjects on which people write, to begin with: name, group, kind of agency, component of PAPI, words for searching.
A unit changes them; the kinds are keys of `units/data/bodies.csv` (NĐ 150/2025 for communes)."""

from collections.abc import Sequence

Shipped = tuple[str, str, str, str, str]

COMMUNE: Sequence[Shipped] = (
    ("Đường, cầu, vỉa hè", "Hạ tầng", "x-kinh-te", "6.3", "ổ gà, sạt lở, lầy lội"),
    ("Điện chiếu sáng công cộng", "Hạ tầng", "x-kinh-te", "6.3", "đèn đường"),
    ("Nước sạch, thoát nước", "Hạ tầng", "x-kinh-te", "7.3", "ngập, cống, nước máy"),
    ("Rác thải, vệ sinh môi trường", "Môi trường", "x-kinh-te", "7.1", "đốt rác, mùi hôi, nước thải"),
    ("Đất đai, xây dựng", "Đất đai", "x-kinh-te", "5.3", "sổ đỏ, lấn chiếm, cấp phép"),
    ("Thủ tục hành chính, một cửa", "Hành chính", "x-pvhcc", "5.4", "hồ sơ, trả kết quả, chờ lâu"),
    ("Hộ tịch, chứng thực", "Hành chính", "x-vp", "5.4", "khai sinh, kết hôn"),
    ("Chính sách xã hội, hộ nghèo", "Xã hội", "x-van-hoa-xa-hoi", "2.2", "trợ cấp, bảo hiểm y tế, hộ cận nghèo"),
    ("Y tế", "Xã hội", "x-tram-y-te", "6.1", "trạm y tế, tiêm chủng"),
    ("Giáo dục", "Xã hội", "x-van-hoa-xa-hoi", "6.2", "trường học, thu đầu năm"),
    ("An ninh, trật tự", "An ninh", "x-cong-an", "6.4", "trộm cắp, tiếng ồn, đua xe"),
    ("Thu, chi, đóng góp", "Công khai", "x-vp", "1.4", "quỹ, vận động"),
    ("Việc khác", "Khác", "x-vp", "", ""),
)
PROVINCE: Sequence[Shipped] = (
    ("Giao thông, xây dựng", "Hạ tầng", "t-xay-dung", "6.3", "quốc lộ, tỉnh lộ, cầu"),
    ("Môi trường, đất đai", "Môi trường", "t-nong-nghiep-moi-truong", "7.1", "nhà máy, khai thác, sổ đỏ"),
    ("Thủ tục hành chính, một cửa", "Hành chính", "t-pvhcc", "5.4", "hồ sơ, trả kết quả"),
    ("Y tế", "Xã hội", "t-y-te", "6.1", "bệnh viện"),
    ("Giáo dục", "Xã hội", "t-giao-duc", "6.2", "trường học, tuyển sinh"),
    ("Điện", "Hạ tầng", "t-dien-luc", "6.3", "mất điện"),
    ("Cán bộ, công vụ", "Hành chính", "t-noi-vu", "3.2", "chính sách, chế độ"),
    ("Việc khác", "Khác", "t-vp-ubnd", "", ""),
)


def subjects_of(level: str) -> Sequence[Shipped]:
    return PROVINCE if level == "province" else COMMUNE
