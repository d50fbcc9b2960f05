"""The measure itself: it must see what is missing, what is too much and what is wrong."""

import copy
from typing import Any

import pytest

from samples.compare import alike, compare, fold, when
from samples.loading import keys, plan

KEY = "ke-hoach-mau"


def gold() -> dict[str, Any]:
    return copy.deepcopy(plan(KEY).gold())


@pytest.mark.parametrize("key", keys())
def test_a_reading_equal_to_its_gold_is_all_right(key: str) -> None:
    whole = plan(key).gold()
    found = compare(whole, whole)
    assert (found.annex.recall, found.annex.precision, found.body.recall, found.body.precision) == (1, 1, 1, 1)
    assert (found.annex.fields, found.body.fields, found.document_wrong) == (1, 1, [])


def test_a_lost_task_lowers_recall_and_an_invented_one_precision() -> None:
    read = gold()
    read["tasks"][0]["content"] = "Một việc không ai giao trong văn bản này"
    found = compare(gold(), read)
    assert found.annex.found == found.annex.gold - 1
    assert found.annex.precision == found.annex.recall < 1


def test_a_wrong_agency_time_or_target_is_seen() -> None:
    read = gold()
    read["tasks"][0]["lead"] = ["Sở Y tế"]
    read["tasks"][1]["schedule"] = {"kind": "month", "normalised": {"month": "2026-01"}}
    read["tasks"][3]["target"] = None
    assert sorted(name for _, name, _, _ in compare(gold(), read).annex.wrong) == ["lead", "schedule", "target"]


def test_a_wrong_number_and_a_lost_report_are_seen() -> None:
    read = gold()
    read["document"]["number"] = "129"
    read["reporting_regime"].pop()
    assert compare(gold(), read).document_wrong == ["number", "reporting"]


def test_the_place_of_a_tone_mark_does_not_matter_and_a_mark_does() -> None:
    assert fold("Uỷ ban; hoà giải & hoá") == fold("Ủy ban, hòa giải và hóa")
    assert fold("thôn") != fold("thon")
    assert alike("rà soát hộ nghèo", "xử phạt xe quá tải") == 0


def test_what_the_gold_leaves_open_is_not_compared() -> None:
    whole, read = gold(), gold()
    whole["tasks"][0]["target"] = {"text": "x", "unsettled": True}
    read["tasks"][0]["target"] = None
    assert compare(whole, read).annex.fields == 1


def test_two_names_of_one_cycle_are_one() -> None:
    one = {"kind": "recurring", "normalised": {"every": ["6-month", "year"], "before_day": 5}}
    other = {"kind": "recurring", "normalised": {"every": ["year", "half-year"], "day": 5}}
    assert when(one) == when(other)
