"""Registration of the app."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "dondoc.portal"
    verbose_name = "Cổng công dân"
