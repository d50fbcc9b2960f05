"""Who sees and does what with what must be public. Outside one's scope is 404.

Inside: whoever acts for an agency of the unit, and its line above. The public sees what a unit opened, field by field
(`queries.public`), and no list of people whose posting has ended.
"""

from datetime import date

from django.db.models import Q, QuerySet

from dondoc.disclosure.models import Collection, Comment, Consultation, Item, Posting, Publication
from dondoc.duties.access import DOING
from dondoc.units.access import Scope, valid_on
from dondoc.units.models import AdministrativeUnit, Agency, Level, Role
from dondoc.units.rules.kinds import COMMITTEE
from dondoc.web.found import found


def seen_units(scope: Scope) -> frozenset[int]:
    return scope.own_units | scope.units_below


def visible_units(scope: Scope) -> QuerySet[AdministrativeUnit]:
    """Provinces and communes of the day that a person looks after."""
    rows = AdministrativeUnit.objects.filter(valid_on(scope.on), pk__in=list(seen_units(scope)))
    return rows.exclude(level=Level.DISTRICT).select_related("parent").order_by("level", "name")


def get_unit_for(scope: Scope, code: str) -> AdministrativeUnit:
    return found(visible_units(scope).filter(code=code))


def items_of(unit: AdministrativeUnit, on: date) -> QuerySet[Item]:
    """What a unit must make public on a day: its own items and those that the units above keep for its level."""
    above = [unit.pk, *filter(None, (unit.parent_id, unit.parent.parent_id if unit.parent else None))]
    rows = Item.objects.filter(valid_on(on), unit__in=above, level=unit.level)
    return rows.order_by("number", "pk")


def visible_items(scope: Scope) -> QuerySet[Item]:
    """Items that apply to a unit that one looks after, or that such a unit keeps."""
    units = list(AdministrativeUnit.objects.filter(pk__in=list(seen_units(scope))).select_related("parent"))
    kept = {unit.pk for unit in units} | {pk for unit in units if (pk := unit.parent_id) is not None}
    return Item.objects.filter(unit__in=kept, level__in={unit.level for unit in units}).select_related("unit")


def get_item_for(scope: Scope, code: str) -> Item:
    return found(visible_items(scope).filter(code=code))


def visible_publications(scope: Scope) -> QuerySet[Publication]:
    rows = Publication.objects.filter(unit__in=list(seen_units(scope)))
    return rows.select_related("item", "unit__parent", "agency", "settles__duty")


def get_publication_for(scope: Scope, code: str) -> Publication:
    return found(visible_publications(scope).filter(code=code))


def get_posting_for(publication: Publication, code: str) -> Posting:
    return found(publication.postings.filter(code=code))


def visible_consultations(scope: Scope) -> QuerySet[Consultation]:
    rows = Consultation.objects.filter(unit__in=list(seen_units(scope)))
    return rows.select_related("unit", "agency", "settles")


def get_consultation_for(scope: Scope, code: str) -> Consultation:
    return found(visible_consultations(scope).filter(code=code))


def get_comment_for(consultation: Consultation, code: str) -> Comment:
    return found(consultation.comments.filter(code=code))


def visible_collections(scope: Scope) -> QuerySet[Collection]:
    return Collection.objects.filter(unit__in=list(seen_units(scope))).select_related("unit", "agency", "settlement")


def get_collection_for(scope: Scope, code: str) -> Collection:
    return found(visible_collections(scope).filter(code=code))


def may_publish(scope: Scope, unit_id: int) -> bool:
    """Whoever acts for an agency of the unit."""
    return unit_id in scope.own_units and scope.has_any(*DOING)


def may_keep_items(scope: Scope, unit_id: int) -> bool:
    """Who says what a unit and those below must make public: its focal point, leaders, and the head of an agency."""
    return unit_id in scope.own_units and scope.has_any(Role.FOCAL, Role.HEAD, Role.COMMITTEE)


def committee_of(unit: AdministrativeUnit, on: date) -> Agency:
    """The People's Committee of a unit: whoever makes public."""
    return found(Agency.objects.filter(valid_on(on), Q(unit=unit), kind=COMMITTEE).order_by("pk"))
