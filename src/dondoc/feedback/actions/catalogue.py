"""What a unit sets up: its intake, subjects, terms and templates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone

from dondoc.feedback.models import ClockRule, Intake, Service, Template
from dondoc.feedback.rules.clock import Unit
from dondoc.feedback.rules.defaults import OWN
from dondoc.feedback.rules.subjects import subjects_of
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean, fold
from dondoc.units.models import AdministrativeUnit, Agency


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject as it is set up: its name and to whom it goes."""

    name: str
    agency: Agency | None = None
    group: str = ""
    description: str = ""
    keywords: str = ""
    component: str = ""
    attributes: Sequence[Mapping[str, Any]] = ()


def open_intake(
    unit: AdministrativeUnit,
    *,
    dispatcher: Agency,
    by: audit.Actor | None,
    at: datetime,
    inspectorate: Agency | None = None,
    hotline: str = "",
    address: str = "",
) -> Intake:
    """Let a unit take reports, or change who dispatches them; with its first subjects where it has none. Refuses a
    dispatcher that is not of the unit."""
    if dispatcher.unit_id != unit.pk:
        raise BadInput("intake-dispatcher", "Cơ quan đầu mối phải thuộc chính đơn vị này. Chọn cơ quan khác.")
    values = {"dispatcher": dispatcher, "inspectorate": inspectorate, "hotline": hotline[:40], "address": address[:200]}
    with transaction.atomic():
        intake, is_new = Intake.objects.get_or_create(unit=unit, defaults={**values, "opened_at": at})
        if not is_new:
            Intake.objects.filter(pk=intake.pk).update(**values, closed_at=None)
            intake.refresh_from_db()
        if not Service.objects.filter(unit=unit).exists():
            _first_subjects(unit)
        after = {"dispatcher": dispatcher.code, "inspectorate": inspectorate.code if inspectorate else ""}
        audit.record("open_intake", ("unit", unit.code), by=by, at=at, after=after)
    return intake


def close_intake(intake: Intake, *, by: audit.Actor, at: datetime) -> bool:
    """The unit takes no more reports by itself; what came in stays owed."""
    with transaction.atomic():
        if not Intake.objects.filter(pk=intake.pk, closed_at=None).update(closed_at=at):
            return False
        audit.record("close_intake", ("unit", intake.unit.code), by=by, at=at)
    return True


def add_service(unit: AdministrativeUnit, *, subject: Subject, by: audit.Actor | None, at: datetime) -> Service:
    """A subject on which people may write. Refuses an empty name and one that the unit has."""
    name = " ".join(clean(subject.name).split())[:120]
    if not name:
        raise BadInput("service-name", "Ghi tên lĩnh vực, ví dụ “Rác thải, vệ sinh môi trường”.")
    with transaction.atomic():
        if Service.objects.filter(unit=unit, valid_to=None, name=name).exists():
            raise BadInput("service-taken", "Đơn vị đã có lĩnh vực “{name}”.", name=name)
        service = _service(unit, subject, Service.objects.filter(unit=unit).count(), _today(at))
        service.save()
        audit.record("add_service", ("service", service.code), by=by, at=at, after={"name": name, "unit": unit.code})
    return service


def end_service(service: Service, *, on: date, by: audit.Actor | None, at: datetime) -> bool:
    """Nobody writes on it any more from the day after `on`; what came in keeps it."""
    with transaction.atomic():
        if not Service.objects.filter(pk=service.pk, valid_to=None).update(valid_to=on):
            return False
        audit.record("end_service", ("service", service.code), by=by, at=at, after=plain({"valid_to": on}))
    return True


