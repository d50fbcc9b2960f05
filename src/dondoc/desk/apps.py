"""Registration of the app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "dondoc.desk"
    verbose_name = "Bàn làm việc"
