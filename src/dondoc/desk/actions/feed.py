"""The secret addresses of calendars: a person's, an agency's."""

import secrets
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.desk.models import AgencyFeed, CalendarFeed
from dondoc.records.actions import audit
from dondoc.units.models import Agency


def make_feed(user: User, *, by: User, at: datetime) -> str:
    """A new secret, returned once and kept nowhere; the address before it stops working."""
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        CalendarFeed.objects.update_or_create(user=user, defaults={"token_hash": hash_of(token), "made_at": at})
        audit.record("make_feed", ("user", user.code), by=by, at=at)
    return token


def end_feed(user: User, *, by: User, at: datetime) -> bool:
    """The address stops working. False where there was none."""
    with transaction.atomic():
        ended, _ = CalendarFeed.objects.filter(user=user).delete()
        if ended:
            audit.record("end_feed", ("user", user.code), by=by, at=at)
    return bool(ended)


def make_agency_feed(agency: Agency, *, by: User, at: datetime) -> str:
    """The same for an agency; who may is asked before (its head)."""
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        values = {"token_hash": hash_of(token), "made_by": by, "made_at": at}
        AgencyFeed.objects.update_or_create(agency=agency, defaults=values)
        audit.record("make_feed", ("agency", agency.code), by=by, at=at)
    return token


def end_agency_feed(agency: Agency, *, by: User, at: datetime) -> bool:
    with transaction.atomic():
        ended, _ = AgencyFeed.objects.filter(agency=agency).delete()
        if ended:
            audit.record("end_feed", ("agency", agency.code), by=by, at=at)
    return bool(ended)


def hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()
