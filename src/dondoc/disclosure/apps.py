"""Registration of the app."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    name = "dondoc.disclosure"
    verbose_name = "Công khai"
