"""Registration of the app."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "dondoc.units"
    verbose_name = "Đơn vị"
