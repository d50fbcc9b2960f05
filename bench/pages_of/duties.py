"""Pages of the engine beside the page of an obligation."""

from typing import Any


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    from dondoc.units.models import Agency

    own = Agency.objects.get(unit__name="An Lạc", kind="ubnd", valid_to=None)
    told: dict[str, Any] = {
        "events": ("lan.nt", reverse("occasions"), 19),
        "events of the territory": ("ha.lt", reverse("occasions"), 19),
        "who does what": ("khang.vd", reverse("assignment-rules", args=[own.code]), 12),
        "split agencies": ("ha.lt", reverse("splits"), 10),
        "a list to take in": ("khang.vd", reverse("obligations-upload"), 10),
        "difficulties": ("ha.lt", reverse("difficulties"), 14),
        "a difficulty to raise": ("lan.nt", reverse("difficulty-raise"), 12),
    }
    return told
