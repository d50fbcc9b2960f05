"""Sentences that are filled in and can still be said in another language."""

import copy
import json
import pickle

import pytest

from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying

ENGLISH = {
    "Còn {count} chỗ ở {where}.": "{where}: {count} places left.",
    "bước “{state}”": "step “{state}”",
    "đã nộp": "sent",
}


def said(text: str) -> str:
    return ENGLISH.get(text, text)


def test_as_text_it_is_the_filled_sentence() -> None:
    one = Saying("Còn {count} chỗ ở {where}.", count=3, where="An Lạc")
    assert one == "Còn 3 chỗ ở An Lạc."
    assert json.dumps(one, ensure_ascii=False) == '"Còn 3 chỗ ở An Lạc."'


def test_it_is_said_first_and_filled_then() -> None:
    one = Saying("Còn {count} chỗ ở {where}.", count=3, where="đã nộp")
    assert one.told(said) == "đã nộp: 3 places left.", "what was typed is a quotation"


def test_a_word_of_ours_inside_is_said_along() -> None:
    assert Saying("bước “{state}”", state=Saying("đã nộp")).told(said) == "step “sent”"


@pytest.mark.parametrize("text", ["Giữ {{ten}}.", "100 %", "{", "a}b"])
def test_without_values_nothing_is_filled_in(text: str) -> None:
    assert (Saying(text), Saying(text).told(said)) == (text, text)


def test_a_brace_in_a_value_stays_one() -> None:
    assert Saying("Thiếu {field}.", field="{{ten}} {0}").told(said) == "Thiếu {{ten}} {0}."


def test_empty_stays_empty() -> None:
    """gettext gives its own head for the empty text."""
    assert Saying("").told(lambda _: "Project-Id-Version") == ""


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_copy_can_be_said_too(copied: object) -> None:
    one = Saying("Còn {count} chỗ ở {where}.", count=3, where="An Lạc")
    assert copied(one).told(said) == "An Lạc: 3 places left."  # type: ignore[operator]


def test_a_refusal_keeps_its_pattern_and_what_fills_it() -> None:
    refused = BadInput("year-wrong", "Năm {code} của {message}.", code=3, message="{x}")
    assert (refused.code, str(refused), refused.message) == ("year-wrong", "Năm 3 của {x}.", "Năm 3 của {x}.")
    assert refused.message.pattern == "Năm {code} của {message}."
    assert refused.message.values == {"code": 3, "message": "{x}"}


def test_a_refusal_says_on_what_another_sentence_says() -> None:
    one = Saying("bước “{state}”", state=Saying("đã nộp"))
    assert BadInput("x", one).message.told(said) == "step “sent”"
    assert BadInput("x", "{first}", first=one).message.told(said) == "step “sent”"
