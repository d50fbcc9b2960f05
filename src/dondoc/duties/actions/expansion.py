"""From duties to obligations: in short chunks, unseen until all are made, the same however often it is run.

A run that was killed is taken up where it stood: what is there already is left alone by the database itself (one row
for each duty, agency and occurrence), and only the last step makes it all seen and counted. Once a duty is out, who
joins gets what has not opened yet, and who leaves is let off only that.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from dondoc.duties.actions import summary
from dondoc.duties.actions.bulk import insert_rows
from dondoc.duties.events import ObligationsPublished
from dondoc.duties.models import Duty, DutyMember, Expansion, Obligation, Occurrence
from dondoc.duties.queries.moving import duty_occurrences, going_on
from dondoc.duties.queries.owners import Finder, Owner
from dondoc.duties.rules.codes import new_codes
from dondoc.duties.rules.occurrences import DutyOccurrence
from dondoc.duties.rules.states import State
from dondoc.records.actions import audit, outbox
from dondoc.records.rules.codes import new_code
from dondoc.schedule.queries import current_calendar
from dondoc.schedule.rules import WorkingCalendar

PLAN = "plan"
CHUNK = 4000
Step = Callable[[int, int, str], AbstractContextManager[None]]
TRIES = 3
REPLACED = "Nhiệm vụ đã thay đổi"  # how the reason begins where a version took the place of another
LEFT = "Không còn trong diện thực hiện khi việc chưa mở."


@dataclass(frozen=True, slots=True)
class _Run:
    row: Expansion
    by: audit.Actor | None
    at: datetime
    today: date
    finder: Finder
    calendar: WorkingCalendar
    with_history: bool


def expand_source(
    source_kind: str,
    source_code: str,
    *,
    by: audit.Actor | None,
    at: datetime,
    year: int,
    calendar: WorkingCalendar | None = None,
    with_history: bool = False,
    step: Step | None = None,
) -> Expansion:
    """Make what the duties of a source owe in a year: of a plan ("plan", its code), or of one source. Harmless when run
    again, also at the same time by another; emits `ObligationsPublished`. `step` gives the transaction of a chunk (a
    job counts in it). Event-bound duties owe nothing until `occasion.record_occasion`."""
    step = step or _in_transaction
    row = _begin(source_kind, source_code, year, at)
    today = timezone.localtime(at).date()
    run = _Run(row, by, at, today, Finder(today), calendar or current_calendar(), with_history)
    duties = list(duties_of(source_kind, source_code))
    _make_room()
    for number, duty in enumerate(duties, 1):
        _expand_duty(run, duty, lambda number=number: step(number, len(duties), "đang giao việc"))  # type: ignore[misc]
    return _publish(run, duties)


def _make_room() -> None:
    """SQLite keeps two megabytes of pages by default: far too few for the indexes that a big plan writes into."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size = -65536")


