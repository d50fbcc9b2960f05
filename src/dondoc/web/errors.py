"""Error pages in plain Vietnamese: what happened, and what to do now. A fragment gets a line, a page gets a page."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from dondoc.toolkit.errors import BadInput
from dondoc.web.formats import said
from dondoc.web.pages import page


def error_page(request: HttpRequest, status: int, title: str, *advice: str) -> HttpResponse:
    context = {"status": status, "title": title, "advice": advice}
    return page(request, "error.html", context, fragment="_error.html", status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 400, _("Yêu cầu không đọc được"), _("Quay lại trang trước và thử lại."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(
        request,
        403,
        _("Không được phép"),
        _("Vai trò hiện tại của anh/chị không làm được việc này."),
        _("Cần quyền: liên hệ quản trị của cơ quan."),
    )


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page(
        request,
        403,
        _("Trang đã mở quá lâu"),
        _("Biểu mẫu không còn hiệu lực, chưa có gì được ghi."),
        _("Quay lại, tải lại trang rồi gửi lần nữa."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(
        request,
        404,
        _("Không tìm thấy trang"),
        _("Địa chỉ sai, nội dung đã chuyển đi, hoặc không thuộc phạm vi anh/chị được xem."),
        _("Kiểm tra lại địa chỉ, hoặc tìm từ trang chủ."),
    )


def wrong_method(request: HttpRequest, allowed: tuple[str, ...]) -> HttpResponse:
    response = error_page(request, 405, _("Không mở được theo cách này"), _("Quay lại và dùng nút trên trang."))
    response["Allow"] = ", ".join(allowed)
    return response


def too_large(request: HttpRequest, limit_mb: int) -> HttpResponse:
    return error_page(
        request,
        413,
        _("Tệp quá lớn"),
        _("Mỗi lần gửi được tối đa %(limit)s MB; chưa có gì được ghi.") % {"limit": limit_mb},
        _("Giảm dung lượng ảnh hoặc tách tệp rồi gửi lại."),
    )


def refused(request: HttpRequest, why: BadInput) -> HttpResponse:
    return error_page(request, 422, _("Chưa làm được"), said(why))


def server_fault(request: HttpRequest) -> HttpResponse:
    """No template context that could fail again: the page stands on its own."""
    from django.template.loader import render_to_string

    return HttpResponse(render_to_string("server_fault.html"), status=500)
