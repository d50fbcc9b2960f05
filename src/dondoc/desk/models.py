"""Tables of the desk: secret addresses of calendars, and filters that people keep."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from dondoc.units.models import Agency


class CalendarFeed(models.Model):
    """An address under which a calendar program reads a person's due days without signing in. Only the hash of the
    address is kept; making a new one ends the old one."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()


class AgencyFeed(models.Model):
    """The same of an agency: all its open due days, for whoever has the address. Made and ended by its head."""

    agency = models.OneToOneField(Agency, on_delete=models.CASCADE, related_name="calendar_feed")
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()


class SavedFilter(models.Model):
    """A list as somebody narrowed it, under a name: one's own, or (with `agency`) also for the people of that agency.
    It holds an address alone: who opens it sees what that person may see."""

    class Place(models.TextChoices):
        """The page that it opens."""

        WORK = "my-work", "Việc của tôi"
        LIST = "monitor-obligations", "Theo dõi"

    code = models.CharField(max_length=16, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_filters")
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.CASCADE, related_name="saved_filters")
    place = models.CharField(max_length=24, choices=Place)
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=600)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "place", "name"], condition=Q(agency=None), name="own_filter_name_once"
            ),
            models.UniqueConstraint(
                fields=["agency", "place", "name"], condition=Q(agency__isnull=False), name="shared_filter_name_once"
            ),
        ]
