"""Names of uploaded files: kept as people gave them, without what could lead out of a directory or break a header."""

import re

from dondoc.toolkit.text import clean, fold

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')


def safe_name(name: str) -> str:
    """The last part of a path, without control or direction characters, at most 200 characters, its ending kept."""
    last = clean(name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = _UNSAFE.sub("_", last).strip(" .") or "tep"
    stem, dot, ending = kept.rpartition(".")
    return kept if len(kept) <= 200 else f"{stem[: 199 - len(ending)]}{dot}{ending}"[:200]


def disposition(name: str, *, is_inline: bool) -> str:
    """The Content-Disposition header (RFC 6266): a plain name for old programs, the true one with marks beside it."""
    ascii_name = re.sub(r"[^\w.-]+", "_", fold(name), flags=re.ASCII) or "tep"
    kind = "inline" if is_inline else "attachment"
    return f"{kind}; filename=\"{ascii_name}\"; filename*=UTF-8''{_percent(name)}"


def _percent(name: str) -> str:
    """RFC 5987: letters and digits as they are, every other byte of the UTF-8 form as %XX."""
    return "".join(chr(b) if chr(b).isalnum() and b < 128 else f"%{b:02X}" for b in name.encode())
