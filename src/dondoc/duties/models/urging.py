"""Urging: rules of reminders and of the way up, what each person was told, and that an obligation was urged."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from dondoc.duties.models.engine import Obligation
from dondoc.duties.models.letters import UrgingLetter
from dondoc.duties.models.regime import Regime
from dondoc.units.models import Agency


class Channel(models.TextChoices):
    """How a digest reaches a person. Whatever the channel, it also stands in the application."""

    APP = "app", "trong ứng dụng"
    EMAIL = "email", "thư điện tử"
    SMS = "sms", "tin nhắn SMS"
    ZALO = "zalo", "Zalo"


class Audience(models.TextChoices):
    """Whom a rule speaks to, always in the agency that holds the work."""

    DOER = "doer", "người thực hiện"
    HEAD = "head", "người đứng đầu"
    ALL = "all", "mọi người của cơ quan"


class ReminderRule(models.Model):
    """Remind `offset` working days from the due day (below zero: before it), and from there on every `every` working
    days (0: once). Without an agency for everybody; an agency's own rule is for its own people and adds to these. A
    rule is ended, never changed: what was sent under it stays explained."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="reminder_rules")
    offset = models.SmallIntegerField()
    every = models.PositiveSmallIntegerField(default=0)
    audience = models.CharField(max_length=8, choices=Audience)
    channel = models.CharField(max_length=8, choices=Channel)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "offset", "audience", "channel"],
                condition=Q(ended_at__isnull=True, agency__isnull=False),
                name="reminder_rule_of_agency_once",
            ),
            models.UniqueConstraint(
                fields=["offset", "audience", "channel"],
                condition=Q(ended_at__isnull=True, agency__isnull=True),
                name="reminder_rule_of_all_once",
            ),
        ]


class EscalationRule(models.Model):
    """After how many working days late a step of the way up is taken; of a regime, or (none named) of all others."""

    class Step(models.IntegerChoices):
        HEAD = 1, "người đứng đầu cơ quan"
        ABOVE = 2, "cấp trên trực tiếp"
        COMMITTEE = 3, "Ủy ban nhân dân"

    regime = models.ForeignKey(Regime, null=True, blank=True, on_delete=models.CASCADE, related_name="escalation_rules")
    step = models.PositiveSmallIntegerField(choices=Step)
    after_days = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["regime", "step"], condition=Q(regime__isnull=False), name="escalation_rule_of_regime_once"
            ),
            models.UniqueConstraint(
                fields=["step"], condition=Q(regime__isnull=True), name="escalation_rule_of_all_once"
            ),
        ]


class DigestChoice(models.Model):
    """What a person wants of the daily digest, by channel. Nothing said is yes."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest_choices")
    channel = models.CharField(max_length=8, choices=Channel)
    is_wanted = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "channel"], name="digest_choice_once")]


class Notice(models.Model):
    """What one person was told on one day, once: the lines as they stood then, and by which channels it went out."""

    code = models.CharField(max_length=16, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    day = models.DateField()
    title = models.CharField(max_length=200)
    lines = models.JSONField(default=list)
    channels = models.JSONField(default=list)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="notice_once_a_day")]
        indexes = [models.Index(fields=["user"], condition=Q(read_at__isnull=True), name="notice_unread")]


class Urging(models.Model):
    """One obligation was urged once: by a reminder to a person, a letter to its agency, a step up the line. `key` makes
    the same time the same row."""

    class Way(models.TextChoices):
        REMINDER = "reminder", "nhắc việc"
        LETTER = "letter", "công văn"
        ESCALATION = "escalation", "báo cáo lên"

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="urgings")
    way = models.CharField(max_length=10, choices=Way)
    key = models.CharField(max_length=40)
    on = models.DateField()
    step = models.PositiveSmallIntegerField(default=0)
    notice = models.ForeignKey(Notice, null=True, blank=True, on_delete=models.SET_NULL, related_name="urgings")
    letter = models.ForeignKey(UrgingLetter, null=True, blank=True, on_delete=models.PROTECT, related_name="urgings")
    to_agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["obligation", "way", "key"], name="urging_once")]
        indexes = [models.Index(fields=["way", "on"], name="urging_by_day")]
