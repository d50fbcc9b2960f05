"""Every address of the product. An app adds its own list here; a view without a door fails a test."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from dondoc.duties import urls as duties
from dondoc.web import errors
from dondoc.web.views import health, language

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("dondoc.desk.urls")),
    path("suc-khoe/", health, name="health"),
    path("ngon-ngu/", language, name="language"),
    path("tai-khoan/", include("dondoc.accounts.urls")),
    path("viec/", include("dondoc.duties.urls")),
    path("don-doc/", include(duties.urging_patterns)),
    path("thong-bao/", include(duties.notice_patterns)),
    path("danh-gia/", include(duties.evaluation_patterns)),
    path("", include("dondoc.units.urls")),
    path("lich-lam-viec/", include("dondoc.schedule.urls")),
    path("khung-chi-so/", include("dondoc.framework.urls")),
    path("chi-so/", include("dondoc.scores.urls")),
    path("ke-hoach/", include("dondoc.plans.urls")),
    path("phan-anh/", include("dondoc.feedback.urls")),
    path("", include("dondoc.feedback.public_urls")),
    path("cong-khai/", include("dondoc.disclosure.urls")),
    path("tiep-dan/", include("dondoc.meetings.urls")),
    path("bao-cao/", include("dondoc.reports.urls")),
    path("cong/", include("dondoc.portal.urls")),
    path("api/", include("dondoc.api.urls")),
]
if settings.DEBUG or settings.DEMO:
    urlpatterns.append(path("kieu-dang/", include("dondoc.web.styleguide")))

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_fault
