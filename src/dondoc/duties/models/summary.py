"""Counts of what is owed, kept so that no row is hot."""

from django.db import models
from django.db.models import Q


class SummaryDelta(models.Model):
    """A change of the counts, only added; a job folds it into `SummaryRow`, so that no row is hot."""

    province_id = models.BigIntegerField()
    unit_id = models.BigIntegerField()
    section = models.PositiveSmallIntegerField(null=True)
    component = models.CharField(max_length=8)
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=16)
    change = models.IntegerField()


class SummaryRow(models.Model):
    """Counts of what is owed in earnest (not history, not requests), in two grains: of a unit by section (`component`
    empty), and of a whole province by component (`unit_id` 0). Lateness is read from the due day;
    what cannot be late has the last day of the calendar (`rules.grains`)."""

    province_id = models.BigIntegerField()
    unit_id = models.BigIntegerField()
    section = models.PositiveSmallIntegerField(default=0)
    component = models.CharField(max_length=8)
    due_on = models.DateField()
    state = models.CharField(max_length=16)
    count = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["province_id", "unit_id", "section", "component", "due_on", "state"], name="summary_once"
            )
        ]
        indexes = [  # each holds all that its reading needs: the rows themselves are not touched
            models.Index(
                fields=["province_id", "unit_id", "section", "due_on", "state", "count"], name="summary_of_units"
            ),
            models.Index(
                fields=["section", "component", "due_on", "state", "count"],
                condition=Q(unit_id=0),
                name="summary_of_country",
            ),
        ]
