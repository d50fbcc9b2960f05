"""Registration of the app; finds what the `tasks` drawer of every app offers to the worker."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RecordsConfig(AppConfig):
    name = "dondoc.records"
    verbose_name = "Sổ ghi"

    def ready(self) -> None:
        autodiscover_modules("tasks")
