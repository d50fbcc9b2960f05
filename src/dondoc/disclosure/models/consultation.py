"""Drafts on which people are asked, and what they said."""

from django.db import models
from django.db.models import F, Q

from dondoc.disclosure.rules.consulting import OUTCOMES
from dondoc.duties.models import Obligation
from dondoc.units.models import AdministrativeUnit, Agency

OUTCOME_CHOICES = [(outcome.value, words) for outcome, words in OUTCOMES.items()]


class Consultation(models.Model):
    """A draft put before the people for at least twenty days. `settles` is the summary that is owed afterwards."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="consultations")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="consultations")
    title = models.CharField(max_length=300)
    about = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    summary = models.TextField(blank=True)
    summarised_at = models.DateTimeField(null=True, blank=True)
    settles = models.ForeignKey(
        Obligation, null=True, blank=True, on_delete=models.PROTECT, related_name="consultations"
    )
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="consultation_days_in_order")
        ]


class Comment(models.Model):
    """What somebody said on a draft, with a name or without. No address, no number: an answer is read on the page."""

    code = models.CharField(max_length=16, unique=True)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="comments")
    name = models.CharField(max_length=80, blank=True)
    text = models.TextField()
    sent_at = models.DateTimeField()
    outcome = models.CharField(max_length=12, blank=True, choices=OUTCOME_CHOICES)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    is_hidden = models.BooleanField(default=False)
    hidden_reason = models.CharField(max_length=200, blank=True)
