"""Registration of the app."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "dondoc.figures"
    verbose_name = "Số liệu"
