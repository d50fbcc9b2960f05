"""Addresses of reports, under /bao-cao/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
