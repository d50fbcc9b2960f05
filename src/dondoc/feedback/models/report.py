"""Reports and questions of citizens, their photos, answers and trace. Who wrote stands in a table of its own."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from dondoc.feedback.models.catalogue import Service
from dondoc.feedback.rules.stages import CHANNELS, KINDS, OUTCOMES, STAGES, Channel, Kind, Stage
from dondoc.records.models import Attachment, StoredFile
from dondoc.units.models import AdministrativeUnit, Agency, Settlement

_USER = settings.AUTH_USER_MODEL


def _pairs(words: object) -> list[tuple[str, str]]:
    return [(one.value, word) for one, word in words.items()]  # type: ignore[attr-defined]


class Report(models.Model):
    """What a citizen wrote. `sent_key` is made by whoever sends: the same again is the same report. The code to follow
    it is kept as a hash alone. `public_text` is what the public reads, with what was taken out of it."""

    code = models.CharField(max_length=16, unique=True)
    sent_key = models.UUIDField(unique=True)
    follow_hash = models.CharField(max_length=64, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="reports")
    settlement = models.ForeignKey(Settlement, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=_pairs(KINDS), default=Kind.REPORT.value)
    channel = models.CharField(max_length=8, choices=_pairs(CHANNELS), default=Channel.WEB.value)
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.PROTECT, related_name="reports")
    text = models.TextField()
    search = models.TextField()
    place = models.CharField(max_length=200, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    attributes = models.JSONField(default=dict, blank=True)
    is_private = models.BooleanField(default=False)
    flags = models.JSONField(default=list, blank=True)
    stage = models.CharField(max_length=10, choices=_pairs(STAGES), default=Stage.RECEIVED.value)
    version = models.PositiveIntegerField(default=1)
    received_at = models.DateTimeField()
    entered_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    dispatcher = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    assigned_to = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, blank=True, choices=_pairs(OUTCOMES))
    public_text = models.TextField(blank=True)
    public_answer = models.TextField(blank=True)
    public_search = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    confirmed = models.BooleanField(null=True, blank=True)
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    rated_at = models.DateTimeField(null=True, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    transfers = models.PositiveSmallIntegerField(default=0)
    same_as = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="alike")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="report_place_on_earth",
            ),
            models.CheckConstraint(
                condition=Q(rating__isnull=True) | Q(rating__range=(1, 5)), name="report_rating_of_five"
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(is_private=False), name="report_private_is_not_published"
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "stage", "received_at"], name="report_of_unit"),
            models.Index(fields=["agency", "stage"], name="report_of_agency"),
            models.Index(fields=["unit", "published_at"], name="report_published"),
        ]


class Contact(models.Model):
    """How the writer may be reached, if they chose to say; never published, erased when it is no longer needed
    (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15)."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="contact")
    name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.CharField(max_length=254, blank=True)
    consented_at = models.DateTimeField()
    keep_until = models.DateField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)


class Photo(models.Model):
    """A photo of a report. The public gets a copy without place and device, whole or with parts covered, once an
    officer has looked at it; until then none."""

    class Choice(models.TextChoices):
        UNDECIDED = "undecided", "chưa xem"
        SHOWN = "shown", "công bố"
        COVERED = "covered", "công bố, che một phần"
        WITHHELD = "withheld", "không công bố"

    code = models.CharField(max_length=16, unique=True)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="photos")
    attachment = models.OneToOneField(Attachment, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    choice = models.CharField(max_length=10, choices=Choice, default=Choice.UNDECIDED)
    covered = models.JSONField(default=list, blank=True)
    shown = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="photo_number_once")]


class Answer(models.Model):
    """An answer on its way: drafted by the agency, approved by the head. Returned and former ones stay."""

    class State(models.TextChoices):
        SUBMITTED = "submitted", "trình"
        APPROVED = "approved", "duyệt"
        RETURNED = "returned", "trả lại"

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField()
    outcome = models.CharField(max_length=12, choices=_pairs(OUTCOMES))
    state = models.CharField(max_length=10, choices=State, default=State.SUBMITTED)
    drafted_by = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    decided_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report"], condition=Q(state="submitted"), name="answer_one_with_the_head")
        ]


class Step(models.Model):
    """What happened to a report, in its order. `is_public`: the writer reads it too."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="steps")
    at = models.DateTimeField()
    verb = models.CharField(max_length=16)
    text = models.TextField(blank=True)
    is_public = models.BooleanField(default=True)
    by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
