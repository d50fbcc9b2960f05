"""The one table of the desk: secret addresses of calendars."""

from django.conf import settings
from django.db import models


class CalendarFeed(models.Model):
    """An address under which a calendar program reads a person's due days without signing in. Only the hash of the
    address is kept; making a new one ends the old one."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
