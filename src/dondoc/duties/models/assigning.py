"""Who in an agency does what, by rule."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from dondoc.units.models import Agency


class AssignmentRule(models.Model):
    """A line of an agency's own list: what fits goes to a position, or to a person. The first by `place` wins. A
    position is a word of memberships: whoever holds it has the work, also after the person changed."""

    code = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="assignment_rules")
    place = models.PositiveSmallIntegerField()
    component = models.CharField(max_length=8, blank=True)
    words = models.CharField(max_length=120, blank=True)
    plan_code = models.CharField(max_length=16, blank=True)
    position = models.CharField(max_length=120, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(position="", person__isnull=False) | (~Q(position="") & Q(person__isnull=True)),
                name="assignment_rule_to_one",
            )
        ]
