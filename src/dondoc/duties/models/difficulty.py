"""Difficulties raised on the way: each a question with an owner, owed by the engine like anything else."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from dondoc.duties.models.engine import Obligation
from dondoc.units.models import Agency


class Difficulty(models.Model):
    """What keeps an agency from doing its work, and what it proposes. `owner` is who must answer now; how it came there
    stands in `steps`."""

    class State(models.TextChoices):
        OPEN = "open", "chờ trả lời"
        ANSWERED = "answered", "đã trả lời"
        WITHDRAWN = "withdrawn", "đã rút"

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="difficulties")
    obligation = models.ForeignKey(
        Obligation, null=True, blank=True, on_delete=models.PROTECT, related_name="difficulties"
    )
    text = models.TextField()
    wish = models.TextField(blank=True)
    owner = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="asked")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "khó khăn, vướng mắc"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(answered_at__isnull=False), name="difficulty_answered_has_its_day"
            )
        ]


class DifficultyStep(models.Model):
    """One owner of a difficulty: since when, by which obligation, and why it went on from there."""

    difficulty = models.ForeignKey(Difficulty, on_delete=models.CASCADE, related_name="steps")
    owner = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    forwarded_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True)
