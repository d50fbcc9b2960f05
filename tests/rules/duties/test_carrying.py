"""What becomes of obligations when another version of their duty takes its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.duties.rules.carrying import MOVABLE, Fate, Held, Lot, Told, fates, gathered, key_pairs

QUARTERS = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (QUARTERS, QUARTERS, {key: key for key in QUARTERS}),
        (["2026-Q2"], ["once"], {"2026-Q2": "once"}),
        (["2026-06", "2026-12"], ["2026-Q2", "2026-Q4"], {"2026-06": "2026-Q2", "2026-12": "2026-Q4"}),
        (QUARTERS, ["2026-Q2", "2026-Q4"], {"2026-Q2": "2026-Q2", "2026-Q4": "2026-Q4"}),
        (QUARTERS, ["2026-06"], {}),
        ([], ["once"], {}),
    ],
)
def test_times_go_on_by_key_or_in_order(old: list[str], new: list[str], pairs: dict[str, str]) -> None:
    assert key_pairs(old, new) == pairs


def test_an_event_goes_on_only_while_events_are_asked() -> None:
    assert key_pairs(["event:abc"], [], is_event=True) == {"event:abc": "event:abc"}
    assert key_pairs(["event:abc"], ["once"]) == {}


def told(*held: Held, owners: tuple[int, ...] = (1, 2), asked: tuple[str, ...] = ("once",)):
    return fates(held, owners=owners, pairs={"once": "once"}, asked=asked)


@pytest.mark.parametrize("lot", sorted(set(Lot) - MOVABLE))
def test_what_is_settled_waits_or_is_late_stays_and_is_not_owed_again(lot: Lot) -> None:
    found = told(Held(9, 1, "once", lot), owners=(1,))
    assert [(one.fate, one.pk) for one in found] == [(Fate.STAYS, 9)]


@pytest.mark.parametrize("lot", sorted(MOVABLE))
def test_what_is_open_in_time_goes_on_with_who_still_owes(lot: Lot) -> None:
    found = told(Held(9, 1, "once", lot), Held(8, 3, "once", lot))
    assert [(one.fate, one.agency, one.pk) for one in found] == [
        (Fate.GOES_ON, 1, 9),
        (Fate.ENDS, 3, 8),
        (Fate.BEGINS, 2, None),
    ]


def test_a_time_that_is_no_longer_asked_ends() -> None:
    found = fates([Held(9, 1, "2026-Q3", Lot.OPEN)], owners=[1], pairs={}, asked=["2026-12"])
    assert [(one.fate, one.key) for one in found] == [(Fate.ENDS, ""), (Fate.BEGINS, "2026-12")]


def test_a_day_set_for_one_agency_goes_on_though_the_common_day_has_passed() -> None:
    found = told(Held(9, 1, "once", Lot.OPEN), owners=(1, 2), asked=())
    assert [(one.fate, one.agency) for one in found] == [(Fate.GOES_ON, 1)]


@given(
    st.lists(st.tuples(st.integers(1, 6), st.sampled_from(QUARTERS), st.sampled_from(list(Lot))), max_size=30),
    st.lists(st.integers(1, 9), unique=True),
    st.lists(st.sampled_from([*QUARTERS, "2026-06"]), unique=True),
    st.integers(1, 3),
)
def test_what_is_gathered_is_what_becomes_of_each(
    rows: list[tuple[int, str, Lot]], owners: list[int], new: list[str], most: int
) -> None:
    """An agency that followed another may hold a time twice."""
    held = [Held(pk, *row) for pk, row in enumerate(rows)]
    asked = {"owners": owners, "pairs": key_pairs(QUARTERS, new), "asked": new[1:]}
    by_kind: dict[tuple[Fate, Lot | None], list[Told]] = {}
    for one in fates(held, **asked):
        by_kind.setdefault((one.fate, one.lot), []).append(one)
    found = gathered(held, **asked, most=most)
    assert {(one.fate, one.lot): (one.count, list(one.first)) for one in found} == {
        kind: (len(told), told[:most]) for kind, told in by_kind.items()
    }
    assert len(found) == len(by_kind)


@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.sampled_from(QUARTERS), st.sampled_from(list(Lot))),
        unique_by=lambda one: one[:2],
    ),
    st.sets(st.integers(1, 4)),
    st.lists(st.sampled_from(QUARTERS), unique=True),
)
def test_nobody_owes_a_time_twice_and_nothing_is_lost(
    rows: list[tuple[int, str, Lot]], owners: set[int], new: list[str]
) -> None:
    held = [Held(pk, agency, key, lot) for pk, (agency, key, lot) in enumerate(rows)]
    found = fates(held, owners=owners, pairs=key_pairs(QUARTERS, new), asked=new)
    assert sorted(one.pk for one in found if one.pk is not None) == list(range(len(rows)))
    owed = [(one.agency, one.key) for one in found if one.fate in (Fate.GOES_ON, Fate.BEGINS)]
    kept = [(rows[one.pk][0], rows[one.pk][1]) for one in found if one.fate is Fate.STAYS and rows[one.pk][1] in new]
    assert len(owed + kept) == len(set(owed + kept))
    assert {(agency, key) for agency in owners for key in new} <= set(owed + kept)
