"""Rules become reports that are owed: by each agency, opening on their own day, a late one hiding nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dondoc.accounts.models import User
from dondoc.duties.actions.duty import Party
from dondoc.duties.actions.expansion import expand_source
from dondoc.duties.actions.opening import open_due
from dondoc.duties.actions.reporting import RuleSpec, end_standing, keep_periods, open_standing, revise_rule
from dondoc.duties.models import Obligation, Period, Regime
from dondoc.duties.queries.regimes import conflicts_of
from dondoc.duties.rules.reporting import Timing
from dondoc.duties.tasks import keep_regimes
from dondoc.records.models import Job
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency, AgencyGroup
from makers import make_agency, make_group, make_unit, make_user

AT = datetime(2026, 1, 5, 2, tzinfo=UTC)
TENTH = Timing(due={"before": True, "day": 10})


@pytest.fixture
def by(db: None) -> User:
    return make_user("ha.lt")


@pytest.fixture
def home_affairs(by: User) -> Agency:
    province = make_unit("Minh Sơn")
    make_agency(make_unit("An Lạc", level="commune", parent=province))
    make_agency(make_unit("Tân Hòa", level="commune", parent=province))
    return make_agency(province, "Sở Nội vụ", kind="so-noi-vu")


@pytest.fixture
def communes(home_affairs: Agency) -> AgencyGroup:
    return make_group(home_affairs.unit)


def _spec(communes: AgencyGroup, via: Agency, cycle: str = "quarter", timing: Timing = TENTH) -> RuleSpec:
    return RuleSpec(cycle, timing, (Party("execute", group=communes),), via=via, who_printed="UBND các xã")


def _stand(communes: AgencyGroup, via: Agency, by: User, *specs: RuleSpec) -> Regime:
    given = specs or (_spec(communes, via), _spec(communes, via, "half-year"), _spec(communes, via, "year"))
    regime = open_standing(via.unit, title="Cải thiện PAPI", specs=given, by=by, at=AT, on=date(2026, 1, 5))
    _run_queued(AT)
    return regime


def _run_queued(at: datetime) -> None:
    """The jobs that wait, as a worker of that day would do them."""
    for job in Job.objects.filter(kind="duties.expand", state="waiting").order_by("pk"):
        expand_source(**job.args, by=None, at=at)
        Job.objects.filter(pk=job.pk).update(state="done")


def test_every_period_stands_and_every_commune_owes_it(communes: AgencyGroup, home_affairs: Agency, by: User) -> None:
    regime = _stand(communes, home_affairs, by)
    kept = Period.objects.filter(regime=regime)
    assert dict(kept.values_list("key", "covered_by")) == {
        "2026-Q1": "", "2026-Q2": "2026-H1", "2026-Q3": "", "2026-Q4": "2026", "2026-H1": "", "2026": "",
    }  # fmt: skip
    owed = Obligation.objects.order_by("due_on").values_list("owed_by__unit__name", "occurrence")
    assert sorted(owed) == sorted(
        (u, k) for u in ("An Lạc", "Tân Hòa") for k in ("2026", "2026-H1", "2026-Q1", "2026-Q3")
    )


def test_a_late_report_never_hides_the_next(communes: AgencyGroup, home_affairs: Agency, by: User) -> None:
    _stand(communes, home_affairs, by)
    open_due(at=datetime(2026, 9, 1, tzinfo=UTC))
    open_now = Obligation.objects.filter(state="open", owed_by__unit__name="An Lạc").order_by("due_on")
    assert list(open_now.values_list("occurrence", flat=True)) == ["2026-Q1", "2026-H1", "2026-Q3"]


def test_who_takes_the_report_in_owes_none_to_itself(communes: AgencyGroup, home_affairs: Agency, by: User) -> None:
    owners = (Party("execute", group=communes), Party("execute", agency=home_affairs))
    _stand(communes, home_affairs, by, RuleSpec("year", Timing(), owners, via=home_affairs))
    assert not Obligation.objects.filter(owed_by=home_affairs).exists()
    assert Obligation.objects.count() == 2


def test_the_next_year_comes_by_itself_and_once(communes: AgencyGroup, home_affairs: Agency, by: User) -> None:
    _stand(communes, home_affairs, by)
    new_year = datetime(2027, 1, 2, tzinfo=UTC)
    keep_regimes(new_year)
    _run_queued(new_year)
    count = Obligation.objects.count()
    assert Obligation.objects.filter(occurrence__startswith="2027").count() == 8
    keep_regimes(new_year + timedelta(days=1))
    _run_queued(new_year)
    assert Obligation.objects.count() == count


def test_the_years_before_are_left_alone(communes: AgencyGroup, home_affairs: Agency, by: User) -> None:
    """What was decided by hand for a year that is over is not counted anew by the round of a later year."""
    regime = _stand(communes, home_affairs, by)
    Period.objects.filter(regime=regime, key="2026-Q2").update(due_on=date(2026, 6, 17))
    before = list(Period.objects.filter(key__startswith="2026").order_by("pk").values())
    owed = list(Obligation.objects.filter(occurrence__startswith="2026").order_by("pk").values())
    later = datetime(2028, 3, 1, tzinfo=UTC)
    keep_regimes(later)
    _run_queued(later)
    assert list(Period.objects.filter(key__startswith="2026").order_by("pk").values()) == before
    assert list(Obligation.objects.filter(occurrence__startswith="2026").order_by("pk").values()) == owed
    assert Period.objects.filter(key="2028-Q1").exists()


def test_an_ended_regime_opens_nothing_more(communes: AgencyGroup, home_affairs: Agency, by: User) -> None:
    regime = _stand(communes, home_affairs, by)
    end_standing(regime, on=date(2026, 4, 1), reason="Lồng ghép", by=by, at=datetime(2026, 4, 1, 2, tzinfo=UTC))
    keep_regimes(datetime(2027, 1, 2, tzinfo=UTC))
    _run_queued(datetime(2027, 1, 2, tzinfo=UTC))
    assert not Obligation.objects.filter(occurrence__startswith="2027").exists()
    with pytest.raises(BadInput, match="đã dừng"):
        end_standing(regime, on=date(2026, 5, 1), reason="", by=by, at=AT)


def test_another_day_moves_what_is_owed(communes: AgencyGroup, home_affairs: Agency, by: User) -> None:
    regime = _stand(communes, home_affairs, by, _spec(communes, home_affairs))
    rule = regime.report_rules.get()
    later = Timing(due={"before": False, "day": 20})
    revise_rule(rule, timing=later, via=home_affairs, by=by, at=AT, year=2026)
    assert Period.objects.get(rule=rule, key="2026-Q2").due_on == date(2026, 6, 22)
    assert Obligation.objects.filter(occurrence="2026-Q2").values_list("due_on", flat=True)[0] == date(2026, 6, 22)
    assert keep_periods(regime, year=2026) == 0


def test_a_quarter_after_its_year_is_found(communes: AgencyGroup, home_affairs: Agency, by: User) -> None:
    year = _spec(communes, home_affairs, "year", Timing(due={"before": True, "month_day": "11-15"}))
    regime = _stand(communes, home_affairs, by, _spec(communes, home_affairs), year)
    assert "after-longer" in {one.code for one in conflicts_of(regime, year=2026)}


def test_a_chain_over_two_regimes_is_checked(communes: AgencyGroup, home_affairs: Agency, by: User) -> None:
    late = Timing(due={"before": True, "month_day": "11-30"})
    _stand(communes, home_affairs, by, _spec(communes, home_affairs, "year", late))
    early = Timing(due={"before": True, "month_day": "11-15"})
    committee = make_agency(home_affairs.unit)
    above = _stand(
        communes, home_affairs, by, RuleSpec("year", early, (Party("execute", agency=home_affairs),), to=committee)
    )
    (found,) = [one for one in conflicts_of(above, year=2026) if one.code == "late-for-above"]
    assert "29/11" in found.text or "27/11" in found.text


@pytest.mark.parametrize(("title", "count", "code"), [("", 1, "regime-untitled"), ("Báo cáo", 0, "regime-empty")])
def test_a_regime_needs_its_name_and_a_report(
    communes: AgencyGroup, home_affairs: Agency, by: User, title: str, count: int, code: str
) -> None:
    specs = [_spec(communes, home_affairs)] * count
    with pytest.raises(BadInput) as refused:
        open_standing(home_affairs.unit, title=title, specs=specs, by=by, at=AT, on=date(2026, 1, 5))
    assert refused.value.code == code
