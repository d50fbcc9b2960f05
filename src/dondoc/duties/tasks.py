"""What the background does for the engine: expansion, opening by the day, folding the counts, urging once a
working day."""

from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.assigning import apply_rules
from dondoc.duties.actions.difficulty import count_anew
from dondoc.duties.actions.escalating import escalate
from dondoc.duties.actions.expanding import KIND
from dondoc.duties.actions.expansion import duties_of, expand_source
from dondoc.duties.actions.opening import open_due
from dondoc.duties.actions.reminding import remind
from dondoc.duties.actions.reporting import STANDING, keep_periods, keep_year
from dondoc.duties.actions.rescheduling import reschedule_about
from dondoc.duties.actions.succession import hand_over
from dondoc.duties.actions.summary import fold_summary
from dondoc.duties.events import ObligationsPublished
from dondoc.duties.models import Obligation, Regime
from dondoc.duties.queries.hours import is_working_hour
from dondoc.duties.queries.moving import regimes_about
from dondoc.duties.rules.states import State
from dondoc.records.actions.jobs import queue_job
from dondoc.records.events import on
from dondoc.records.jobs import Run, job
from dondoc.records.periodic import every
from dondoc.schedule.events import CalendarChanged
from dondoc.schedule.queries import calendar_of, standing_days
from dondoc.units.events import AgencyFollowed
from dondoc.units.models import Agency, AgencySuccession

URGE = "duties.urge"


@job(KIND)
def expand(run: Run, source_kind: str, source_code: str, year: int, with_history: bool = False) -> dict[str, Any]:
    """All that a source asks in a year. Each chunk commits only while the job is ours."""

    def step(done: int, total: int, note: str) -> AbstractContextManager[None]:
        return run.step(done, total, note)

    by = User.objects.filter(pk=run.row.created_by_id or 0).first()
    row = expand_source(
        source_kind, source_code, by=by, at=timezone.now(), year=year, with_history=with_history, step=step
    )
    return {"expansion": row.code, "made": row.made}


@every(timedelta(minutes=10), "duties.open")
def open_today(now: datetime) -> int:
    """What opens by the day. Asked often, so that a machine that was off at midnight makes it up."""
    return open_due(at=now)


@every(timedelta(seconds=5), "duties.fold")
def fold(now: datetime) -> int:  # noqa: ARG001 - every round is told the time
    return fold_summary()


@on(AgencyFollowed)
def follow_agency(event: AgencyFollowed) -> None:
    """All that an agency holds goes to the one that follows it whole. Where several follow, or one for a subject alone,
    a person sorts the obligations out: nothing moves by itself."""
    followed = AgencySuccession.objects.filter(predecessor=event.predecessor_id).exclude(decided_at=None)
    if event.subject or followed.count() != 1:
        return
    agencies = Agency.objects.in_bulk([event.predecessor_id, event.successor_id])
    hand_over(agencies[event.predecessor_id], to=agencies[event.successor_id], by=None, at=timezone.now())


@every(timedelta(hours=12), "duties.regimes")
def keep_regimes(now: datetime) -> int:
    """Periods of this year for every regime that holds, as the calendar says today; what stands by itself is owed anew
    each year, the next one already in December."""
    today = timezone.localtime(now).date()
    years = [today.year] if today.month < 12 else [today.year, today.year + 1]
    made = 0
    for regime in Regime.objects.filter(ended_on=None, report_rules__isnull=False).distinct().order_by("pk"):
        for year in years if regime.source_kind == STANDING else years[:1]:
            made += keep_year(regime, year=year, at=now)
    return made


@on(CalendarChanged)
def count_days_anew(event: CalendarChanged) -> None:
    """What is still owed about the changed days gets the day that the calendar gives now: the one that stands when
    this is read, so that two changes told in any order come to the same."""
    days = [date.fromisoformat(day) for day in event.days]
    calendar = calendar_of(standing_days())
    reschedule_about(days, calendar=calendar, by=None, at=timezone.now())
    count_anew(at=timezone.now())
    for regime, years in regimes_about(days).items():
        for year in years:
            keep_periods(regime, year=year, calendar=calendar)


@every(timedelta(minutes=10), "duties.urge")
def urge_today(now: datetime) -> None:
    """Once a working day, in working hours: what is late for long goes up the line, then everybody has their digest."""
    if is_working_hour(now):
        day = timezone.localtime(now).date().isoformat()
        queue_job(URGE, {"day": day}, by=None, at=now, key=f"{URGE}:{day}")


@job(URGE)
def urge(run: Run, day: str) -> dict[str, Any]:
    """Each chunk commits only while the job is ours; who has the digest of the day gets no other."""

    def step(done: int, total: int, note: str) -> AbstractContextManager[None]:
        return run.step(done, total, note)

    today, now = date.fromisoformat(day), timezone.now()
    return {"steps": escalate(today, at=now, step=step), "digests": remind(today, at=now, step=step)}


@on(ObligationsPublished)
def give_by_rules(event: ObligationsPublished) -> None:
    """What opened with its plan goes to the positions and people that the rules of its agencies name."""
    duties = [duty.pk for duty in duties_of(event.source_kind, event.source_code)]
    rows = Obligation.objects.filter(duty__in=duties, expansion__published_at__isnull=False)
    apply_rules(rows.exclude(state=State.NOT_OPEN.value), by=None, at=timezone.now())
