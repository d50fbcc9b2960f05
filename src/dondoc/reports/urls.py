"""Addresses of reports, under /bao-cao/."""

from django.urls import URLPattern, path

from dondoc.reports.views import lists, regimes, sheet, steps, workbook

urlpatterns: list[URLPattern] = [
    path("", lists.reports, name="reports"),
    path("da-nhan/", lists.received, name="reports-received"),
    path("chua-gui/", lists.missing, name="reports-missing"),
    path("chua-gui.xlsx", lists.missing_sheet, name="reports-missing-sheet"),
    path("viec/<str:code>/", lists.report_begin, name="report-begin"),
    path("che-do/", regimes.regimes, name="regimes"),
    path("che-do/moi/", regimes.regime_open, name="regime-open"),
    path("che-do/<str:code>/", regimes.regime, name="regime"),
    path("che-do/<str:code>/dung/", regimes.regime_end, name="regime-end"),
    path("che-do/<str:code>/<int:number>/", regimes.rule_edit, name="rule-edit"),
    path("<str:code>/", sheet.report, name="report"),
    path("<str:code>/bao-cao.xlsx", workbook.report_sheet, name="report-sheet"),
    path("<str:code>/nap/", workbook.report_upload, name="report-upload"),
    path("<str:code>/nap/<str:file>/", workbook.report_trial, name="report-trial"),
    path("<str:code>/nap/<str:file>/can-sua.xlsx", workbook.report_faults, name="report-faults"),
    path("<str:code>/duyet/", steps.report_approve, name="report-approve"),
    path("<str:code>/tra-lai/", steps.report_return, name="report-return"),
    path("<str:code>/buoc/<str:verb>/", steps.report_step, name="report-step"),
]
