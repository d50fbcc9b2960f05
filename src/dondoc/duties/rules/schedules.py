"""The JSON form of a schedule back to a `Schedule`. What the printed words say more than the form ("đầu tháng 5") is
read again from the words, as long as both mean the same: a person may have changed the form."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from dondoc.schedule.rules.expressions import Anchor, Kind, Op, Point, Schedule, Within
from dondoc.schedule.rules.phrases import parse

_POINT = re.compile(r"(?:(?P<year>\d{4})(?:-|$))?(?:Q(?P<quarter>[1-4])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_ANCHOR = ("month", "day", "within", "before", "from_month")


def schedule_from(form: Mapping[str, Any], *, year: int | None = None) -> Schedule:
    """The schedule of `{"kind", "text", "normalised"}`; an empty form is "other", which is owed once per base cycle."""
    text, kind = str(form.get("text") or ""), str(form.get("kind") or "other")
    normalised = dict(form.get("normalised") or {})
    read = parse(text, year=year) if text else None
    if read is not None and read.kind == kind and read.normalised() == normalised:
        return read
    return replace(_of_kind(kind, normalised), text=text)


def _of_kind(kind: str, form: Mapping[str, Any]) -> Schedule:
    if kind in ("month", "quarter", "year"):
        return Schedule(cast("Kind", kind), points=tuple(_point(one) for one in _many(form.get(kind))))
    if kind == "date":
        points = tuple(_point(one) for one in _many(form.get("date")))
        return Schedule("date", points=points, op=cast("Op", form.get("op") or "on"))
    if kind == "range":
        return Schedule("range", points=(_point(form.get("from")), _point(form.get("to"))))
    if kind == "recurring":
        every = tuple(str(one) for one in _many(form.get("every")) if one)
        return Schedule("recurring", every=every, times=int(form.get("times") or 1), anchors=_anchors(form))
    if kind == "event":
        return Schedule("event", phases=tuple(form.get("phase") or ()))
    if kind == "other":
        return Schedule("other", plan=form.get("per_plan"))
    return Schedule(cast("Kind", kind))


def _many(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _point(text: Any) -> Point:
    """ "2026-Q2", "2026-06-05", "06-05", "2026" or nothing. Refuses what is no piece of the calendar."""
    found = _POINT.fullmatch(str(text)) if text else None
    if text and found is None:
        raise ValueError(f"not a piece of the calendar: {text!r}")
    parts = found.groupdict() if found else {}
    return Point(**{name: int(value) for name, value in parts.items() if value})


def _anchors(form: Mapping[str, Any]) -> tuple[Anchor, ...]:
    if "anchors" in form:
        return tuple(_anchor(one) for one in form["anchors"])
    if not any(form.get(name) for name in _ANCHOR):
        return ()
    return tuple(_anchor({**form, "month": month}) for month in _many(form.get("month")))


def _anchor(form: Mapping[str, Any]) -> Anchor:
    return Anchor(
        day=form.get("day"),
        month=form.get("month"),
        since=form.get("from_month"),
        within=cast("Within | None", form.get("within")),
        before=bool(form.get("before")),
        cycle=form.get("cycle"),
    )
