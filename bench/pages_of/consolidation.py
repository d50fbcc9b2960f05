"""Pages of consolidations."""


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    from dondoc.reports.models import Consolidation

    one = Consolidation.objects.exclude(built_at=None).order_by("pk").first()
    assert one is not None
    line, here = one.lines.order_by("position").first(), reverse("consolidation", args=[one.code])
    assert line is not None
    return {
        "consolidations": ("ha.lt", reverse("consolidations"), 14),
        "consolidation": ("ha.lt", here, 16),
        "consolidation, a dimension": ("ha.lt", f"{here}?phan={line.section}", 18),
        "consolidation, difficulties": ("ha.lt", f"{here}?phan=kho-khan", 18),
        "consolidation, missing": ("ha.lt", f"{here}?phan=chua-bao-cao", 16),
        "consolidation, sources": ("ha.lt", reverse("consolidation-line", args=[one.code, line.position]), 10),
        "consolidation, what was counted": ("ha.lt", reverse("consolidation-counts", args=[one.code]), 10),
        "consolidation as a document": ("ha.lt", reverse("consolidation-document", args=[one.code]), 22),
        "consolidation as a workbook": ("ha.lt", reverse("consolidation-sheet", args=[one.code]), 14),
        "consolidation, agenda": ("ha.lt", reverse("consolidation-agenda", args=[one.code]), 22),
        "what agencies are asked for": ("ha.lt", reverse("report-burden"), 12),
        "what agencies are asked for, as a workbook": ("ha.lt", reverse("report-burden-sheet"), 10),
    }
