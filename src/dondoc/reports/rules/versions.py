"""What changed between two sent versions of a report, for whoever receives it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_FIELDS = {"answer": "kết quả", "text": "nội dung", "reason": "lý do", "figures": "số liệu", "proofs": "minh chứng"}


@dataclass(frozen=True, slots=True)
class Change:
    """`where` names the row or passage; `was` and `now` are words (empty: nothing)."""

    where: str
    what: str
    was: str
    now: str


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """By row, then by passage; what came new and what is gone too. The same content gives nothing."""
    return (*_of_rows(before, after), *_of_passages(before, after))


def _of_rows(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    was = {row["key"]: row for row in before.get("rows", ())}
    now = {row["key"]: row for row in after.get("rows", ())}
    for key in {**was, **now}:
        old, new = was.get(key), now.get(key)
        if old is None or new is None:
            row = new or old or {}
            yield Change(row["title"], "thêm dòng" if old is None else "bỏ dòng", _said(old), _said(new))
            continue
        for name, words in _FIELDS.items():
            if old.get(name) != new.get(name):
                yield Change(new["title"], words, _words(old.get(name)), _words(new.get(name)))


def _of_passages(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    was, now = dict(before.get("passages", {})), dict(after.get("passages", {}))
    for key in {**was, **now}:
        if was.get(key, "") != now.get(key, ""):
            yield Change(key, "thuyết minh", was.get(key, ""), now.get(key, ""))


def _said(row: Mapping[str, Any] | None) -> str:
    return str((row or {}).get("text") or (row or {}).get("reason") or "")


def _words(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_words(one) for one in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_words(one)}" for name, one in value.items())
    return "" if value is None else str(value)
