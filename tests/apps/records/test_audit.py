"""The audit trail and its seals."""

import threading
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction

from dondoc.records.actions import audit
from dondoc.records.models import AuditEntry, AuditSeal
from dondoc.records.sealing import seal_entries, verify_chain
from people import Cast


def write(count: int, now: datetime, start: int = 0) -> None:
    with transaction.atomic():
        for i in range(start, start + count):
            after = {"name": f"Xã số {i}", "rate": Decimal("0.1"), "on": now.date(), "x": 1.5}
            audit.record("test", ("thing", str(i)), by=None, at=now, after=after)


@pytest.mark.django_db(transaction=True)
def test_an_entry_needs_the_transaction_of_its_action(now: datetime) -> None:
    with pytest.raises(RuntimeError, match="inside the transaction"):
        audit.record("test", ("thing", "1"), by=None, at=now)


def test_personal_fields_are_hashed_and_their_change_can_be_proved(cast: Cast, now: datetime) -> None:
    before, after = {"phone": "0911", "unit": "Tân Hòa"}, {"phone": "0912345678", "unit": "Tân Hòa"}
    entry = audit.record("move", ("user", "1"), by=cast.lan, at=now, before=before, after=after, personal=("phone",))
    assert entry.after["unit"] == "Tân Hòa"
    assert entry.after["phone"] == audit.fingerprint("0912345678") != entry.before["phone"]
    assert "0912" not in str(entry.after)


def test_the_names_of_users_do_not_stand_in_the_trail(cast: Cast) -> None:
    trail = str(list(AuditEntry.objects.values_list("after", flat=True)))
    assert "Nguyễn Thị Lan" not in trail
    assert "0912345678" not in trail


def test_a_bulk_entry_counts_and_hashes_whatever_the_order(db: None, now: datetime) -> None:
    one = audit.record_bulk("issue", "task", ["a", "b"], by=None, at=now)
    two = audit.record_bulk("issue", "task", ["b", "a"], by=None, at=now)
    other = audit.record_bulk("issue", "task", ["b", "c"], by=None, at=now)
    assert (one.count, one.digest) == (2, two.digest)
    assert one.digest != other.digest


def test_what_json_cannot_hold_is_a_fault(db: None, now: datetime) -> None:
    with pytest.raises(TypeError):
        audit.record("test", ("thing", "1"), by=None, at=now, after={"x": object()})


@pytest.mark.django_db(transaction=True)
def test_a_sealed_trail_verifies_and_goes_on(now: datetime) -> None:
    write(3, now)
    assert seal_entries(at=now) == 3
    assert seal_entries(at=now) == 0
    write(2, now, 3)
    assert seal_entries(at=now) == 2
    assert AuditSeal.objects.count() == 2
    assert list(verify_chain()) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("harm", ["change", "delete", "insert", "reorder", "lose-seal"])
def test_any_harm_is_found(now: datetime, harm: str) -> None:
    write(5, now)
    seal_entries(at=now)
    write(5, now, 5)
    seal_entries(at=now)
    ids = list(AuditEntry.objects.order_by("id").values_list("id", flat=True))
    rows: Any = AuditEntry.objects
    if harm == "change":
        rows.filter(id=ids[2]).update(after={"name": "khác"})
    elif harm == "delete":
        rows.filter(id=ids[2]).delete()
    elif harm == "insert":
        rows.filter(id=ids[4]).update(id=ids[4])
        rows.filter(id=ids[9]).delete()
        rows.create(id=ids[9], at=now, verb="giả", object_kind="thing", object_code="9")
    elif harm == "reorder":
        rows.filter(id=ids[1]).update(object_code="2")
        rows.filter(id=ids[2]).update(object_code="1")
    else:
        AuditSeal.objects.get(number=1).delete()
    assert list(verify_chain())


@pytest.mark.django_db(transaction=True)
def test_an_entry_still_in_flight_is_waited_for(now: datetime) -> None:
    """PostgreSQL alone: a lower id may appear after a higher one, and must not be sealed over."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: nothing is in flight")
    drawn, go_on = threading.Event(), threading.Event()

    def slow_writer() -> None:
        with transaction.atomic():
            audit.record("slow", ("thing", "1"), by=None, at=now)
            drawn.set()
            go_on.wait(10)
        connection.close()

    writer = threading.Thread(target=slow_writer)
    writer.start()
    drawn.wait(10)
    write(1, now)
    assert seal_entries(at=now, patience=0.1) == 0
    go_on.set()
    writer.join()
    assert seal_entries(at=now) == 2
    assert list(verify_chain()) == []
