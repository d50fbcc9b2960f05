"""Addresses of the public's pages, under /cong/."""

from django.urls import path

from dondoc.portal.views import data, dialogues, display, feed, opening, openness, places, plans, scores

urlpatterns = [
    path("", places.portal, name="portal"),
    path("hien-thi/", display.display, name="portal-display"),
    path("ung-dung.webmanifest", display.manifest, name="portal-manifest"),
    path("sw.js", display.worker, name="portal-worker"),
    path("da-luu/", display.kept, name="portal-kept"),
    path("mo/", opening.opening_list, name="portal-openings"),
    path("mo/<str:code>/", opening.opening_edit, name="portal-opening"),
    path("<str:code>/", places.unit, name="portal-unit"),
    path("<str:code>/ke-hoach/", plans.plan_list, name="portal-plans"),
    path("<str:code>/ke-hoach/<slug:plan>/", plans.plan, name="portal-plan"),
    path("<str:code>/cong-khai/", openness.items, name="portal-items"),
    path("<str:code>/cong-khai/tep/<slug:file>/", openness.item_file, name="portal-item-file"),
    path("<str:code>/du-thao/", openness.drafts, name="portal-drafts"),
    path("<str:code>/dong-gop/", openness.ledger, name="portal-ledger"),
    path("<str:code>/lich/", openness.calendar, name="portal-calendar"),
    path("<str:code>/doi-thoai/", dialogues.dialogues, name="portal-dialogues"),
    path("<str:code>/chi-so/", scores.scores, name="portal-scores"),
    path("<str:code>/tin.atom", feed.feed, name="portal-feed"),
    path("<str:code>/du-lieu/", data.data, name="portal-data"),
    path("<str:code>/du-lieu/dcat.jsonld", data.dcat, name="portal-dcat"),
    path("<str:code>/du-lieu/<slug:key>.csv", data.table, name="portal-table"),
]
