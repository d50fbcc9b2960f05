"""Who owes and who sees a duty on a day: its parties with their groups resolved, agencies that ended followed to those
that came after them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dondoc.duties.models import Duty, DutyAgency, Part
from dondoc.units.models import Agency, AgencySuccession, Stance
from dondoc.units.queries import member_ids

_AGENCY = ("pk", "unit_id", "unit__parent_id", "unit__parent__parent_id", "stance", "valid_to")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an agency sits, told once for many duties."""

    agency_id: int
    unit_id: int
    province_id: int
    is_requested: bool
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Owner:
    """An agency that owes, with its part."""

    place: Place
    part: str
    is_requested: bool


@dataclass(frozen=True, slots=True)
class Owners:
    owing: tuple[Owner, ...]
    seeing: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class Finder:
    """Asks for each group and agency once in a run over many duties of one day."""

    on: date
    groups: dict[int, tuple[int, ...]] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    heirs: Mapping[int, int] | None = None

    def owners_of(self, duty: Duty) -> Owners:
        """Executors owe the work. A lead owes the confirmation and the sum where there are executors, else the work. An
        agency that is both owes the work. Who takes a report in owes none to itself ("except" in the schedule of a
        reporting rule). A duty that ended is owed by nobody any more."""
        if duty.ended_on is not None and duty.ended_on <= self.on:
            return Owners((), ())
        return self.owners_among(duty.parties.select_related("group").order_by("pk"), duty.schedule)

    def owners_among(self, parties: Iterable[DutyAgency], schedule: Mapping[str, Any]) -> Owners:
        """The same of parties that may not be kept yet."""
        by_part = self._by_part(parties, schedule)
        seeing = [
            (agency_id, part) for part, members in by_part.items() for agency_id in members if part != Part.EXECUTE
        ]
        return Owners(self._owners(_owing(by_part)), tuple(seeing))

    def ids_among(self, parties: Iterable[DutyAgency], schedule: Mapping[str, Any]) -> list[int]:
        """Who would owe, by id alone: where nothing is written nobody asks where they sit."""
        return list(_owing(self._by_part(parties, schedule)))

    def _by_part(self, parties: Iterable[DutyAgency], schedule: Mapping[str, Any]) -> dict[str, dict[int, bool]]:
        by_part: dict[str, dict[int, bool]] = {}
        for party in parties:
            members = by_part.setdefault(party.part, {})
            for agency_id in self._members(party):
                members[agency_id] = members.get(agency_id, False) or party.is_requested
        out = set((schedule.get("normalised") or {}).get("except") or ())
        return {part: {pk: asked for pk, asked in told.items() if pk not in out} for part, told in by_part.items()}

    def _members(self, party: DutyAgency) -> Iterable[int]:
        if party.group_id is None:
            return (self._heir(party.agency_id or 0),)
        if party.group_id not in self.groups and party.group is not None:
            self.groups[party.group_id] = tuple(member_ids(party.group, self.on))
        return self.groups[party.group_id]

    def _owners(self, owing: Mapping[int, tuple[str, bool]]) -> tuple[Owner, ...]:
        places = self._places(owing)
        return tuple(
            Owner(place, part, asked or place.is_requested)
            for agency_id, (part, asked) in owing.items()
            if (place := places.get(agency_id)) is not None
        )

    def _places(self, ids: Iterable[int]) -> Mapping[int, Place]:
        missing = [agency_id for agency_id in ids if agency_id not in self.places]
        if missing:
            self.places.update(places_of(missing))
        return self.places

    def _heir(self, agency_id: int) -> int:
        """Whoever follows an agency on the day, where one alone does and that is decided."""
        if self.heirs is None:
            self.heirs = _heirs(self.on)
        seen = set()
        while agency_id in self.heirs and agency_id not in seen:
            seen.add(agency_id)
            agency_id = self.heirs[agency_id]
        return agency_id


def _owing(by_part: Mapping[str, Mapping[int, bool]]) -> dict[int, tuple[str, bool]]:
    leads, executors = by_part.get(Part.LEAD, {}), by_part.get(Part.EXECUTE, {})
    owing = {agency_id: (Part.EXECUTE.value, asked) for agency_id, asked in executors.items()}
    return {**{agency_id: (Part.LEAD.value, asked) for agency_id, asked in leads.items()}, **owing}


def places_of(ids: Iterable[int]) -> dict[int, Place]:
    rows = Agency.objects.filter(pk__in=list(ids)).values_list(*_AGENCY)
    return {
        pk: Place(pk, unit, grandparent or parent or unit, stance == Stance.REQUESTED, valid_to)
        for pk, unit, parent, grandparent, stance, valid_to in rows
    }


def _heirs(on: date) -> dict[int, int]:
    found: dict[int, set[int]] = {}
    decided = AgencySuccession.objects.filter(on__lte=on, decided_at__isnull=False, subject="")
    for predecessor, successor in decided.values_list("predecessor_id", "successor_id"):
        found.setdefault(predecessor, set()).add(successor)
    return {predecessor: heirs.pop() for predecessor, heirs in found.items() if len(heirs) == 1}
