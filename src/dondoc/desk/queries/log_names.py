"""What the entries of the trail are about: a name and an address for each thing that the reader may see, through the
same doors as its page; of the rest nothing is told. A denunciation has its number alone, a signal its day,
a citizen's report its day and subject: never their words."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.desk.access import visible_filters
from dondoc.disclosure import access as disclosure
from dondoc.disclosure.models import Posting
from dondoc.duties import access as duties
from dondoc.duties.models import Duty, Evaluation, Evidence, Obligation, UrgingLetter
from dondoc.feedback import access as feedback
from dondoc.feedback.models import Signal
from dondoc.framework.models import Index
from dondoc.meetings import access as meetings
from dondoc.meetings.models import Reception, Visit
from dondoc.plans.access import visible_plans
from dondoc.plans.models import Plan, Task
from dondoc.reports import access as reports
from dondoc.schedule.models import OfficeDay, OfficeTimer
from dondoc.schedule.rules.timers import TIMERS
from dondoc.units.access import Scope, visible_groups
from dondoc.units.models import AdministrativeUnit, Agency, Delegation, Membership
from dondoc.web import formats

Codes = Collection[str]


@dataclass(frozen=True, slots=True)
class Named:
    """`kind` is what it turned out to be: a citizen's report and a report of an agency are written down alike."""

    kind: str
    name: str
    href: str = ""


Names = Mapping[tuple[str, str], Named]


class Reader:
    """Whoever reads the trail, with what that person may see asked once."""

    def __init__(self, user: User, scope: Scope) -> None:
        self.user, self.scope = user, scope

    @cached_property
    def obligations(self) -> QuerySet[Obligation]:
        return duties.visible_obligations(self.user, self.scope.on, scope=self.scope)

    @cached_property
    def plans(self) -> QuerySet[Plan]:
        return visible_plans(self.user, self.scope.on, scope=self.scope)

    @cached_property
    def tasks(self) -> QuerySet[Task]:
        return Task.objects.filter(plan__in=self.plans.values("pk"))

    def sees(self, agency: Agency) -> bool:
        scope = self.scope
        return scope.is_administrator or agency.pk in scope.seen or agency.unit_id in scope.own_units


def names_of(reader: Reader, wanted: Mapping[str, Codes]) -> dict[tuple[str, str], Named]:
    """(kind, code) -> name, for what may be seen; a code "#7" asks by the key of the row. One or two queries for each
    kind on the page, however many entries."""
    found: dict[tuple[str, str], Named] = {}
    for kind, codes in wanted.items():
        if kind in FINDERS and codes:
            found |= {(kind, code): named for code, named in FINDERS[kind](reader, codes)}
    return found


Found = Iterator[tuple[str, Named]]
Finder = Callable[[Reader, Codes], Found]


def _asked(codes: Codes) -> Q:
    keys = [int(code[1:]) for code in codes if code.startswith("#")]
    return Q(code__in=codes) | Q(pk__in=keys) if keys else Q(code__in=codes)


def _both(kind: str, row: Any, name: str, href: str = "") -> Found:
    named = Named(kind, name, href)
    yield row.code, named
    yield f"#{row.pk}", named


def _obligations(reader: Reader, codes: Codes) -> Found:
    for one in reader.obligations.filter(code__in=codes).select_related("duty", "held_by"):
        name = f"{one.duty.title} ({one.held_by.name}, {formats.said(one.label)})"
        yield one.code, Named("obligation", name, reverse("obligation", args=[one.code]))


def _duties(reader: Reader, codes: Codes) -> Found:
    for one in Duty.objects.filter(code__in=codes, pk__in=reader.obligations.values("duty")):
        yield one.code, Named("duty", one.title, f"{reverse('monitor-obligations')}?nhiem-vu={one.code}")


def _plans(reader: Reader, codes: Codes) -> Found:
    for code, title in reader.plans.filter(code__in=codes).values_list("code", "title"):
        yield code, Named("plan", title, reverse("plan", args=[code]))


def _tasks(reader: Reader, codes: Codes) -> Found:
    for one in reader.tasks.filter(_asked(codes)).select_related("plan"):
        yield from _both("task", one, one.content, reverse("task", args=[one.plan.code, one.code]))


def _agencies(reader: Reader, codes: Codes) -> Found:
    for one in Agency.objects.filter(_asked(codes)):
        yield from _both("agency", one, one.name, reverse("agency", args=[one.code]) if reader.sees(one) else "")


