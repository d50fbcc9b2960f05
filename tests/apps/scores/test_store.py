"""Results stored: the shipped table through the database, imports over one another, undone ones."""

from datetime import datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dondoc.framework.models import Edition
from dondoc.records.models import AuditEntry, Event
from dondoc.scores.actions.storing import undo_import
from dondoc.scores.adapters.tables import shipped_panel, successors
from dondoc.scores.models import PublishedScore
from dondoc.scores.queries.national import missing_in
from dondoc.scores.queries.store import panel_with, stored
from dondoc.scores.rules.goals import parse_goals
from dondoc.scores.rules.prospects import prospect
from dondoc.scores.rules.standing import standing
from dondoc.toolkit.errors import BadInput
from makers.scores import make_results, make_shipped
from people import Cast

pytestmark = pytest.mark.django_db
OWN = "demo-tinh"


def test_what_is_stored_is_what_is_shipped() -> None:
    assert stored().panel.scores == shipped_panel().scores
    batch = make_shipped()
    assert batch.figures == PublishedScore.objects.count() == 28_854
    assert stored().panel.scores == shipped_panel().scores
    assert make_shipped().pk == batch.pk


def test_the_framework_of_each_year_is_stored_with_it() -> None:
    make_shipped()
    counts = {
        edition.year: edition.parts.filter(level="component").count()
        for edition in Edition.objects.filter(index__code="papi")
    }
    assert counts == dict.fromkeys(range(2011, 2018), 22) | {2018: 28, 2019: 29, 2020: 29} | dict.fromkeys(
        range(2021, 2025), 28
    )
    panel = stored().panel
    assert {c.code: (c.scale_min, c.scale_max, c.name_vi) for c in panel.frames[2023]} == {
        c.code: (c.scale_min, c.scale_max, c.name_vi) for c in shipped_panel().frame(2023)
    }


def test_the_claims_of_the_plans_hold_through_the_database() -> None:
    """Scores, places and groups that the plans print, against the published results."""
    make_shipped()
    panel = stored().panel
    for province, year, *claimed in [
        ("67", 2022, "40.5274", 51, 61, "Thấp"),
        ("67", 2023, "38.9711", 61, 61, "Thấp"),
        ("46", 2023, "46.0415", 1, 61, "Cao"),
        ("10", 2020, "42.9506", 28, 63, "Trung bình cao"),
        ("10", 2021, "40.1514", 49, 60, "Thấp"),
        ("02", 2023, "44.2479", 11, 61, "Cao"),
        ("45", 2024, "44.7473", 14, 61, "Cao"),
        ("46", 2024, "45.0950", 11, 61, "Cao"),
    ]:
        line = standing(panel, str(province), int(str(year))).total
        assert line is not None
        found = line.result
        assert [str(found.score), found.rank, found.of, found.placement.group.words] == claimed


def test_the_goals_of_the_plans_end_as_they_ended() -> None:
    make_shipped()
    panel = stored().panel
    ends = {
        ("10", 2020, "rank+5"): False,
        ("67", 2023, "score+"): True,
        ("67", 2023, "group+1"): False,
        ("46", 2023, "score+"): False,
        ("46", 2023, "top10"): False,
    }
    assert {key: prospect(panel, key[0], key[1], parse_goals(key[2])).is_met for key in ends} == ends


def test_a_later_import_stands_over_an_earlier_one_until_it_is_undone(cast: Cast, now: datetime) -> None:
    make_shipped()
    batch = make_results({(2024, "D1_KNOW", "67"): "1.2345"})
    assert stored().panel.score("D1_KNOW", 2024, "67") == Decimal("1.2345")
    assert batch.changed == 1
    undo_import(batch, reason="nhầm tệp", by=cast.ha, at=now)
    assert stored().panel.scores == shipped_panel().scores
    assert PublishedScore.objects.filter(batch=batch).exists()
    entry = AuditEntry.objects.get(verb="undo_scores")
    assert entry.after == {"reason": "nhầm tệp"}
    assert Event.objects.filter(name="scores.results-stored").count() == 3


@pytest.mark.parametrize(("reason", "code"), [("", "reason-empty"), ("nhầm", "import-shipped")])
def test_what_may_not_be_undone(cast: Cast, now: datetime, reason: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        undo_import(make_shipped(), reason=reason, by=cast.ha, at=now)
    assert refused.value.code == code


def test_the_same_figures_again_are_refused_and_change_nothing() -> None:
    make_results({(2024, "D1_KNOW", "67"): "1.2345"})
    before = PublishedScore.objects.count()
    with pytest.raises(BadInput, match="đã có đúng như vậy"):
        make_results({(2024, "D1_KNOW", "67"): "1.2345"})
    assert PublishedScore.objects.count() == before


def test_an_import_twice_undone_is_refused(cast: Cast, now: datetime) -> None:
    batch = make_results({(2024, "D1_KNOW", "67"): "1.2345"})
    undo_import(batch, reason="nhầm", by=cast.ha, at=now)
    with pytest.raises(BadInput) as refused:
        undo_import(batch, reason="nhầm", by=cast.ha, at=now)
    assert refused.value.code == "import-undone"


def test_a_place_outside_the_country_moves_nobody() -> None:
    """A made-up province stands beside the 63; only its own pages reckon with it."""
    make_shipped()
    make_results({(2024, "TOTAL", OWN): "60.0000"})
    store = stored()
    assert store.panel.scores == shipped_panel().scores
    own, kind = panel_with(store, OWN, "Sơn Hải")
    line = standing(own, OWN, 2024).total
    assert kind == "other"
    assert line is not None
    assert (line.result.rank, line.result.of) == (1, 62)


def test_a_result_known_before_the_country_has_no_place() -> None:
    """Its year is no year of the country: nobody is first of one."""
    make_shipped()
    make_results({(2025, "TOTAL", "67"): "41.0"})
    store = stored()
    assert 2025 not in store.panel.years()
    assert store.others["67"] == {("TOTAL", 2025): Decimal("41.0000")}


def test_while_nothing_changes_the_results_are_not_read_again() -> None:
    make_shipped()
    stored()
    with CaptureQueriesContext(
        connection,
    ) as told:
        stored()
    assert len(told) == 3
    assert not any("publishedscore" in query["sql"] for query in told.captured_queries)


def test_who_lacks_a_total_is_named_in_any_year_stored() -> None:
    """A year that came in later has no table of absences: who has no total is named all the same."""
    make_shipped()
    made = {(2025, "TOTAL", place): "40.5" for place, one in successors().items() if one.place != "14"}
    make_results(made)
    panel = stored().panel
    assert [one.name for one in missing_in(panel, 2025)] == ["Sơn La"]
    assert {one.name for one in missing_in(panel, 2022)} == {"Bắc Giang", "Bắc Ninh"}
