"""Registration of the app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "dondoc.meetings"
    verbose_name = "Tiếp dân, đối thoại"
