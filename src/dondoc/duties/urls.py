"""Addresses of the engine, under /viec/."""

from django.urls import path

from dondoc.duties.views import assigning, export, obligation, occasions

urlpatterns = [
    path("xuat.xlsx", export.obligations_xlsx, name="obligations-xlsx"),
    path("su-kien/", occasions.occasions, name="occasions"),
    path("su-kien/<slug:code>/", occasions.occasion_add, name="occasion-add"),
    path("<slug:code>/", obligation.obligation, name="obligation"),
    path("<slug:code>/giao/", assigning.obligation_assign, name="obligation-assign"),
    path("<slug:code>/tep/<slug:file>/", obligation.evidence_file, name="obligation-file"),
    path("<slug:code>/<slug:verb>/", obligation.obligation_move, name="obligation-move"),
]
