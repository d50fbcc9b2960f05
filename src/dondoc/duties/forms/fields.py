"""Fields that forms of several subjects share."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from dondoc.duties.actions.evidence import Upload

DAY = {"type": "date", "class": "w-8"}


SMALL = {"class": "w-4"}


class NumberField(forms.DecimalField):
    """1.234,5 as people write it, or 1234.5."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            required=False,
            min_value=Decimal(0),
            max_digits=18,
            decimal_places=3,
            widget=forms.TextInput({"inputmode": "decimal", "class": "w-8"}),
            **more,
        )

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs follow IntegerField
        text = str(value or "").strip().replace(" ", "")
        if "," in text:
            text = text.replace(".", "").replace(",", ".")
        elif text.count(".") > 1 or (len(text.rpartition(".")[2]) == 3 and "." in text):
            text = text.replace(".", "")
        return super().to_python(text)


class TicksField(forms.MultipleChoiceField):
    """Ticks of which some may have gone meanwhile (somebody else was quicker): those are passed over, not refused."""

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, **more)

    def valid_value(self, value: Any) -> bool:  # noqa: ARG002
        return True


class FilesField(forms.FileField):
    """Any number of files at once."""

    class Widget(forms.ClearableFileInput):
        allow_multiple_selected = True

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, widget=self.Widget(), **more)

    def clean(self, data: Any, initial: Any = None) -> list["UploadedFile[Any]"]:
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in files if one]


def upload_of(file: "UploadedFile[Any]") -> Upload:
    def chunks() -> Iterator[bytes]:
        yield from file.chunks()

    return Upload(file.name or "tep", chunks())