def _units(reader: Reader, codes: Codes) -> Found:
    for one in AdministrativeUnit.objects.filter(code__in=codes):
        is_seen = reader.scope.is_administrator or one.pk in reader.scope.units_below | reader.scope.own_units
        name = formats.capital(one.full_name)
        yield one.code, Named("unit", name, reverse("unit", args=[one.code]) if is_seen else "")


def _people(reader: Reader, codes: Codes) -> Found:
    for one in User.objects.filter(_asked(codes)):
        href = reverse("person", args=[one.code]) if reader.scope.is_administrator else ""
        yield from _both("user", one, one.full_name, href)


def _memberships(reader: Reader, codes: Codes) -> Found:
    for one in Membership.objects.filter(code__in=codes).select_related("user", "agency"):
        if reader.sees(one.agency):
            name = f"{formats.said(one.get_role_display())}, {one.user.full_name}, {one.agency.name}"
            yield one.code, Named("membership", name, reverse("agency", args=[one.agency.code]))


def _delegations(reader: Reader, codes: Codes) -> Found:
    for one in Delegation.objects.filter(code__in=codes).select_related("to", "membership__agency"):
        if reader.sees(one.membership.agency):
            name = f"{one.to.full_name}, {one.membership.agency.name}"
            yield one.code, Named("delegation", name, reverse("agency", args=[one.membership.agency.code]))


def _groups(reader: Reader, codes: Codes) -> Found:
    for one in visible_groups(reader.user, reader.scope.on, scope=reader.scope).filter(code__in=codes):
        yield one.code, Named("group", one.name, reverse("group", args=[one.code]))


def _evidence(reader: Reader, codes: Codes) -> Found:
    seen = Q(pk__in=duties.visible_evidence(reader.scope).values("pk")) | Q(uses__obligation__in=reader.obligations)
    for one in Evidence.objects.filter(seen, code__in=codes).distinct():
        yield one.code, Named("evidence", " ".join(filter(None, (one.number, one.title))))


def _reports(reader: Reader, codes: Codes) -> Found:
    """A report of an agency; else one of a citizen, of which nothing that was written is told."""
    rows = reports.visible_reports(reader.user, reader.scope.on, scope=reader.scope)
    for report in rows.filter(code__in=codes).select_related("agency"):
        name = f"{report.title} ({report.agency.name})"
        yield report.code, Named("report", name, reverse("report", args=[report.code]))
    for one in feedback.visible_reports(reader.scope).filter(code__in=codes).select_related("service"):
        about = f"{formats.said(one.service.name)}, " if one.service else ""
        name = _("%(about)snhận %(at)s") % {"about": about, "at": formats.moment(one.received_at)}
        yield one.code, Named("citizen_report", name, reverse("feedback-report", args=[one.code]))


def _regimes(reader: Reader, codes: Codes) -> Found:
    if "*" in codes:
        yield "*", Named("regime", _("mọi chế độ báo cáo"), reverse("urging-rules"))
    for one in reports.visible_regimes(reader.scope).filter(code__in=codes):
        yield one.code, Named("regime", one.title, reverse("regime", args=[one.code]))


Rows = Callable[[Scope], QuerySet[Any]]


def _finder(kind: str, route: str, rows: Rows, name: Callable[[Any], str], *before: str) -> Finder:
    """Things that differ in their door, their name and the page alone; `before`: what the address has before the
    code."""

    def find(reader: Reader, codes: Codes) -> Found:
        for one in rows(reader.scope).filter(code__in=codes):
            yield one.code, Named(kind, name(one), reverse(route, args=[*before, one.code]))

    return find


def _letter(one: UrgingLetter) -> str:
    day = formats.day(one.dated_on or one.written_on)
    return _("%(number)s ngày %(day)s") % {"number": one.number or _("chưa có số"), "day": day}


def _evaluation(one: Evaluation) -> str:
    return _("%(unit)s, năm %(year)s") % {"unit": formats.capital(one.unit.full_name), "year": one.year}


def _reception(one: Reception) -> str:
    return _("%(agency)s, ngày %(day)s") % {"agency": one.agency.name, "day": formats.day(one.on)}


def _visit(one: Visit) -> str:
    return _("số %(number)s, buổi ngày %(day)s") % {"number": one.number, "day": formats.day(one.reception.on)}


def _signal(one: Signal) -> str:
    return _("nhận ngày %(day)s") % {"day": formats.day(one.received_on)}


