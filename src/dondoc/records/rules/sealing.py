"""How audit entries are written down for hashing, and the chain over them."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """An entry as it stands in the table. `at` is aware; its microseconds are kept by both databases."""

    id: int
    at: datetime
    actor_id: int | None
    verb: str
    object_kind: str
    object_code: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    count: int
    digest: str


def plain(value: Any) -> Any:
    """A value as JSON that both databases give back unchanged. Floats become text: PostgreSQL rewrites them."""
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value.value if isinstance(value, Enum) else value).replace("\x00", "")
        case float() | Decimal() | UUID():
            return str(value)
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            items = [plain(item) for item in value]
            return sorted(items, key=str) if isinstance(value, set | frozenset) else items
    raise TypeError(f"an audit entry cannot hold {type(value).__name__}")


def entry_bytes(entry: SealedEntry) -> bytes:
    """The one way an entry is written down: keys in order, no spaces, UTF-8, time in UTC."""
    fields = [
        entry.id,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.actor_id,
        entry.verb,
        entry.object_kind,
        entry.object_code,
        entry.before,
        entry.after,
        entry.count,
        entry.digest,
    ]
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def chain(previous: str, entries: Iterable[SealedEntry]) -> str:
    """SHA-256 over the previous hash and each entry in turn: none can change, go or come without the end changing."""
    digest = previous
    for entry in entries:
        digest = hashlib.sha256(digest.encode() + entry_bytes(entry)).hexdigest()
    return digest


def digest_of(codes: Iterable[str]) -> str:
    """One hash for the many things of a bulk action, whatever their order."""
    return hashlib.sha256("\n".join(sorted(codes)).encode()).hexdigest()
