"""Tables of accounts."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q

from dondoc.accounts.rules.identity import identity_key, initials


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(login=username)

    def find(self, identity: str) -> "User | None":
        """By login name, e-mail or phone, in whatever way it was typed."""
        key = identity_key(identity)
        return self.filter(Q(login=key) | Q(email=key) | Q(phone=key)).first() if key else None


class User(AbstractBaseUser):
    """A person who can sign in. What they may do follows from memberships in `units`; `is_administrator` looks after
    the installation and reads no plan by it."""

    code = models.CharField(max_length=16, unique=True)
    login = models.CharField("Tên đăng nhập", max_length=40, unique=True)
    email = models.CharField("Thư điện tử", max_length=254, blank=True)
    phone = models.CharField("Số điện thoại", max_length=12, blank=True)
    full_name = models.CharField("Họ và tên", max_length=120)
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)
    must_change_password = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    objects = UserManager()

    USERNAME_FIELD = "login"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["email"], condition=~Q(email=""), name="user_email_once"),
            models.UniqueConstraint(fields=["phone"], condition=~Q(phone=""), name="user_phone_once"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def initials(self) -> str:
        return initials(self.full_name)

    def has_perm(self, perm: str, obj: Any = None) -> bool:  # noqa: ARG002
        """Rights are asked of `access`, never of Django's permission names."""
        return False


class UserSession(AbstractBaseSession):
    """A sign-in that lasts: whose, from where, when last seen, so that a person can end it from elsewhere."""

    user_id = models.BigIntegerField(null=True, db_index=True)
    address = models.GenericIPAddressField(null=True)
    agent = models.CharField(max_length=200, blank=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    @classmethod
    def get_session_store_class(cls) -> Any:
        from dondoc.accounts.sessions import SessionStore

        return SessionStore


class SignInFailure(models.Model):
    """A wrong password: for which account (a hash of what was typed, people mistype passwords there) and from where."""

    account_hash = models.CharField(max_length=64)
    address = models.CharField(max_length=45)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["account_hash", "at"], name="failure_by_account"),
            models.Index(fields=["address", "at"], name="failure_by_address"),
        ]


class Invitation(models.Model):
    """A link by which one person makes one account, once, for a time. Only the hash of the link is kept."""

    code = models.CharField(max_length=16, unique=True)
    token_hash = models.CharField(max_length=64, unique=True)
    full_name = models.CharField(max_length=120)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=12, blank=True)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_by = models.OneToOneField(User, null=True, on_delete=models.PROTECT, related_name="invitation")
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
