"""Forms of consolidations: shape alone; what is allowed is decided by the actions."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ApproveForm(forms.Form):
    number = forms.CharField(label=_("Số"), max_length=20, widget=forms.TextInput({"class": "w-8"}))
    symbol = forms.CharField(label=_("Ký hiệu"), max_length=40, help_text=_("Không kể tên loại, ví dụ SNV."))
    signed_on = forms.DateField(label=_("Ngày ký"), widget=forms.DateInput({"type": "date", "class": "w-8"}))
    signer = forms.CharField(label=_("Người ký"), max_length=120)
    position = forms.CharField(label=_("Chức vụ"), max_length=120)
