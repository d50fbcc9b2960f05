"""The reporting regime of a source (a plan, or one that stands by itself), its rules, and the periods that follow."""

from django.db import models

from dondoc.units.models import AdministrativeUnit, Agency


class Regime(models.Model):
    """`base_cycle` is the finest cycle that does not overlap: continuous and undated work is owed once in each. `rules`
    are the reporting rules as printed and confirmed; what is owed follows from `ReportRule`."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="regimes")
    source_kind = models.CharField(max_length=24, blank=True)
    source_code = models.CharField(max_length=16, blank=True)
    title = models.CharField(max_length=300, blank=True)
    base_cycle = models.CharField(max_length=12, default="quarter")
    rules = models.JSONField(default=list)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)


class ReportRule(models.Model):
    """One report that a regime asks for: who owes it (the parties of its duty), to whom (`to`), through whom (`via`,
    who then receives it), how often, and how its days are told."""

    code = models.CharField(max_length=16, unique=True)
    regime = models.ForeignKey(Regime, on_delete=models.CASCADE, related_name="report_rules")
    number = models.PositiveSmallIntegerField()
    cycle = models.CharField(max_length=12, help_text="month | quarter | half-year | nine-month | year | once")
    who_printed = models.CharField(max_length=400, blank=True)
    to_printed = models.CharField(max_length=400, blank=True)
    via_printed = models.CharField(max_length=400, blank=True)
    to = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    via = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    timing = models.JSONField(default=dict, help_text="The days of the rule: see rules/reporting.Timing.")
    text = models.TextField(blank=True)
    is_inferred = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["regime", "number"], name="report_rule_once")]

    @property
    def receiver_id(self) -> int | None:
        """Who takes the report in: through whom it goes, else to whom."""
        return self.via_id or self.to_id


class Period(models.Model):
    """A period of a rule: the day that closes the figures, the day that is due, the day that locks are three days.
    Figures count from `data_from`, the day after the close before. What falls due together with a longer period is told
    in its report (`covered_by`, a key)."""

    regime = models.ForeignKey(Regime, on_delete=models.CASCADE, related_name="periods")
    rule = models.ForeignKey(ReportRule, on_delete=models.CASCADE, related_name="periods")
    cycle = models.CharField(max_length=12)
    key = models.CharField(max_length=24)
    label = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_on = models.DateField()
    data_from = models.DateField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    due_at = models.DateTimeField()
    due_on = models.DateField()
    locks_on = models.DateField()
    covered_by = models.CharField(max_length=24, blank=True)
    is_inferred = models.BooleanField(default=False)
    is_history = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rule", "key"], name="period_once")]
        indexes = [models.Index(fields=["regime", "due_on"], name="period_by_day")]
