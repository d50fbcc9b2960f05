"""Which things a unit must make public: the shipped catalogue taken over, what a plan or an office adds, and the duty
that follows from each."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dondoc.disclosure.models import Item
from dondoc.disclosure.rules.catalogue import (
    BOARD,
    POSTING,
    SOURCE,
    VILLAGE,
    ItemRule,
    catalogue,
    form_of,
    is_by_event,
    is_understood,
)
from dondoc.duties.actions.duty import Party, create_duty, end_duty
from dondoc.duties.actions.expansion import expand_source
from dondoc.duties.models import Duty
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.schedule.queries import find_timer, timer
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean, fold
from dondoc.units.access import valid_on
from dondoc.units.actions.group import create_group
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup, Level
from dondoc.units.rules.kinds import COMMITTEE

GROUP = "UBND các xã, phường, đặc khu"
_RULE: Mapping[str, Any] = {"kinds": [COMMITTEE], "levels": [str(Level.COMMUNE)]}


def adopt_catalogue(
    unit: AdministrativeUnit, *, by: audit.Actor | None, at: datetime, since: date | None = None
) -> int:
    """Take over what the law asks of a unit and, for a province, of its communes, from a day. Taken over again it adds
    what is new, and an item whose ground changed gets its new one. How many items are new."""
    on = since or timezone.localtime(at).date()
    levels = [str(Level.PROVINCE), str(Level.COMMUNE)] if unit.level == Level.PROVINCE else [str(unit.level)]
    known = {item.key: item for item in Item.objects.filter(unit=unit, valid_to=None).exclude(key="")}
    rules = [rule for level in levels for rule in catalogue(level, on, lambda key: find_timer(key, on))]
    new = [rule for rule in rules if rule.key not in known]
    with transaction.atomic():
        for rule in new:
            owe(_of_rule(unit, rule, on), by=by, at=at)
        for rule in rules:
            if rule.key in known:
                _ground_again(known[rule.key], rule, by=by, at=at)
        if new:
            codes = [rule.key for rule in new]
            audit.record_bulk("adopt_catalogue", "disclosure_item", codes, by=by, at=at, scope=unit.code)
    return len(new)


def _ground_again(item: Item, rule: ItemRule, *, by: audit.Actor | None, at: datetime) -> None:
    """The same item on another ground: only what is printed about it changes, what is owed stays."""
    before = {"basis": item.basis, "sure": item.sure}
    if before == {"basis": rule.basis, "sure": rule.sure}:
        return
    Item.objects.filter(pk=item.pk).update(basis=rule.basis, sure=rule.sure)
    on = ("disclosure_item", item.code)
    audit.record("ground_again", on, by=by, at=at, before=before, after={"basis": rule.basis, "sure": rule.sure})


def add_item(
    unit: AdministrativeUnit,
    *,
    name: str,
    basis: str,
    when: str,
    by: audit.Actor | None,
    at: datetime,
    days: int | None = 30,
    loud: int = 0,
    places: Sequence[str] = (BOARD, VILLAGE),
    component: str = "",
    section: int | None = 2,
    holds_people: bool = False,
    level: str = "",
) -> Item:
    """What a plan or an office adds. Refuses an empty name, one without its ground, and less than thirty days."""
    name, basis = clean(name).strip()[:300], clean(basis).strip()[:400]
    if not name:
        raise BadInput("item-unnamed", "Chưa có tên nội dung công khai: ghi như trong văn bản yêu cầu.")
    if not basis:
        raise BadInput("item-groundless", "Ghi căn cứ: kế hoạch, quyết định hoặc quy định nào yêu cầu công khai.")
    least = timer(POSTING, timezone.localtime(at).date())
    if days is not None and days < least.number:
        raise BadInput(
            "item-short",
            "Niêm yết ít nhất {least} liên tục ({citation}): nhập từ {number} trở lên.",
            least=least.words,
            citation=least.citation,
            number=least.number,
        )
    with transaction.atomic():
        item = Item.objects.create(
            code=new_code(),
            unit=unit,
            level=level or unit.level,
            name=name,
            short=name[:60],
            search=fold(name)[:400],
            basis=basis,
            sure="V",
            when=_readable(when),
            sure_when="V" if when.strip() else "?",
            days=days,
            loud=loud,
            places=list(places),
            component=component,
            section=section,
            holds_people=holds_people,
            valid_from=timezone.localtime(at).date(),
        )
        owe(item, by=by, at=at)
        after = {"name": name, "when": item.when, "basis": basis}
        audit.record("add_disclosure_item", ("disclosure_item", item.code), by=by, at=at, after=after)
    return item


def set_frequency(item: Item, *, when: str, by: audit.Actor, at: datetime) -> None:
    """Say how often an item is due where the law does not: from then on it is owed. Refuses an item that has its
    frequency, and a phrase that is no time."""
    when = _readable(when)
    if not when:
        raise BadInput("item-timeless", "Chưa đọc được thời gian: ghi “Hằng quý”, “Hằng năm, trước ngày 31/03” …")
    with transaction.atomic():
        if not Item.objects.filter(pk=item.pk, when="").update(when=when, sure_when="V"):
            raise BadInput("item-has-time", "Nội dung này đã có tần suất. Tải lại trang để xem.")
        item.when, item.sure_when = when, "V"
        owe(item, by=by, at=at)
        audit.record("set_frequency", ("disclosure_item", item.code), by=by, at=at, after={"when": when})


def end_item(item: Item, *, reason: str, by: audit.Actor, at: datetime) -> bool:
    """It need not be made public any more from tomorrow; what is owed stays owed. Refuses without a reason."""
    reason, on = clean(reason).strip(), timezone.localtime(at).date()
    if not reason:
        raise BadInput("reason-missing", "Ghi lý do thôi công khai nội dung này: văn bản nào bãi bỏ.")
    with transaction.atomic():
        if not Item.objects.filter(pk=item.pk, valid_to=None).update(valid_to=on):
            return False
        for duty in Duty.objects.filter(source_kind=SOURCE, source_code=item.code, ended_on=None):
            end_duty(duty, on=on, reason=reason, by=by, at=at)
        audit.record("end_disclosure_item", ("disclosure_item", item.code), by=by, at=at, after={"reason": reason})
    return True


def expand_items(unit: AdministrativeUnit, *, year: int, by: audit.Actor | None, at: datetime) -> int:
    """Make what is owed in a year of all items that a unit keeps. Run again it adds nothing."""
    made = 0
    for item in Item.objects.filter(unit=unit, valid_to=None).exclude(when="").order_by("pk"):
        if not is_by_event(form_of(item.when)):
            made += expand_source(SOURCE, item.code, by=by, at=at, year=year).made
    return made


def owe(item: Item, *, by: audit.Actor | None, at: datetime) -> Duty | None:
    """The duty of an item; none while it has no frequency, or nobody is there who would owe it."""
    if not item.when:
        return None
    party = _party(item, by=by, at=at)
    if party is None:
        return None
    return create_duty(
        (SOURCE, item.code),
        unit=item.unit,
        title=f"Công khai: {item.name}",
        parties=[party],
        issued_on=item.valid_from or timezone.localtime(at).date(),
        by=by,
        at=at,
        schedule=form_of(item.when),
        products=["Ảnh hoặc biên bản niêm yết"],
        component=item.component,
        section=item.section,
    )


def _party(item: Item, *, by: audit.Actor | None, at: datetime) -> Party | None:
    unit = item.unit
    if item.level == unit.level:
        committee = Agency.objects.filter(valid_on(timezone.localtime(at).date()), unit=unit, kind=COMMITTEE).first()
        return Party("execute", agency=committee) if committee else None
    group = AgencyGroup.objects.filter(scope=unit, kind=AgencyGroup.Kind.RULE, rule=dict(_RULE)).first()
    group = group or create_group(unit, kind=AgencyGroup.Kind.RULE, name=GROUP, rule=_RULE, by=by, at=at)
    return Party("execute", group=group, printed=group.name)


def _of_rule(unit: AdministrativeUnit, rule: ItemRule, on: date) -> Item:
    return Item.objects.create(
        code=new_code(),
        unit=unit,
        key=rule.key,
        level=rule.level,
        number=rule.number,
        name=rule.name,
        short=rule.short,
        search=fold(rule.name)[:400],
        basis=rule.basis,
        sure=rule.sure,
        when=rule.when,
        sure_when=rule.sure_when,
        days=rule.days,
        loud=rule.loud,
        within=rule.within,
        places=list(rule.places),
        component=rule.component,
        section=rule.section,
        holds_people=rule.holds_people,
        steps=list(rule.steps),
        valid_from=on,
    )


def _readable(when: str) -> str:
    """A phrase of time that the engine understands; empty stays empty. Refuses what it does not."""
    when = clean(when).strip()[:200]
    if when and not is_understood(when):
        raise BadInput("item-timeless", "Chưa đọc được thời gian: ghi “Hằng quý”, “Hằng năm, trước ngày 31/03” …")
    return when
