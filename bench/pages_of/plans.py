"""Pages of plans that came after the first: written here, put out as a document, between the levels."""


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    from dondoc.plans.models import Plan

    plan = Plan.objects.filter(state="issued", unit__level="province").latest("pk")
    return {
        "a plan to be written": ("ha.lt", reverse("plan-write"), 12),
        "plan as a document": ("chi.pq", reverse("plan-docx", args=[plan.code]), 18),
        "cascade of a plan": ("chi.pq", reverse("plan-cascade", args=[plan.code]), 22),
    }
