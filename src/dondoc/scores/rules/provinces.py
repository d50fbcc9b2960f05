"""The province behind a printed name, with or without marks: "Đắk Nông", "tinh dak nong", "TT-Huế", "TP.HCM", "67".

The names are those of 2011-2024, for which results were published. A name that fits nothing is refused with the nearest
ones; it is never guessed, because Hà Nam, Hà Giang and Hà Tĩnh differ by a few letters.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache

from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean, fold

_KIND = re.compile(r"^(?:tinh|thanh pho(?: truc thuoc trung uong)?|tp)\b[\s.]*|\s+(?:city|province)$")
_UNIT = re.compile(r"^(?:tinh|thanh pho|thi xa|thi tran|huyen|quan|xa|phuong|dac khu)\s+")
_NOT_LETTERS = re.compile(r"[\W_]+")
# One place written in several ways; the Central Highlands' names above all.
_ALIKE = (("dac", "dak"), ("lac", "lak"), ("nongg", "nong"), ("bac can", "bac kan"), ("kontum", "kon tum"),
          ("cong tum", "kon tum"), ("con tum", "kon tum"))  # fmt: skip
_SHORT = {
    "hue": "thuathienhue", "tthue": "thuathienhue", "hcm": "hochiminh", "hcmc": "hochiminh", "tphcm": "hochiminh",
    "saigon": "hochiminh", "brvt": "bariavungtau", "vungtau": "bariavungtau", "hn": "hanoi",
}  # fmt: skip


def find_province(text: str, provinces: Mapping[str, str]) -> str:
    """The official code of the province that a text names; refused with "province-unknown" where none or several do."""
    flat = clean(text).strip()
    if flat in provinces:
        return flat
    shapes = _shapes(tuple(provinces.items()))
    if code := shapes.get(_shape(flat)):
        return code
    near = get_close_matches(_shape(flat), shapes, n=3, cutoff=0.75)
    hint = ", ".join(provinces[shapes[shape]] for shape in near)
    if hint:
        raise BadInput(
            "province-unknown", "Không có tỉnh, thành phố nào tên “{name}”: có phải {hint}?", name=flat, hint=hint
        )
    raise BadInput(
        "province-unknown",
        "Không có tỉnh, thành phố nào tên “{name}”: viết tên tỉnh như trong kết quả PAPI 2011-2024, ví dụ “Đắk Nông”.",
        name=flat,
    )


def nearest_province(text: str, provinces: Mapping[str, str]) -> tuple[str, bool] | None:
    """The code of the province that a cell of a workbook names, and whether its name had to be respelt.

    One slip of a typist is forgiven ("Bến Tree"), where only one name is near; a number or a sentence is nobody's name.
    """
    shape = _shape(clean(text).strip())
    shapes = _shapes(tuple(provinces.items()))
    if shape in shapes:
        return shapes[shape], False
    if not shape.isalpha() or not 5 <= len(shape) <= 20:
        return None
    near = _near(shape, tuple(shapes))
    return (shapes[near[0]], True) if len(near) == 1 else None


def unit_named(text: str, units: Mapping[str, str]) -> tuple[str, bool] | None:
    """The code of the commune, ward or province whose full name a cell is ("Xã An Lạc"), or its name alone where one
    unit only has it. Nothing is respelt: names of communes lie too near to each other."""
    flat = " ".join(fold(clean(text)).split())
    full = [code for code, name in units.items() if fold(name) == flat]
    bare = full or [code for code, name in units.items() if _UNIT.sub("", fold(name)) == flat]
    return (bare[0], False) if len(bare) == 1 else None


@lru_cache(maxsize=2048)
def _near(shape: str, shapes: tuple[str, ...]) -> list[str]:
    return get_close_matches(shape, shapes, n=2, cutoff=0.85)


@lru_cache(maxsize=8)
def _shapes(provinces: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {_shape(name): code for code, name in provinces}


@lru_cache(maxsize=8192)
def _shape(name: str) -> str:
    """The name without kind, marks, spaces and dashes, one spelling for all."""
    bare = _KIND.sub("", " ".join(_NOT_LETTERS.sub(" ", fold(name)).split()))
    for other, ours in _ALIKE:
        bare = re.sub(rf"\b{other}\b", ours, bare)
    shape = bare.replace(" ", "")
    return _SHORT.get(shape, shape)
