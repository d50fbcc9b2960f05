"""The worker: events to handlers, messages to people, jobs to their functions. Run as many as wanted."""

import logging
import os
import socket
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db import close_old_connections, connection, transaction
from django.db.models import Q
from django.db.utils import OperationalError
from django.utils import timezone
from django.utils.module_loading import import_string

from dondoc.records import leases, periodic
from dondoc.records.events import deliver_to
from dondoc.records.jobs import LEASE, Run, work_of
from dondoc.records.models import Delivery, Job, Leased, Message, State
from dondoc.records.rules.retries import NotSentError

log = logging.getLogger(__name__)


def work_round(worker: str, *, lease: timedelta = LEASE) -> int:
    """Give back what dead workers held, then do one of each kind that is due. How many were done: 0 means rest."""
    now = timezone.now()
    leases.give_back(Job, now=now)
    leases.give_back(Delivery, now=now)
    leases.give_back(Message, now=now, to=State.UNKNOWN)
    return deliver_one(worker, lease) + send_one(worker, lease) + run_one_job(worker, lease)


def deliver_one(worker: str, lease: timedelta = LEASE) -> int:
    """One event to one handler: what the handler writes and that it is done commit together."""
    row = leases.take(Delivery, now=timezone.now(), lease=lease, worker=worker)
    if row is None:
        return 0
    try:
        with _beating(row, lease), transaction.atomic():
            deliver_to(row.event.name, row.handler, row.event.payload)
            leases.finish(row, now=timezone.now())
    except Exception as error:
        _failed(row, error)
    return 1


def send_one(worker: str, lease: timedelta = LEASE) -> int:
    """One message. Only a channel that is sure that nothing left (NotSentError) has it tried again; after any other
    fault nobody knows, and a person decides. What keeps hours waits until the office works."""
    now = timezone.now()
    waits = Message.objects.filter(state=State.WAITING, not_before__lte=now, keeps_hours=True).exists()
    is_quiet = waits and not import_string(settings.MESSAGE_HOURS)(now)
    only = Q(keeps_hours=False) if is_quiet else None
    row = leases.take(Message, now=now, lease=lease, worker=worker, only=only)
    if row is None:
        return 0
    try:
        import_string(settings.MESSAGE_CHANNELS[row.channel])(row)
    except (NotSentError, KeyError) as error:
        _failed(row, error)
    except Exception as error:
        leases.change_held(row, state=State.UNKNOWN, lease_until=None, error=repr(error))
    else:
        leases.finish(row, now=timezone.now())
    return 1


def run_one_job(worker: str, lease: timedelta = LEASE) -> int:
    row = leases.take(Job, now=timezone.now(), lease=lease, worker=worker)
    if row is None:
        return 0
    try:
        with _beating(row, lease):
            result = work_of(row.kind)(Run(row, lease), **row.args)
        leases.finish(row, now=timezone.now(), result=result or {})
    except Exception as error:
        _failed(row, error)
    return 1


def _failed(row: Leased, error: Exception) -> None:
    if isinstance(error, leases.LeaseLostError):
        log.warning("%s %s was lost to another worker", type(row).__name__, row.pk)
        return
    log.warning("%s %s failed: %r", type(row).__name__, row.pk, error)
    try:
        leases.fail(
            row, "".join(traceback.format_exception(error)), now=timezone.now(), is_final=isinstance(error, KeyError)
        )
    except leases.LeaseLostError:
        log.warning("%s %s was lost while failing", type(row).__name__, row.pk)


@contextmanager
def _beating(row: Leased, lease: timedelta) -> Iterator[None]:
    """Lengthen the lease from a thread of its own while the work runs. When the process dies, so does the beat."""
    stop = threading.Event()

    def beat() -> None:
        try:
            while not stop.wait(lease.total_seconds() / 3):
                _beat_once(row, lease)
        except leases.LeaseLostError:
            pass
        finally:
            connection.close()

    thread = threading.Thread(target=beat, daemon=True, name=f"beat-{row.pk}")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _beat_once(row: Leased, lease: timedelta) -> None:
    """A database that is busy for a while is no reason to give the row up: the next beat tries again."""
    try:
        leases.change_held(row, lease_until=timezone.now() + lease)
    except OperationalError:
        log.info("beat of %s %s was missed", type(row).__name__, row.pk)


def work_until(stop: threading.Event, *, name: str = "", rest: float = 1.0, lease: timedelta = LEASE) -> None:
    """Work until told to stop, resting when there is nothing to do; the round under way is finished first."""
    worker = name or f"{socket.gethostname()}:{os.getpid()}:{threading.get_ident()}"
    while not stop.is_set():
        try:
            busy = work_round(worker, lease=lease)
            periodic.run_due(timezone.now())
        except OperationalError:
            log.exception("the database is away")
            busy = 0
        close_old_connections()
        if not busy:
            stop.wait(rest)


def drain(worker: str = "drain", *, limit: int = 10_000, seconds: float = 300) -> int:
    """Work until nothing is due: for the demo, for tests, for `tick`."""
    done, until = 0, time.monotonic() + seconds
    while done < limit and time.monotonic() < until and (count := work_round(worker)):
        done += count
    return done
