"""Sealing the audit trail. Writers never wait for it and never know of it.

Entries are sealed in the order of their ids. On PostgreSQL an id is drawn before its transaction commits, so a lower id
can appear after a higher one. The sealer therefore looks in this order: (1) the highest id drawn so far; (2) which
transactions hold the table's writer lock now (every transaction that drew an id up to then holds it until it ends);
(3) it waits for exactly those to end, or leaves the work to its next round; (4) it reads. What is then missing below
the mark was rolled back for ever. SQLite has one writer at a time: ids appear in order and nothing is in flight.
"""

import time
from collections.abc import Iterator
from datetime import datetime

from django.db import IntegrityError, connection, transaction

from dondoc.records.models import AuditEntry, AuditSeal
from dondoc.records.rules.sealing import GENESIS, SealedEntry, chain

BATCH = 500
_WRITERS = """SELECT virtualtransaction FROM pg_locks
 WHERE relation = 'records_auditentry'::regclass AND mode = 'RowExclusiveLock'
   AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"""


def seal_entries(*, at: datetime, patience: float = 2.0) -> int:
    """Add seals up to the highest id that is settled; how many entries were sealed. Two sealers cannot fork the
    chain: the number of a seal is its key."""
    mark = settled_mark(patience)
    sealed = 0
    while mark is not None and (count := _seal_batch(mark, at)):
        sealed += count
    return sealed


def settled_mark(patience: float) -> int | None:
    """The highest id below which nothing can still appear, or None where writers did not end within `patience` (s)."""
    if connection.vendor != "postgresql":
        return AuditEntry.objects.order_by("-id").values_list("id", flat=True).first()
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value FROM records_auditentry_id_seq")
        mark = int(cursor.fetchone()[0])
        cursor.execute(_WRITERS)
        writers = {row[0] for row in cursor.fetchall()}
        until = time.monotonic() + patience
        while writers and time.monotonic() < until:
            time.sleep(0.02)
            cursor.execute(_WRITERS)
            writers &= {row[0] for row in cursor.fetchall()}
    return None if writers else mark


def _seal_batch(mark: int, at: datetime) -> int:
    last = AuditSeal.objects.order_by("-number").first()
    rows = AuditEntry.objects.filter(id__gt=last.last_id if last else 0, id__lte=mark).order_by("id")[:BATCH]
    entries = [sealed_entry(row) for row in rows]
    if not entries:
        return 0
    try:
        with transaction.atomic():
            AuditSeal.objects.create(
                number=last.number + 1 if last else 1,
                last_id=entries[-1].id,
                entries=len(entries),
                digest=chain(last.digest if last else GENESIS, entries),
                sealed_at=at,
            )
    except IntegrityError:
        return 0
    return len(entries)


def sealed_entry(row: AuditEntry) -> SealedEntry:
    return SealedEntry(
        row.id,
        row.at,
        row.actor_id,
        row.verb,
        row.object_kind,
        row.object_code,
        row.before,
        row.after,
        row.count,
        row.digest,
    )


def verify_chain() -> Iterator[str]:
    """Walk the whole chain and tell each fault in one line of Vietnamese; no line means that nothing was touched."""
    digest, last_id, number = GENESIS, 0, 0
    for seal in AuditSeal.objects.order_by("number").iterator():
        number += 1
        if seal.number != number:
            yield f"Nhật ký: thiếu dấu niêm phong số {number}."
            number = seal.number
        rows = AuditEntry.objects.filter(id__gt=last_id, id__lte=seal.last_id).order_by("id")
        entries = [sealed_entry(row) for row in rows.iterator()]
        if len(entries) != seal.entries or chain(digest, entries) != seal.digest:
            span = f"từ {last_id + 1} đến {seal.last_id}"
            counted = f"có {len(entries)}, phải có {seal.entries}"
            yield f"Nhật ký: dấu số {seal.number} không khớp (các dòng {span}: {counted})."
        digest, last_id = seal.digest, seal.last_id
