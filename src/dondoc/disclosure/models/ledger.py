"""The ledger of voluntary contributions. Every line carries the sums after it, checked by the database: nothing is
edited, a mistake is taken back by a line of its own."""

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import GreaterThanOrEqual

from dondoc.disclosure.rules.ledger import SIDES
from dondoc.units.models import AdministrativeUnit, Agency, Settlement

SIDE_CHOICES = [(side.value, words) for side, words in SIDES.items()]


class Collection(models.Model):
    """Money asked of people for one purpose: who asks, why, agreed by whom (at least two thirds of the households), and
    what is in it now. The three sums change only together with a new line."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="collections")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="collections")
    settlement = models.ForeignKey(Settlement, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    purpose = models.TextField()
    asked_by = models.CharField(max_length=200)
    agreed_on = models.DateField()
    agreed = models.PositiveIntegerField()
    households = models.PositiveIntegerField()
    minutes = models.CharField(max_length=120, blank=True)
    lines = models.PositiveIntegerField(default=0)
    collected = models.BigIntegerField(default=0)
    spent = models.BigIntegerField(default=0)
    left = models.BigIntegerField(default=0)
    opened_at = models.DateTimeField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(left=F("collected") - F("spent")), name="collection_sums_agree"),
            models.CheckConstraint(
                condition=Q(collected__gte=0, spent__gte=0, left__gte=0), name="collection_not_overdrawn"
            ),
            models.CheckConstraint(
                condition=Q(agreed__lte=F("households"), households__gt=0), name="collection_households"
            ),
            models.CheckConstraint(
                condition=GreaterThanOrEqual(F("agreed") * 3, F("households") * 2), name="collection_two_thirds_agreed"
            ),
        ]


class LedgerEntry(models.Model):
    """One line. `collected`, `spent`, `left` are the sums after it; a reversal carries the opposite amount and names
    the line that it takes back, once."""

    code = models.CharField(max_length=16, unique=True)
    collection = models.ForeignKey(Collection, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    side = models.CharField(max_length=10, choices=SIDE_CHOICES)
    amount = models.BigIntegerField()
    on = models.DateField()
    what = models.CharField(max_length=300)
    paper = models.CharField(max_length=80, blank=True)
    reverses = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="reversed_by")
    collected = models.BigIntegerField()
    spent = models.BigIntegerField()
    left = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["collection", "number"], name="ledger_line_once"),
            models.CheckConstraint(condition=Q(left=F("collected") - F("spent")), name="ledger_sums_agree"),
            models.CheckConstraint(
                condition=Q(collected__gte=0, spent__gte=0, left__gte=0), name="ledger_not_overdrawn"
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0, reverses__isnull=True) | Q(amount__lt=0, reverses__isnull=False),
                name="ledger_reversal_names_its_line",
            ),
        ]
