"""Pages of scores."""


def pages() -> dict[str, tuple[str, str, int]]:
    """Name of the page -> (who reads it, address, queries that it may take)."""
    from django.urls import reverse

    from dondoc.plans.models import Plan

    place = reverse("scores-place", args=["67"])
    plan = Plan.objects.filter(state="issued", unit__level="province").latest("pk")
    return {
        "results of the country": ("chi.pq", reverse("scores"), 14),
        "results of the 34": ("chi.pq", reverse("scores") + "?ban-do=34", 14),
        "results of a component": ("lan.nt", reverse("scores") + "?chi-so=D5_LAND&nam=2023", 14),
        "results of a province": ("lan.nt", place, 11),
        "results of a merged province": ("lan.nt", reverse("scores-place", args=["P15.250701"]), 11),
        "results of the own province": ("ha.lt", reverse("scores-place", args=["demo-tinh"]), 14),
        "a goal of a province": ("ha.lt", reverse("scores-goal", args=["67"]) + "?loai=rank%2Bn&so=5", 12),
        "what would have to move": (
            "ha.lt",
            reverse("scores-levers", args=["demo-tinh"]) + "?loai=group%2B1&so=",
            13,
        ),
        "what would have to move in the region": (
            "ha.lt",
            reverse("scores-levers", args=["67"]) + "?tuong-dong=vung",
            12,
        ),
        "populations": ("ha.lt", reverse("scores-populations-all"), 12),
        "notes of years": ("ha.lt", reverse("scores-notes"), 13),
        "what if": ("ha.lt", reverse("scores-what-if", args=["67"]) + "?D2_LAND=1,5&D1_KNOW=1,4", 12),
        "goals of a plan": ("ha.lt", reverse("plan-goals", args=[plan.code]), 14),
        "taking results in": ("ha.lt", reverse("scores-import"), 13),
        "provinces compared": ("ha.lt", reverse("scores-compare") + "?tinh=67&tinh=10&tinh=46&tinh=P15.250701", 12),
        "how results are made": ("lan.nt", reverse("scores-method"), 11),
        "results as a workbook": ("lan.nt", reverse("scores-xlsx") + "?nam=2024", 10),
    }
