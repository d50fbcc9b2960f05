"""Forms of difficulties: asked, passed on, answered."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.duties.queries.difficulties import Level
from dondoc.units.models import Agency
from dondoc.web.formats import said


class AskForm(forms.Form):
    """A difficulty, and who is asked to settle it."""

    text = forms.CharField(
        label=_("Khó khăn, vướng mắc"), max_length=5000, widget=forms.Textarea({"rows": 4}),
        help_text=_("Điều gì cản trở, ở đâu, từ khi nào."),
    )  # fmt: skip
    wish = forms.CharField(
        label=_("Đề xuất"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2}),
        help_text=_("Mong được giải quyết thế nào."),
    )  # fmt: skip
    to = forms.ChoiceField(label=_("Hỏi cơ quan"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, levels: Sequence[Level], **more: Any) -> None:
        super().__init__(*args, **more)
        _offer_levels(self, levels)

    def clean_to(self) -> Agency:
        return _level_chosen(self)


class ForwardForm(forms.Form):
    """Another owner, and why."""

    to = forms.ChoiceField(label=_("Chuyển đến cơ quan"), widget=forms.RadioSelect)
    note = forms.CharField(label=_("Lý do chuyển"), max_length=1000, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, levels: Sequence[Level], **more: Any) -> None:
        super().__init__(*args, **more)
        _offer_levels(self, levels)

    def clean_to(self) -> Agency:
        return _level_chosen(self)


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=_("Nội dung trả lời"), max_length=10_000, widget=forms.Textarea({"rows": 5}),
        help_text=_("Cách giải quyết, ai làm, đến khi nào."),
    )  # fmt: skip


def _offer_levels(form: Any, levels: Sequence[Level]) -> None:
    form.levels = {one.agency.code: one.agency for one in levels}
    form.fields["to"].choices = [
        (one.agency.code, f"{one.agency.name} ({said(one.what)})" if one.what else one.agency.name) for one in levels
    ]


def _level_chosen(form: Any) -> Agency:
    agency: Agency = form.levels[form.cleaned_data["to"]]
    return agency