def set_rule(
    unit: AdministrativeUnit,
    *,
    key: str,
    number: int,
    counted_in: str,
    citation: str,
    valid_from: date,
    by: audit.Actor | None,
    at: datetime,
    channel: str = "",
    plan_code: str = "",
    closes_at: time | None = None,
) -> ClockRule:
    """A term of the unit's own from a day on; it ends the one of the same step, channel and source the day before.
    Refuses a step whose term is law, a number that is none, and a term that nobody set."""
    if key not in OWN or counted_in not in set(Unit):
        raise BadInput("rule-key", "Chọn bước và cách tính trong danh sách; thời hạn theo luật không đặt lại ở đây.")
    if not 1 <= number <= 365:
        raise BadInput("rule-number", "Thời hạn từ 1 đến 365. Ghi lại con số.")
    citation = " ".join(citation.split())[:200]
    if not citation:
        raise BadInput("rule-citation", "Ghi căn cứ: số, ký hiệu kế hoạch hoặc quyết định của đơn vị.")
    same = ClockRule.objects.filter(unit=unit, key=key, channel=channel, plan_code=plan_code)
    with transaction.atomic():
        same.filter(valid_to=None, valid_from__lt=valid_from).update(valid_to=_before(valid_from))
        rule = ClockRule.objects.create(
            code=new_code(),
            unit=unit,
            key=key,
            channel=channel,
            plan_code=plan_code,
            number=number,
            counted_in=counted_in,
            closes_at=closes_at,
            citation=citation,
            valid_from=valid_from,
        )
        after = {"unit": unit.code, "key": key, "number": number, "in": counted_in, "citation": citation}
        audit.record("set_clock_rule", ("clock-rule", rule.code), by=by, at=at, after=after)
    return rule


def end_rule(rule: ClockRule, *, on: date, by: audit.Actor, at: datetime) -> bool:
    """The term holds for what comes in up to `on`."""
    with transaction.atomic():
        if not ClockRule.objects.filter(pk=rule.pk, valid_to=None, valid_from__lte=on).update(valid_to=on):
            return False
        audit.record("end_clock_rule", ("clock-rule", rule.code), by=by, at=at, after=plain({"valid_to": on}))
    return True


def save_template(unit: AdministrativeUnit, *, title: str, text: str, by: audit.Actor | None, at: datetime) -> Template:
    """A text to begin answers with. Refuses an empty one."""
    title, text = " ".join(clean(title).split())[:120], clean(text).strip()
    if not title or not text:
        raise BadInput("template-empty", "Mẫu cần tên và nội dung.")
    with transaction.atomic():
        template = Template.objects.create(code=new_code(), unit=unit, title=title, text=text)
        audit.record("save_template", ("template", template.code), by=by, at=at, after={"title": title})
    return template


def end_template(template: Template, *, by: audit.Actor, at: datetime) -> bool:
    with transaction.atomic():
        if not Template.objects.filter(pk=template.pk, ended_at=None).update(ended_at=at):
            return False
        audit.record("end_template", ("template", template.code), by=by, at=at)
    return True


def _first_subjects(unit: AdministrativeUnit) -> None:
    """The shipped subjects of the level, each to the agency of the unit that is of its kind, if there is one."""
    kinds = dict(Agency.objects.filter(unit=unit, valid_to=None).order_by("-pk").values_list("kind", "pk"))
    rows = []
    for order, (name, group, kind, component, keywords) in enumerate(subjects_of(unit.level)):
        subject = Subject(name=name, group=group, keywords=keywords, component=component)
        service = _service(unit, subject, order, None)
        service.agency_id = kinds.get(kind)
        rows.append(service)
    Service.objects.bulk_create(rows)


def _service(unit: AdministrativeUnit, subject: Subject, order: int, since: date | None) -> Service:
    name = " ".join(clean(subject.name).split())[:120]
    return Service(
        code=new_code(),
        unit=unit,
        name=name,
        search=fold(name),
        group=subject.group,
        description=subject.description,
        keywords=subject.keywords,
        agency=subject.agency,
        component=subject.component,
        attributes=[dict(one) for one in subject.attributes],
        order=order,
        valid_from=since,
    )


def _before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def _today(at: datetime) -> date:
    return timezone.localtime(at).date()
