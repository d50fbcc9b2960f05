"""Registration of the app."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "dondoc.duties"
    verbose_name = "Việc đến hạn"

    def ready(self) -> None:
        from dondoc.duties.queries import difficulty_figures, figures  # noqa: F401 - registered by being imported
