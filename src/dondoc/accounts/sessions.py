"""Sessions in our own table, so that a person sees where they are signed in and can end it."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from dondoc.accounts.models import UserSession


class SessionStore(DatabaseStore):
    """Django's store of sessions with the user in a column. `origin` is put there by sign-in: (address, agent)."""

    @classmethod
    def get_model_class(cls) -> Any:
        return UserSession

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row: Any = super().create_model_instance(data)
        user_id = data.get("_auth_user_id")
        address, agent = data.get("origin", (None, ""))
        now = timezone.now()
        row.user_id = int(user_id) if user_id else None
        row.address, row.agent = address, agent
        row.started_at = datetime.fromisoformat(data["started_at"]) if "started_at" in data else now
        row.seen_at = now
        return row
