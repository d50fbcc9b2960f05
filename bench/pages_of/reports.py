"""Pages of reports."""


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    from dondoc.duties.models import Obligation, Regime
    from dondoc.reports.models import Report

    draft = Report.objects.filter(state="draft", agency__unit__name="An Lạc").latest("pk")
    sent = Report.objects.filter(state="sent").latest("pk")
    submitted = Report.objects.filter(state="submitted", agency__unit__name="An Lạc").latest("pk")
    regime = Regime.objects.filter(report_rules__isnull=False).latest("pk")
    owed = Obligation.objects.filter(duty__source_kind="report", unit__name="Hòa Bình", report=None).latest("pk")
    return {
        "reports": ("lan.nt", reverse("reports"), 16),
        "reports of the focal point": ("ha.lt", reverse("reports"), 16),
        "reports received": ("ha.lt", reverse("reports-received"), 16),
        "reports received of a period": ("ha.lt", reverse("reports-received") + f"?ky={sent.period_id}", 20),
        "reports missing": ("ha.lt", reverse("reports-missing"), 14),
        "reports missing as a workbook": ("ha.lt", reverse("reports-missing-sheet"), 10),
        "report to begin": ("tung.ds", reverse("report-begin", args=[owed.code]), 14),
        "report as a sheet": ("lan.nt", reverse("report", args=[draft.code]), 22),
        "report read": ("ha.lt", reverse("report", args=[sent.code]), 22),
        "report as a workbook": ("lan.nt", reverse("report-sheet", args=[draft.code]), 16),
        "report to approve": ("khang.vd", reverse("report-approve", args=[submitted.code]), 18),
        "report to return": ("ha.lt", reverse("report-return", args=[sent.code]), 18),
        "regimes": ("ha.lt", reverse("regimes"), 14),
        "regime": ("ha.lt", reverse("regime", args=[regime.code]), 22),
        "regime to open": ("ha.lt", reverse("regime-open"), 12),
        "rule to edit": ("ha.lt", reverse("rule-edit", args=[regime.code, 0]), 14),
    }
