"""Pages of the desk that stand by themselves: components of the index."""


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    from dondoc.plans.models import Plan

    plan = Plan.objects.filter(state="issued", unit__level="province").latest("pk")
    return {
        "components": ("chi.pq", reverse("components"), 18),
        "components by unit": ("chi.pq", reverse("components") + "?truc=2", 20),
        "components of an officer": ("lan.nt", reverse("components"), 18),
        "components as a workbook": ("chi.pq", reverse("components-sheet"), 18),
        "component": ("chi.pq", reverse("component", args=["D2_POOR"]), 23),
        "component of an officer": ("lan.nt", reverse("component", args=["D1_KNOW"]), 23),
        "year's end": ("chi.pq", reverse("year-end", args=[plan.code]), 22),
        "year's end as a document": ("chi.pq", reverse("year-end-docx", args=[plan.code]), 25),
        "next plan": ("ha.lt", reverse("next-plan", args=[plan.code]), 24),
    }
