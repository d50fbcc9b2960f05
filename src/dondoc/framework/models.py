"""Tables of indices: what is measured in which year, as data. A new year is a new edition; the old ones stay."""

from django.db import models
from django.db.models import F, Q

from dondoc.units.models import AdministrativeUnit


class Certainty(models.TextChoices):
    """How sure we are of what an edition says."""

    SURE = "sure", "đã đối chiếu với nguồn công bố"
    LIKELY = "likely", "có nguồn, chưa đọc văn bản gốc"
    UNKNOWN = "unknown", "chưa rõ, cần bổ sung"


class EditionState(models.TextChoices):
    """An edition is drafted, then published; results are taken in of published ones alone."""

    DRAFT = "draft", "soạn"
    PUBLISHED = "published", "đã công bố"


class Totalling(models.TextChoices):
    """How the total comes from its parts; GIVEN: it is published and not recomputed here."""

    SUM = "sum", "tổng các phần"
    MEAN = "mean", "trung bình các phần"
    GIVEN = "given", "theo số công bố"


class PartLevel(models.TextChoices):
    """The three levels of an index."""

    DIMENSION = "dimension", "chỉ số nội dung, lĩnh vực"
    COMPONENT = "component", "nội dung thành phần"
    INDICATOR = "indicator", "tiêu chí"


class Index(models.Model):
    """PAPI, SIPAS, the PAR index, or an office's own. `owner` is the unit whose own it is; None for national ones."""

    code = models.SlugField(max_length=30, unique=True)
    short_name = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    publisher = models.CharField(max_length=200, blank=True)
    about = models.TextField(blank=True)
    owner = models.ForeignKey(AdministrativeUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.short_name


class Edition(models.Model):
    """An index as it stands in one year. `source` says where its parts were read, `certainty` how sure that is."""

    index = models.ForeignKey(Index, on_delete=models.PROTECT, related_name="editions")
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=EditionState, default=EditionState.DRAFT)
    totalling = models.CharField(max_length=6, choices=Totalling, default=Totalling.SUM)
    total_min = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    total_max = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    certainty = models.CharField(max_length=8, choices=Certainty, default=Certainty.UNKNOWN)
    source = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["index", "year"], name="edition_once_a_year"),
            models.CheckConstraint(condition=Q(year__gte=2000, year__lte=2100), name="edition_year"),
        ]


class IndexPart(models.Model):
    """A dimension, component or indicator of one edition. `code` is the stable code of the concept: it goes on over the
    years whatever name, number and scale it has."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="parts")
    order = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    level = models.CharField(max_length=10, choices=PartLevel)
    parent = models.CharField(max_length=20, blank=True)
    number = models.CharField(max_length=8, blank=True)
    reference = models.CharField(max_length=8, blank=True)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    scale_min = models.DecimalField(max_digits=8, decimal_places=4)
    scale_max = models.DecimalField(max_digits=8, decimal_places=4)
    is_name_confirmed = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="part_once_an_edition"),
            models.CheckConstraint(condition=Q(scale_min__lt=F("scale_max")), name="part_scale_in_order"),
        ]

    def named(self, language: str) -> str:
        """As `Concept.named`."""
        return (self.name_en if language == "en" else "") or self.name_vi
