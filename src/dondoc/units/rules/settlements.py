"""Settlements below a commune as they are written: the kind in front, then the name (NĐ 185/2026)."""

import re

from dondoc.units.rules.shadow import shadow

_KINDS = (
    ("tổ dân phố", r"to dan pho|tdp|to nhan dan"),
    ("khu phố", r"khu pho|khoi pho"),
    ("khu dân cư", r"khu dan cu|kdc"),
    ("tiểu khu", r"tieu khu"),
    ("thôn", r"thon"),
    ("bản", r"ban"),
    ("làng", r"lang"),
    ("ấp", r"ap"),
    ("khóm", r"khom"),
    ("xóm", r"xom"),
    ("buôn", r"buon"),
    ("bon", r"bon"),
    ("phum", r"phum"),
    ("sóc", r"soc"),
)


def split_settlement(text: str) -> tuple[str, str] | None:
    """ "Tổ dân phố số 3" -> ("tổ dân phố", "số 3"); None where no kind stands in front or nothing follows it."""
    sh = shadow(" ".join(text.split()).strip(" .;,-"))
    for kind, pattern in _KINDS:
        found = re.match(rf"(?:{pattern})\.? +(?=\S)", sh.flat)
        if found:
            return kind, sh.text[found.end() :][:120]
    return None
