"""Pages that anybody reads."""


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    from dondoc.plans.models import Plan
    from dondoc.units.models import AdministrativeUnit

    plan = Plan.objects.filter(state="issued", unit__level="province").latest("pk")
    commune = AdministrativeUnit.objects.get(name="An Lạc", valid_to=None).code
    return {
        "portal": ("", reverse("portal"), 3),
        "portal of a province": ("", reverse("portal-unit", args=["demo-tinh"]), 13),
        "portal of a commune": ("", reverse("portal-unit", args=[commune]), 17),
        "plans of the public": ("", reverse("portal-plans", args=["demo-tinh"]), 6),
        "plan of the public": ("", reverse("portal-plan", args=["demo-tinh", plan.code]), 9),
        "scores of the public": ("", reverse("portal-scores", args=["demo-tinh"]), 12),
        "disclosures of the public": ("", reverse("portal-items", args=[commune]), 8),
        "drafts of the public": ("", reverse("portal-drafts", args=[commune]), 5),
        "ledger of the public": ("", reverse("portal-ledger", args=[commune]), 5),
        "calendar of the public": ("", reverse("portal-calendar", args=[commune]), 7),
        "dialogues of the public": ("", reverse("portal-dialogues", args=[commune]), 8),
        "dialogues of a province": ("", reverse("portal-dialogues", args=["demo-tinh"]), 9),
        "open data": ("", reverse("portal-data", args=["demo-tinh"]), 4),
        "open data, a table": ("", reverse("portal-table", args=["demo-tinh", "tien-do"]), 20),
        "openings": ("chi.pq", reverse("portal-openings"), 11),
        "opening": ("chi.pq", reverse("portal-opening", args=["demo-tinh"]), 12),
    }