def _case(one: Any) -> str:
    """Number and year alone: what a case is about, and whose it is, stays in its register."""
    return _("số %(number)s/%(year)s") % {"number": one.number, "year": one.year}


def _postings(reader: Reader, codes: Codes) -> Found:
    seen = disclosure.visible_publications(reader.scope).values("pk")
    for one in Posting.objects.filter(code__in=codes, publication__in=seen).select_related("publication"):
        name = f"{one.publication.title} ({formats.said(one.get_channel_display())})"
        yield one.code, Named("posting", name, reverse("publication", args=[one.publication.code]))


def _events(reader: Reader, codes: Codes) -> Found:
    for one in meetings.visible_events(reader.scope).filter(code__in=codes):
        yield one.code, Named("local_event", one.name, reverse("meetings-unit", args=[one.unit.code]))


def _filters(reader: Reader, codes: Codes) -> Found:
    for one in visible_filters(reader.user, reader.scope).filter(code__in=codes):
        yield one.code, Named("filter", one.name, f"{reverse(one.place)}?{one.query}")


def _indices(_reader: Reader, codes: Codes) -> Found:
    """Facts that whoever signed in may read. An edition is written down as "papi:2025"."""
    asked = {code: code.partition(":") for code in codes}
    names = dict(
        Index.objects.filter(code__in={index for index, _colon, _year in asked.values()}).values_list("code", "name")
    )
    for code, (index, _colon, year) in asked.items():
        if index in names:
            href = reverse("edition", args=[index, int(year)]) if year.isdecimal() else reverse("index", args=[index])
            yield code, Named("index", f"{names[index]} {year}".strip(), href)


def _days(_reader: Reader, codes: Codes) -> Found:
    for one in OfficeDay.objects.filter(code__in=codes):
        yield (
            one.code,
            Named("office-day", f"{formats.day(one.day)}, {one.name}", reverse("office-day", args=[one.code])),
        )


def _timers(_reader: Reader, codes: Codes) -> Found:
    words = {rule.key: rule.label for rule in TIMERS}
    for one in OfficeTimer.objects.filter(code__in=codes):
        yield one.code, Named("office-timer", formats.said(words.get(one.key, "")), reverse("timers"))


FINDERS: dict[str, Finder] = {
    "obligation": _obligations,
    "duty": _duties,
    "plan": _plans,
    "task": _tasks,
    "agency": _agencies,
    "unit": _units,
    "user": _people,
    "membership": _memberships,
    "delegation": _delegations,
    "group": _groups,
    "evidence": _evidence,
    "report": _reports,
    "consolidation": _finder("consolidation", "consolidation", reports.visible_consolidations, attrgetter("title")),
    "regime": _regimes,
    "difficulty": _finder("difficulty", "difficulty", duties.visible_difficulties, attrgetter("text")),
    "urging-letter": _finder("urging-letter", "letter", duties.visible_letters, _letter),
    "evaluation": _finder("evaluation", "evaluation", duties.visible_evaluations, _evaluation),
    "posting": _postings,
    "promise": _finder("promise", "promise", meetings.visible_promises, attrgetter("text")),
    "dialogue": _finder("dialogue", "dialogue", meetings.visible_dialogues, attrgetter("topic")),
    "reception": _finder("reception", "reception", meetings.visible_receptions, _reception),
    "visit": _finder("visit", "visit", meetings.visible_visits, _visit),
    "local_event": _events,
    "disclosure_item": _finder(
        "disclosure_item", "disclosure-item", disclosure.visible_items, lambda one: formats.said(one.name)
    ),
    "publication": _finder("publication", "publication", disclosure.visible_publications, attrgetter("title")),
    "consultation": _finder("consultation", "consultation", disclosure.visible_consultations, attrgetter("title")),
    "collection": _finder("collection", "collection", disclosure.visible_collections, attrgetter("name")),
    "complaint": _finder("complaint", "register-case", feedback.visible_complaints, _case, "khieu-nai"),
    "denunciation": _finder("denunciation", "register-case", feedback.visible_denunciations, _case, "to-cao"),
    "account": _finder("account", "register-case", feedback.visible_requests, _case, "giai-trinh"),
    "signal": _finder("signal", "signal", feedback.visible_signals, _signal),
    "filter": _filters,
    "index": _indices,
    "office-day": _days,
    "office-timer": _timers,
}
