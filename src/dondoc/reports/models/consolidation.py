"""Reports of one period made one: the draft of the level above, with what each figure and each sentence came from."""

from django.conf import settings
from django.db import models

from dondoc.duties.models import Duty, Period
from dondoc.records.models import Job
from dondoc.reports.models.report import STATES, PassageKind, Report
from dondoc.reports.rules.states import ReportState
from dondoc.units.models import Agency


class Consolidation(models.Model):
    """What `agency` makes of the reports that it received on `period` (and on those of the same days under the same
    regime). `built_at` is when the reports were last read; `job` reads them."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="consolidations")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="consolidations")
    title = models.CharField(max_length=400)
    state = models.CharField(max_length=10, choices=STATES, default=ReportState.DRAFT.value)
    number = models.CharField(max_length=20, blank=True)
    symbol = models.CharField(max_length=40, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=120, blank=True)
    signer_position = models.CharField(max_length=120, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    built_at = models.DateTimeField(null=True, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)
    job = models.ForeignKey(Job, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "period"], name="consolidation_once")]


class Standing(models.TextChoices):
    """Where the report of an agency stood when the reports were read. Only ACCEPTED ones were counted."""

    ACCEPTED = "accepted", "đã tiếp nhận"
    SENT = "sent", "đã gửi, chờ tiếp nhận"
    RETURNED = "returned", "bị trả lại"
    UNDER_WAY = "under-way", "đang soạn"
    NONE = "none", "chưa báo cáo"


class ConsolidationSource(models.Model):
    """An agency that owes the report, with the report that was read and its edition then."""

    consolidation = models.ForeignKey(Consolidation, on_delete=models.CASCADE, related_name="sources")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    standing = models.CharField(max_length=10, choices=Standing)
    edition = models.PositiveIntegerField(default=0)
    is_requested = models.BooleanField(default=False)
    due_on = models.DateField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["consolidation", "agency"], name="consolidation_source_once")]


class ConsolidationLine(models.Model):
    """A task over all who owe it (`duty`), or a figure that another part tells (`name`). `counts` by what was said,
    `sums` [{"part", "kind", "n", "d", "sources", "met"}], `entries` [[agency code, said, occurrence, {part: [n, d]}]]:
    kept whole, so that every sum is explained by what stood in the reports when they were read."""

    consolidation = models.ForeignKey(Consolidation, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    duty = models.ForeignKey(Duty, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80, blank=True)
    title = models.TextField()
    section = models.PositiveSmallIntegerField(default=0)
    component = models.CharField(max_length=8, blank=True)
    counts = models.JSONField(default=dict)
    sums = models.JSONField(default=list)
    entries = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consolidation", "position"], name="consolidation_line_once"),
        ]


class ConsolidationPassage(models.Model):
    """Alike lines of the reports (`voices` [[agency code, text]]), or one that the editor added (none). `text` is what
    goes out, where `is_used`; `original` how it stood in the reports."""

    consolidation = models.ForeignKey(Consolidation, on_delete=models.CASCADE, related_name="passages")
    code = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=10, choices=PassageKind)
    section = models.PositiveSmallIntegerField(default=0)
    key = models.CharField(max_length=16, blank=True)
    position = models.PositiveSmallIntegerField()
    original = models.TextField(blank=True)
    text = models.TextField()
    voices = models.JSONField(default=list)
    is_used = models.BooleanField(default=True)
    is_edited = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consolidation", "kind", "section", "key"],
                condition=~models.Q(key=""),
                name="consolidation_passage_once",
            )
        ]
