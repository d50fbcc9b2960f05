"""Duties, who has a part in them, and what each agency owes. An obligation is unique by duty, agency and occurrence:
generating twice changes nothing."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from dondoc.duties.models.regime import Regime
from dondoc.duties.rules.states import WORDS, State
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup, Settlement

STATES = [(state.value, WORDS[state]) for state in State]


class Part(models.TextChoices):
    """The part that an agency has in a duty. Executors owe; a lead with executors owes the confirmation and the sum; a
    lead alone owes the work; who coordinates sees and may contribute, who supervises sees and may return."""

    LEAD = "lead", "chủ trì"
    EXECUTE = "execute", "thực hiện"
    COORDINATE = "coordinate", "phối hợp"
    SUPERVISE = "supervise", "theo dõi, giám sát"


class Duty(models.Model):
    """Who owes what, when, with which proof. The source (a task of a plan, a report …) is named by kind and code."""

    code = models.CharField(max_length=16, unique=True)
    source_kind = models.CharField(max_length=24)
    source_code = models.CharField(max_length=16)
    plan_code = models.CharField(max_length=16, blank=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="duties")
    title = models.TextField()
    search = models.TextField()
    schedule = models.JSONField(default=dict, help_text="The JSON form of a schedule: kind, text, normalised.")
    products = models.JSONField(default=list)
    targets = models.JSONField(default=list)
    component = models.CharField(max_length=8, blank=True)
    section = models.PositiveSmallIntegerField(null=True, blank=True)
    regime = models.ForeignKey(Regime, null=True, blank=True, on_delete=models.PROTECT, related_name="duties")
    serves = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="served_by")
    replaces = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    needs_confirmation = models.BooleanField(default=False)
    issued_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source_kind", "source_code"], name="duty_once_per_source")]
        indexes = [models.Index(fields=["plan_code"], name="duty_by_plan")]


class DutyAgency(models.Model):
    """An agency or a group in its part of a duty; the name as printed stays beside what it was resolved to."""

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="parties")
    part = models.CharField(max_length=10, choices=Part)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(AgencyGroup, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    printed = models.CharField(max_length=400, blank=True)
    is_requested = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(agency__isnull=False, group__isnull=True) | Q(agency__isnull=True, group__isnull=False),
                name="duty_party_is_one",
            )
        ]


class DutyMember(models.Model):
    """Who sees all of a duty without owing it as each of its executors does: leads that confirm, who coordinates, who
    supervises. Told by expansion from the parties, so that a group is asked for its members once."""

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="members", db_index=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=10, choices=Part)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["duty", "agency", "part"], name="duty_member_once")]


class Occurrence(models.Model):
    """One time that a duty is owed, told once for all who owe it; why it is due on that day stands here."""

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="occurrences", db_index=False)
    key = models.CharField(max_length=40)
    label = models.CharField(max_length=120)
    opens_on = models.DateField()
    due_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    aim_on = models.DateField(null=True, blank=True)
    explained = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["duty", "key"], name="occurrence_once")]


class Occasion(models.Model):
    """Something that event-bound work waits for: an election in a village, a decision that was issued."""

    code = models.CharField(max_length=16, unique=True)
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="occasions")
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    settlement = models.ForeignKey(Settlement, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    on = models.DateField()
    recorded_at = models.DateTimeField()


class Expansion(models.Model):
    """One run that makes obligations in short chunks; what it made is unseen until `published_at`."""

    code = models.CharField(max_length=16, unique=True)
    source_kind = models.CharField(max_length=24)
    source_code = models.CharField(max_length=16)
    year = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    made = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_kind", "source_code", "year"],
                condition=Q(published_at__isnull=True),
                name="expansion_under_way_once",
            )
        ]


class Obligation(models.Model):
    """One agency owes one thing by one day. `owed_by` never changes; `held_by` is who must act now, and `unit` and
    `province` are where that one sits (to find those of a unit, ask by its agencies). `explained` is empty where the
    occurrence of the duty says it all.

    Few indexes on purpose: each is paid for 800,000 times when a province issues its plans (bench/expand.py). So is
    each foreign key: `unit` and `province` follow from the holder, `expansion` is our own, and `dondoc check` proves
    the three."""

    code = models.CharField(max_length=16, unique=True)
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="obligations", db_index=False)
    part = models.CharField(max_length=10, choices=Part)
    owed_by = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="owed", db_index=False)
    held_by = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="held", db_index=False)
    unit = models.ForeignKey(
        AdministrativeUnit, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    province = models.ForeignKey(
        AdministrativeUnit, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    occurrence = models.CharField(max_length=40)
    label = models.CharField(max_length=120)
    opens_on = models.DateField()
    due_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    aim_on = models.DateField(null=True, blank=True)
    explained = models.JSONField(default=dict)
    state = models.CharField(max_length=16, choices=STATES, default=State.NOT_OPEN.value)
    settled_at = models.DateTimeField(null=True, blank=True)
    is_claimed = models.BooleanField(default=False)
    is_history = models.BooleanField(default=False)
    is_requested = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    section = models.PositiveSmallIntegerField(null=True, blank=True)
    component = models.CharField(max_length=8, blank=True)
    is_entered_for = models.BooleanField(default=False, help_text="Entered by the focal point above for its holder.")
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    position = models.CharField(
        max_length=120, blank=True, help_text="Given to whoever holds it, where no name stands."
    )
    expansion = models.ForeignKey(
        Expansion,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["duty", "owed_by", "occurrence"], name="obligation_once"),
            models.CheckConstraint(
                condition=Q(due_at__isnull=True, due_on__isnull=True) | Q(due_at__isnull=False, due_on__isnull=False),
                name="obligation_due_twice_or_not",
            ),
        ]
        indexes = [
            models.Index(fields=["held_by", "state", "due_on"], name="obligation_of_agency"),
            models.Index(fields=["province", "state", "due_on"], name="obligation_of_province"),
            models.Index(fields=["duty", "state", "due_on"], name="obligation_of_duty"),
            models.Index(
                fields=["assigned_to", "state"], condition=Q(assigned_to__isnull=False), name="obligation_of_person"
            ),
            models.Index(fields=["opens_on"], condition=Q(state="not-open"), name="obligation_to_open"),
        ]
