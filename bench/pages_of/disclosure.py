"""Pages of disclosure."""


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    from dondoc.disclosure.models import Collection, Consultation, Item, Publication
    from dondoc.units.models import AdministrativeUnit

    unit = AdministrativeUnit.objects.get(name="An Lạc", level="commune")
    one = Publication.objects.filter(unit=unit, settles__isnull=False).latest("pk")
    item = Item.objects.get(key="ns-thuc-hien")
    draft, money = Consultation.objects.latest("pk"), Collection.objects.latest("pk")
    return {
        "consultations": ("lan.nt", reverse("consultations", args=[unit.code]), 12),
        "a consultation": ("lan.nt", reverse("consultation", args=[draft.code]), 14),
        "a draft for comment": ("", reverse("comment", args=[draft.code]), 6),
        "collections": ("lan.nt", reverse("collections", args=[unit.code]), 13),
        "a collection": ("lan.nt", reverse("collection", args=[money.code]), 12),
        "a ledger": ("", reverse("ledger", args=[money.code]), 4),
        "disclosure of a province": ("ha.lt", reverse("disclosure"), 18),
        "disclosure as a workbook": ("ha.lt", reverse("disclosure-sheet"), 14),
        "disclosure of a commune": ("lan.nt", reverse("disclosure-unit", args=[unit.code]), 18),
        "publishing": ("lan.nt", reverse("publish", args=[unit.code, item.code]), 16),
        "a publication": ("lan.nt", reverse("publication", args=[one.code]), 26),
        "an item": ("ha.lt", reverse("disclosure-item", args=[item.code]), 12),
    }
