"""Addresses of framework, under /khung-chi-so/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
