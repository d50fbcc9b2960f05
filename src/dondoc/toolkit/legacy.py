"""Text typed with fonts from before Unicode: TCVN3 (.VnTime …) and VNI (VNI-Times …), recognised and converted.

Both put Vietnamese letters where Latin-1 has others: TCVN3 one code a letter, VNI a base letter and a mark. A text is
taken for one of them by its font, or by its letters where no font is known, and only if what comes out reads like
Vietnamese. What is Unicode already is never touched.
"""

import re
import unicodedata
from functools import lru_cache

_TCVN3_CODES = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦"
_TCVN3_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
_VNI_MARKS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HATS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVES = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_SINGLE = {"ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ"}
_UNICODE_ONLY = re.compile(
    r"[\u1ea0-\u1ef9\u0103\u0102\u0110\u0111\u01a0\u01a1\u01af\u01b0\u0300\u0301\u0303\u0309\u0323]"
)
# The spelling k, gh, ngh before e, ê, i, y and c, g, ng before the others tells "có" from "cĩ".
_SYLLABLE = re.compile(
    r"(?:(?:ngh|gh|k)(?=[eêiy])|(?:ng|g|c)(?=[aăâoôơuư])|gi|nh|th|tr|ph|kh|ch|qu|g(?=i)|[bdđhlmnprstvx])?"
    r"(?:uyê|iê|yê|uô|ươ|oa|oă|oe|uâ|uê|uy|ua|ưa|ia|ai|ao|au|âu|ay|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|ươi|uôi|iêu|yêu|"
    r"oai|oay|uây|ươu|[aăâeêioôơuưy])(?:ng|nh|ch|[cmnpt])?"
)


@lru_cache(maxsize=1)
def _tcvn3() -> dict[int, str]:
    return {ord(code): letter for code, letter in zip(_TCVN3_CODES, _TCVN3_LETTERS, strict=True)}


@lru_cache(maxsize=1)
def _vni() -> dict[str, str]:
    pairs = {base + code: base + mark for base in "aeouy" for code, mark in _VNI_MARKS.items()}
    pairs |= {base + code: base + "\u0302" + mark for base in "aeo" for code, mark in _VNI_HATS.items()}
    pairs |= {"a" + code: "a\u0306" + mark for code, mark in _VNI_BREVES.items()}
    horned = {"ô": "ơ", "ö": "ư"}
    pairs |= {code + tone: letter + mark for code, letter in horned.items() for tone, mark in _VNI_MARKS.items()}
    pairs |= _VNI_SINGLE
    composed = {code: unicodedata.normalize("NFC", letter) for code, letter in pairs.items()}
    capitals = {code.upper(): letter.upper() for code, letter in composed.items()}
    titles = {code.capitalize(): letter.upper() for code, letter in composed.items() if len(code) == 2}
    return capitals | titles | composed


@lru_cache(maxsize=1)
def _vni_codes() -> re.Pattern[str]:
    """The codes as one pattern, pairs before the single letters that begin them."""
    return re.compile("|".join(map(re.escape, sorted(_vni(), key=len, reverse=True))))


def detect(text: str, font: str | None) -> str | None:
    """ "tcvn3", "vni" or None. The font proposes, the letters decide; without a font several words must speak."""
    if _UNICODE_ONLY.search(text):
        return None
    named = _by_font(font or "")
    if text.isascii():
        in_capitals = named == "tcvn3" and (font or "").endswith("H") and text != text.upper()
        return named if in_capitals else None
    for encoding in (named,) if named else ("tcvn3", "vni"):
        converted = convert(text, encoding)
        before, after = _readable(text), _readable(converted)
        # With such a font a tie goes to it: pieces of words ("®") and "cã" for "có" say nothing by themselves.
        if named and converted != text and after >= before:
            return encoding
        if not named and after > before and after >= 0.8 and len(re.findall(r"[^\x00-\x7f]", text)) >= 3:
            return encoding
    return None


def _by_font(font: str) -> str | None:
    name = font.casefold()
    if "unicode" in name or not name:
        return None
    if name.startswith("vni") or "svni" in name:
        return "vni"
    return "tcvn3" if name.startswith((".vn", "vn")) else None


def _readable(text: str) -> float:
    """The share of words that are Vietnamese syllables."""
    words = re.findall(r"[^\W\d_]+", text)
    good = sum(bool(_SYLLABLE.fullmatch(_toneless(word))) for word in words)
    return good / len(words) if words else 0.0


def _toneless(word: str) -> str:
    """ "Tuyền" -> "tuyên": tones off, the letters' own marks kept."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    bare = "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if c not in tones)
    return unicodedata.normalize("NFC", bare)


def convert(text: str, encoding: str, *, font: str | None = None) -> str:
    """Unicode (NFC) of a text in "tcvn3" or "vni". A capitals font (.VnTimeH) gives upper case."""
    plain = text.translate(_tcvn3()) if encoding == "tcvn3" else _vni_codes().sub(lambda code: _vni()[code[0]], text)
    out = unicodedata.normalize("NFC", plain)
    return out.upper() if font and font.casefold().startswith(".vn") and font.endswith("H") else out
