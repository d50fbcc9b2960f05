"""Registration of the app."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    name = "dondoc.disclosure"
    verbose_name = "Công khai"

    def ready(self) -> None:
        import dondoc.disclosure.queries.figures  # noqa: F401 - it registers what it can tell
        from dondoc.disclosure.rules.catalogue import SOURCE
        from dondoc.duties.rules.explaining import kept_at

        kept_at(SOURCE, "/cong-khai/viec/{code}/")
