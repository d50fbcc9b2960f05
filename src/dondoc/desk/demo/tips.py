"""What to try, in three lines, on the page after sign-in: in demo mode alone."""

from dataclasses import dataclass

from django.conf import settings

from dondoc.accounts.models import User


@dataclass(frozen=True, slots=True)
class Tip:
    text: str
    link: str = ""
    href: str = ""


_WORK, _WATCH = "/viec-cua-toi/", "/theo-doi/"
TIPS = {
    "lan.nt": (
        Tip("Tiếp nhận, trả lời phản ánh của dân, việc quá hạn đứng trước:", "phản ánh", "/phan-anh/"),
        Tip(
            "Bấm “Báo kết quả” ngay tại một việc quá hạn dưới đây, ghi số văn bản rồi gửi:",
            "việc quá hạn",
            f"{_WORK}?trang-thai=qua-han",
        ),
        Tip("Chụp bảng tin, ghi vào sổ công khai chưa đến một phút:", "công khai", "/cong-khai/"),
        Tip("Điền nốt báo cáo năm của xã: như kỳ trước, một minh chứng cho nhiều dòng:", "báo cáo", "/bao-cao/"),
    ),
    "minh.tv": (
        Tip(
            "Xác nhận hoặc trả lại việc các xã vừa báo:", "việc chờ xác nhận", "/theo-doi/viec/?trang-thai=cho-xac-nhan"
        ),
        Tip("Báo kết quả việc Sở Tư pháp chủ trì:", "việc của tôi", _WORK),
        Tip("Xem xã nào chưa làm nhiệm vụ của Sở:", "độ phủ nhiệm vụ", "/theo-doi/do-phu/"),
    ),
    "ha.lt": (
        Tip(
            "Tải văn bản này về máy rồi tải lên thành kế hoạch mới:",
            "kế hoạch mẫu (.docx)",
            "/ban-dung-thu/ke-hoach-mau.docx",
        ),
        Tip("Rà soát bản đọc bên cạnh văn bản gốc, chấp nhận, trình lãnh đạo:", "tải lên kế hoạch", "/ke-hoach/moi/"),
        Tip("Xem đơn vị nào chậm, chậm ở trục nào, xuất .xlsx:", "theo dõi", _WATCH),
        Tip(
            "Thử cho vài nội dung tăng điểm, xem thứ hạng, nhóm:",
            "thử thay đổi",
            "/chi-so/tinh/demo-tinh/thu-thay-doi/",
        ),
    ),
    "chi.pq": (
        Tip("Duyệt kế hoạch đang trình ở mục “Cần quyết định” dưới đây."),
        Tip("In bản tin một trang A4 cho giao ban tuần:", "bản tin", "/ban-tin/"),
        Tip("Bấm vào ô đậm nhất của bản đồ nhiệt để tới từng việc:", "theo dõi", _WATCH),
        Tip("Xem tỉnh đứng đâu so với cả nước (số của tỉnh là giả định):", "chỉ số", "/chi-so/"),
    ),
    "tung.ds": (
        Tip(
            "Xã Hòa Bình chậm nhiều nhất tỉnh: bắt đầu từ việc quá hạn lâu nhất:",
            "việc quá hạn",
            f"{_WORK}?trang-thai=qua-han",
        ),
        Tip("Xem các tuần Chủ tịch xã chưa tiếp công dân, thêm buổi tiếp:", "tiếp dân", "/tiep-dan/"),
        Tip("Thử mở địa chỉ một việc của xã khác: không thấy, vì ngoài phạm vi của xã."),
    ),
}


def tips_for(user: User) -> tuple[Tip, ...]:
    return TIPS.get(user.login, ()) if settings.DEMO else ()
