"""Addresses of disclosure, under /cong-khai/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
