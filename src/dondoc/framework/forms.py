"""Forms of indices."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.framework.models import Certainty, Totalling
from dondoc.framework.rules.lines import PartLine, parse_lines


class IndexForm(forms.Form):
    name = forms.CharField(label=_("Tên chỉ số"), max_length=200)
    short_name = forms.CharField(label=_("Tên viết tắt"), max_length=40, widget=forms.TextInput({"class": "w-12"}))
    about = forms.CharField(label=_("Đo gì"), required=False, widget=forms.Textarea({"rows": 3}), max_length=2000)
    year = forms.IntegerField(
        label=_("Năm đầu tiên"), min_value=2000, max_value=2100, widget=forms.NumberInput({"class": "w-4"})
    )


class CopyForm(forms.Form):
    year = forms.IntegerField(
        label=_("Năm mới"), min_value=2000, max_value=2100, widget=forms.NumberInput({"class": "w-4"})
    )


class ReopenForm(forms.Form):
    reason = forms.CharField(label=_("Lý do mở lại"), max_length=300)


class EditionForm(forms.Form):
    """The parts as lines; faults name their lines, all at once."""

    lines = forms.CharField(
        label=_("Các phần"),
        max_length=40_000,
        help_text=_(
            "Mỗi phần một dòng: mã; mã cấp trên; số; tên; điểm thấp nhất; điểm cao nhất. Dán từ bảng tính cũng được. "
            "Mã giữ nguyên qua các năm, để chuỗi số liệu nối tiếp; tên, số và thang điểm được đổi."
        ),
        widget=forms.Textarea({"rows": 16, "class": "mono", "wrap": "off"}),
    )
    totalling = forms.ChoiceField(label=_("Điểm tổng"), choices=Totalling.choices)
    total_min = forms.DecimalField(
        label=_("Điểm tổng thấp nhất"), widget=forms.NumberInput({"class": "w-8", "step": "any"})
    )
    total_max = forms.DecimalField(
        label=_("Điểm tổng cao nhất"), widget=forms.NumberInput({"class": "w-8", "step": "any"})
    )
    certainty = forms.ChoiceField(label=_("Mức chắc chắn"), choices=Certainty.choices)
    source = forms.CharField(label=_("Nguồn"), max_length=1000, widget=forms.Textarea({"rows": 2}))

    def clean_lines(self) -> str:
        text: str = self.cleaned_data["lines"]
        self.parts, faults = parse_lines(text)
        if faults:
            raise forms.ValidationError(faults)
        return text

    parts: list[PartLine]

    @property
    def told(self) -> dict[str, Any]:
        """What the action takes."""
        fields = ("totalling", "total_min", "total_max", "certainty", "source")
        return {"parts": self.parts, **{name: self.cleaned_data[name] for name in fields}}
