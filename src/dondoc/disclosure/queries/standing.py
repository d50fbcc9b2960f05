"""How each item of each unit stands: what is owed, where it hangs, what is missing, what went wrong. The matrix and the
shortest way to green are two views of the same rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from dondoc.disclosure.models import Item, Posting, Publication
from dondoc.disclosure.queries.facts import asked_of, findings_of, halls_of, stretches_of
from dondoc.disclosure.rules.catalogue import SOURCE, form_of, is_by_event
from dondoc.disclosure.rules.register import LASTING, TROUBLES, Finding, missing
from dondoc.duties.access import published
from dondoc.duties.models import Obligation
from dondoc.duties.queries.standing import Standing, standing
from dondoc.duties.rules.lateness import Days
from dondoc.duties.rules.states import OWED, State
from dondoc.schedule.queries import current_calendar
from dondoc.units.access import valid_on
from dondoc.units.models import AdministrativeUnit
from dondoc.web.charts import HeatCell, HeatChart
from dondoc.web.formats import said

SHORT = 32
UNSET, NOT_YET, NONE_AROSE = "chưa rõ tần suất", "chưa đến hạn", "chưa phát sinh"


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item of one unit. `words` and `tone` are what a cell shows; `steps` what is left to do, shortest first."""

    item: Item
    unit: AdministrativeUnit
    words: str
    tone: str
    term: str = ""
    label: str = ""
    obligation: str = ""
    publication: str = ""
    due_on: date | None = None
    is_late: bool = False
    is_by_event: bool = False
    steps: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    found_in: str = ""

    @property
    def is_green(self) -> bool:
        return self.tone == "good"

    @property
    def is_open(self) -> bool:
        """Something can be done about it now."""
        return bool(self.steps or self.mendable) or self.words == UNSET

    @property
    def mendable(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.kind not in LASTING)


@dataclass(slots=True)
class _Known:
    """What was asked of the database, once for all units."""

    owed: dict[tuple[int, str], Obligation] = field(default_factory=dict)
    published: dict[tuple[int, int], Publication] = field(default_factory=dict)
    of_obligation: dict[int, Publication] = field(default_factory=dict)
    postings: dict[int, list[Posting]] = field(default_factory=dict)
    halls: dict[int, tuple[str, ...]] = field(default_factory=dict)


def item_rows(units: Sequence[AdministrativeUnit], today: date, *, days: Days | None = None) -> list[ItemRow]:
    """Every item of every unit, in the order of units and items. Six queries, whatever their number."""
    days, items = days or Days(current_calendar()), _items(units, today)
    known = _known(units, [item for found in items.values() for item in found])
    return [_row(unit, item, known, today, days) for unit in units for item in items[unit.pk]]


def way_to_green(rows: Sequence[ItemRow]) -> list[ItemRow]:
    """What can be done now: late first, then what takes the fewest steps, then by day."""
    todo = [row for row in rows if row.is_open and not row.is_green]
    return sorted(
        todo,
        key=lambda row: (
            not row.item.when,
            not row.is_late,
            len(row.steps) + len(row.mendable),
            row.due_on or date.max,
            row.item.number,
        ),
    )


def matrix(rows: Sequence[ItemRow], units: Sequence[AdministrativeUnit], href: dict[int, str]) -> HeatChart:
    """Unit by item: the colour helps, the word tells. Items of which nothing is owed anywhere have no column."""
    told = {row.item.pk: row.item for row in rows if row.obligation or row.findings or row.words == UNSET}
    columns = sorted(told.values(), key=lambda item: (not item.number, item.number, item.pk))
    cells = {(row.unit.pk, row.item.pk): row for row in rows}
    return HeatChart(
        _("Đơn vị và nội dung công khai"),
        [said(item.short)[:SHORT] for item in columns],
        [
            (unit.full_name, [_cell(cells.get((unit.pk, item.pk)), href.get(unit.pk, "")) for item in columns])
            for unit in units
        ],
    )


