"""Addresses of reports, under /bao-cao/."""

from django.urls import URLPattern, path

from dondoc.reports.views import (
    burden,
    consolidation,
    consolidation_files,
    lists,
    regimes,
    sheet,
    steps,
    workbook,
)

_ONE = "tong-hop/<slug:code>/"

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
    path("tong-hop/", consolidation.consolidations, name="consolidations"),
    path("tong-hop/lap/", consolidation.consolidation_open, name="consolidation-open"),
    path("ganh-nang/", burden.burden, name="report-burden"),
    path("ganh-nang/xuat.xlsx", burden.burden_sheet, name="report-burden-sheet"),
    path(_ONE, consolidation.consolidation, name="consolidation"),
    path(f"{_ONE}so-viec/", consolidation.consolidation_counts, name="consolidation-counts"),
    path(f"{_ONE}so-lieu/<int:position>/", consolidation.consolidation_line, name="consolidation-line"),
    path(f"{_ONE}doc-lai/", consolidation.consolidation_read, name="consolidation-read"),
    path(f"{_ONE}trinh/", consolidation.consolidation_submit, name="consolidation-submit"),
    path(f"{_ONE}rut-ve/", consolidation.consolidation_take_back, name="consolidation-take-back"),
    path(f"{_ONE}duyet/", consolidation.consolidation_approve, name="consolidation-approve"),
    path(f"{_ONE}ban-hanh/", consolidation.consolidation_issue, name="consolidation-issue"),
    path(f"{_ONE}doan/", consolidation.passages_choose, name="passages-choose"),
    path(f"{_ONE}doan-moi/", consolidation.passage_add, name="passage-add"),
    path(f"{_ONE}van-ban.docx", consolidation_files.consolidation_document, name="consolidation-document"),
    path(f"{_ONE}van-ban.pdf", consolidation_files.consolidation_pdf, name="consolidation-pdf"),
    path(f"{_ONE}bang.xlsx", consolidation_files.consolidation_sheet, name="consolidation-sheet"),
    path(f"{_ONE}chuyen-de/<int:section>.docx", consolidation_files.consolidation_theme, name="consolidation-theme"),
    path(f"{_ONE}cchc.docx", consolidation_files.consolidation_excerpt, name="consolidation-excerpt"),
    path(f"{_ONE}hop.docx", consolidation_files.consolidation_agenda, name="consolidation-agenda"),
    path("<str:code>/", sheet.report, name="report"),
    path("<str:code>/bao-cao.xlsx", workbook.report_sheet, name="report-sheet"),
    path("<str:code>/nap/", workbook.report_upload, name="report-upload"),
    path("<str:code>/nap/<str:file>/", workbook.report_trial, name="report-trial"),
    path("<str:code>/nap/<str:file>/can-sua.xlsx", workbook.report_faults, name="report-faults"),
    path("<str:code>/duyet/", steps.report_approve, name="report-approve"),
    path("<str:code>/tra-lai/", steps.report_return, name="report-return"),
    path("<str:code>/buoc/<str:verb>/", steps.report_step, name="report-step"),
]
