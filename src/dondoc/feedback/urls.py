"""Addresses of feedback, under /phan-anh/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
