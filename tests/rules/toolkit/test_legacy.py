"""Old fonts: recognised by name and content, converted letter by letter, never good Unicode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.toolkit import legacy

SENTENCE = "Ủy ban nhân dân huyện ban hành kế hoạch nâng cao chỉ số, tổ chức thực hiện đúng quy định"
TCVN3 = "ñy ban nh©n d©n huyÖn ban hµnh kÕ ho¹ch n©ng cao chØ sè, tæ chøc thùc hiÖn ®óng quy ®Þnh"
VNI = "UÛy ban nhaân daân huyeän ban haønh keá hoaïch naâng cao chæ soá, toå chöùc thöïc hieän ñuùng quy ñònh"


def test_tcvn3_reads_as_vietnamese() -> None:
    assert legacy.detect(TCVN3, ".VnTime") == "tcvn3"
    assert legacy.convert(TCVN3, "tcvn3") == SENTENCE.replace("Ủ", "ủ")


def test_vni_reads_as_vietnamese() -> None:
    assert legacy.detect(VNI, "VNI-Times") == "vni"
    assert legacy.convert(VNI, "vni") == SENTENCE


@pytest.mark.parametrize(("text", "encoding"), [(TCVN3, "tcvn3"), (VNI, "vni")])
def test_the_letters_speak_where_no_font_is_known(text: str, encoding: str) -> None:
    assert legacy.detect(text, None) == encoding


@pytest.mark.parametrize("font", [None, "Times New Roman", ".VnTime", "VNI-Times"])
def test_good_unicode_is_never_touched(font: str | None) -> None:
    assert legacy.detect(SENTENCE, font) is None


def test_a_capitals_font_gives_capitals() -> None:
    assert legacy.detect("kÕ ho¹ch", ".VnTimeH") == "tcvn3"
    assert legacy.convert("kÕ ho¹ch", "tcvn3", font=".VnTimeH") == "KẾ HOẠCH"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_every_letter_has_its_code(encoding: str) -> None:
    letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    tcvn3 = legacy._tcvn3().values()
    vni = legacy._vni().values()
    assert set(letters) <= set(tcvn3 if encoding == "tcvn3" else vni)


def test_french_is_not_vietnamese() -> None:
    assert legacy.detect("L'été à la forêt, où l'on rêve près du château", None) is None


@pytest.mark.parametrize(
    ("printed", "font", "meant"),
    [("cã", ".VnTime", "có"), ("®", ".VnTime", "đ"), ("ñ", "VNI-Times", "đ"), ("Êy", ".VnArial", "ấy")],
)
def test_a_piece_of_a_word_goes_by_its_font(printed: str, font: str, meant: str) -> None:
    encoding = legacy.detect(printed, font)
    assert encoding
    assert legacy.convert(printed, encoding) == meant


@pytest.mark.parametrize(
    ("text", "font"), [("và", ".VnTime"), ("có", "VNI-Times"), ("Ban", ".VnTime"), ("", ".VnTimeH")]
)
def test_a_word_that_is_already_right_stays_under_an_old_font(text: str, font: str) -> None:
    assert legacy.detect(text, font) is None


LETTERS = sorted(set(legacy._TCVN3_LETTERS))


@given(st.text(alphabet=[*LETTERS, *"bcdhk 1,.-"], max_size=30))
def test_what_an_old_machine_stored_comes_back(text: str) -> None:
    stored = {letter: chr(code) for code, letter in legacy._tcvn3().items()}
    assert legacy.convert("".join(stored.get(letter, letter) for letter in text), "tcvn3") == text


@given(st.text(alphabet=[letter for letter in LETTERS if letter not in "ĂÂĐÊÔƠƯ"] + list("bcdhk 1,.-"), max_size=30))
def test_vni_pairs_come_back_whatever_stands_beside_them(text: str) -> None:
    stored = {letter: code for code, letter in legacy._vni().items()}
    assert legacy.convert("".join(stored.get(letter, letter) for letter in text), "vni") == text
