"""One clock for the four flows: each step of a case has its term, and each term its obligation in the engine."""

from django.db import models
from django.db.models import Q

from dondoc.duties.models import Obligation
from dondoc.feedback.models.catalogue import UNITS
from dondoc.units.models import AdministrativeUnit, Agency


class Flow(models.TextChoices):
    REPORT = "report", "phản ánh, kiến nghị"
    SIGNAL = "signal", "tín hiệu"
    COMPLAINT = "complaint", "khiếu nại"
    DENUNCIATION = "denunciation", "tố cáo"
    ACCOUNT = "account", "giải trình"


class Term(models.Model):
    """The term of one step of one case, with the rule as it held when it began. `round` tells a reopened case from its
    first time, `key` names the rule in the table of terms. What is late is read from the obligation; a signal has none,
    since the line above reads obligations."""

    flow = models.CharField(max_length=12, choices=Flow)
    case_code = models.CharField(max_length=16)
    step = models.CharField(max_length=40)
    key = models.CharField(max_length=40, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    obligation = models.ForeignKey(Obligation, null=True, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    counted_from = models.DateTimeField(null=True, blank=True)
    number = models.PositiveSmallIntegerField()
    counted_in = models.CharField(max_length=12, choices=UNITS)
    closes_at = models.TimeField(null=True, blank=True)
    citation = models.CharField(max_length=300, blank=True)
    extended_by = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True, blank=True)
    warn_at = models.DateTimeField(null=True, blank=True)
    explained = models.JSONField(default=list)
    met_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    escalated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["flow", "case_code", "step", "round", "agency"], name="term_once")
        ]
        indexes = [
            models.Index(
                fields=["warn_at"],
                condition=Q(met_at__isnull=True, dropped_at__isnull=True, escalated_at__isnull=True),
                name="term_to_escalate",
            ),
            models.Index(
                fields=["flow", "due_at"], condition=Q(met_at__isnull=True, dropped_at__isnull=True), name="term_open"
            ),
        ]


class Stop(models.Model):
    """A stretch in which the clock of a case stands still; one at a time."""

    flow = models.CharField(max_length=12, choices=Flow)
    case_code = models.CharField(max_length=16)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["flow", "case_code"], condition=Q(ends_at__isnull=True), name="stop_one_at_a_time"
            )
        ]
