"""The whole demo, made once: units, people, plans, a year of work."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from dondoc.desk.demo.chapters import (
    consolidation,
    desk,
    disclosure,
    duties,
    feedback,
    meetings,
    messages,
    reports,
    scores,
    urging,
)
from dondoc.desk.demo.people import hire
from dondoc.desk.demo.places import PROVINCE
from dondoc.desk.demo.plans import close, make_plans
from dondoc.desk.demo.province import make_province
from dondoc.desk.demo.story import Story
from dondoc.desk.demo.year import give_out, live_through, send_back
from dondoc.duties.actions.opening import open_due
from dondoc.records.actions import audit
from dondoc.records.models import AuditEntry
from dondoc.records.worker import drain

DONE = "build_demo"
CHAPTERS = (scores, desk, feedback, disclosure, meetings, reports, consolidation, duties, urging, messages)


def is_built() -> bool:
    """Whether the demo was made to the end."""
    return AuditEntry.objects.filter(verb=DONE, object_code=PROVINCE).exists()


def build_demo(*, at: datetime) -> bool:
    """Make the province as it stands at `at`. False where it is there already. Half a demo (a run that was killed) is
    not mended: the caller begins anew in an empty place."""
    if is_built():
        return False
    begun = at - timedelta(days=680)
    with transaction.atomic():
        agencies = make_province(at=begun)
        people = hire(agencies, at=begun)
    last, this, commune = make_plans(agencies, people, at=at)
    live_through(last, people, at=at, is_past=True)
    close(last, by=people["chi.pq"], at=at)
    for plan in (this, commune):
        live_through(plan, people, at=at)
    open_due(at=at)
    send_back(people, at=at)
    give_out(people, at=at)
    story = Story(agencies, people, last, this, commune, at)
    for chapter in CHAPTERS:
        chapter.live(story)
    for name in settings.DEMO_ALSO:
        import_string(name)(people, at=at)
    with transaction.atomic():
        audit.record(DONE, ("demo", PROVINCE), by=None, at=at)
    drain("demo")
    return True
