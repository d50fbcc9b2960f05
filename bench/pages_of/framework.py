"""Pages of framework."""


def pages() -> dict[str, tuple[str, str, int]]:
    """Name of the page -> (who reads it, address, queries that it may take)."""
    from django.urls import reverse

    return {
        "indices": ("ha.lt", reverse("indices"), 12),
        "an index": ("ha.lt", reverse("index", args=["papi"]), 12),
        "an index in a year": ("lan.nt", reverse("edition", args=["papi", 2024]), 12),
    }
