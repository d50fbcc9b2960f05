"""Forms of the working calendar: shape alone; what makes sense is decided by the actions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.schedule.actions.day import Declared
from dondoc.schedule.models import OfficeDay
from dondoc.schedule.rules.timers import WORDS

DAY = {"type": "date", "class": "w-8"}
READ = ["%Y-%m-%d", "%d/%m/%Y"]


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(DAY), input_formats=READ, **more)


class DayForm(forms.Form):
    """A day with its decision; the weekend day that is worked for it."""

    kind = forms.ChoiceField(label=_("Ngày này"), choices=OfficeDay.Kind.choices, widget=forms.RadioSelect)
    day = _day(_("Ngày"))
    name = forms.CharField(label=_("Tên gọi"), max_length=120, help_text=_("Ví dụ: Nghỉ phòng, chống bão"))
    number = forms.CharField(
        label=_("Số, ký hiệu văn bản"), max_length=120, help_text=_("Quyết định, thông báo hoặc công điện")
    )
    decided_on = _day(_("Ngày văn bản"))
    worked_on = _day(_("Làm bù vào ngày"), required=False, help_text=_("Thứ Bảy hoặc Chủ nhật, nếu hoán đổi."))

    def declared(self) -> Declared:
        return Declared(**self.cleaned_data)


class WithdrawForm(forms.Form):
    reason = forms.CharField(label=_("Lý do rút"), max_length=500, widget=forms.Textarea({"rows": 2}))


class TimerForm(forms.Form):
    """An office's own term for a key."""

    number = forms.IntegerField(
        label=_("Số ngày, giờ, lần"), min_value=1, max_value=1000, widget=forms.NumberInput({"class": "w-8"})
    )
    unit = forms.ChoiceField(label=_("Tính theo"), choices=list(WORDS.items()))
    citation = forms.CharField(label=_("Căn cứ"), max_length=200, help_text=_("Số, ký hiệu văn bản, điều khoản"))
    valid_from = _day(_("Áp dụng từ ngày"), required=False, help_text=_("Để trống nếu áp dụng từ trước đến nay."))
    valid_to = _day(_("Đến hết ngày"), required=False)
