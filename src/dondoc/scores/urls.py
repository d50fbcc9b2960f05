"""Addresses of scores, under /chi-so/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
