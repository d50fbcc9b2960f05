"""Regimes for screens: rules in words, periods with their three days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from dondoc.duties.models import Duty, DutyAgency, Period, Regime, ReportRule
from dondoc.duties.queries.regimes import regime_title
from dondoc.duties.rules.reporting import CYCLE_WORDS, timing_from
from dondoc.toolkit.sayings import Saying


@dataclass(frozen=True, slots=True)
class RegimeLine:
    code: str
    title: str
    unit: str
    cycles: list[str]
    next_due: date | None
    next_label: str
    has_ended: bool
    is_standing: bool


@dataclass(frozen=True, slots=True)
class RuleLine:
    number: int
    cycle: str
    who: str
    to: str
    via: str
    due: str
    text: str
    is_inferred: bool
    periods: tuple[Period, ...]


def regime_lines(regimes: QuerySet[Regime], today: date) -> list[RegimeLine]:
    """What holds now first. Three queries."""
    found = regimes.select_related("unit").prefetch_related("report_rules", "periods").order_by("-pk")
    lines = [_line(one, today) for one in found]
    return sorted(lines, key=lambda line: (line.has_ended, line.next_due is None, line.next_due or date.max))


def rule_lines(regime: Regime, today: date) -> list[RuleLine]:
    """Each rule with its periods of the last year that it has. Four queries."""
    rules = regime.report_rules.select_related("to", "via").prefetch_related("periods").order_by("number")
    who = _owners(regime)
    return [_rule(rule, who.get(rule.code, ""), today) for rule in rules]


def due_words(rule: ReportRule) -> Saying:
    """ "trước ngày 10 tháng cuối kỳ"."""
    timing = timing_from(rule.timing)
    due = timing.due
    if not due:
        return Saying("không in ngày: ngày chốt số liệu cộng ngày làm việc (suy ra)")
    if due.get("date"):
        day = date.fromisoformat(str(due["date"]))
        if due.get("before"):
            return Saying("một lần, trước ngày {day:%d/%m/%Y}", day=day)
        return Saying("một lần, chậm nhất ngày {day:%d/%m/%Y}", day=day)
    if due.get("month_day"):
        month, day_of = map(int, str(due["month_day"]).split("-"))
        if due.get("before"):
            return Saying("trước ngày {day:02d}/{month:02d} hằng năm", day=day_of, month=month)
        return Saying("ngày {day:02d}/{month:02d} hằng năm", day=day_of, month=month)
    months = {"first": Saying("tháng đầu kỳ"), "next": Saying("tháng đầu kỳ sau")}
    within = months.get(str(due.get("within")), Saying("tháng cuối kỳ"))
    if due.get("before"):
        return Saying("trước ngày {day} {month}", day=due["day"], month=within)
    return Saying("ngày {day} {month}", day=due["day"], month=within)


def _line(one: Regime, today: date) -> RegimeLine:
    rules = sorted(one.report_rules.all(), key=lambda rule: rule.number)
    coming = sorted((p for p in one.periods.all() if p.due_on >= today and not p.covered_by), key=lambda p: p.due_on)
    cycles = list(dict.fromkeys(CYCLE_WORDS.get(rule.cycle, rule.cycle) for rule in rules))
    return RegimeLine(
        code=one.code,
        title=regime_title(one),
        unit=one.unit.name,
        cycles=cycles,
        next_due=coming[0].due_on if coming else None,
        next_label=coming[0].label if coming else "",
        has_ended=one.ended_on is not None,
        is_standing=one.source_kind != "plan",
    )


def _rule(rule: ReportRule, who: str, today: date) -> RuleLine:
    periods = sorted(rule.periods.all(), key=lambda one: (one.due_on, one.key))
    years = [one.starts_on.year for one in periods]
    year = max((y for y in years if y <= today.year), default=max(years, default=today.year))
    return RuleLine(
        number=rule.number,
        cycle=CYCLE_WORDS.get(rule.cycle, rule.cycle),
        who=who or rule.who_printed,
        to=rule.to.name if rule.to else rule.to_printed,
        via=rule.via.name if rule.via else rule.via_printed,
        due=due_words(rule),
        text=rule.text,
        is_inferred=rule.is_inferred,
        periods=tuple(one for one in periods if one.starts_on.year == year),
    )


def _owners(regime: Regime) -> dict[str, str]:
    """By code of a rule, the names of who owes it; many are counted."""
    duties = dict(Duty.objects.filter(source_kind="report", regime=regime).values_list("pk", "source_code"))
    found: dict[str, list[str]] = {}
    for row in DutyAgency.objects.filter(duty__in=duties).select_related("agency", "group").order_by("pk"):
        name = row.group.name if row.group else row.agency.name if row.agency else ""
        found.setdefault(duties[row.duty_id], []).append(name)
    return {code: _listed(names) for code, names in found.items()}


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:4])
    return (
        shown if len(names) <= 4 else Saying("{named} và {more} cơ quan, nhóm khác", named=shown, more=len(names) - 4)
    )
