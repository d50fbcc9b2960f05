"""Addresses of scores, under /chi-so/."""

from django.urls import path

from dondoc.scores.views import downloads, national, place

urlpatterns = [
    path("", national.country, name="scores"),
    path("so-sanh/", national.compare, name="scores-compare"),
    path("phuong-phap/", national.method, name="scores-method"),
    path("tai/ket-qua.xlsx", downloads.results_xlsx, name="scores-xlsx"),
    path("tai/ket-qua.csv", downloads.results_csv, name="scores-csv"),
    path("tai/mo-ta.csv", downloads.description_csv, name="scores-description"),
    path("tinh/<str:key>/", place.place_page, name="scores-place"),
]
