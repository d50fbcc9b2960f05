"""Forms of who does the work inside an agency, and of what goes where when it was split."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.duties.queries.splits import Heir
from dondoc.units.models import Agency

POSITION = "vi-tri:"


class AssignForm(forms.Form):
    to = forms.ChoiceField(label=_("Người thực hiện"), required=False)

    def __init__(
        self, *args: Any, people: Sequence[tuple[str, str]], positions: Sequence[str] = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        named = [(f"{POSITION}{one}", one) for one in positions]
        groups = [(_("Người"), list(people)), *([(_("Vị trí"), named)] if named else [])]
        field.choices = [("", _("chưa giao cho ai")), *groups]

    def position(self) -> str:
        """The position that was chosen, empty where a person or nobody was."""
        to = str(self.cleaned_data["to"])
        return to.removeprefix(POSITION) if to.startswith(POSITION) else ""


class AssignmentRuleForm(AssignForm):
    """A line of an agency's list of who does what."""

    component = forms.CharField(
        label=_("Nội dung, tiêu chí"), required=False, max_length=16, help_text=_("Ví dụ 2 (cả nội dung) hoặc 2.1"),
        widget=forms.TextInput({"class": "w-8"}),
    )  # fmt: skip
    words = forms.CharField(
        label=_("Tên nhiệm vụ có các chữ"),
        required=False,
        max_length=120,
        help_text=_("Không cần dấu, ví dụ “ho ngheo”"),
    )
    to = forms.ChoiceField(label=_("Giao cho"))
    place = forms.IntegerField(
        label=_("Thứ tự xét"), required=False, min_value=0, max_value=32000, help_text=_("Để trống: xét sau cùng."),
        widget=forms.NumberInput({"class": "w-8"}),
    )  # fmt: skip


class SplitForm(forms.Form):
    """Where chosen work of a split agency goes, and by which decision."""

    to = forms.ChoiceField(label=_("Chuyển cho"))
    reason = forms.CharField(label=_("Căn cứ"), max_length=500, help_text=_("Văn bản phân công, ví dụ 12/QĐ-UBND"))
    everything = forms.BooleanField(label=_("Chuyển tất cả việc đang liệt kê, kể cả ở trang sau"), required=False)

    def __init__(self, *args: Any, heirs: Sequence[Heir], **more: Any) -> None:
        super().__init__(*args, **more)
        self.heirs = {one.agency.code: one.agency for one in heirs}
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.agency.code, _heir(one)) for one in heirs]

    def clean_to(self) -> Agency:
        return self.heirs[self.cleaned_data["to"]]


def _heir(one: Heir) -> str:
    return f"{one.agency.name} ({one.subject})" if one.subject else one.agency.name
