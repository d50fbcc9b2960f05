"""Pages of meetings."""


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    from dondoc.meetings.models import Dialogue, Promise, Reception, Visit
    from dondoc.units.models import AdministrativeUnit

    unit = AdministrativeUnit.objects.get(name="An Lạc", level="commune")
    held = Reception.objects.filter(unit=unit).exclude(held_at=None).latest("pk")
    visit, talk = Visit.objects.filter(reception__unit=unit).latest("pk"), Dialogue.objects.filter(unit=unit)[0]
    made = Promise.objects.filter(unit=unit).latest("pk")
    return {
        "meetings of a province": ("ha.lt", reverse("meetings"), 14),
        "meetings of a commune": ("lan.nt", reverse("meetings-unit", args=[unit.code]), 22),
        "a reception": ("lan.nt", reverse("reception", args=[held.code]), 12),
        "a visit": ("lan.nt", reverse("visit", args=[visit.code]), 14),
        "a dialogue": ("lan.nt", reverse("dialogue", args=[talk.code]), 18),
        "a promise": ("lan.nt", reverse("promise", args=[made.code]), 14),
        "public calendar": ("", reverse("meetings-calendar", args=[unit.code]), 6),
    }
