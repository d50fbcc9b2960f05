"""Addresses of the desk, at the root."""

from django.urls import path

from dondoc.desk.views import calendar, components, home, log, monitor, saved, search, work, year_end

urlpatterns = [
    path("", home.home, name="home"),
    path("ban-tin/", home.briefing, name="briefing"),
    path("ban-dung-thu/ke-hoach-mau.docx", home.demo_document, name="demo-document"),
    path("viec-cua-toi/", work.my_work, name="my-work"),
    path("viec-cua-toi/viec.xlsx", work.my_work_sheet, name="my-work-sheet"),
    path("theo-doi/", monitor.monitor, name="monitor"),
    path("theo-doi/viec/", monitor.obligations, name="monitor-obligations"),
    path("theo-doi/viec.xlsx", monitor.obligations_sheet, name="monitor-obligations-sheet"),
    path("theo-doi/qua-han/", monitor.late, name="monitor-late"),
    path("theo-doi/do-phu/", monitor.coverage, name="monitor-coverage"),
    path("theo-doi/do-phu.xlsx", monitor.coverage_sheet, name="monitor-coverage-sheet"),
    path("theo-doi/don-vi.xlsx", monitor.units_sheet, name="monitor-units-sheet"),
    path("noi-dung/", components.index, name="components"),
    path("noi-dung/noi-dung.xlsx", components.index_sheet, name="components-sheet"),
    path("noi-dung/<str:code>/", components.component, name="component"),
    path("tong-ket/<slug:code>/", year_end.year, name="year-end"),
    path("tong-ket/<slug:code>/bao-cao.docx", year_end.year_docx, name="year-end-docx"),
    path("tong-ket/<slug:code>/ke-hoach-sau/", year_end.next_plan, name="next-plan"),
    path("bo-loc/", saved.filter_save, name="filter-save"),
    path("bo-loc/<slug:code>/xoa/", saved.filter_drop, name="filter-drop"),
    path("lich/", calendar.month, name="calendar"),
    path("lich/dia-chi/", calendar.make_address, name="calendar-address"),
    path("lich/<str:token>.ics", calendar.feed, name="calendar-feed"),
    path("tim/", search.search, name="search"),
    path("nhat-ky/", log.log, name="log"),
]
