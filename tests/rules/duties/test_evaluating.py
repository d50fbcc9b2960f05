"""The calculator of the yearly evaluation: bounds, order, ties, agencies without duties."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.duties.rules.evaluating import Grade, LineRule, Measure, Outcome, evaluate, share_of

D = Decimal
GRADES = [Grade("Tốt", D(75)), Grade("Đạt", D(50)), Grade("Không đạt", D(0))]
RULES = [LineRule("done", "Hoàn thành", D(60)), LineRule("back", "Bị trả lại", D(40), less_is_better=True)]


def of(*shares: tuple[int, int], names: tuple[str, ...] = ("done", "back")) -> dict[str, Measure]:
    return {name: Measure(D(a), D(b)) for name, (a, b) in zip(names, shares, strict=False)}


def one(measures: dict[str, Measure], rules: list[LineRule] = RULES) -> Outcome:
    (found,) = evaluate(rules, {1: measures}, GRADES, base="done")
    return found


@pytest.mark.parametrize(
    ("measures", "points", "grade"),
    [
        (of((10, 10), (0, 10)), "100.00", "Tốt"),
        (of((0, 10), (10, 10)), "0.00", "Không đạt"),
        (of((5, 10), (0, 10)), "70.00", "Đạt"),
        (of((10, 10), (10, 10)), "60.00", "Đạt"),
        (of((1, 3), (0, 10)), "60.00", "Đạt"),
        (of((3, 4)), "75.00", "Tốt"),  # nothing is told of returns: the line counts for nothing
    ],
)
def test_points_and_grades(measures: dict[str, Measure], points: str, grade: str) -> None:
    found = one(measures)
    assert (str(found.points), found.grade) == (points, grade)


def test_who_had_no_duties_gets_no_grade_and_it_is_said() -> None:
    for measures in ({}, of((0, 0), (0, 10))):
        found = one(measures)
        assert (found.points, found.grade, found.place) == (None, "", None)
        assert "không xếp loại" in found.why


def test_a_line_without_figures_says_that_it_does_not_count() -> None:
    line = one(of((3, 4))).lines[1]
    assert (line.points, line.counted) == (None, D(0))
    assert "không tính" in line.why


def test_ties_share_a_place_and_the_next_counts_all_before() -> None:
    measures = {1: of((9, 10)), 2: of((18, 20)), 3: of((5, 10)), 4: of((10, 10)), 5: {}}
    found = evaluate(RULES, measures, GRADES, base="done")
    assert [(o.key, o.place) for o in found] == [(4, 1), (1, 2), (2, 2), (3, 4), (5, None)]


def test_a_number_is_measured_between_its_bounds() -> None:
    rule = LineRule("letters", "Công văn đôn đốc", D(10), best=D(0), worst=D(4))
    for letters, share in ((0, 1), (1, D("0.75")), (4, 0), (9, 0)):
        assert share_of(rule, Measure(D(letters), is_share=False)) == share
    assert share_of(LineRule("x", "x", D(10)), Measure(D(3), is_share=False)) is None


def test_what_weighs_nothing_is_shown_and_not_counted() -> None:
    rules = [*RULES, LineRule("more", "Theo dõi", D(0))]
    found = one({**of((5, 10), (0, 10)), "more": Measure(D(0), D(9))}, rules)
    assert found.points == one(of((5, 10), (0, 10))).points
    assert "không tính điểm" in found.lines[2].why


def test_points_set_by_an_answer_stand_within_the_weight() -> None:
    for given_, points in ((D(60), "100.00"), (D(99), "100.00"), (D(-5), "40.00"), (D(30), "70.00")):
        (found,) = evaluate(RULES, {1: of((0, 10), (0, 10))}, GRADES, base="done", given={(1, "done"): given_})
        assert str(found.points) == points
        assert "kiến nghị" in found.lines[0].why


share = st.integers(1, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))
weights = st.lists(st.decimals(0, 100, places=2), min_size=3, max_size=3).filter(lambda found: sum(found) > 0)
told = st.lists(share, min_size=3, max_size=3)


def rules_of(found: list[Decimal]) -> list[LineRule]:
    names = ("done", "on-time", "back")
    return [LineRule(n, n, w, less_is_better=n == "back") for n, w in zip(names, found, strict=True)]


@given(weights, st.lists(told, min_size=1, max_size=8))
def test_points_stay_within_0_and_100(found: list[Decimal], agencies: list[list[tuple[int, int]]]) -> None:
    names = ("done", "on-time", "back")
    measures = {n: of(*shares, names=names) for n, shares in enumerate(agencies)}
    for outcome in evaluate(rules_of(found), measures, GRADES, base="done"):
        assert outcome.points is not None
        assert 0 <= outcome.points <= 100
        for line in outcome.lines:
            assert line.points is None or 0 <= line.points <= line.rule.weight


@given(weights, told, st.integers(0, 2))
def test_doing_better_never_costs_points(found: list[Decimal], shares: list[tuple[int, int]], which: int) -> None:
    names = ("done", "on-time", "back")
    done, whole = shares[which]
    better = list(shares)
    better[which] = (max(0, done - 1), whole) if names[which] == "back" else (min(whole, done + 1), whole)
    before = one(of(*shares, names=names), rules_of(found)).points
    after = one(of(*better, names=names), rules_of(found)).points
    assert before is not None
    assert after is not None
    assert after >= before


@given(weights, st.dictionaries(st.integers(1, 40), told, min_size=1, max_size=8), st.randoms())
def test_the_order_of_agencies_changes_nothing(found: list[Decimal], agencies: dict, shuffle: object) -> None:
    names = ("done", "on-time", "back")
    measures = {key: of(*shares, names=names) for key, shares in agencies.items()}
    keys = list(measures)
    shuffle.shuffle(keys)  # type: ignore[attr-defined]
    turned = {key: measures[key] for key in keys}
    assert evaluate(rules_of(found), measures, GRADES, base="done") == evaluate(
        rules_of(found), turned, GRADES, base="done"
    )


@given(weights, st.dictionaries(st.integers(1, 40), told, min_size=2, max_size=8))
def test_places_follow_points(found: list[Decimal], agencies: dict) -> None:
    names = ("done", "on-time", "back")
    outcomes = evaluate(rules_of(found), {key: of(*s, names=names) for key, s in agencies.items()}, GRADES, base="done")
    for a in outcomes:
        better = [b for b in outcomes if b.points > a.points]
        assert a.place == len(better) + 1
