"""What a unit set up: where reports go in, the subjects, the terms, the texts to begin an answer with."""

from django.db import models
from django.db.models import F, Q

from dondoc.feedback.rules.clock import Unit
from dondoc.feedback.rules.stages import CHANNELS
from dondoc.units.models import AdministrativeUnit, Agency, Dated

UNITS = [
    (Unit.HOURS.value, "giờ"),
    (Unit.DAYS.value, "ngày"),
    (Unit.WORKING_DAYS.value, "ngày làm việc"),
]


class Intake(models.Model):
    """A unit that takes reports: who dispatches them, and who alone sees signals of corruption and of conduct."""

    unit = models.OneToOneField(AdministrativeUnit, on_delete=models.PROTECT, related_name="intake")
    dispatcher = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    inspectorate = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    hotline = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)


class Service(Dated):
    """A subject on which people write, as of a unit and its days: the service of Open311. `attributes` are questions
    peculiar to it: {"code", "datatype", "required", "description", "values": [{"key", "name"}]}."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=120)
    search = models.CharField(max_length=160)
    group = models.CharField(max_length=80, blank=True)
    description = models.CharField(max_length=300, blank=True)
    keywords = models.CharField(max_length=200, blank=True)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    component = models.CharField(max_length=8, blank=True)
    attributes = models.JSONField(default=list, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"], condition=Q(valid_to__isnull=True), name="service_name_once"
            )
        ]


class ClockRule(models.Model):
    """A term of a unit's own, by step and channel (empty: all), from the day on which it holds: by its plan where
    `plan_code` names one, else by its office. It stands over the legal and the shipped terms."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="clock_rules")
    key = models.CharField(max_length=40)
    channel = models.CharField(max_length=8, blank=True, choices=[(one.value, word) for one, word in CHANNELS.items()])
    plan_code = models.CharField(max_length=16, blank=True)
    number = models.PositiveSmallIntegerField()
    counted_in = models.CharField(max_length=12, choices=UNITS)
    closes_at = models.TimeField(null=True, blank=True)
    citation = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="clock_rule_days_in_order"
            )
        ]
        indexes = [models.Index(fields=["unit", "key"], name="clock_rule_by_unit")]


class Template(models.Model):
    """A text to begin an answer with."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="answer_templates")
    title = models.CharField(max_length=120)
    text = models.TextField()
    ended_at = models.DateTimeField(null=True, blank=True)
