"""The one table of the portal: what each unit opened to the public."""

from django.conf import settings
from django.db import models

from dondoc.portal.rules.openings import WORDS, Part
from dondoc.units.models import AdministrativeUnit


class Opening(models.Model):
    """A part of a unit's page that anybody may read, since when and by whose decision. No row: it is closed."""

    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="openings")
    part = models.CharField(max_length=12, choices=[(part.value, WORDS[part]) for part in Part])
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", help_text="None: at set-up."
    )
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "part"], name="opening_once")]
