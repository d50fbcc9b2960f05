"""What the public reads of reports and questions, and what is like them: published rows, as they were published."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from dondoc.feedback.models import Intake, Photo, Report, Service
from dondoc.feedback.rules.likeness import Written, most_alike
from dondoc.feedback.rules.searching import wanted
from dondoc.feedback.rules.stages import OUTCOMES, Kind, Outcome
from dondoc.units.access import valid_on
from dondoc.units.models import AdministrativeUnit, Settlement

COMPARED, SINCE = 400, timedelta(days=180)
SHOWN = (Photo.Choice.SHOWN, Photo.Choice.COVERED)


@dataclass(frozen=True, slots=True)
class PublicRow:
    """A published report or question. `is_denied`: its writer says that it is not resolved."""

    code: str
    kind: str
    text: str
    answer: str
    subject: str
    where: str
    agency: str
    outcome: str
    outcome_words: str
    received_on: datetime
    answered_on: datetime | None
    rating: int | None
    is_confirmed: bool
    is_denied: bool
    photos: tuple[str, ...] = ()


def open_intakes() -> QuerySet[Intake]:
    """Units that take reports, with their province."""
    return Intake.objects.filter(closed_at=None).select_related("unit__parent", "dispatcher", "inspectorate")


def services_of(unit: AdministrativeUnit, on: date) -> list[Service]:
    return list(Service.objects.filter(valid_on(on), unit=unit).order_by("order", "name"))


def settlements_of(unit: AdministrativeUnit, on: date) -> list[Settlement]:
    return list(Settlement.objects.filter(valid_on(on), commune=unit).order_by("kind", "search"))


def published(unit: AdministrativeUnit | None = None, *, kind: str = "") -> QuerySet[Report]:
    """What is published, the newest first. A private report is never among them, whatever else stands in its row."""
    rows = Report.objects.filter(published_at__isnull=False, is_private=False)
    if unit is not None:
        rows = rows.filter(unit=unit)
    return (rows.filter(kind=kind) if kind else rows).order_by("-published_at", "-pk")


def searched(rows: QuerySet[Report], *, words: str = "", service: str = "", settlement: str = "") -> QuerySet[Report]:
    """Narrowed by words without marks, by subject and village (codes)."""
    for word in wanted(words):
        rows = rows.filter(public_search__contains=word)
    if service:
        rows = rows.filter(service__code=service)
    return rows.filter(settlement__code=settlement) if settlement else rows


def public_rows(rows: QuerySet[Report]) -> list[PublicRow]:
    """Two queries, however many rows."""
    photos = Prefetch("photos", Photo.objects.filter(choice__in=SHOWN).order_by("number"))
    return [
        _row(one) for one in rows.select_related("service", "settlement", "agency", "unit").prefetch_related(photos)
    ]


def _row(one: Report) -> PublicRow:
    return PublicRow(
        code=one.code,
        kind=one.kind,
        text=one.public_text,
        answer=one.public_answer,
        subject=one.service.name if one.service else "",
        where=f"{one.settlement.kind} {one.settlement.name}" if one.settlement else "",
        agency=one.agency.name if one.agency else "",
        outcome=one.outcome,
        outcome_words=OUTCOMES[Outcome(one.outcome)] if one.outcome else "",
        received_on=one.received_at,
        answered_on=one.answered_at,
        rating=one.rating,
        is_confirmed=one.confirmed is True,
        is_denied=one.confirmed is False,
        photos=tuple(photo.code for photo in one.photos.all()),
    )


def alike_public(unit: AdministrativeUnit, *, written: Written, at: datetime) -> list[PublicRow]:
    """Published reports of the last half year that are like what is being written. Two queries."""
    rows = published(unit, kind=Kind.REPORT).filter(received_at__gt=at - SINCE)[:COMPARED]
    keys = most_alike(written, [_written(row) for row in rows.values(*FIELDS, "public_text")])
    found = {row.code: row for row in public_rows(published(unit).filter(code__in=keys))} if keys else {}
    return [found[key] for key in keys if key in found]


FIELDS = ("code", "settlement_id", "service_id", "latitude", "longitude")


def _written(row: dict[str, Any]) -> Written:
    def number(value: Any) -> float | None:
        return None if value is None else float(value)

    text = row.get("public_text") or row.get("text") or ""
    return Written(
        row["code"], text, row["settlement_id"], row["service_id"], number(row["latitude"]), number(row["longitude"])
    )


def alike_reports(report: Report, rows: QuerySet[Report], *, at: datetime) -> list[Report]:
    """Reports among those that an officer may read which seem to be about the same thing. Two queries."""
    near = (
        rows.filter(Q(unit=report.unit_id), received_at__gt=at - SINCE).exclude(pk=report.pk).order_by("-received_at")
    )
    one = Written(
        report.code,
        report.text,
        report.settlement_id,
        report.service_id,
        None if report.latitude is None else float(report.latitude),
        None if report.longitude is None else float(report.longitude),
    )
    keys = most_alike(one, [_written(row) for row in near.values(*FIELDS, "text")[:COMPARED]])
    found = {row.code: row for row in Report.objects.filter(code__in=keys).select_related("settlement", "agency")}
    return [found[key] for key in keys]
