"""The form of an event that work waits for."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.duties.forms.fields import DAY
from dondoc.units.models import Settlement


class OccasionForm(forms.Form):
    """An event that work waits for; the agency is chosen before, so that its villages are offered. `REFUSALS` says
    beside which field a refusal stands."""

    REFUSALS: ClassVar[dict[str, str]] = {
        "occasion-unnamed": "name",
        "occasion-far": "on",
        "occasion-elsewhere": "agency",
        "occasion-village": "settlement",
    }

    name = forms.CharField(label=_("Tên sự kiện"), max_length=200, help_text=_("Ví dụ: Bầu cử trưởng thôn Nà Lan"))
    on = forms.DateField(
        label=_("Ngày diễn ra"), widget=forms.DateInput(DAY, format="%Y-%m-%d"), input_formats=["%Y-%m-%d", "%d/%m/%Y"]
    )
    settlement = forms.ChoiceField(label=_("Thôn, tổ dân phố"), required=False)

    def __init__(self, *args: Any, places: Sequence[Settlement], **more: Any) -> None:
        super().__init__(*args, **more)
        self.places = {one.code: one for one in places}
        field = self.fields["settlement"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("cả xã, hoặc không gắn với thôn nào")),
            *((c, _place(p)) for c, p in self.places.items()),
        ]
        if not places:
            del self.fields["settlement"]

    def clean_settlement(self) -> Settlement | None:
        return self.places.get(self.cleaned_data["settlement"])


def _place(one: Settlement) -> str:
    return f"{one.kind} {one.name}"
