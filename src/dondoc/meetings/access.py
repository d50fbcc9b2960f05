"""Who sees and does what with receptions, dialogues and promises. Outside one's scope is 404.

The book of receptions (names, what people said) is for the own unit alone; the line above sees times, counts, promises.
"""

from datetime import date

from django.db.models import QuerySet

from dondoc.duties.access import DOING
from dondoc.meetings.models import Dialogue, LocalEvent, Promise, Question, Reception, Refusal, Visit
from dondoc.units.access import Scope, valid_on
from dondoc.units.models import AdministrativeUnit, Agency, Level, Role
from dondoc.units.rules.kinds import COMMITTEE
from dondoc.web.found import found


def seen_units(scope: Scope) -> frozenset[int]:
    return scope.own_units | scope.units_below


def visible_units(scope: Scope) -> QuerySet[AdministrativeUnit]:
    rows = AdministrativeUnit.objects.filter(valid_on(scope.on), pk__in=list(seen_units(scope)))
    return rows.exclude(level=Level.DISTRICT).select_related("parent").order_by("level", "name")


def get_unit_for(scope: Scope, code: str) -> AdministrativeUnit:
    return found(visible_units(scope).filter(code=code))


def visible_receptions(scope: Scope) -> QuerySet[Reception]:
    rows = Reception.objects.filter(unit__in=list(seen_units(scope)))
    return rows.select_related("unit", "agency", "settles__duty")


def get_reception_for(scope: Scope, code: str) -> Reception:
    return found(visible_receptions(scope).filter(code=code))


def visible_visits(scope: Scope) -> QuerySet[Visit]:
    """The book is of the own unit."""
    rows = Visit.objects.filter(reception__unit__in=list(scope.own_units))
    return rows.select_related("reception__unit", "reception__agency", "refusal__settles")


def get_visit_for(scope: Scope, code: str) -> Visit:
    return found(visible_visits(scope).filter(code=code))


def get_refusal_for(scope: Scope, code: str) -> Refusal:
    rows = Refusal.objects.select_related("visit__reception__unit", "visit__reception__agency__unit", "settles")
    return found(rows.filter(visit__in=visible_visits(scope), visit__code=code))


def visible_dialogues(scope: Scope) -> QuerySet[Dialogue]:
    rows = Dialogue.objects.filter(unit__in=list(seen_units(scope)))
    return rows.select_related("unit", "agency", "settlement", "settles__duty")


def get_dialogue_for(scope: Scope, code: str) -> Dialogue:
    return found(visible_dialogues(scope).filter(code=code))


def get_question_for(dialogue: Dialogue, code: str) -> Question:
    return found(dialogue.questions.filter(code=code))


def visible_promises(scope: Scope) -> QuerySet[Promise]:
    rows = Promise.objects.filter(unit__in=list(seen_units(scope)))
    return rows.select_related("unit", "agency", "settles__duty", "visit", "question__dialogue")


def get_promise_for(scope: Scope, code: str) -> Promise:
    return found(visible_promises(scope).filter(code=code))


def visible_events(scope: Scope) -> QuerySet[LocalEvent]:
    return LocalEvent.objects.filter(unit__in=list(seen_units(scope))).select_related("unit", "settlement")


def may_keep(scope: Scope, unit_id: int) -> bool:
    """Whoever acts for an agency of the unit."""
    return unit_id in scope.own_units and scope.has_any(*DOING)


def may_adopt(scope: Scope, unit_id: int) -> bool:
    return unit_id in scope.own_units and scope.has_any(Role.FOCAL, Role.HEAD, Role.COMMITTEE)


def own_agencies(scope: Scope, unit: AdministrativeUnit) -> QuerySet[Agency]:
    """The agencies of a unit to which a conclusion may give something to do: the committee first."""
    rows = Agency.objects.filter(valid_on(scope.on), unit=unit)
    return rows.exclude(stance="requested").order_by("pk")


def committee_of(unit: AdministrativeUnit, on: date) -> Agency:
    return found(Agency.objects.filter(valid_on(on), unit=unit, kind=COMMITTEE).order_by("pk"))
