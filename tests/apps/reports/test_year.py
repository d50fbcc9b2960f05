"""A made-up year, compressed: 12 departments and 100 communes. Every period opens on its day, is reported, some late,
some returned first, some never; accepted, consolidated, urged, taken up the line; the figures at the end equal a count
from the raw rows, made here without any code of the product."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from dondoc.duties.actions.duty import Party
from dondoc.duties.actions.escalating import escalate
from dondoc.duties.actions.evaluation import compute
from dondoc.duties.actions.evidence import Proof
from dondoc.duties.actions.expansion import expand_source
from dondoc.duties.actions.letters import send_letter, write_letters
from dondoc.duties.actions.opening import open_due
from dondoc.duties.actions.regime import create_regime
from dondoc.duties.actions.reminding import remind
from dondoc.duties.actions.reporting import RuleSpec, open_rules
from dondoc.duties.models import Obligation, Period, Urging, UrgingLetter
from dondoc.duties.rules.reporting import Timing
from dondoc.reports.actions import consolidation as actions
from dondoc.reports.actions.consolidating import build
from dondoc.reports.actions.drafting import open_report
from dondoc.reports.actions.filling import Typed, prove_rows, save_sheet
from dondoc.reports.actions.issuing import issue
from dondoc.reports.actions.sending import (
    Signature,
    accept_report,
    approve_report,
    return_report,
    send_report,
    submit_report,
)
from dondoc.reports.models import Consolidation, Report, ReportRow
from dondoc.reports.queries import consolidation as queries
from dondoc.reports.rules.answers import Entry
from dondoc.units.models import Agency
from makers import make_agency, make_duty, make_group, make_member, make_unit
from people import Cast
from seeds import SERVER

COMMUNES, DEPARTMENTS = (25 if SERVER else 100), 12  # on PostgreSQL a part of them: the whole was shown on SQLite
ISSUED = datetime(2026, 1, 5, 2, tzinfo=UTC)
SHARE = {"text": "90 %", "parts": [{"op": ">=", "value": 90, "unit": "%"}]}
SAID = ("Thiếu máy tính tại thôn", "Đường truyền yếu", "Cán bộ kiêm nhiệm nhiều việc")


@dataclass(frozen=True, slots=True)
class Year:
    home_affairs: Agency
    owing: list[Agency]
    cast: Cast


@pytest.fixture
def year(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Year:
    monkeypatch.setattr("dondoc.records.actions.pdf.office", lambda: None)
    province = make_unit("Minh Sơn")
    committee = make_agency(province)
    home_affairs = make_agency(province, "Sở Nội vụ", kind="t-noi-vu")
    make_member(cast.ha, home_affairs, "focal")
    make_member(cast.chi, committee, "committee")
    communes = [make_agency(make_unit(f"Xã {n:03}", level="commune", parent=province)) for n in range(COMMUNES)]
    departments = [make_agency(province, f"Sở {n:02}", kind="khac") for n in range(DEPARTMENTS)]
    for agency in (*communes, *departments):
        make_member(cast.lan, agency, "officer")
    groups = [
        make_group(province, "UBND các xã", kind="list", members=communes),
        make_group(province, "Các sở", kind="list", members=departments),
    ]
    due = {"before": True, "day": 10}
    rules = [{"cycle": cycle, "due": due} for cycle in ("quarterly", "6-month", "annual")]
    regime = create_regime(province, source=("plan", "kh1"), rules=rules, title="PAPI 2026", by=None, at=ISSUED)
    for number in range(4):
        make_duty(
            province,
            [("execute", groups[number == 3])],
            task=f"T{number}",
            title=f"Nhiệm vụ {number}",
            schedule={"kind": "continuous", "text": "Thường xuyên", "normalised": {"continuous": True}},
            regime=regime,
            section=1 + number,
            component=f"{1 + number}.1",
            targets=[SHARE] if number else [],
            issued_on=ISSUED.date(),
            at=ISSUED,
        )
    specs = [
        RuleSpec(cycle, Timing(due=due), tuple(Party("lead", group=one) for one in groups), to=home_affairs)
        for cycle in ("quarter", "half-year", "year")
    ]
    open_rules(regime, specs=specs, issued_on=ISSUED.date(), year=2026, by=None, at=ISSUED, plan_code="kh1")
    expand_source("plan", "kh1", by=None, at=ISSUED, year=2026)
    return Year(home_affairs, [*communes, *departments], cast)


def habit(agency: int, period: int) -> str:
    """never | late | returned | prompt: told by the place in the list, so that the year is the same each time."""
    if agency % 29 == period:
        return "never"
    if agency % 11 == period:
        return "late"
    return "returned" if agency % 13 == period else "prompt"


def report(year: Year, one: Obligation, place: int, at: datetime, *, hears: bool) -> None:
    lan, ha = year.cast.lan, year.cast.ha
    made = open_report(one, by=lan, at=at)
    rows = list(made.rows.select_related("obligation__duty").order_by("position"))
    typed = {}
    for number, row in enumerate(rows):
        figures = {0: (str((place + number) % 40), "40")} if row.obligation.duty.targets else {}
        answer, reason = ("nothing", "Kỳ này không có việc.") if (place + number) % 17 == 0 else ("done", "")
        typed[row.obligation.code] = Typed(Entry(answer, "Đã làm.", reason, figures=figures if not reason else {}))
    words = {"general:0": ("Đã thực hiện.", ""), "difficulty:0": (SAID[place % 3], "")}
    save_sheet(made, rows=typed, passages=words, by=lan, at=at)
    prove_rows(made, codes=list(typed), proofs=[Proof(number=f"{place}/BC", title="Báo cáo")], by=lan, at=at)
    for again in (True, False) if hears else (False,):
        submit_report(made, by=lan, at=at)
        signature = Signature(str(place), "BC-UBND", at.date(), "Người ký", "Chủ tịch")
        approve_report(made, signature=signature, by=lan, at=at)
        send_report(made, by=lan, at=at)
        if again:
            return_report(made, reason="Thiếu đánh giá chung.", rows={}, by=ha, at=at)
    accept_report(made, by=ha, at=at)


def test_a_whole_year_adds_up(year: Year) -> None:
    periods = sorted({(p.due_on, p.opens_on, p.key) for p in Period.objects.filter(covered_by="")})
    assert len(periods) >= 4
    reminded = taken_up = 0
    for number, (due_on, opens_on, key) in enumerate(periods):
        opened = datetime(opens_on.year, opens_on.month, opens_on.day, 2, tzinfo=UTC)
        open_due(at=opened)
        owed = {
            one.held_by_id: one
            for one in Obligation.objects.filter(duty__source_kind="report", occurrence=key).select_related(
                "duty", "held_by"
            )
        }
        assert len(owed) == COMMUNES + DEPARTMENTS
        assert {one.state for one in owed.values()} == {"open"}
        reminded += remind(due_on - timedelta(1), at=opened)
        on_day = datetime(due_on.year, due_on.month, due_on.day, 3, tzinfo=UTC)
        for place, agency in enumerate(year.owing):
            how = habit(place, number)
            if how == "never":
                continue
            at = on_day + timedelta(6) if how == "late" else on_day
            report(year, owed[agency.pk], place, at, hears=how == "returned")
        long_after = due_on + timedelta(40)
        taken_up += escalate(long_after, at=on_day + timedelta(40))
        urge_by_letter(year, key, on_day + timedelta(9))
        consolidate_and_issue(year, key, on_day + timedelta(7))
    assert reminded
    assert taken_up
    assert_counted(year, [key for _, _, key in periods])
    assert_evaluated(year)


def urge_by_letter(year: Year, key: str, at: datetime) -> None:
    """One letter to all who did not report."""
    late = Obligation.objects.filter(duty__source_kind="report", occurrence=key, state="open")
    ha, on = year.cast.ha, at.date()
    answer_by = on + timedelta(5)
    (letter,) = write_letters(
        year.home_affairs, obligations=late, kind=UrgingLetter.Kind.URGE, each=False, answer_by=answer_by, by=ha, at=at
    )
    send_letter(letter, number="31/SNV-CCHC", dated_on=on, signer="Lê Thu Hà", by=ha, at=at)


def consolidate_and_issue(year: Year, key: str, at: datetime) -> None:
    period = Period.objects.filter(key=key, covered_by="").select_related("rule", "regime").first()
    made = actions.open_consolidation(year.home_affairs, period, by=year.cast.ha, at=at)
    build(made, at=at)  # not by the worker: to it the end of the year may lie ahead
    actions.submit(made, by=year.cast.ha, at=at)
    told = {"number": "12", "symbol": "SNV", "signed_on": at.date(), "signer": "Lê Thu Hà", "position": "Giám đốc"}
    actions.approve(made, **told, by=year.cast.ha, at=at)
    issue(made, by=year.cast.ha, at=at)


def assert_counted(year: Year, keys: list[str]) -> None:
    """Against rows of the database, added up here."""
    for number, key in enumerate(keys):
        made = Consolidation.objects.get(period__key=key)
        lines = queries.line_rows(made)
        total = queries.overall(lines)
        accepted = Report.objects.filter(period__key=key, state="accepted").values_list("pk", flat=True)
        rows = list(
            ReportRow.objects.filter(report__in=list(accepted)).values_list(
                "answer", "figures", "obligation__state", "obligation__duty__title"
            )
        )
        answers = Counter("done-late" if state == "done-late" else answer for answer, _, state, _ in rows)
        told = (total.done, total.done_late, total.nothing, total.not_yet)
        assert told == (answers["done"], answers["done-late"], answers["nothing"], answers["not-yet"] + answers[""])
        never = [place for place in range(len(year.owing)) if habit(place, number) == "never"]
        assert len(accepted) == len(year.owing) - len(never)
        assert sum(one.standing != "accepted" for one in queries.source_rows(made)) == len(never)
        assert total.missing >= len(never)
        for line in made.lines.filter(name="").exclude(sums=[]):
            parts = [figures["0"] for _, figures, _, title in rows if title == line.title and figures]
            assert Decimal(line.sums[0]["n"]) == sum(Decimal(one["n"]) for one in parts)
            assert Decimal(line.sums[0]["d"]) == sum(Decimal(one["d"]) for one in parts)
    never_reported = {
        (key, agency.pk)
        for number, key in enumerate(keys)
        for place, agency in enumerate(year.owing)
        if habit(place, number) == "never"
    }
    written = Urging.objects.filter(way=Urging.Way.LETTER).values_list("obligation__occurrence", "to_agency_id")
    assert set(written) == never_reported
    states = Counter(
        Obligation.objects.filter(duty__source_kind="report", occurrence__in=keys).values_list("state", flat=True)
    )
    habits: Any = Counter(habit(place, number) for number in range(len(keys)) for place in range(len(year.owing)))
    assert states == {
        "done": habits["prompt"] + habits["returned"],
        "done-late": habits["late"],
        "open": habits["never"],
    }


def assert_evaluated(year: Year) -> None:
    """Everybody's shares of the year, against their obligations counted here."""
    province, at = year.home_affairs.unit, datetime(2027, 1, 11, 2, tzinfo=UTC)
    evaluation = compute(province, year=2026, by=year.cast.ha, at=at)
    scores = {score.agency_id: score.lines for score in evaluation.scores.all()}
    assert {agency.pk for agency in year.owing} <= set(scores)
    due = Obligation.objects.filter(due_on__year=2026, is_requested=False).exclude(state__in=["exempt", "awaiting"])
    counted: dict[int, Counter[str]] = defaultdict(Counter)
    for holder, state, settled_at, due_at in due.values_list("held_by", "state", "settled_at", "due_at"):
        is_settled = state in ("done", "done-late", "nothing-arose")
        counted[holder].update(
            {"due": 1, "complete": int(is_settled), "on-time": int(is_settled and settled_at <= due_at)}
        )
    for agency in year.owing:
        told = {line["figure"]: line for line in scores[agency.pk]}
        for name in ("complete", "on-time"):
            line = told[f"duties.{name}"]
            assert Decimal(line["numerator"]) == counted[agency.pk][name]
            assert Decimal(line["denominator"]) == counted[agency.pk]["due"]
