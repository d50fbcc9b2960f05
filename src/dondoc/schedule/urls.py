"""Addresses of schedule, under /lich-lam-viec/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
