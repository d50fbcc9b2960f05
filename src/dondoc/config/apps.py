"""Registers the system checks of the installation."""

from django.apps import AppConfig


class ProductConfig(AppConfig):
    name = "dondoc.config"
    label = "product"

    def ready(self) -> None:
        from dondoc.config import checks  # noqa: F401 - registered by being imported
