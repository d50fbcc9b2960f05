"""What comes round for accounts."""

from datetime import datetime, timedelta

from dondoc.accounts.actions.sign_in import forget_failures
from dondoc.accounts.models import UserSession
from dondoc.records.periodic import every


@every(timedelta(days=1), "accounts.forget")
def forget(now: datetime) -> None:
    """Old failures and sessions that ran out."""
    forget_failures(at=now)
    UserSession.objects.filter(expire_date__lt=now).delete()
