"""Forms of the yearly evaluation: weights, an objection and its answer, the notice of the result."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.duties.forms.fields import DAY, NumberField
from dondoc.web.formats import said


class WeightsForm(forms.Form):
    """A weight for each line that is offered, the bounds of what is no share, the least points of each grade."""

    def __init__(self, *args: Any, lines: Sequence[Any], grades: Sequence[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.lines, self.grades = lines, grades
        for number, line in enumerate(lines):
            self.fields[f"w{number}"] = NumberField(label=said(line["label"]), initial=line["weight"])
            if not line["is_share"]:
                self.fields[f"b{number}"] = NumberField(
                    label=_("Giá trị được điểm tối đa"), initial=line.get("best"), help_text=said(line["label"])
                )
                self.fields[f"k{number}"] = NumberField(
                    label=_("Giá trị được 0 điểm"), initial=line.get("worst"), help_text=said(line["label"])
                )
        for number, grade in enumerate(grades):
            label = _("“%(name)s” từ điểm") % {"name": said(grade["name"])}
            self.fields[f"g{number}"] = NumberField(label=label, initial=grade["least"])
        self.fields["scale"] = NumberField(label=_("Điểm tối đa trong Chỉ số cải cách hành chính"))
        self.fields["reason"] = forms.CharField(label=_("Lý do thay đổi"), max_length=300)

    def told_lines(self) -> list[dict[str, Any]]:
        return [
            {
                "figure": line["figure"],
                "weight": str(self.cleaned_data[f"w{number}"] or 0),
                "best": str(self.cleaned_data.get(f"b{number}") if self._has(f"b{number}") else ""),
                "worst": str(self.cleaned_data.get(f"k{number}") if self._has(f"k{number}") else ""),
            }
            for number, line in enumerate(self.lines)
        ]

    def told_grades(self) -> list[dict[str, Any]]:
        return [
            {"name": grade["name"], "least": str(self.cleaned_data[f"g{number}"] or 0)}
            for number, grade in enumerate(self.grades)
        ]

    def _has(self, name: str) -> bool:
        return self.cleaned_data.get(name) is not None


class ObjectionForm(forms.Form):
    """Which line, and why."""

    figure = forms.ChoiceField(label=_("Dòng kiến nghị"))
    reason = forms.CharField(label=_("Lý do, căn cứ"), max_length=5000, widget=forms.Textarea({"rows": 4}))

    def __init__(self, *args: Any, lines: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["figure"].choices = list(lines)  # type: ignore[attr-defined]


class RulingForm(forms.Form):
    """The answer; with points the line is set to them."""

    text = forms.CharField(label=_("Trả lời"), max_length=5000, widget=forms.Textarea({"rows": 3}))
    points = NumberField(label=_("Điều chỉnh điểm dòng này thành"), help_text=_("Để trống: giữ nguyên."))


class LockForm(forms.Form):
    """The notice of the result: number, day, signer."""

    number = forms.CharField(label=_("Số, ký hiệu thông báo"), max_length=60, widget=forms.TextInput({"class": "w-12"}))
    dated_on = forms.DateField(label=_("Ngày"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    signer = forms.CharField(label=_("Người ký"), max_length=120, required=False)
