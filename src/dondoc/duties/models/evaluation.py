"""The yearly evaluation of the agencies of a unit: the rule by version, the result, objections with their answers."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dondoc.units.models import AdministrativeUnit, Agency


class EvaluationRule(models.Model):
    """Weights and grades of a unit for a year, in the open. A change is a new version; an old one stays readable."""

    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="evaluation_rules")
    year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()
    lines = models.JSONField(help_text='[{"figure", "weight", "best", "worst"}]')
    grades = models.JSONField(help_text='[{"name", "least"}], the best first')
    scale = models.DecimalField(max_digits=5, decimal_places=2, default=2, help_text="Points in the reform index.")
    reason = models.CharField(max_length=300, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "year", "version"], name="evaluation_rule_version")]


class Evaluation(models.Model):
    """Of one unit and year. Open for objections once it is announced; nothing changes once it is locked."""

    class State(models.TextChoices):
        DRAFT = "draft", "soạn"
        ANNOUNCED = "announced", "lấy ý kiến"
        LOCKED = "locked", "khóa"

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="evaluations")
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    rule = models.ForeignKey(EvaluationRule, on_delete=models.PROTECT, related_name="evaluations")
    as_of = models.DateField()
    computed_at = models.DateTimeField()
    number = models.CharField(max_length=60, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=120, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], name="evaluation_once_a_year"),
            models.CheckConstraint(condition=~Q(state="locked") | Q(locked_at__isnull=False), name="evaluation_locked"),
        ]


class EvaluationScore(models.Model):
    """What one agency got: `lines` as they were told, each with its source; `points` None where nothing can be said."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="scores")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="evaluation_scores")
    block = models.CharField(max_length=12)
    lines = models.JSONField(default=list)
    points = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    grade = models.CharField(max_length=60, blank=True)
    place = models.PositiveSmallIntegerField(null=True, blank=True)
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "agency"], name="evaluation_score_once"),
            models.CheckConstraint(
                condition=Q(points__isnull=True) | Q(points__range=(0, 100)), name="evaluation_points_of_100"
            ),
        ]


class EvaluationRun(models.Model):
    """One computation: by which version, why, and what changed for whom since the one before."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="runs")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=300, blank=True)
    changes = models.JSONField(default=list)


class Objection(models.Model):
    """The head of an agency objects to a line, with the reason; the answer has one too, and may set its points."""

    code = models.CharField(max_length=16, unique=True)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="objections")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    figure = models.CharField(max_length=60)
    reason = models.TextField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    points = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation", "agency", "figure"],
                condition=Q(answered_at__isnull=True),
                name="objection_open_once",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("raised_at")), name="objection_in_order"
            ),
        ]
