"""Reporting rules become duties, and their periods stand written down: at issue, and each year for a regime that
stands by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dondoc.duties.actions.duty import Party, create_duty, end_duty
from dondoc.duties.actions.expanding import queue_expansion
from dondoc.duties.actions.rescheduling import reschedule
from dondoc.duties.models import Duty, Period, Regime, ReportRule
from dondoc.duties.rules import reporting
from dondoc.duties.rules.occurrences import end_of
from dondoc.duties.rules.reporting import CYCLE_WORDS, FORM, ReportPeriod, Timing, timing_from
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.sealing import plain
from dondoc.schedule.queries import current_calendar
from dondoc.schedule.rules import WorkingCalendar
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import AdministrativeUnit, Agency

SOURCE = "report"
STANDING = "standing"
REVISED = "quy định báo cáo thay đổi"
_ORDER = {cycle: number for number, cycle in enumerate(reporting.CYCLES)}


@dataclass(frozen=True, slots=True)
class RuleSpec:
    """A rule before it is kept: `owners` execute its duty (who leads or coordinates one
    sees what all the others owe); who takes the report in is `via`, else `to`.
    `serves` is the task of the plan that asks for the same report: its work is owed by it, and asked for once.
    `replaces` is the report of the plan before that goes on as this one."""

    cycle: str
    timing: Timing
    owners: tuple[Party, ...]
    to: Agency | None = None
    via: Agency | None = None
    who_printed: str = ""
    to_printed: str = ""
    via_printed: str = ""
    text: str = ""
    serves: Duty | None = None
    replaces: Duty | None = None

    @property
    def is_inferred(self) -> bool:
        return self.timing.due is None


def open_rules(
    regime: Regime,
    *,
    specs: Sequence[RuleSpec],
    issued_on: date,
    year: int,
    by: audit.Actor | None,
    at: datetime,
    plan_code: str = "",
    calendar: WorkingCalendar | None = None,
) -> list[ReportRule]:
    """Keep the rules of a regime, a duty for each, and the periods of the year. A regime that has rules keeps them.
    What is owed follows with the expansion of its source. Refuses a cycle that is not known."""
    with transaction.atomic():
        if regime.report_rules.exists():
            return list(regime.report_rules.order_by("number"))
        rules = [_keep_rule(regime, number, spec) for number, spec in enumerate(specs)]
        for rule, spec in zip(rules, specs, strict=True):
            _open_duty(rule, spec, rules, issued_on=issued_on, plan_code=plan_code, by=by, at=at)
        keep_periods(regime, year=year, calendar=calendar)
        after = {"rules": [f"{rule.cycle}:{rule.code}" for rule in rules], "year": year}
        audit.record("open_rules", ("regime", regime.code), by=by, at=at, after=after)
    return rules


def open_standing(
    unit: AdministrativeUnit, *, title: str, specs: Sequence[RuleSpec], by: audit.Actor, at: datetime, on: date
) -> Regime:
    """A regime without a plan: it holds from the day `on` until it is ended, year after year. Refuses one without a
    name or without a report."""
    title = clean(title).strip()
    if not title:
        raise BadInput("regime-untitled", "Chế độ báo cáo chưa có tên: ghi nội dung báo cáo, ví dụ “Cải thiện PAPI”.")
    if not specs:
        raise BadInput("regime-empty", "Chọn ít nhất một kỳ báo cáo: tháng, quý, 6 tháng, 9 tháng, năm hoặc một lần.")
    code = new_code()
    with transaction.atomic():
        regime = Regime.objects.create(
            code=code, unit=unit, source_kind=STANDING, source_code=code, title=title[:300], confirmed_at=at
        )
        audit.record("open_standing", ("regime", code), by=by, at=at, after={"title": title, "unit": unit.code})
        rules = open_rules(regime, specs=specs, issued_on=on, year=on.year, by=by, at=at)
        for rule in rules:
            queue_expansion(SOURCE, rule.code, by=by, at=at, year=on.year)
    return regime


def end_standing(regime: Regime, *, on: date, reason: str, by: audit.Actor, at: datetime) -> None:
    """From the day `on` nothing more opens; what is open or late stays owed. Refuses one that belongs to a plan, and
    one that ended already."""
    if regime.source_kind != STANDING:
        raise BadInput("regime-of-plan", "Chế độ báo cáo này theo kế hoạch: kết thúc kế hoạch để dừng.")
    with transaction.atomic():
        if not Regime.objects.filter(pk=regime.pk, ended_on=None).update(ended_on=on):
            raise BadInput("regime-ended", "Chế độ báo cáo này đã dừng trước đó.")
        told = {"ended_on": on, "reason": reason.strip()}
        audit.record("end_standing", ("regime", regime.code), by=by, at=at, after=plain(told))
        for duty in _duties(regime):
            end_duty(duty, on=on, reason=reason, by=by, at=at)
            queue_expansion(SOURCE, duty.source_code, by=by, at=at, year=on.year)
    regime.ended_on = on


def revise_rule(
    rule: ReportRule,
    *,
    timing: Timing,
    by: audit.Actor,
    at: datetime,
    year: int,
    to: Agency | None = None,
    via: Agency | None = None,
    calendar: WorkingCalendar | None = None,
) -> None:
    """Other days or another receiver for a rule: periods that nobody has reported on move, with what is still owed;
    what is settled stays as it was. Whoever says the days confirms them."""
    before = {"timing": rule.timing, "to": rule.to_id, "via": rule.via_id}
    calendar = calendar or current_calendar()
    with transaction.atomic():
        rule.timing, rule.to, rule.via = timing.as_json(), to, via
        rule.is_inferred = timing.due is None
        rule.save(update_fields=["timing", "to", "via", "is_inferred"])
        rules = list(rule.regime.report_rules.order_by("number"))
        for duty in _duties(rule.regime):
            own = next(one for one in rules if one.code == duty.source_code)
            Duty.objects.filter(pk=duty.pk).update(schedule=_form(own, rules))
            duty.refresh_from_db()
            reschedule(duty, years=[year], calendar=calendar, why=REVISED, may_be_past=True, by=by, at=at)
        keep_periods(rule.regime, year=year, calendar=calendar)
        after = {"timing": rule.timing, "to": rule.to_id, "via": rule.via_id}
        audit.record("revise_rule", ("regime", rule.regime.code), by=by, at=at, before=before, after=after)


def keep_year(regime: Regime, *, year: int, at: datetime, calendar: WorkingCalendar | None = None) -> int:
    """The periods of a year, and of a regime that stands by itself the word to owe them. A plan's reports were owed
    when it was issued; years that no period of it names are left alone."""
    is_standing = regime.source_kind == STANDING
    if not is_standing and not regime.periods.filter(due_on__year=year).exists():
        return 0
    with transaction.atomic():
        made = keep_periods(regime, year=year, calendar=calendar)
        if is_standing and made:
            for duty in _duties(regime):
                queue_expansion(SOURCE, duty.source_code, by=None, at=at, year=year)
    return made


def keep_periods(regime: Regime, *, year: int, calendar: WorkingCalendar | None = None) -> int:
    """The periods of a year as the rules and the calendar say now, however often it is run; how many are new.
    What is owed by single agencies has its own days, which stay once settled."""
    made, calendar = 0, calendar or current_calendar()
    issued = {duty.source_code: duty.issued_on for duty in _duties(regime)}
    rules = list(regime.report_rules.order_by("number"))
    for rule in rules:
        for one, told_in in reporting.asked_periods(_form(rule, rules)["normalised"], year=year, calendar=calendar):
            made += _keep_period(rule, one, told_in, issued.get(rule.code))
    return made


def _keep_period(rule: ReportRule, one: ReportPeriod, told_in: str, issued_on: date | None) -> int:
    days = {
        "regime": rule.regime,
        "cycle": one.cycle,
        "label": one.label,
        "starts_on": one.starts_on,
        "ends_on": one.ends_on,
        "data_from": one.data_from,
        "opens_on": one.opens_on,
        "closes_on": one.closes_on,
        "due_on": one.due_on,
        "due_at": end_of(one.due_on),
        "locks_on": one.locks_on,
        "covered_by": told_in,
        "is_inferred": one.is_due_inferred,
        "is_history": issued_on is not None and one.due_on < issued_on,
    }
    kept, is_new = Period.objects.get_or_create(rule=rule, key=one.key, defaults=days)
    if not is_new:
        Period.objects.filter(pk=kept.pk).update(**days)
    return int(is_new)


def _keep_rule(regime: Regime, number: int, spec: RuleSpec) -> ReportRule:
    if spec.cycle not in reporting.CYCLES:
        raise BadInput("cycle-unknown", "Kỳ báo cáo không hợp lệ. Chọn tháng, quý, 6 tháng, 9 tháng, năm hoặc một lần.")
    return ReportRule.objects.create(
        code=new_code(),
        regime=regime,
        number=number,
        cycle=spec.cycle,
        who_printed=spec.who_printed[:400],
        to_printed=spec.to_printed[:400],
        via_printed=spec.via_printed[:400],
        to=spec.to,
        via=spec.via,
        timing=spec.timing.as_json(),
        text=spec.text,
        is_inferred=spec.is_inferred,
    )


def _open_duty(
    rule: ReportRule,
    spec: RuleSpec,
    rules: Sequence[ReportRule],
    *,
    issued_on: date,
    plan_code: str,
    by: audit.Actor | None,
    at: datetime,
) -> Duty:
    return create_duty(
        (SOURCE, rule.code),
        unit=rule.regime.unit,
        title=f"Báo cáo {CYCLE_WORDS[rule.cycle]}: {reporting.titled(rule.regime.title)}",
        parties=spec.owners,
        issued_on=issued_on,
        by=by,
        at=at,
        plan_code=plan_code,
        schedule=_form(rule, rules),
        products=["Báo cáo"],
        regime=rule.regime,
        serves=spec.serves,
        replaces=spec.replaces,
        needs_confirmation=False,
    )


def _form(rule: ReportRule, rules: Sequence[ReportRule]) -> dict[str, Any]:
    """The schedule of a rule's duty: its own days, and the longer reports of the same agencies to the same receiver."""
    same = [one for one in rules if (one.who_printed, one.receiver_id) == (rule.who_printed, rule.receiver_id)]
    longer = [_asked(one) for one in same if _ORDER[one.cycle] > _ORDER[rule.cycle] and one.cycle != "once"]
    away = sorted({pk for pk in (rule.to_id, rule.via_id) if pk})
    with_year = any(one.cycle == "year" for one in same)
    told = {**_asked(rule), "longer": longer, "with_year": with_year, "except": away}
    return {"kind": FORM, "text": rule.text, "normalised": told}


def _asked(rule: ReportRule) -> Mapping[str, Any]:
    return {"cycle": rule.cycle, "timing": timing_from(rule.timing).as_json()}


def _duties(regime: Regime) -> list[Duty]:
    return list(Duty.objects.filter(source_kind=SOURCE, regime=regime).order_by("pk"))
