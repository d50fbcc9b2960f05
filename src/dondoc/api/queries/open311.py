"""Services and requests as Open311 tells them. Of a report only what was published is told; of one that came this way
and is not private, also where it stands. A private report is not there."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from dondoc.api.rules.open311 import Document, Items, moment
from dondoc.feedback.models import Intake, Photo, Report, Service, Term
from dondoc.feedback.queries.public import SHOWN, open_intakes
from dondoc.feedback.rules.stages import OUTCOMES, STAGES, Channel, Outcome, Stage
from dondoc.units.access import valid_on

MOST, DAYS = 1000, 90


def intake_of(jurisdiction: str) -> Intake | None:
    """The unit that a `jurisdiction_id` names; without one, the only unit that takes reports."""
    rows = open_intakes()
    if jurisdiction:
        return rows.filter(unit__code=jurisdiction).first()
    only = list(rows.order_by("unit__level", "pk")[:2])
    return only[0] if len(only) == 1 else None


def discovery(site: str, now: datetime) -> Document:
    """Where the interface is, in which formats."""
    address = f"{site}/api/open311/v2"
    endpoint = {
        "specification": "http://wiki.open311.org/GeoReport_v2",
        "url": address,
        "changeset": moment(now),
        "type": "production",
        "formats": Items("format", ["text/xml", "application/json"]),
    }
    row = {
        "changeset": moment(now),
        "contact": f"{site}/gui-phan-anh/",
        "key_service": "Quản trị của đơn vị cấp khóa cho từng ứng dụng.",
        "endpoints": Items("endpoint", [endpoint]),
    }
    return Document("discovery", [row])


def services(intake: Intake, on: date) -> Document:
    rows = Service.objects.filter(valid_on(on), unit=intake.unit).order_by("order", "name")
    return Document("services", [_service(one) for one in rows], "service")


def service_definition(service: Service) -> Document:
    """The questions peculiar to a subject."""
    attributes = [_attribute(number, one) for number, one in enumerate(service.attributes, 1)]
    row = {"service_code": service.code, "attributes": Items("attribute", attributes)}
    return Document("service_definition", [row])


def get_service(intake: Intake, code: str, on: date) -> Service | None:
    return Service.objects.filter(valid_on(on), unit=intake.unit, code=code).select_related("agency").first()


def told_reports() -> QuerySet[Report]:
    """What may be told to anybody."""
    brought = Q(channel=Channel.OPEN311)
    return Report.objects.filter(Q(published_at__isnull=False) | brought, is_private=False)


def requests_document(rows: Iterable[Report], site: str) -> Document:
    """Three queries, however many rows."""
    listed = list(rows)
    photos: dict[int, Photo] = {}
    for photo in Photo.objects.filter(report__in=listed, choice__in=SHOWN).order_by("-number"):
        photos[photo.report_id] = photo
    running = Term.objects.filter(
        flow="report", case_code__in=[one.code for one in listed], met_at=None, dropped_at=None
    )
    due = {term.case_code: term.due_at for term in running.order_by("pk")}
    return Document(
        "service_requests", [_request(one, photos.get(one.pk), due.get(one.code), site) for one in listed], "request"
    )


def found_requests(
    unit_id: int | None, *, codes: list[str], service: str, status: str, since: datetime | None, until: datetime | None,
    now: datetime,
) -> QuerySet[Report]:  # fmt: skip
    """By id alone, or by subject, status and days: ninety days at most, a thousand rows at most."""
    rows = (
        told_reports().select_related("service", "agency", "dispatcher", "unit", "settlement").order_by("-received_at")
    )
    if unit_id is not None:
        rows = rows.filter(unit=unit_id)
    if codes:
        return rows.filter(code__in=codes[:MOST])[:MOST]
    until = until or now
    since = max(since or until - timedelta(days=DAYS), until - timedelta(days=DAYS))
    rows = rows.filter(received_at__gte=since, received_at__lte=until)
    if service:
        rows = rows.filter(service__code__in=service.split(",")[:50])
    if status in ("open", "closed"):
        closed = Q(stage=Stage.ANSWERED)
        rows = rows.filter(closed if status == "closed" else ~closed)
    return rows[:MOST]


def _service(one: Service) -> dict[str, Any]:
    return {
        "service_code": one.code,
        "service_name": one.name,
        "description": one.description,
        "metadata": bool(one.attributes),
        "type": "realtime",
        "keywords": one.keywords,
        "group": one.group,
    }


def _attribute(number: int, one: dict[str, Any]) -> dict[str, Any]:
    values = [{"key": value["key"], "name": value["name"]} for value in one.get("values", ())]
    return {
        "variable": True,
        "code": one["code"],
        "datatype": one.get("datatype", "string"),
        "required": bool(one.get("required")),
        "datatype_description": one.get("datatype_description", ""),
        "order": one.get("order", number),
        "description": one.get("description", ""),
        "values": Items("value", values),
    }


def _request(one: Report, photo: Photo | None, due: datetime | None, site: str) -> dict[str, Any]:
    is_public = one.published_at is not None
    is_closed = one.stage == Stage.ANSWERED
    notes = STAGES[Stage(one.stage)]
    if is_closed and one.outcome:
        notes = OUTCOMES[Outcome(one.outcome)] + (f": {one.public_answer}" if is_public else "")
    where = f"{one.settlement.kind} {one.settlement.name}, " if one.settlement else ""
    address = f"{where}{one.unit.full_name}" if is_public or one.settlement else one.unit.full_name
    media = ""
    if photo is not None and is_public:
        media = site + reverse("published-photo", args=[one.unit.code, one.code, photo.code])
    return {
        "service_request_id": one.code,
        "status": "closed" if is_closed else "open",
        "status_notes": notes,
        "service_name": one.service.name if one.service else "",
        "service_code": one.service.code if one.service else "",
        "description": one.public_text if is_public else "",
        "agency_responsible": (one.agency or one.dispatcher).name,
        "service_notice": "",
        "requested_datetime": moment(one.received_at),
        "updated_datetime": moment(one.answered_at or one.acknowledged_at or one.received_at),
        "expected_datetime": moment(due),
        "address": address,
        "address_id": "",
        "zipcode": "",
        "lat": float(one.latitude) if one.latitude is not None and is_public else None,
        "long": float(one.longitude) if one.longitude is not None and is_public else None,
        "media_url": media,
    }
