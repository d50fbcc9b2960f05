"""Pages of the working calendar."""

from typing import Any


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    told: dict[str, Any] = {
        "working calendar": ("lan.nt", reverse("calendar-days"), 8),
        "working calendar of an administrator": ("quan.tri", reverse("calendar-days"), 8),
        "a day to declare": ("quan.tri", reverse("office-day-add"), 7),
        "terms": ("lan.nt", reverse("timers"), 8),
        "one term": ("quan.tri", reverse("timer", args=["complaint.accept"]), 8),
    }
    return told
