"""Programs that may write here."""

from django.conf import settings
from django.db import models

from dondoc.units.models import AdministrativeUnit


class ApiClient(models.Model):
    """A program with its key (kept as a hash) and how much it may send in an hour; of one unit, or of all."""

    code = models.CharField(max_length=16, unique=True)
    name = models.CharField(max_length=120)
    key_hash = models.CharField(max_length=64, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    per_hour = models.PositiveIntegerField(default=600)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
