"""The register: items that must be public, publications of them, the places where these hang."""

from django.db import models
from django.db.models import F, Q

from dondoc.duties.models import Obligation
from dondoc.units.models import AdministrativeUnit, Agency, Dated, Settlement

SURE = [(sure, sure) for sure in ("V", "Q", "G", "?")]


class Item(Dated):
    """Something that must be public, kept by `unit` for all units of `level` in it. `when` is a phrase of time; empty
    is flagged and never green. `key` is that of the shipped catalogue, empty for what a plan or an office adds. `days`
    None hangs for good."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="disclosure_items")
    key = models.CharField(max_length=24, blank=True)
    level = models.CharField(max_length=8)
    number = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(max_length=300)
    short = models.CharField(max_length=60)
    search = models.CharField(max_length=400)
    basis = models.CharField(max_length=400)
    sure = models.CharField(max_length=1, choices=SURE)
    when = models.CharField(max_length=200, blank=True)
    sure_when = models.CharField(max_length=1, choices=SURE)
    days = models.PositiveSmallIntegerField(null=True, blank=True, default=30)
    loud = models.PositiveSmallIntegerField(default=0)
    within = models.PositiveSmallIntegerField(default=5)
    places = models.JSONField(default=list)
    component = models.CharField(max_length=8, blank=True)
    section = models.PositiveSmallIntegerField(null=True, blank=True)
    holds_people = models.BooleanField(default=False)
    steps = models.JSONField(default=list, blank=True)
    done_by = models.CharField(max_length=200, blank=True, help_text="Bộ phận làm, theo kế hoạch công khai.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "key"], condition=~Q(key="") & Q(valid_to__isnull=True), name="disclosure_item_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Publication(models.Model):
    """One thing made public by one agency. `opened` names the fields that the public sees: the paper, the decision, the
    places, the photos; a list of people ends for the public with its posting. `settles` is what was owed."""

    code = models.CharField(max_length=16, unique=True)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="publications")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="publications")
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="publications")
    settles = models.ForeignKey(
        Obligation, null=True, blank=True, on_delete=models.PROTECT, related_name="publications"
    )
    title = models.CharField(max_length=300)
    search = models.CharField(max_length=400)
    number = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    holds_people = models.BooleanField(default=False)
    opened = models.JSONField(default=list)
    unreadable = models.JSONField(default=list, help_text="Codes of papers that are pictures without text.")
    published_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "item"], name="publication_of_unit")]


class Posting(models.Model):
    """A stretch in one place: from a day, until the first day on which it may come down (None: for good)."""

    class Channel(models.TextChoices):
        BOARD = "board", "bảng tin tại trụ sở"
        VILLAGE = "village", "nhà văn hóa thôn, tổ dân phố"
        PORTAL = "portal", "trang thông tin điện tử"
        LOUDSPEAKER = "loudspeaker", "loa truyền thanh"
        MEETING = "meeting", "họp dân"

    code = models.CharField(max_length=16, unique=True)
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="postings")
    channel = models.CharField(max_length=12, choices=Channel)
    settlement = models.ForeignKey(Settlement, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begins_on = models.DateField()
    until = models.DateField(null=True, blank=True)
    down_on = models.DateField(null=True, blank=True)
    down_reason = models.CharField(max_length=300, blank=True)
    url = models.URLField(max_length=600, blank=True)
    minutes = models.CharField(max_length=200, blank=True)
    proofs = models.PositiveSmallIntegerField(default=0)
    checked_at = models.DateTimeField(null=True, blank=True)
    is_dead = models.BooleanField(default=False)
    dead_since = models.DateTimeField(null=True, blank=True)
    posted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(down_on__isnull=True) | Q(down_on__gte=F("begins_on")), name="posting_days_in_order"
            )
        ]
        indexes = [
            models.Index(fields=["checked_at"], condition=~Q(url=""), name="posting_link_to_check"),
        ]


class Correction(models.Model):
    """What was put right, why and by whom: what stood before stays readable to those inside."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="corrections")
    version = models.PositiveSmallIntegerField()
    reason = models.TextField()
    before = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["publication", "version"], name="correction_once")]
