"""Addresses of framework, under /khung-chi-so/."""

from django.urls import path

from dondoc.framework import views

urlpatterns = [
    path("", views.index_list, name="indices"),
    path("moi/", views.index_create, name="index-create"),
    path("<slug:code>/", views.index_page, name="index"),
    path("<slug:code>/<int:year>/", views.edition_page, name="edition"),
    path("<slug:code>/<int:year>/sua/", views.edition_edit, name="edition-edit"),
    path("<slug:code>/<int:year>/cong-bo/", views.edition_publish, name="edition-publish"),
]
