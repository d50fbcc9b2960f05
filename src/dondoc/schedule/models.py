"""An office's own days and terms, over the tables that are shipped. Nothing is removed: what is withdrawn says when."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from dondoc.schedule.rules.timers import WORDS


class OfficeDay(models.Model):
    """A day that is off, or worked on a weekend, by a decision that the shipped table does not hold."""

    class Kind(models.TextChoices):
        OFF = "off", "nghỉ"
        WORKING = "working", "làm việc"

    code = models.CharField(max_length=16, unique=True)
    day = models.DateField()
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=120)
    number = models.CharField(max_length=120)
    decided_on = models.DateField()
    instead_of = models.DateField(
        null=True, blank=True, help_text="For a worked weekend: the day off that it makes up."
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day"], condition=Q(withdrawn_at__isnull=True), name="office_day_once")
        ]

    @property
    def decision(self) -> str:
        return f"{self.number} ngày {self.decided_on:%d/%m/%Y}"


class OfficeTimer(models.Model):
    """A term that an office set for itself, or took from a law that the shipped table does not hold yet."""

    code = models.CharField(max_length=16, unique=True)
    key = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=12, choices=list(WORDS.items()))
    citation = models.CharField(max_length=200)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=models.F("valid_from")),
                name="office_timer_days_in_order",
            )
        ]
