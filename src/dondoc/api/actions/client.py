"""Keys of programs: made once, shown once, ended."""

import secrets
from datetime import datetime

from django.db import transaction

from dondoc.api.models import ApiClient
from dondoc.api.queries.clients import key_hash
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import AdministrativeUnit


def make_client(
    name: str, *, by: audit.Actor | None, at: datetime, unit: AdministrativeUnit | None = None
) -> tuple[ApiClient, str]:
    """A program that may send reports: (client, its key, which is kept nowhere). Refuses an empty name."""
    name, key = " ".join(name.split())[:120], secrets.token_urlsafe(24)
    if not name:
        raise BadInput("client-unnamed", "Ghi tên ứng dụng hoặc cơ quan dùng khóa.")
    with transaction.atomic():
        client = ApiClient.objects.create(
            code=new_code(), name=name, key_hash=key_hash(key), unit=unit, made_at=at, made_by_id=by.pk if by else None
        )
        after = {"name": name, "unit": unit.code if unit else ""}
        audit.record("make_client", ("api-client", client.code), by=by, at=at, after=after)
    return client, key


def end_client(client: ApiClient, *, by: audit.Actor, at: datetime) -> bool:
    """The key opens nothing any more. False where it had ended before."""
    with transaction.atomic():
        if not ApiClient.objects.filter(pk=client.pk, ended_at=None).update(ended_at=at):
            return False
        audit.record("end_client", ("api-client", client.code), by=by, at=at)
    return True
