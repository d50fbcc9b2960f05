"""Registration of the app."""

from django.apps import AppConfig


class ScoresConfig(AppConfig):
    name = "dondoc.scores"
    verbose_name = "Chỉ số"

    def ready(self) -> None:
        """Say which figures scores tell."""
        from dondoc.scores.queries import figures  # noqa: F401 - registers itself
