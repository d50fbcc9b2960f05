"""Registration of the app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "dondoc.meetings"
    verbose_name = "Tiếp dân, đối thoại"

    def ready(self) -> None:
        import dondoc.meetings.queries.figures  # noqa: F401 - it registers what it can tell
        from dondoc.duties.rules.explaining import kept_at
        from dondoc.meetings.rules.norms import DIALOGUE, RECEPTION

        for source in (DIALOGUE, RECEPTION):
            kept_at(source, "/tiep-dan/viec/{code}/")
