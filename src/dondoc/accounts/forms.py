"""Forms of accounts: shape alone; what is allowed is decided by the actions."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SignInForm(forms.Form):
    identity = forms.CharField(
        label=_("Tên đăng nhập, thư điện tử hoặc số điện thoại"),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )


class NewPasswordForm(forms.Form):
    """A new password, once: what was typed can be shown by the browser, so it is not asked twice."""

    new = forms.CharField(
        label=_("Mật khẩu mới"),
        help_text=_("Từ 10 ký tự. Nên ghép vài từ không liên quan; không dùng tên mình."),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Nhập lại mật khẩu mới"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if "new" in self.cleaned_data and again != self.cleaned_data["new"]:
            raise forms.ValidationError(_("Hai lần nhập khác nhau. Nhập lại cho giống."))
        return again


class PasswordChangeForm(NewPasswordForm):
    old = forms.CharField(
        label=_("Mật khẩu hiện tại"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    field_order = ["old", "new", "again"]


class InvitationForm(NewPasswordForm):
    login = forms.CharField(
        label=_("Tên đăng nhập"),
        help_text=_("Chữ không dấu, chữ số, dấu chấm hoặc gạch; ví dụ lan.nt"),
        max_length=40,
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "class": "w-20"}),
    )
    field_order = ["login", "new", "again"]
