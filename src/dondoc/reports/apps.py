"""Registration of the app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "dondoc.reports"
    verbose_name = "Báo cáo"

    def ready(self) -> None:
        from dondoc.duties.rules.explaining import kept_at

        kept_at("report", "/bao-cao/viec/{code}/")
