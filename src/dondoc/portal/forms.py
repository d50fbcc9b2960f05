"""Forms of the portal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.portal.rules.openings import WORDS, Part


class OpeningForm(forms.Form):
    parts = forms.MultipleChoiceField(
        label=_("Phần nào người dân được xem"),
        required=False,
        help_text=_("Bỏ trống tất cả: trang của đơn vị đóng lại, người ngoài không thấy."),
        choices=[(part.value, WORDS[part]) for part in Part],
        widget=forms.CheckboxSelectMultiple(),
    )
