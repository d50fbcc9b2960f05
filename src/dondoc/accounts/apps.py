"""Registration of the app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "dondoc.accounts"
    verbose_name = "Tài khoản"
