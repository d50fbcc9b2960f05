"""Old fonts: recognised by name and content, converted letter by letter, never good Unicode."""

import pytest

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
