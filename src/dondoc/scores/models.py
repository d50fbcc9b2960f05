"""Tables of published results. A figure is never changed: a later import stands over an earlier one, and an import that
is undone gives way again."""

from django.conf import settings
from django.db import models

from dondoc.framework.models import Index
from dondoc.records.models import Attachment


class ImportKind(models.TextChoices):
    """Where figures came from."""

    SHIPPED = "shipped", "bảng có sẵn kèm phần mềm"
    WORKBOOK = "workbook", "bảng tính"
    TYPED = "typed", "nhập tay"


class ScoreImport(models.Model):
    """One taking in of figures, with its source. Once undone its figures count no more; the row and they stay."""

    code = models.CharField(max_length=16, unique=True)
    index = models.ForeignKey(Index, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=ImportKind)
    years = models.JSONField(default=list)
    figures = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0, help_text="Figures that were new or other than those that stood.")
    source = models.CharField(max_length=300)
    source_on = models.DateField(null=True, blank=True)
    attachment = models.ForeignKey(Attachment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undo_reason = models.CharField(max_length=300, blank=True)


class PublishedScore(models.Model):
    """One figure as an import brought it. `place` is the official code of a province of 2011-2024 ("67"), else the code
    of the unit ("P15.250701" of today's Lào Cai); `code` is "TOTAL" or the code of a part of the index."""

    batch = models.ForeignKey(ScoreImport, on_delete=models.PROTECT, related_name="scores")
    year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    place = models.CharField(max_length=24)
    statistic = models.CharField(max_length=14, default="unweighted")
    score = models.DecimalField(max_digits=9, decimal_places=4)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "year", "code", "place", "statistic"], name="score_once_an_import")
        ]
        indexes = [models.Index(fields=["place", "year"], name="score_by_place")]


class PopulationWeight(models.Model):
    """The population of a province in a year: the weight of its results in an approximation of the greater one it went
    up in, and what provinces of like population are found by."""

    place = models.CharField(max_length=24, unique=True)
    population = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


class GroupBound(models.Model):
    """Where a group begins in a year, as it was published: `lower` as printed ("43.44"), since scores are compared in
    the places that were printed. `group` is 1 (Trung bình thấp) to 3 (Cao)."""

    year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20, default="TOTAL")
    group = models.PositiveSmallIntegerField()
    lower = models.CharField(max_length=9)
    source = models.CharField(max_length=300)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "code", "group"], name="bound_once_a_group")]


class AbsenceNote(models.Model):
    """Why a province has no result in a year, or lacks dimensions ("all", "D2 D4"). Beside those shipped."""

    year = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=24)
    missing = models.CharField(max_length=60, default="all")
    reason = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=300)
    source_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "place"], name="absence_once_a_year")]


class BreakNote(models.Model):
    """A year in which a component is measured otherwise than in the year before; `code` "TOTAL": a new sample. Beside
    those shipped."""

    year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    source = models.CharField(max_length=300)
    source_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "code"], name="break_once_a_year")]
