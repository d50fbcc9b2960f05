"""Forms as the pages draw them: widgets are Django's, labels and errors are in the macros of `ui`."""

from typing import Any

from django.forms import BaseForm
from django.forms.renderers import Jinja2
from django.http import HttpRequest

from dondoc.toolkit.errors import BadInput
from dondoc.web.formats import said


class Widgets(Jinja2):
    """Django's widgets; what a list offers (kinds, states, subjects: Vietnamese in the records) is said in the reader's
    language. A name that nobody translated stays as it is."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> Any:
        groups = context.get("widget", {}).get("optgroups", ())
        for option in (option for _, options, _ in groups for option in options):
            option["label"] = said(option["label"])
        return super().render(template_name, context, request)


def add_refusal(form: BaseForm, refused: BadInput, field: str | None = None) -> None:
    """Show what an action refused beside the field it is about; what was typed stays."""
    form.add_error(field if field in form.fields else None, said(refused))


def error_links(form: BaseForm) -> list[tuple[str, str]]:
    """Pairs of (anchor, text) for the summary on top of a page: every error leads to its field."""
    links: list[tuple[str, str]] = []
    for name, errors in form.errors.items():
        anchor = f"#{form[name].id_for_label}" if name in form.fields else "#noi-dung"
        links += [(anchor, str(error)) for error in errors]
    return links
