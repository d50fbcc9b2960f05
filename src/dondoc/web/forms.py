"""Forms as the pages draw them: our renderer of widgets is Django's, labels and errors are in the macros of `ui`."""

from django.forms import BaseForm

from dondoc.toolkit.errors import BadInput


def add_refusal(form: BaseForm, refused: BadInput, field: str | None = None) -> None:
    """Show what an action refused beside the field it is about; what was typed stays."""
    form.add_error(field if field in form.fields else None, str(refused))


def error_links(form: BaseForm) -> list[tuple[str, str]]:
    """Pairs of (anchor, text) for the summary on top of a page: every error leads to its field."""
    links: list[tuple[str, str]] = []
    for name, errors in form.errors.items():
        anchor = f"#{form[name].id_for_label}" if name in form.fields else "#noi-dung"
        links += [(anchor, str(error)) for error in errors]
    return links
