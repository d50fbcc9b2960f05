"""The rule for passwords that Django does not bring: nothing that a colleague would guess."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dondoc.accounts.rules.guessable import is_common, names_person


class NotGuessable:
    """Refuses words that everybody tries and what is built on the person's own name."""

    def validate(self, password: str, user: Any = None) -> None:
        if is_common(password):
            raise ValidationError(_("Mật khẩu này quá dễ đoán. Ghép vài từ không liên quan với nhau."), code="common")
        own = [str(getattr(user, field, "") or "") for field in ("login", "full_name", "email", "phone")]
        if names_person(password, *own):
            raise ValidationError(
                _("Mật khẩu không được dựa trên tên, số điện thoại hay thư điện tử của mình."), code="own-name"
            )

    def get_help_text(self) -> str:
        return _("Không dùng tên mình hay từ dễ đoán.")
