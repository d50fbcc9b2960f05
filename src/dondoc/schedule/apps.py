"""Registration of the app."""

from django.apps import AppConfig


class ScheduleConfig(AppConfig):
    name = "dondoc.schedule"
    verbose_name = "Lịch làm việc"
