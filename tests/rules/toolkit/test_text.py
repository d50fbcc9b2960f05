"""One form on entry, one key for comparing, one fold for searching."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.toolkit.text import clean, fold, key

vietnamese = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậếềểễệốồổỗộớờởỡợứừửữựýỳỷỹỵ AĐỦ-,.", max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"), ("Ủy ban", "Uỷ ban"), ("thúy", "thuý"), ("quí", "quý"), ("kĩ thuật", "kỹ thuật"),
        ("Lí luận", "Lý luận"), ("Vĩnh Hoà", "vĩnh  hòa"), ("hỏa hoạn", "hoả hoạn"), ("Bác sĩ", "bác sỹ"),
        ("xã\u00a0hội", "xã hội"), ("Ðắk Nông", "Đắk Nông"),
    ],
)  # fmt: skip
def test_two_spellings_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("tai", "tay"), ("mai", "may"), ("thúi", "thúy"), ("dân", "dẫn"), ("cai", "cay"), ("lùi", "lùy"), ("đa", "da")],
)
def test_words_that_only_look_near_stay_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(vietnamese)
def test_the_key_does_not_depend_on_composition(text: str) -> None:
    assert key(unicodedata.normalize("NFD", text)) == key(unicodedata.normalize("NFC", text))


@given(vietnamese)
def test_folding_is_idempotent_and_plain(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text).isascii()


@given(vietnamese)
def test_cleaning_is_idempotent(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_cleaning_removes_what_cannot_be_seen_and_keeps_lines() -> None:
    assert clean("\ufeffỦy\u200b ban\u00a0nhân\ndân") == "Ủy ban nhân\ndân"


def test_search_finds_without_marks() -> None:
    assert fold("  Đường  Trần Hưng Đạo ") == "duong tran hung dao"
