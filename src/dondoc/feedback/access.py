"""Who reads what of feedback: the only door to permissioned reads. Outside is 404.

A report is read by who dispatches it, by the agency that answers it, and, unless it is private, by the territorial
line. Who wrote it is told to those who work on it alone. Signals and denunciations are for the inspectorate;
complaints and requests for accountability for the agency that settles them and the leaders of its unit.
"""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from dondoc.feedback.models import AccountRequest, Complaint, Denunciation, Intake, Photo, Report, Signal
from dondoc.units.access import Scope
from dondoc.units.models import Agency, Role
from dondoc.web.found import found

DOING = (Role.OFFICER, Role.HEAD, Role.FOCAL)
SECRET = (Role.INSPECTOR,)


def agencies_as(scope: Scope, roles: Collection[str]) -> list[int]:
    """Agencies for which the person acts in one of the roles."""
    return [agency for agency in scope.agencies if any(scope.has(role, agency) for role in roles)]


def visible_reports(scope: Scope) -> QuerySet[Report]:
    """What a person may read. No order, no joins: the caller adds its own."""
    working = agencies_as(scope, (*DOING, Role.COMMITTEE))
    mine = Q(dispatcher__in=working) | Q(agency__in=working)
    return Report.objects.filter(mine | Q(is_private=False, unit__in=list(scope.units_below)))


def get_report_for(scope: Scope, code: str) -> Report:
    rows = visible_reports(scope).filter(code=code)
    return found(rows.select_related("unit__parent", "agency", "dispatcher", "service", "settlement", "assigned_to"))


def knows_writer(scope: Scope, report: Report) -> bool:
    """Who may be told how to reach the writer."""
    return works_on(scope, report)


def works_on(scope: Scope, report: Report) -> bool:
    """Who dispatches it or answers it; they alone are told how to reach the writer."""
    return may_dispatch(scope, report) or may_answer(scope, report)


def may_dispatch(scope: Scope, report: Report) -> bool:
    return _does(scope, report.dispatcher_id)


def may_answer(scope: Scope, report: Report) -> bool:
    return report.agency_id is not None and _does(scope, report.agency_id)


def may_approve(scope: Scope, report: Report) -> bool:
    """The head of the agency that answers, or of the one that dispatches; leaders of the unit's committee."""
    agencies = [one for one in (report.agency_id, report.dispatcher_id) if one is not None]
    return any(scope.has(role, agency) for agency in agencies for role in (Role.HEAD, Role.COMMITTEE))


def may_record(scope: Scope) -> QuerySet[Intake]:
    """Intakes for which a person enters what came by telephone, box, counter, meeting, letter."""
    return Intake.objects.filter(dispatcher__in=agencies_as(scope, DOING), closed_at=None).select_related(
        "unit__parent"
    )


def may_set_up(scope: Scope) -> QuerySet[Intake]:
    """Intakes whose subjects, terms and templates a person keeps."""
    heads = agencies_as(scope, (Role.HEAD, Role.FOCAL, Role.COMMITTEE))
    units = list(scope.units_below) if scope.has_any(Role.FOCAL, Role.COMMITTEE, Role.HEAD) else []
    return Intake.objects.filter(Q(dispatcher__in=heads) | Q(unit__in=units)).select_related(
        "unit__parent", "dispatcher"
    )


def get_photo_for(scope: Scope, report_code: str, photo_code: str) -> Photo:
    """A photo as it was sent, for those who work on its report."""
    report = get_report_for(scope, report_code)
    rows = Photo.objects.filter(report=report, code=photo_code).select_related("attachment__file", "report")
    return found(rows if works_on(scope, report) or may_approve(scope, report) else rows.none())


def visible_signals(scope: Scope) -> QuerySet[Signal]:
    """For inspectors of the inspectorate that the unit named, and nobody else, its leaders included."""
    return Signal.objects.filter(agency__in=agencies_as(scope, SECRET))


def get_signal_for(scope: Scope, code: str) -> Signal:
    return found(visible_signals(scope).filter(code=code).select_related("unit", "agency"))


def visible_complaints(scope: Scope) -> QuerySet[Complaint]:
    return Complaint.objects.filter(agency__in=registering(scope))


def get_complaint_for(scope: Scope, code: str) -> Complaint:
    return found(visible_complaints(scope).filter(code=code).select_related("unit__parent", "agency"))


def visible_requests(scope: Scope) -> QuerySet[AccountRequest]:
    return AccountRequest.objects.filter(agency__in=registering(scope))


def get_request_for(scope: Scope, code: str) -> AccountRequest:
    return found(visible_requests(scope).filter(code=code).select_related("unit__parent", "agency"))


def visible_denunciations(scope: Scope) -> QuerySet[Denunciation]:
    """Rows for inspectors and the head of the agency that settles; everybody else sees sums alone."""
    return Denunciation.objects.filter(agency__in=denunciation_keepers(scope))


def get_denunciation_for(scope: Scope, code: str) -> Denunciation:
    return found(visible_denunciations(scope).filter(code=code).select_related("unit__parent", "agency"))


def registering(scope: Scope) -> list[int]:
    """Agencies whose registers of complaints and of requests a person keeps."""
    return agencies_as(scope, (*DOING, Role.INSPECTOR))


def denunciation_keepers(scope: Scope) -> list[int]:
    return agencies_as(scope, (Role.INSPECTOR, Role.HEAD))


def agencies_of(ids: Collection[int]) -> list[Agency]:
    return list(Agency.objects.filter(pk__in=list(ids), valid_to=None).select_related("unit__parent").order_by("name"))


def takers_of(report: Report) -> QuerySet[Agency]:
    """To whom a report may be given: agencies of its unit, and those of the units above it."""
    units = [report.unit_id]
    above = report.unit.parent
    while above is not None:
        units.append(above.pk)
        above = above.parent
    return Agency.objects.filter(unit__in=units, valid_to=None).select_related("unit").order_by("-unit__level", "name")


def _does(scope: Scope, agency_id: int) -> bool:
    return any(scope.has(role, agency_id) for role in DOING)
