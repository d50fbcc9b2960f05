"""Addresses of scores, under /chi-so/."""

from django.urls import path

from dondoc.scores.views import downloads, facts, imports, moving, national, place

urlpatterns = [
    path("", national.country, name="scores"),
    path("so-sanh/", national.compare, name="scores-compare"),
    path("phuong-phap/", national.method, name="scores-method"),
    path("tai/ket-qua.xlsx", downloads.results_xlsx, name="scores-xlsx"),
    path("tai/ket-qua.csv", downloads.results_csv, name="scores-csv"),
    path("tai/mo-ta.csv", downloads.description_csv, name="scores-description"),
    path("nap/", imports.results_import, name="scores-import"),
    path("nap/nhap-tay/", imports.results_type, name="scores-type"),
    path("nap/nguong/<int:year>/", facts.bounds, name="scores-bounds"),
    path("nap/dan-so/", facts.populations_all, name="scores-populations-all"),
    path("nap/luu-y/", facts.notes, name="scores-notes"),
    path("nap/<str:code>/", imports.batch_page, name="scores-batch"),
    path("nap/<str:code>/tep/", imports.batch_file, name="scores-batch-file"),
    path("khac/<slug:code>/", national.other_results, name="scores-other"),
    path("tinh/<str:key>/muc-tieu/", moving.goal_page, name="scores-goal"),
    path("tinh/<str:key>/can-doi-gi/", moving.levers_page, name="scores-levers"),
    path("tinh/<str:key>/thu-thay-doi/", moving.what_if_page, name="scores-what-if"),
    path("tinh/<str:key>/dan-so/", facts.populations, name="scores-populations"),
    path("tinh/<str:key>/", place.place_page, name="scores-place"),
]
