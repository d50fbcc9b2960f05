"""Registration of the app."""

from django.apps import AppConfig


class ScoresConfig(AppConfig):
    name = "dondoc.scores"
    verbose_name = "Chỉ số"
