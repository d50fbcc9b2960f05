"""Registration of the app."""

from django.apps import AppConfig


class FrameworkConfig(AppConfig):
    name = "dondoc.framework"
    verbose_name = "Khung chỉ số"
