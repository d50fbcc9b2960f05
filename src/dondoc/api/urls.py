"""Addresses of api, under /api/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
