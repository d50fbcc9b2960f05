"""The reporting regime of a source and its periods."""

from django.db import models

from dondoc.units.models import AdministrativeUnit


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
