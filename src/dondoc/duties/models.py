"""Tables of the engine. An obligation is unique by duty, agency and occurrence: generating twice changes nothing."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from dondoc.duties.rules.judging import Kind as FigureKind
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


class Regime(models.Model):
    """The reporting regime of a source (a plan), or one that stands by itself. `base_cycle` is the finest cycle that
    does not overlap: continuous and undated work is owed once in each."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="regimes")
    source_kind = models.CharField(max_length=24, blank=True)
    source_code = models.CharField(max_length=16, blank=True)
    base_cycle = models.CharField(max_length=12, default="quarter")
    rules = models.JSONField(default=list)
    confirmed_at = models.DateTimeField(null=True, blank=True)


class Period(models.Model):
    """A period of a regime: the day that closes the figures, the day that is due, the day that locks are three days."""

    regime = models.ForeignKey(Regime, on_delete=models.CASCADE, related_name="periods")
    cycle = models.CharField(max_length=12)
    key = models.CharField(max_length=24)
    starts_on = models.DateField()
    ends_on = models.DateField()
    closes_on = models.DateField()
    due_at = models.DateTimeField()
    locks_at = models.DateTimeField(null=True, blank=True)
    is_inferred = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["regime", "cycle", "key"], name="period_once")]


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

    Few indexes on purpose: each is paid for 800,000 times when a province issues its plans (bench/expand.py)."""

    code = models.CharField(max_length=16, unique=True)
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="obligations", db_index=False)
    part = models.CharField(max_length=10, choices=Part)
    owed_by = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="owed", db_index=False)
    held_by = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="held", db_index=False)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="+", db_index=False)
    province = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="+", db_index=False)
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
    expansion = models.ForeignKey(
        Expansion, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
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


class Evidence(models.Model):
    """A proof, entered once and offered wherever it fits."""

    class Kind(models.TextChoices):
        FILE = "file", "tệp"
        DOCUMENT = "document", "văn bản có số"
        LINK = "link", "đường dẫn"
        NOTE = "note", "ghi nhận"

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(max_length=300)
    number = models.CharField(max_length=60, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    url = models.URLField(max_length=600, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()


class EvidenceUse(models.Model):
    """A proof used for a product of an obligation; taken away by its own record, never deleted."""

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="uses")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="evidence_uses")
    product = models.CharField(max_length=200, blank=True)
    used_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evidence", "obligation", "product"],
                condition=Q(removed_at__isnull=True),
                name="evidence_used_once",
            )
        ]


class Figure(models.Model):
    """A figure of one part of the target, by numerator and denominator."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="figures")
    target_part = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in FigureKind])
    numerator = models.DecimalField(max_digits=18, decimal_places=3)
    denominator = models.DecimalField(max_digits=18, decimal_places=3, null=True, blank=True)
    is_stock = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["obligation", "target_part"], name="figure_once"),
            models.CheckConstraint(condition=Q(numerator__gte=0), name="figure_not_negative"),
        ]


class Contribution(models.Model):
    """What a coordinating agency adds to another's work."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="contributions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class SummaryDelta(models.Model):
    """A change of the counts, only added; a job folds it into `SummaryRow`, so that no row is hot."""

    province_id = models.BigIntegerField()
    unit_id = models.BigIntegerField()
    section = models.PositiveSmallIntegerField(null=True)
    component = models.CharField(max_length=8)
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=16)
    change = models.IntegerField()


class SummaryRow(models.Model):
    """Counts of what is owed in earnest (not history, not requests), in two grains: of a unit by section (`component`
    empty), and of a whole province by component (`unit_id` 0). Lateness is read from the due day; what has none has
    the last day of the calendar."""

    province_id = models.BigIntegerField()
    unit_id = models.BigIntegerField()
    section = models.PositiveSmallIntegerField(default=0)
    component = models.CharField(max_length=8)
    due_on = models.DateField()
    state = models.CharField(max_length=16)
    count = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["province_id", "unit_id", "section", "component", "due_on", "state"], name="summary_once"
            )
        ]
        indexes = [  # each holds all that its reading needs: the rows themselves are not touched
            models.Index(
                fields=["province_id", "unit_id", "section", "due_on", "state", "count"], name="summary_of_units"
            ),
            models.Index(
                fields=["section", "component", "due_on", "state", "count"],
                condition=Q(unit_id=0),
                name="summary_of_country",
            ),
        ]
