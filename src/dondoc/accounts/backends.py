"""Who somebody is, by password. Other ways (a provincial sign-in by OIDC, a second factor) are further backends named
in DONDOC_SIGN_IN: nothing else in the product asks how a person signed in."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from dondoc.accounts.models import User


class PasswordBackend(BaseBackend):
    """Login name, e-mail or phone with the password. An unknown name takes as long as a wrong password."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002
        identity: str | None = None,
        password: str | None = None,
        **_: Any,
    ) -> User | None:
        if not identity or not password:
            return None
        user = User.objects.find(identity)
        if user is None:
            User().set_password(password)
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: Any) -> User | None:
        return User.objects.filter(pk=user_id, is_active=True).first()
