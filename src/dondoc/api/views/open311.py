"""Open311 GeoReport v2: what may be asked for, sending a request, how it stands. http://wiki.open311.org/GeoReport_v2"""

from datetime import datetime
from uuid import UUID, uuid4, uuid5

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from dondoc.api.forms import letter_of, missing_attributes
from dondoc.api.models import ApiClient
from dondoc.api.queries import open311 as told
from dondoc.api.queries.clients import client_of
from dondoc.api.rules.open311 import FORMATS, Document, errors, read_moment, written
from dondoc.feedback.actions.receiving import SENT, receive_report
from dondoc.feedback.models import Intake
from dondoc.feedback.rules.reading import Hint, hint_of
from dondoc.feedback.rules.stages import Channel
from dondoc.records.actions import flood
from dondoc.toolkit.errors import BadInput
from dondoc.web.doors import door
from dondoc.web.requests import Request

SPACE = UUID("5b0e4a3e-7a6d-4f0e-9c3b-2f1d6c1a8e11")
NO_JURISDICTION = "jurisdiction_id is required and must name a unit that takes requests"
NOT_HERE = (
    "This reads as a denunciation or a complaint, which is not taken here and was not stored. See /gui-phan-anh/."
)


@door("GET", who="anyone")
def discovery(request: Request, form: str) -> HttpResponse:
    return _answer(told.discovery(settings.SITE_URL, timezone.now()), form)


@door("GET", who="anyone")
def services(request: Request, form: str) -> HttpResponse:
    intake = told.intake_of(request.GET.get("jurisdiction_id", ""))
    if intake is None:
        return _no_unit(request.GET.get("jurisdiction_id", ""), form)
    return _answer(told.services(intake, timezone.localdate()), form)


@door("GET", who="anyone")
def service(request: Request, code: str, form: str) -> HttpResponse:
    intake = told.intake_of(request.GET.get("jurisdiction_id", ""))
    if intake is None:
        return _no_unit(request.GET.get("jurisdiction_id", ""), form)
    one = told.get_service(intake, code, timezone.localdate())
    if one is None or not one.attributes:
        return _refusal(404, "service_code was not found, or has no definition", form)
    return _answer(told.service_definition(one), form)


@csrf_exempt
@door("GET", "POST", who="anyone")
def requests(request: Request, form: str) -> HttpResponse:
    """POST a request with the key of a program; GET those that are told."""
    return _send(request, form) if request.method == "POST" else _list(request, form)


@door("GET", who="anyone")
def request_one(request: Request, code: str, form: str) -> HttpResponse:
    now = timezone.now()
    rows = told.found_requests(None, codes=[code], service="", status="", since=None, until=None, now=now)
    document = told.requests_document(rows, settings.SITE_URL)
    return _answer(document, form) if document.rows else _refusal(404, "service_request_id was not found", form)


@door("GET", who="anyone")
def token(request: Request, code: str, form: str) -> HttpResponse:
    """Requests are made at once, so the token of one is its id."""
    if not told.told_reports().filter(code=code).exists():
        return _refusal(404, "token was not found", form)
    return _answer(Document("service_requests", [{"service_request_id": code, "token": code}], "request"), form)


def _list(request: Request, form: str) -> HttpResponse:
    asked = request.GET
    days: dict[str, datetime | None] = {}
    for name in ("start_date", "end_date"):
        days[name] = read_moment(asked[name]) if asked.get(name) else None
        if asked.get(name) and days[name] is None:
            return _refusal(400, f"{name} must be a date and time with its zone, as 2026-11-10T09:30:00+07:00", form)
    jurisdiction = asked.get("jurisdiction_id", "")
    intake = told.intake_of(jurisdiction)
    if intake is None and jurisdiction:
        return _no_unit(jurisdiction, form)
    rows = told.found_requests(
        intake.unit_id if intake else None,
        codes=[code for code in asked.get("service_request_id", "").split(",") if code],
        service=asked.get("service_code", ""),
        status=asked.get("status", ""),
        since=days["start_date"],
        until=days["end_date"],
        now=timezone.now(),
    )
    return _answer(told.requests_document(rows, settings.SITE_URL), form)


def _send(request: Request, form: str) -> HttpResponse:
    data, at = request.POST, timezone.now()
    client = client_of(data.get("api_key", "") or request.GET.get("api_key", ""))
    if client is None:
        return _refusal(403, "Invalid api_key received", form)
    intake = told.intake_of(data.get("jurisdiction_id", ""))
    if intake is None:
        return _no_unit(data.get("jurisdiction_id", ""), form)
    if client.unit is not None and client.unit.pk != intake.unit_id:
        return _refusal(403, "api_key is not for this jurisdiction_id", form)
    if not data.get("service_code"):
        return _refusal(400, "service_code is required", form)
    return _receive(request, client, intake, form, at)


def _receive(request: Request, client: ApiClient, intake: Intake, form: str, at: datetime) -> HttpResponse:
    data = request.POST
    one = told.get_service(intake, data["service_code"], timezone.localdate(at))
    if one is None:
        return _refusal(404, "service_code was not found", form)
    if wrong := missing_attributes(one, data):
        return _refusal(400, f"attribute is required or has no such value: {', '.join(wrong)}", form)
    letter = letter_of(one, data)
    if isinstance(letter, str):
        return _refusal(400, letter, form)
    if hint_of(letter.text) in (Hint.DENUNCIATION, Hint.COMPLAINT):
        return _refusal(400, NOT_HERE, form)
    if flood.seen_of(SENT, f"client:{client.code}", at=at)[0] >= client.per_hour:
        return _refusal(429, "this api_key sent too many requests in an hour", form)
    try:
        report, _code, is_new = receive_report(
            intake,
            letter=letter,
            sent_key=_key(client, data.get("sent_key", "")),
            by=None,
            at=at,
            channel=Channel.OPEN311,
        )
    except BadInput as refused:
        return _refusal(400, str(refused), form)
    if is_new:
        flood.knock(SENT, f"client:{client.code}", at=at)
    row = {"service_request_id": report.code, "service_notice": "", "account_id": data.get("account_id") or None}
    return _answer(Document("service_requests", [row], "request"), form)


def _key(client: ApiClient, given: str) -> UUID:
    """A program that sends `sent_key` may send again after a bad line; each program has a space of its own."""
    return uuid5(SPACE, f"{client.code}:{given[:200]}") if given else uuid4()


def _no_unit(jurisdiction: str, form: str) -> HttpResponse:
    return _refusal(404 if jurisdiction else 400, NO_JURISDICTION, form)


def _refusal(status: int, description: str, form: str) -> HttpResponse:
    return _answer(errors(status, description), form, status)


def _answer(document: Document, form: str, status: int = 200) -> HttpResponse:
    response = HttpResponse(written(document, form), content_type=FORMATS[form], status=status)
    response["Access-Control-Allow-Origin"] = "*"
    return response
