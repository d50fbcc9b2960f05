"""Registration of the app."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "dondoc.feedback"
    verbose_name = "Phản ánh, kiến nghị"
