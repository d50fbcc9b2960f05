"""Addresses of meetings, under /tiep-dan/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
