"""Registration of the app."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "dondoc.api"
    verbose_name = "Giao diện lập trình"
