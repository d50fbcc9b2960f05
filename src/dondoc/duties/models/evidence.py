"""What proves that a thing is done: evidence, figures, what coordinating agencies add."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from dondoc.duties.models.engine import Obligation
from dondoc.duties.rules.judging import Kind as FigureKind
from dondoc.units.models import Agency


class Evidence(models.Model):
    """A proof, entered once and offered wherever it fits. A record of the product itself (an answer that was sent, a
    list that was posted) is named by kind and code; `url` is then its own page."""

    class Kind(models.TextChoices):
        FILE = "file", "tệp"
        DOCUMENT = "document", "văn bản có số"
        LINK = "link", "đường dẫn"
        NOTE = "note", "ghi nhận"
        RECORD = "record", "hồ sơ trong hệ thống"

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(max_length=300)
    number = models.CharField(max_length=60, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    url = models.URLField(max_length=600, blank=True)
    record_kind = models.CharField(max_length=24, blank=True)
    record_code = models.CharField(max_length=40, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["record_kind", "record_code"], condition=~Q(record_code=""), name="evidence_of_record")
        ]


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
