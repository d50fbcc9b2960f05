"""What scores tell the parts above."""

from datetime import date
from decimal import Decimal

import pytest

from dondoc.figures.registry import Ask, Kind, figures, tell
from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.rules.comparability import crossing
from makers import make_unit

pytestmark = pytest.mark.django_db


def ask(unit_id: int, year: int, **more: object) -> Ask:
    return Ask(frozenset({unit_id}), date(year, 1, 1), date(year, 12, 31), **more)  # type: ignore[arg-type]


def test_a_province_tells_its_newest_score_of_what_is_asked() -> None:
    unit = make_unit("Đắk Nông", code="P67")
    panel = shipped_panel()
    for asked, code in (
        ({}, "TOTAL"),
        ({"section": 5}, "D5"),
        ({"component": "5.3"}, "D5_LAND"),
        ({"component": "D5_LAND"}, "D5_LAND"),
    ):
        told = tell("scores.published", ask(unit.pk, 2023, **asked))
        assert [one.numerator for one in told] == [panel.score(code, 2023, "67")]
        assert told[0].href == f"/chi-so/tinh/67/?nam=2023&chi-so={code}"
    assert tell("scores.published", ask(unit.pk, 2026))[0].numerator == Decimal("40.5374")


def test_a_commune_and_a_component_that_was_not_measured_tell_nothing() -> None:
    commune = make_unit("An Lạc", level="commune")
    assert tell("scores.published", ask(commune.pk, 2023)) == []
    province = make_unit("Đắk Nông", code="P67")
    assert tell("scores.published", ask(province.pk, 2015, component="D8_RESP")) == []


def test_every_component_is_told_at_once_with_the_year_before_where_both_compare() -> None:
    unit, panel = make_unit("Đắk Nông", code="P67"), shipped_panel()
    seen = set()
    for year in panel.years():
        for one in tell("scores.published", ask(unit.pk, year, component="*")):
            (concept,) = [c for c in panel.frame(one.year or 0) if c.reference == one.component]
            assert one.numerator == panel.score(concept.code, one.year or 0, "67")
            is_break = crossing(panel, one.year or 0, concept.code).is_break
            expected = None if is_break else panel.score(concept.code, (one.year or 0) - 1, "67")
            assert one.before == expected
            seen.add(one.before is None)
    assert seen == {True, False}


def test_it_is_a_score_and_speaks_of_every_component() -> None:
    found = [figure for figure in figures(component="2.4", section=2) if figure.name == "scores.published"]
    assert [figure.kind for figure in found] == [Kind.SCORE]
