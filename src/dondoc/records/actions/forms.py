"""A form sent twice counts once."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from dondoc.records.models import SentForm
from dondoc.web.once import FIELD, is_key

KEPT_FOR = timedelta(days=14)


class _SentBeforeError(Exception):
    pass


def send_once(request: HttpRequest, act: Callable[[], str], *, at: datetime) -> HttpResponse:
    """Run `act` (it returns the address to go on to) in one transaction with the key of the form. The same form again,
    even at the same moment, does nothing and leads to the same place. Where `act` refuses, the key stays unused."""
    key = request.POST.get(FIELD, "")
    actor_id = request.user.pk or 0
    if not is_key(key):
        with transaction.atomic():
            return HttpResponseRedirect(act())
    try:
        with transaction.atomic():
            row = _claim(key, actor_id, at)
            row.location = act()
            row.save(update_fields=["location"])
    except _SentBeforeError:
        row = SentForm.objects.get(key=key, actor_id=actor_id)
    return HttpResponseRedirect(row.location)


def sent_before(request: HttpRequest) -> HttpResponse | None:
    """Where this very form led when it was carried out, for a view that judges before it sends: what was taken once is
    not asked again."""
    row = SentForm.objects.filter(key=request.POST.get(FIELD, "")[:40], actor_id=request.user.pk or 0).first()
    return HttpResponseRedirect(row.location) if row else None


def _claim(key: str, actor_id: int, at: datetime) -> SentForm:
    """Insert the key first: a second sender waits here for the first to commit, then finds it taken."""
    try:
        with transaction.atomic():
            return SentForm.objects.create(key=key, actor_id=actor_id, location="/", at=at)
    except IntegrityError:
        raise _SentBeforeError from None


def forget_forms(*, at: datetime) -> int:
    """Drop keys that no open page can still carry."""
    return SentForm.objects.filter(at__lt=at - KEPT_FOR).delete()[0]
