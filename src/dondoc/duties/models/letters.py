"""Letters that urge the late, and letters that request of those who are only asked."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from dondoc.units.models import Agency


class UrgingLetter(models.Model):
    """A letter of one agency to one or more: what is owed as it stood on the day it was written. The number and date
    are entered once it has them; from then on it counts as sent."""

    class Kind(models.TextChoices):
        URGE = "urge", "công văn đôn đốc"
        REQUEST = "request", "công văn đề nghị"

    class State(models.TextChoices):
        DRAFT = "draft", "soạn"
        SENT = "sent", "gửi"
        WITHDRAWN = "withdrawn", "hủy"

    code = models.CharField(max_length=16, unique=True)
    batch = models.CharField(max_length=16, blank=True, db_index=True, help_text="Letters written together share it.")
    kind = models.CharField(max_length=8, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    issuer = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="urging_letters")
    answer_by = models.DateField()
    written_on = models.DateField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=60, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sent") | (~Q(number="") & Q(dated_on__isnull=False)), name="letter_sent_has_number"
            )
        ]


class UrgingLetterAgency(models.Model):
    """Whom a letter is addressed to, with the lines of its table: title, period, due day, working days late, code."""

    letter = models.ForeignKey(UrgingLetter, on_delete=models.CASCADE, related_name="addressed")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="urged_by_letters")
    lines = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "agency"], name="letter_to_agency_once")]
