"""A printed name to the real agency or group of the plan's unit.

    resolver = Resolver(unit, on)            # once for a plan: a handful of queries
    for candidate in resolver.resolve("UBND các xã, phường"): ...

The first candidate is the best. `is_certain` alone may be taken without asking a person; an open group never is. A
group that does not stand yet comes as `proposal`; `actions.group.take_candidate` makes it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import fold, key
from dondoc.units.access import valid_on
from dondoc.units.adapters.tables import shipped_organisation
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup, AgencySuccession, Level
from dondoc.units.queries.groups import by_rule
from dondoc.units.queries.heirs import lines_of
from dondoc.units.queries.places import descendants_of
from dondoc.units.rules.agencies import split_agencies
from dondoc.units.rules.collectives import Collective, collective_of
from dondoc.units.rules.forms import Form, form_of
from dondoc.units.rules.kinds import COMMITTEE

MOST = 6
NEAR = 82.0
HELD = 85.0


def _count(agencies: int) -> Saying:
    return Saying("{count} cơ quan", count=agencies)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A group that could be made: by `rule`, of `members`, or open."""

    kind: str
    name: str
    rule: dict[str, Any] = field(default_factory=dict)
    members: tuple[Agency, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a name may mean: an agency, a group that stands, or a group proposed. `why` is for the person."""

    confidence: float
    is_certain: bool = False
    agency: Agency | None = None
    group: AgencyGroup | None = None
    proposal: Proposal | None = None
    why: str = ""

    @property
    def label(self) -> str:
        if self.agency is not None:
            return self.agency.name
        return self.group.name if self.group is not None else self.proposal.name if self.proposal else ""


def resolve(printed: str, *, unit: AdministrativeUnit, on: date) -> list[Candidate]:
    """One name; for the names of a whole plan make one `Resolver`."""
    return Resolver(unit, on).resolve(printed)


class Resolver:
    """The agencies and groups around one unit on one day, ready to be looked up by printed names."""

    def __init__(self, unit: AdministrativeUnit, on: date) -> None:
        self.unit, self.on = unit, on
        self.above = _ancestors(unit)
        below = [found for found in descendants_of([unit.pk], on) if found.pk != unit.pk]
        self.units = {found.pk: found for found in [unit, *self.above, *below]}
        self.agencies: dict[int, list[Agency]] = defaultdict(list)
        for agency in Agency.objects.filter(valid_on(on), unit__in=list(self.units)).order_by("pk"):
            agency.unit = self.units[agency.unit_id]
            self.agencies[agency.unit_id].append(agency)
        scopes = [unit.pk, *(above.pk for above in self.above)]
        self.groups = list(AgencyGroup.objects.filter(scope__in=scopes).order_by("pk"))
        self._known: dict[str, list[Candidate]] = {}

    def resolve(self, printed: str) -> list[Candidate]:
        """Candidates, the best first; none where nothing is near. A name asked again costs nothing."""
        text = " ".join(printed.split())
        if text not in self._known:
            self._known[text] = self._resolve(text)[:MOST] if text else []
        return self._known[text]

    def _resolve(self, printed: str) -> list[Candidate]:
        standing = self._standing_group(printed)
        collective = collective_of(printed, level=self.unit.level, kind=self.unit.kind)
        if collective is not None:
            return [*standing, *self._collective(printed, collective)]
        form = form_of(printed)
        if form.is_officer:
            return [*standing, *self._officer(printed, form)]
        exact = self._exact(form)
        if len(exact) == 1:
            return [Candidate(1.0, True, exact[0]), *standing]
        if exact:
            return [Candidate(0.6, agency=agency, why=Saying("trùng tên ở nhiều nơi")) for agency in exact]
        offered = (
            standing,
            self._listed(printed),
            self._each_below(printed, form),
            self._of_former_unit(form),
            self._former(form),
            self._without_brackets(printed),
            self._near(printed),
        )
        return [candidate for found in offered for candidate in found]

    def _standing_group(self, printed: str) -> list[Candidate]:
        """A group that was named just so before. An open one stays a question."""
        wanted = key(printed)
        same = [group for group in self.groups if key(group.name) == wanted]
        own_first = sorted(same, key=lambda group: group.scope_id != self.unit.pk)
        return [Candidate(1.0, group.kind != AgencyGroup.Kind.OPEN, group=group) for group in own_first[:1]]

    def _collective(self, printed: str, collective: Collective) -> list[Candidate]:
        if collective.is_open:
            open_one = Proposal(AgencyGroup.Kind.OPEN, printed)
            return [Candidate(0.5, proposal=open_one, why=Saying("để mở: chọn cơ quan trước khi ban hành"))]
        rule = collective.rule
        chosen = by_rule(self.unit.pk, rule, self.on).count()
        whole = {name: value for name, value in rule.items() if name != "unit_kinds"}
        missed = by_rule(self.unit.pk, whole, self.on).count() - chosen if "unit_kinds" in rule else 0
        if not missed:
            rule = whole
        is_certain = collective.is_clear and chosen > 0 and missed == 0
        why = _count(chosen) if chosen else Saying("chưa có cơ quan nào thuộc nhóm này")
        found = [self._by_rule(printed, rule, 0.9 if is_certain else 0.6, is_certain, why)] if chosen else []
        if missed:
            found.append(
                self._by_rule(Saying("{name} (tất cả)", name=printed), whole, 0.55, False, _count(chosen + missed))
            )
        return found or [Candidate(0.3, proposal=Proposal(AgencyGroup.Kind.OPEN, printed), why=why)]

    def _by_rule(self, name: str, rule: dict[str, Any], confidence: float, is_certain: bool, why: str) -> Candidate:
        same = [group for group in self.groups if group.scope_id == self.unit.pk and group.rule == rule]
        if same:
            return Candidate(confidence, is_certain, group=same[0], why=why)
        return Candidate(confidence, is_certain, proposal=Proposal(AgencyGroup.Kind.RULE, name, rule), why=why)

    def _exact(self, form: Form) -> list[Agency]:
        """Agencies whose name is the same, in the nearest unit that fits; marks are forgiven only where none fits."""
        for units in self._places(form):
            pool = [agency for unit in units for agency in self.agencies[unit.pk]]
            for part in ("whole", "bare", "flat"):
                wanted = getattr(form, part)
                found = [agency for agency in pool if getattr(form_of(agency.name), part) == wanted]
                if not found and part == "bare" and wanted == "ubnd":
                    found = [agency for agency in pool if agency.kind == COMMITTEE]
                if found:
                    return found
        return []

    def _places(self, form: Form) -> Iterable[list[AdministrativeUnit]]:
        """Where to look, the nearest first: the unit that the name tells, or the own one, those above, those below."""
        line = [self.unit, *self.above]
        if form.place:
            wanted, flat = key(form.place), fold(form.place)
            named = [unit for unit in self.units.values() if key(unit.name) == wanted]
            named = named or [unit for unit in self.units.values() if unit.search == flat]
            yield [unit for unit in named if unit.kind == form.place_kind]
            return
        if form.place_kind:
            yield from ([unit] for unit in line if unit.kind == form.place_kind or unit.level == form.place_level)
            return
        yield from ([unit] for unit in line)
        yield [unit for unit in self.units.values() if unit not in line]

    def _officer(self, printed: str, form: Form) -> list[Candidate]:
        """A post inside a committee: of the own unit's in the plan of a commune, else of each commune's, if a person
        says so."""
        if self.unit.level == Level.COMMUNE:
            found = self._exact(form)[:1]
            return [Candidate(0.9, True, agency, why=Saying("chức danh thuộc UBND")) for agency in found]
        rule = {"kinds": [COMMITTEE], "levels": [Level.COMMUNE.value]}
        if not by_rule(self.unit.pk, rule, self.on).exists():
            return []
        return [self._by_rule(printed, rule, 0.6, False, Saying("chức danh thuộc UBND cấp xã"))]

    def _of_former_unit(self, form: Form) -> list[Candidate]:
        """ "UBND huyện Xín Mần" after 1/7/2025, "UBND thị trấn X" that is a commune now: the same body where the unit
        of that name and kind went, or of the unit that bears its name. A person says which."""
        if not form.place:
            return []
        name = fold(form.place)
        past = AdministrativeUnit.objects.filter(search__contains=name, kind=form.place_kind, valid_to__lt=self.on)
        went = [unit for old in past[:5] if fold(old.name) == name for unit in lines_of(old, self.on)]
        same = [unit for unit in self.units.values() if unit.search == name]
        wanted = [unit.pk for unit in [*same, *went] if unit.pk in self.units and unit.level != Level.PROVINCE]
        found = [a for pk in dict.fromkeys(wanted) for a in self.agencies[pk] if self._is_body(a, form)]
        return [
            Candidate(
                0.65,
                agency=agency,
                why=Saying("kế thừa địa bàn {kind} {place}", kind=form.place_kind, place=form.place),
            )
            for agency in found
        ]

    def _is_body(self, agency: Agency, form: Form) -> bool:
        return form_of(agency.name).flat == form.flat or (form.flat == "ubnd" and agency.kind == COMMITTEE)

    def _listed(self, printed: str) -> list[Candidate]:
        """ "UBND các xã Quảng Nguyên, Nấm Dẩn": a list of agencies that are each certain."""
        names = [found.name for found in split_agencies(printed)]
        if len(names) < 2:
            return []
        members = [found[0].agency for name in names if len(found := self._exact_only(name)) == 1]
        chosen = tuple(dict.fromkeys(agency for agency in members if agency is not None))
        if len(chosen) != len(names):
            return []
        return [Candidate(0.9, True, proposal=Proposal(AgencyGroup.Kind.LIST, printed, {}, chosen))]

    def _exact_only(self, name: str) -> list[Candidate]:
        return [Candidate(1.0, True, agency) for agency in self._exact(form_of(name))]

    def _each_below(self, printed: str, form: Form) -> list[Candidate]:
        """ "Công an huyện" in the plan of a province: most likely that of each district, for a person to say."""
        order = list(Level.values)
        is_below = form.place_level and order.index(form.place_level) > order.index(self.unit.level)
        if form.place or not is_below:
            return []
        rule: dict[str, Any] = {"kinds": [COMMITTEE]} if form.flat == "ubnd" else {"names": [form.flat]}
        rule["levels"] = [form.place_level]
        count = by_rule(self.unit.pk, rule, self.on).count()
        return (
            [self._by_rule(printed, rule, 0.7, False, Saying("ở mỗi đơn vị: {count} cơ quan", count=count))]
            if count
            else []
        )

    def _without_brackets(self, printed: str) -> list[Candidate]:
        """ "UBND tỉnh (thông qua Sở Nội vụ)": the name in front, for a person to say."""
        plain = re.sub(r"\s*\([^()]*\)?\s*", " ", printed).strip()
        if not plain or plain == printed:
            return []
        return [replace(found, is_certain=False, confidence=found.confidence * 0.8) for found in self.resolve(plain)]

    def _former(self, form: Form) -> list[Candidate]:
        """Agencies that are no more: what followed them here, or by the decrees, for a person to say yes to."""
        links = AgencySuccession.objects.filter(
            predecessor__unit__in=[self.unit.pk, *(u.pk for u in self.above)]
        ).select_related("predecessor", "successor__unit")
        fits = [link.successor for link in links if form_of(link.predecessor.name).flat == form.flat]
        followed = [
            Candidate(0.7, agency=agency, why=Saying("cơ quan kế thừa tên cũ")) for agency in dict.fromkeys(fits)
        ]
        return followed or self._moved(form)

    def _moved(self, form: Form) -> list[Candidate]:
        """By what the decrees moved where: "Sở Lao động - Thương binh và Xã hội" to three, each with its subjects."""
        organisation = shipped_organisation()
        codes = dict.fromkeys(body.code for body in organisation.bodies if form_of(body.name).flat == form.flat)
        line = [self.unit, *self.above]
        found = []
        for move in (move for code in codes for move in organisation.proposals(code, self.on)):
            told = f"{', '.join(move.subjects)} ({move.source})" if move.subjects else move.source
            heirs = [a for unit in line for a in self.agencies[unit.pk] if a.kind == move.new]
            found += [Candidate(0.6, agency=agency, why=Saying("theo {source}", source=told)) for agency in heirs[:1]]
        return found

    def _near(self, printed: str) -> list[Candidate]:
        """Names that are alike, or hold the one the other, never certain. Of alike ones the own unit's come first."""
        from rapidfuzz import fuzz, process

        by_id = {agency.pk: agency for pool in self.agencies.values() for agency in pool}
        names = {pk: fold(agency.name) for pk, agency in by_id.items()}
        wanted = fold(printed)
        alike = process.extract(wanted, names, scorer=fuzz.token_sort_ratio, limit=MOST, score_cutoff=NEAR)
        own = {agency.pk: form_of(agency.name).flat for agency in self.agencies[self.unit.pk]}
        within = process.extract(form_of(printed).flat, own, scorer=fuzz.token_set_ratio, limit=3, score_cutoff=HELD)
        scores = {pk: score * 0.7 for _, score, pk in within} | {pk: score * 0.8 for _, score, pk in alike}
        best = sorted(scores, key=lambda pk: (-round(scores[pk]), by_id[pk].unit_id != self.unit.pk))
        return [Candidate(round(scores[pk] / 100, 2), agency=by_id[pk], why=Saying("tên gần giống")) for pk in best]


def _ancestors(unit: AdministrativeUnit) -> list[AdministrativeUnit]:
    found: list[AdministrativeUnit] = []
    while unit.parent is not None:
        unit = unit.parent
        found.append(unit)
    return found