def _cell(row: ItemRow | None, href: str) -> HeatCell:
    if row is None:
        return HeatCell("", None)
    level = {"good": 0, "warn": 2, "bad": 4}.get(row.tone)
    words = said(row.words)
    says = f"{row.unit.full_name}, {said(row.item.short)}: {words}"
    return HeatCell(words, level, f"{href}#{row.item.code}" if href else "", says)


def _items(units: Sequence[AdministrativeUnit], today: date) -> dict[int, list[Item]]:
    keepers = {pk for unit in units for pk in (unit.pk, unit.parent_id) if pk is not None}
    rows = list(Item.objects.filter(valid_on(today), unit__in=keepers).order_by("number", "pk"))
    return {
        unit.pk: [one for one in rows if one.level == unit.level and one.unit_id in (unit.pk, unit.parent_id)]
        for unit in units
    }


def _known(units: Sequence[AdministrativeUnit], items: Sequence[Item]) -> _Known:
    ids, known = [unit.pk for unit in units], _Known(halls=halls_of(unit.pk for unit in units))
    codes = {item.code for item in items}
    rows = published().filter(duty__source_kind=SOURCE, duty__source_code__in=codes, held_by__unit__in=ids)
    rows = rows.exclude(state__in=[State.NOT_OPEN.value, State.EXEMPT.value]).select_related("duty")
    for one in rows.order_by("due_on", "pk"):
        _take(known.owed, (one.unit_id, one.duty.source_code), one)
    listed = Publication.objects.filter(unit__in=ids, item__in=items, withdrawn_at=None).select_related("item")
    for publication in listed.order_by("pk"):
        known.published[publication.unit_id, publication.item_id] = publication
        if publication.settles_id:
            known.of_obligation[publication.settles_id] = publication
    wanted = {one.pk for one in (*known.published.values(), *known.of_obligation.values())}
    for posting in _postings(wanted):
        known.postings.setdefault(posting.publication_id, []).append(posting)
    return known


def _postings(publications: Collection[int]) -> Sequence[Posting]:
    rows = Posting.objects.filter(Q(publication__in=list(publications)))
    return list(rows.select_related("settlement").order_by("pk"))


def _take(held: dict[tuple[int, str], Obligation], key: tuple[int, str], one: Obligation) -> None:
    """The oldest that is owed speaks for the item, else the newest that was settled."""
    before = held.get(key)
    if before is None or State(before.state) not in OWED:
        held[key] = one


def _row(unit: AdministrativeUnit, item: Item, known: _Known, today: date, days: Days) -> ItemRow:
    owed = known.owed.get((unit.pk, item.code))
    by_event = is_by_event(form_of(item.when))
    own = known.of_obligation.get(owed.pk) if owed else None
    shown = own or known.published.get((unit.pk, item.pk))
    postings = known.postings.get(shown.pk, []) if shown else []
    found = tuple(findings_of(shown, postings, calendar=days)) if shown else ()
    if not item.when:
        return ItemRow(item, unit, UNSET, "warn", publication=shown.code if shown else "", findings=found)
    if owed is None:
        words = NONE_AROSE if by_event else NOT_YET
        tone, code = "calm", shown.code if shown else ""
        return ItemRow(item, unit, words, tone, publication=code, is_by_event=by_event, findings=found)
    now = standing(owed, today, days=days)
    words, tone = _words(now, found)
    steps: tuple[str, ...] = ()
    if State(owed.state) in OWED:
        asked = asked_of(item, known.halls.get(unit.pk, ()), today)
        steps = tuple(missing(asked, stretches_of(known.postings.get(own.pk, [])) if own else []))
    return ItemRow(
        item, unit, words, tone, now.term, owed.label, owed.code, own.code if own else "", owed.due_on,
        now.is_late, by_event, steps, found, shown.code if shown and found else "",
    )  # fmt: skip


def _words(now: Standing, found: Sequence[Finding]) -> tuple[str, str]:
    """A trouble that can be mended is said before the state; without one a settled item is green."""
    mendable = [one for one in found if one.kind not in LASTING]
    if mendable and not now.is_late:
        return TROUBLES[mendable[0].kind], "warn"
    if now.state in (State.DONE, State.DONE_LATE, State.NOTHING_AROSE):
        return now.words, "good"
    return now.words, now.tone