def _unhurried() -> None:
    """PostgreSQL need not wait for the disk at each chunk: what a crash takes is unseen and made again, and the
    transaction that publishes waits for all before it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit = off")


def duties_of(source_kind: str, source_code: str) -> Sequence[Duty]:
    duties = Duty.objects.select_related("regime").order_by("pk")
    if source_kind == PLAN:
        return list(duties.filter(plan_code=source_code))
    return list(duties.filter(source_kind=source_kind, source_code=source_code))


def _in_transaction(_done: int, _total: int, _note: str) -> AbstractContextManager[None]:
    return transaction.atomic()


def _begin(source_kind: str, source_code: str, year: int, at: datetime) -> Expansion:
    """The run that is under way for the source, or a new one."""
    row, _ = Expansion.objects.get_or_create(
        source_kind=source_kind,
        source_code=source_code,
        year=year,
        published_at=None,
        defaults={"code": new_code(), "started_at": at},
    )
    return row


def _expand_duty(run: _Run, duty: Duty, step: Callable[[], AbstractContextManager[None]]) -> None:
    owners = run.finder.owners_of(duty)
    asked = duty_occurrences(
        duty, year=run.row.year, calendar=run.calendar, with_history=run.with_history, issued_on=duty.issued_on
    )
    keys = [one.key for one in asked]
    is_out = _published(Obligation.objects.filter(duty=duty, occurrence__in=keys)).exists()
    with step():
        keep_occurrences(duty, asked)
        DutyMember.objects.bulk_create(
            (DutyMember(duty=duty, agency_id=agency_id, part=part) for agency_id, part in owners.seeing),
            ignore_conflicts=True,
        )
        # What goes on under another version is moved there by its own job (actions.replacing), not closed.
        if not (duty.ended_on and duty.replaced_by.exists()) and (is_out or duty.ended_on):
            _let_off(run, duty, {owner.place.agency_id for owner in owners.owing})
    open_to = [one for one in asked if not is_out or one.opens_on >= run.today]
    taken = taken_before(duty, year=run.row.year, calendar=run.calendar)
    for chunk in _chunks(owners.owing, max(1, CHUNK // max(1, len(open_to)))):
        with step():
            _unhurried()
            insert_obligations(run.row, duty, chunk, open_to, by=run.by, at=run.at, taken=taken)


def taken_before(duty: Duty, *, year: int, calendar: WorkingCalendar) -> set[tuple[int, str]]:
    """What the versions that a duty replaces still hold (settled, waiting, late), and what went on from them: agency
    and occurrence, in the keys of this duty. Nobody owes it a second time."""
    if duty.replaces is None:
        return set()
    taken = set(duty.obligations.values_list("held_by", "occurrence"))
    former: Duty | None = duty.replaces
    while former is not None:
        pairs = going_on(former, duty, year=year, calendar=calendar)
        left = former.obligations.exclude(state=State.EXEMPT.value, reason__startswith=REPLACED)
        taken |= {(agency, pairs[key]) for agency, key in left.values_list("held_by", "occurrence") if key in pairs}
        former = former.replaces
    return taken


def keep_occurrences(duty: Duty, asked: Sequence[DutyOccurrence]) -> None:
    """Write down the times of a duty with their reasons; those that are there stay as they are."""
    Occurrence.objects.bulk_create(
        (
            Occurrence(
                duty=duty,
                key=one.key,
                label=one.label,
                opens_on=one.opens_on,
                due_at=one.due_at,
                due_on=one.due_on,
                aim_on=one.aim_on,
                explained=dict(one.explained),
            )
            for one in asked
        ),
        ignore_conflicts=True,
    )


def insert_obligations(
    row: Expansion,
    duty: Duty,
    owners: Sequence[Owner],
    asked: Sequence[DutyOccurrence],
    *,
    by: audit.Actor | None,
    at: datetime,
    taken: Collection[tuple[int, str]] = (),
) -> int:
    """One chunk: every owner times every occurrence but those `taken`, by one statement; what is there stays. How
    many are new. A code in use (one in thousands of runs) is no reason to leave a row out: the chunk gets new ones."""
    for _ in range(TRIES - 1):
        with suppress(IntegrityError), transaction.atomic():
            return _insert_chunk(row, duty, owners, asked, by=by, at=at, taken=taken)
    return _insert_chunk(row, duty, owners, asked, by=by, at=at, taken=taken)


def _insert_chunk(
    row: Expansion,
    duty: Duty,
    owners: Sequence[Owner],
    asked: Sequence[DutyOccurrence],
    *,
    by: audit.Actor | None,
    at: datetime,
    taken: Collection[tuple[int, str]],
) -> int:
    today, codes = timezone.localtime(at).date(), new_codes(len(owners) * len(asked))
    tails = [_tail(row, duty, one, today) for one in asked]
    rows: list[tuple[Any, ...]] = []
    for owner in owners:
        place = owner.place
        for one, (before, after) in zip(asked, tails, strict=True):
            if taken and (place.agency_id, one.key) in taken:
                continue
            head = (codes[len(rows)], duty.pk, owner.part, place.agency_id, place.agency_id, place.unit_id)
            rows.append((*head, place.province_id, one.key, *before, owner.is_requested, *after))
    made = insert_rows(rows)
    if made:
        told = {"duty": duty.code, "occurrences": [one.key for one in asked], "made": made}
        audit.record_bulk("expand", "obligation", codes[: len(rows)], by=by, at=at, after=told, scope=duty.code)
    return made


def _tail(row: Expansion, duty: Duty, one: DutyOccurrence, today: date) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """What all owners of an occurrence share, told once: the columns before and after `is_requested`."""
    day, moment = connection.ops.adapt_datefield_value, connection.ops.adapt_datetimefield_value
    state = State.OPEN if one.opens_on <= today else State.NOT_OPEN
    days = (day(one.opens_on), moment(one.due_at), day(one.due_on), day(one.aim_on) if one.aim_on else None)
    before = (one.label, *days, "{}", state.value, None, False, one.is_history)
    return before, ("", "", duty.section, duty.component, False, None, "", row.pk, 1)


def _let_off(run: _Run, duty: Duty, members: set[int]) -> None:
    """Who left is let off what has not opened; what is open, late or done stays theirs. What opens on this very day and
    nobody has touched counts as not opened: a merger takes effect on the day on which the quarter begins."""
    asked = Obligation.objects.filter(duty=duty, opens_on__gte=run.today).exclude(occurrence__startswith="event:")
    waiting = asked.select_for_update(of=("self",)).filter(
        Q(state=State.NOT_OPEN.value) | Q(state=State.OPEN.value, version=1)
    )
    gone = [one for one in _published(waiting) if one.owed_by_id not in members]
    if not gone:
        return
    summary.changed_many(gone, change=-1)
    Obligation.objects.filter(pk__in=[one.pk for one in gone]).update(
        state=State.EXEMPT.value, reason=LEFT, version=F("version") + 1
    )
    for one in gone:
        one.state = State.EXEMPT.value
    summary.changed_many(gone, change=1)
    codes = [one.code for one in gone]
    audit.record_bulk("let_off", "obligation", codes, by=run.by, at=run.at, after={"reason": LEFT}, scope=duty.code)


def _publish(run: _Run, duties: Sequence[Duty]) -> Expansion:
    """The last step: all is seen and counted from one moment on. Only one of two runs at the same time does it."""
    row = run.row
    with transaction.atomic():
        if Expansion.objects.filter(pk=row.pk, published_at=None).update(published_at=run.at):
            ids = [duty.pk for duty in duties]
            made = Obligation.objects.filter(duty__in=ids, expansion=row).count()
            Expansion.objects.filter(pk=row.pk).update(made=made)
            summary.count_published(row, ids)
            event = ObligationsPublished(row.source_kind, row.source_code, row.year, made)
            outbox.emit(event, at=run.at)
            on, after = ("expansion", row.code), {"source": f"{row.source_kind}:{row.source_code}", "made": made}
            audit.record("publish_obligations", on, by=run.by, at=run.at, after=after)
    row.refresh_from_db()
    return row


def _published(rows: Any) -> Any:
    return rows.filter(expansion__published_at__isnull=False)


def _chunks(owners: Sequence[Owner], size: int) -> Iterator[Sequence[Owner]]:
    for start in range(0, len(owners), size):
        yield owners[start : start + size]
