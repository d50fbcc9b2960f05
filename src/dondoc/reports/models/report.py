"""The report of one agency on one period: its rows (what was owed), its passages (what is told), figures that other
parts tell, and every version that was sent."""

from django.conf import settings
from django.db import models

from dondoc.duties.models import Evidence, Obligation, Period
from dondoc.figures.registry import KIND_WORDS
from dondoc.reports.rules.states import WORDS, ReportState
from dondoc.units.models import Agency

STATES = [(state.value, WORDS[state]) for state in ReportState]


class Answer(models.TextChoices):
    """What a row says of the thing owed. Empty: nothing was said yet."""

    DONE = "done", "đã thực hiện"
    NOTHING = "nothing", "không phát sinh"
    NOT_YET = "not-yet", "chưa xong"


class PassageKind(models.TextChoices):
    """What a passage of the report is about. `section` of the index goes with a dimension alone."""

    GENERAL = "general", "đánh giá chung"
    DIMENSION = "dimension", "theo nội dung của chỉ số"
    DIFFICULTY = "difficulty", "khó khăn, vướng mắc"
    PROPOSAL = "proposal", "kiến nghị, đề xuất"
    NEXT = "next", "nhiệm vụ kỳ tới"


class Report(models.Model):
    """Owed as `obligation` (of the duty of the period's rule), received by `receiver`. `edition` grows with each
    change, a form names the one it saw; `form` is the shape of the sheet that it was written on."""

    code = models.CharField(max_length=16, unique=True)
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="reports")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="reports")
    receiver = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="reports_received"
    )
    obligation = models.OneToOneField(Obligation, on_delete=models.PROTECT, related_name="report")
    title = models.CharField(max_length=400)
    state = models.CharField(max_length=10, choices=STATES, default=ReportState.DRAFT.value)
    edition = models.PositiveIntegerField(default=0)
    form = models.PositiveSmallIntegerField(default=1)
    number = models.CharField(max_length=20, blank=True)
    symbol = models.CharField(max_length=40, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=120, blank=True)
    signer_position = models.CharField(max_length=120, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    edited_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    received_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    return_reason = models.TextField(blank=True)
    times_returned = models.PositiveSmallIntegerField(default=0)
    locked_at = models.DateTimeField(null=True, blank=True)
    unlock_reason = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["period", "agency"], name="report_once")]
        indexes = [models.Index(fields=["receiver", "state"], name="report_received")]


class ReportRow(models.Model):
    """One obligation of the period in the report. What stands here becomes its settlement when the report is sent;
    `figures` are {part: {"n", "d"}} as text. `is_kept`: it was settled by its own page before, and stands as it is."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="rows")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="report_rows")
    position = models.PositiveSmallIntegerField()
    answer = models.CharField(max_length=8, choices=Answer, blank=True)
    text = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    figures = models.JSONField(default=dict)
    is_claimed = models.BooleanField(default=False)
    proofs = models.ManyToManyField(Evidence, related_name="report_rows", blank=True)
    is_kept = models.BooleanField(default=False)
    is_returned = models.BooleanField(default=False)
    return_reason = models.TextField(blank=True)
    edition = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "obligation"], name="report_row_once")]


class ReportPassage(models.Model):
    """Words of the report: in general, of one dimension (`section`), difficulties, proposals, what comes next."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="passages")
    kind = models.CharField(max_length=10, choices=PassageKind)
    section = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(blank=True)
    edition = models.PositiveIntegerField(default=0)
    is_returned = models.BooleanField(default=False)
    return_reason = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "kind", "section"], name="report_passage_once")]


class ReportFigure(models.Model):
    """What another part of the system tells of the agency's unit in the period (figures.registry), as it stood when the
    report was last filled in. Never typed; `href` leads to what stands behind it."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="told")
    name = models.CharField(max_length=80)
    label = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=[(kind.value, word) for kind, word in KIND_WORDS.items()])
    numerator = models.DecimalField(max_digits=20, decimal_places=3)
    denominator = models.DecimalField(max_digits=20, decimal_places=3, null=True, blank=True)
    href = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "name"], name="report_figure_once")]


class ReportVersion(models.Model):
    """The report as it was sent, whole and unchanged: what came later is shown against it."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="report_version_once")]
