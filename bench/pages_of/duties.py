"""Pages of the engine beside the page of an obligation."""

from typing import Any


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    told: dict[str, Any] = {
        "events": ("lan.nt", reverse("occasions"), 16),
        "events of the territory": ("ha.lt", reverse("occasions"), 16),
    }
    return told
