"""Registration of the app; what it can tell is registered with it."""

from importlib import import_module

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "dondoc.feedback"
    verbose_name = "Phản ánh, kiến nghị"

    def ready(self) -> None:
        import_module("dondoc.feedback.queries.figures")
