"""Registration of the app."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "dondoc.duties"
    verbose_name = "Việc đến hạn"
