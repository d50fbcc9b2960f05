"""Knocking at an address as somebody, leaving nothing changed."""

from typing import Any

from django.db import transaction
from django.test import Client

from people import Cast


def knock(cast: Cast, person: str, method: str, address: str, **more: Any) -> int:
    """The status for a person of the cast ("nobody" has no account); whatever it did is undone."""
    client = Client(**more)
    with transaction.atomic():
        if person != "nobody":
            client.force_login(getattr(cast, person))
        status: int = getattr(client, method)(address).status_code
        transaction.set_rollback(True)
    return status
