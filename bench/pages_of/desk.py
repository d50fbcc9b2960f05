"""Pages of the desk that stand by themselves: components of the index."""


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    return {
        "components": ("chi.pq", reverse("components"), 18),
        "components by unit": ("chi.pq", reverse("components") + "?truc=2", 20),
        "components of an officer": ("lan.nt", reverse("components"), 18),
        "components as a workbook": ("chi.pq", reverse("components-sheet"), 18),
        "component": ("chi.pq", reverse("component", args=["D2_POOR"]), 23),
        "component of an officer": ("lan.nt", reverse("component", args=["D1_KNOW"]), 23),
    }
