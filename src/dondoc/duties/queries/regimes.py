"""Reading of regimes: what in their chain cannot be kept."""

from collections.abc import Iterable

from dondoc.duties.access import published
from dondoc.duties.models import Duty, DutyAgency, Regime, ReportRule
from dondoc.duties.rules import reporting
from dondoc.duties.rules.chains import Conflict, Link, conflicts
from dondoc.duties.rules.reporting import CYCLE_WORDS, timing_from, titled
from dondoc.schedule.queries import current_calendar
from dondoc.schedule.rules import WorkingCalendar
from dondoc.toolkit.sayings import Saying


def conflicts_of(regime: Regime, *, year: int, calendar: WorkingCalendar | None = None) -> tuple[Conflict, ...]:
    """Findings that touch the rules of a regime, chains over other regimes that hold now among them: rules whose report
    one of its owners takes in, and rules by which its receivers report on. Six queries at most."""
    calendar = calendar or current_calendar()
    own = list(regime.report_rules.order_by("number"))
    owners = _owners(own)
    receivers = {rule.receiver_id for rule in own if rule.receiver_id}
    ids = {agency for found in owners.values() for agency in found}
    below = ReportRule.objects.filter(via__in=ids) | ReportRule.objects.filter(via=None, to__in=ids)
    passing = DutyAgency.objects.filter(agency__in=receivers, duty__source_kind="report").values("duty__source_code")
    above = ReportRule.objects.filter(code__in=passing)
    others = [rule for rule in [*below, *above] if rule.regime_id != regime.pk]
    regimes = {one.regime_id for one in others}
    live = set(Regime.objects.filter(pk__in=regimes, ended_on=None).values_list("pk", flat=True))
    rules = [*own, *{one.pk: one for one in others if one.regime_id in live}.values()]
    owners |= _owners(rules[len(own) :])
    links = [
        _link(number, rule, owners.get(rule.code, frozenset()), year, calendar) for number, rule in enumerate(rules)
    ]
    return tuple(one for one in conflicts(links) if min(one.numbers) < len(own))


def regime_title(regime: Regime) -> str:
    return titled(regime.title) or "Chế độ báo cáo"


def _link(number: int, rule: ReportRule, owners: frozenset[int], year: int, calendar: WorkingCalendar) -> Link:
    periods = reporting.report_periods(rule.cycle, timing_from(rule.timing), year=year, calendar=calendar)
    cycle, who = Saying(CYCLE_WORDS.get(rule.cycle, rule.cycle)), rule.who_printed[:100]
    name = Saying("Báo cáo {cycle} của {who}", cycle=cycle, who=who) if who else Saying("Báo cáo {cycle}", cycle=cycle)
    return Link(number, name, frozenset(map(str, owners)), str(rule.receiver_id or ""), periods)


def _owners(rules: Iterable[ReportRule]) -> dict[str, frozenset[int]]:
    """Who owes each rule: of what is expanded already, and whoever is named."""
    codes = [rule.code for rule in rules]
    duties = dict(Duty.objects.filter(source_kind="report", source_code__in=codes).values_list("pk", "source_code"))
    found: dict[str, set[int]] = {code: set() for code in codes}
    named = DutyAgency.objects.filter(duty__in=duties, agency__isnull=False).values_list("duty_id", "agency_id")
    owed = published().filter(duty__in=duties).values_list("duty_id", "held_by_id").distinct()
    for duty_id, agency_id in [*named, *owed]:
        found[duties[duty_id]].add(agency_id or 0)
    return {code: frozenset(ids) for code, ids in found.items()}
