"""Tables of plans: the document, what was read, what a person made of it, and the tasks that were issued."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from dondoc.records.models import Attachment, Job
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup


class PlanState(models.TextChoices):
    """A plan goes draft -> submitted -> approved (by the head) -> issued -> closed."""

    DRAFT = "draft", "soạn"
    SUBMITTED = "submitted", "trình"
    APPROVED = "approved", "duyệt"
    ISSUED = "issued", "đã ban hành"
    CLOSED = "closed", "đã kết thúc"


class Amendment(models.TextChoices):
    """The three kinds of amendment; only `replace` removes tasks."""

    REPLACE = "replace", "thay thế"
    SUPPLEMENT = "supplement", "sửa đổi, bổ sung"
    CORRECT = "correct", "đính chính"


class Plan(models.Model):
    """One document with its tasks."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="plans")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField()
    title = models.TextField()
    search = models.TextField()
    number = models.CharField(max_length=20, blank=True)
    symbol = models.CharField(max_length=40, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=120, blank=True)
    signer_position = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=PlanState, default=PlanState.DRAFT)
    above = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="below")
    amends = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="amendments")
    amendment = models.CharField(max_length=10, choices=Amendment, blank=True)
    regime_rules = models.JSONField(default=list)
    deadlines = models.JSONField(default=list)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)


class PlanDocument(models.Model):
    """The uploaded file, its blocks for showing beside the drafts, and the reading as it came. A plan that was written
    here has no file: it is put out as a document at any time."""

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="document")
    attachment = models.ForeignKey(Attachment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, db_index=True, blank=True)
    job = models.ForeignKey(Job, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    blocks = models.JSONField(default=list)
    reading = models.JSONField(default=dict)
    read_at = models.DateTimeField(null=True, blank=True)
    refusal = models.TextField(blank=True)


class Goal(models.Model):
    """A goal of the plan in its own words, with what it measures where that is understood. `measure` is what a person
    said that it measures ("rank+5"; "-": nothing that can be weighed); empty: as it was read."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="goals")
    kind = models.CharField(max_length=10)
    text = models.TextField()
    is_fact = models.BooleanField(default=False)
    normalised = models.JSONField(default=dict)
    measure = models.CharField(max_length=40, blank=True)
    measure_code = models.CharField(max_length=20, blank=True)
    base_year = models.PositiveSmallIntegerField(null=True, blank=True)
    last_result = models.CharField(max_length=60, blank=True)
    is_result_published = models.BooleanField(default=False, help_text="Filled in from published results, not typed.")


class Task(models.Model):
    """One row of the annex or one duty of the body. A draft until its plan is issued; `key` stays over versions."""

    code = models.CharField(max_length=16, unique=True)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="tasks")
    key = models.CharField(max_length=16)
    version = models.PositiveIntegerField(default=1)
    effective_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    order = models.PositiveIntegerField()
    source = models.CharField(max_length=10)
    section = models.PositiveSmallIntegerField(null=True, blank=True)
    component = models.CharField(max_length=8, blank=True)
    component_is_confirmed = models.BooleanField(default=False)
    subcode = models.CharField(max_length=16, blank=True)
    heading = models.CharField(max_length=400, blank=True)
    content = models.TextField()
    search = models.TextField()
    products = models.JSONField(default=list)
    target_text = models.TextField(blank=True)
    targets = models.JSONField(default=list)
    schedule_text = models.CharField(max_length=400, blank=True)
    schedule = models.JSONField(default=dict)
    original = models.JSONField(default=dict, help_text="The draft as read, with places, confidence and findings.")
    is_accepted = models.BooleanField(default=False)
    is_left_out = models.BooleanField(default=False)
    serves = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="served_by")
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    edited_at = models.DateTimeField(null=True, blank=True)
    edition = models.PositiveIntegerField(default=0, help_text="Grows with each change; a form names the one it saw.")
    left_out_reason = models.CharField(max_length=300, blank=True)
    revised_reason = models.CharField(max_length=300, blank=True, help_text="Why this version took another's place.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "key", "version"], name="task_version_once")]
        indexes = [models.Index(fields=["plan", "order"], name="task_in_order")]


class TaskAgency(models.Model):
    """An agency of a task in its role: as printed, and what a person (or a certain match) resolved it to."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="agencies")
    role = models.CharField(max_length=10)
    printed = models.CharField(max_length=400)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(AgencyGroup, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_requested = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(agency__isnull=True) | Q(group__isnull=True), name="task_agency_not_both"
            )
        ]
