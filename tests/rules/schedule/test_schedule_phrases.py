"""Phrases as Vietnamese offices write them, and what they mean."""

from pathlib import Path

import pytest

from dondoc.schedule.rules import Schedule, parse


def brief(schedule: Schedule) -> str:
    """ "month 2024-05", "date before 2024-11-15", "range 2024-01..2024-06", "recurring quarter,year m6 d20"."""
    form, kind = schedule.normalised(), schedule.kind
    if kind in ("month", "quarter", "year"):
        return f"{kind} {joined(form[kind])}"
    if kind == "date":
        return f"date {form['op']} {joined(form['date'])}"
    if kind == "range":
        return f"range {form['from']}..{form['to']}"
    if kind != "recurring":
        return kind
    marks = [f"{letter}{joined(form[name])}" for letter, name in (("m", "month"), ("d", "day")) if name in form]
    return " ".join(["recurring", joined(form["every"] or "null"), *marks])


def joined(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def table() -> list[tuple[str, str]]:
    text = (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    pairs = [line.rpartition(" | ") for line in rows]
    return [(phrase, meaning) for phrase, bar, meaning in pairs if bar]


@pytest.mark.parametrize(("phrase", "meaning"), table())
def test_a_phrase_means(phrase: str, meaning: str) -> None:
    assert brief(parse(phrase, year=2024)) == meaning
