"""Officers' addresses of feedback, under /phan-anh/."""

from django.urls import path

from dondoc.feedback.views import inbox, registers, report, setup, signals

urlpatterns = [
    path("", inbox.inbox, name="feedback-inbox"),
    path("xuat.xlsx", inbox.sheet, name="feedback-sheet"),
    path("ghi/", inbox.record_where, name="feedback-record-where"),
    path("ghi/<str:unit>/", inbox.record, name="feedback-record"),
    path("thiet-lap/", setup.setup, name="feedback-setup"),
    path("thiet-lap/<str:unit>/", setup.setup_unit, name="feedback-setup-unit"),
    path("tin-hieu/", signals.signals, name="signals"),
    path("tin-hieu/<str:code>/", signals.signal, name="signal"),
    path("so/khieu-nai/", registers.register, {"kind": "khieu-nai"}, name="register-khieu-nai"),
    path("so/to-cao/", registers.register, {"kind": "to-cao"}, name="register-to-cao"),
    path("so/giai-trinh/", registers.register, {"kind": "giai-trinh"}, name="register-giai-trinh"),
    path("so/<str:kind>/moi/", registers.register_add, name="register-add"),
    path("so/<str:kind>/<str:code>/", registers.register_case, name="register-case"),
    path("so/<str:kind>/<str:code>/<str:step>/", registers.register_step, name="register-step"),
    path("<str:code>/", report.report, name="feedback-report"),
    path("<str:code>/cong-bo/", report.report_publish, name="feedback-publish"),
    path("<str:code>/rieng-tu/", report.report_private, name="feedback-private"),
    path("<str:code>/trung/", report.report_alike, name="feedback-alike"),
    path("<str:code>/anh/<str:photo>/", report.report_photo, name="feedback-photo"),
    path("<str:code>/buoc/<str:verb>/", report.report_move, name="feedback-move"),
]
