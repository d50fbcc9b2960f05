"""The audit trail: `record` is called by every action, inside its transaction."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Protocol

from django.db import transaction
from django.utils.crypto import salted_hmac

from dondoc.records.models import AuditEntry
from dondoc.records.rules.sealing import digest_of, plain


class Actor(Protocol):
    """Whoever acts: a user, as far as the trail is concerned."""

    @property
    def pk(self) -> Any: ...


def record(
    verb: str,
    on: tuple[str, str],
    *,
    by: Actor | None,
    at: datetime,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    personal: Collection[str] = (),
) -> AuditEntry:
    """Write down that `by` (None: the system itself) did `verb` to `on` (kind, code). Fields named in `personal` are
    kept as salted hashes: that they changed can be proved, what they were cannot be read. Refuses outside a
    transaction, where the entry could survive a change that did not."""
    _demand_transaction()
    return AuditEntry.objects.create(
        at=at,
        actor_id=by.pk if by else None,
        verb=verb,
        object_kind=on[0],
        object_code=on[1],
        before=_masked(before or {}, personal),
        after=_masked(after or {}, personal),
    )


def record_bulk(
    verb: str,
    kind: str,
    codes: Collection[str],
    *,
    by: Actor | None,
    at: datetime,
    after: Mapping[str, Any] | None = None,
    scope: str = "",
) -> AuditEntry:
    """One entry for many things of one kind: how many, and a hash over their codes. `scope` names what holds them."""
    _demand_transaction()
    return AuditEntry.objects.create(
        at=at,
        actor_id=by.pk if by else None,
        verb=verb,
        object_kind=kind,
        object_code=scope,
        after=plain(after or {}),
        count=len(codes),
        digest=digest_of(codes),
    )


def fingerprint(value: str) -> str:
    """The salted hash of a personal value. The salt is the installation's secret key: a phone number is too short to
    be hidden by a hash that anybody can compute."""
    return "sha256:" + salted_hmac("dondoc.audit", value, algorithm="sha256").hexdigest()[:40]


def _masked(values: Mapping[str, Any], personal: Collection[str]) -> dict[str, Any]:
    return {
        name: fingerprint(str(value)) if name in personal and value not in (None, "") else plain(value)
        for name, value in values.items()
    }


def _demand_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("audit.record is called inside the transaction of its action (with transaction.atomic())")
