"""Forms of urging: letters, rules of reminders, the way up, what a person wants of the digest."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dondoc.duties.actions.evidence import Upload
from dondoc.duties.forms.fields import DAY, SMALL, upload_of
from dondoc.duties.models import Audience, EscalationRule
from dondoc.duties.rules.reminding import Reminder


class LettersForm(forms.Form):
    """Whom to write to, in one letter or one for each, by when they are to answer, in whose name."""

    issuer = forms.ChoiceField(label=_("Cơ quan ban hành"))
    shape = forms.ChoiceField(
        label=_("Soạn thành"),
        choices=[("all", _("một công văn chung")), ("each", _("mỗi cơ quan một công văn"))],
        widget=forms.RadioSelect,
    )
    answer_by = forms.DateField(label=_("Báo kết quả trước ngày"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))

    def __init__(self, *args: Any, issuers: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["issuer"].choices = list(issuers)  # type: ignore[attr-defined]


class CopyForm(forms.Form):
    """The signed copy of a letter."""

    copy = forms.FileField(
        label=_("Bản đã ký, đóng dấu"), help_text=_("Tệp PDF hoặc ảnh quét. Ai xem được công văn thì xem được bản này.")
    )

    def upload(self) -> Upload | None:
        given = self.cleaned_data.get("copy")
        return upload_of(given) if given else None


class SentForm(CopyForm):
    """Number, day and signer of a letter that went out, with its signed copy where it is at hand."""

    field_order = ("number", "dated_on", "signer", "copy")

    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60, widget=forms.TextInput({"class": "w-12"}))
    dated_on = forms.DateField(label=_("Ngày"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    signer = forms.CharField(label=_("Người ký"), max_length=120, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["copy"].required = False


class RuleForm(forms.Form):
    """A rule of reminders."""

    agency = forms.ChoiceField(label=_("Áp dụng cho"), required=False)
    days = forms.IntegerField(label=_("Số ngày làm việc"), min_value=0, max_value=60, widget=forms.NumberInput(SMALL))
    side = forms.ChoiceField(label=_("So với hạn"), choices=[("before", _("trước hạn")), ("after", _("sau hạn"))])
    every = forms.IntegerField(
        label=_("Sau đó nhắc lại mỗi (ngày làm việc)"),
        help_text=_("Chỉ cho quy tắc từ ngày đến hạn trở đi. Để trống: nhắc một lần."),
        min_value=0,
        max_value=60,
        required=False,
        widget=forms.NumberInput(SMALL),
    )
    audience = forms.ChoiceField(label=_("Gửi cho"), choices=Audience.choices)
    channel = forms.ChoiceField(label=_("Kênh"))

    def __init__(self, *args: Any, agencies: Sequence[tuple[str, str]], channels: Sequence[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["agency"].choices = list(agencies)  # type: ignore[attr-defined]
        self.fields["agency"].required = "" not in dict(agencies)  # who may not set them for all names the own
        self.fields["channel"].choices = list(channels)  # type: ignore[attr-defined]

    def reminder(self) -> Reminder:
        days = self.cleaned_data["days"]
        return Reminder(-days if self.cleaned_data["side"] == "before" else days, self.cleaned_data["every"] or 0)


class WayUpForm(forms.Form):
    """After how many working days late each step is taken; empty: not taken."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for step, label in EscalationRule.Step.choices:
            self.fields[f"step{step}"] = forms.IntegerField(
                label=format_lazy(_("Bước {n}: {who}"), n=step, who=_(str(label))),
                min_value=1,
                max_value=200,
                required=False,
                widget=forms.NumberInput(SMALL),
            )

    def days(self) -> dict[int, int]:
        told = {step: self.cleaned_data[f"step{step}"] for step in EscalationRule.Step.values}
        return {step: days for step, days in told.items() if days}


class ChoiceForm(forms.Form):
    """What a person wants of the digest: a box for each channel."""

    def __init__(self, *args: Any, channels: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        for channel, label in channels:
            self.fields[channel] = forms.BooleanField(label=label, required=False)
