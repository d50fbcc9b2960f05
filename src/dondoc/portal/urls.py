"""Addresses of portal, under /cong/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
