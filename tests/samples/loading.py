"""Reads the texts of the made-up plans (`texts/*.plan`).

A text begins with `name: value` lines (several printed lines parted by ` / `, names by ` | `), then come sections:
`[body]` and `[decision]` in the notation of bodies, `[annex]` and `[scores]` with their own `name: value` lines, `--`
and the rows. A column is `role:printed head:width[:wider head above]`. A reporting rule is `to | via | cycle<day …`,
with `<` for "before", `=` for "on" and nothing where no day is printed.
"""

import re
from functools import cache
from pathlib import Path

from samples.notation import annex, body, score_table
from samples.paper import Annex, Column, Gold, Plan

TEXTS = Path(__file__).resolve().parent / "texts"
BUNDLED = "ke-hoach-mau"
SECTION = re.compile(r"^\[(\w+)\]$", re.MULTILINE)


def keys() -> list[str]:
    """The plans of the corpus; the one that comes with the product is one of them."""
    return sorted(path.stem for path in TEXTS.glob("*.plan"))


@cache
def plan(key: str) -> Plan:
    """One plan by its key."""
    text = (TEXTS / f"{key}.plan").read_text(encoding="utf-8")
    marks = list(SECTION.finditer(text))
    head = _values(text[: marks[0].start()])
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    sections = [(mark[1], text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
    return _plan(key, head, sections)


def _plan(key: str, head: dict[str, str], sections: list[tuple[str, str]]) -> Plan:
    annexes = [_table(kind, part) for kind, part in sections if kind in ("annex", "scores")]
    bodies = {kind: body(part) for kind, part in sections if kind in ("body", "decision")}
    return Plan(
        key=key,
        document=_document(head),
        superior=_lines(head["superior"]),
        type_lines=_lines(head.get("type_printed", head["type"])),
        title_lines=_lines(head["title"]),
        number_line=head["number_line"],
        place_line=head["place_line"],
        body=bodies["body"],
        signature=_lines(head["signature"]),
        annexes=tuple(annexes),
        goals=tuple({"kind": kind, "is_fact": False} for kind in head.get("goals", "").split()),
        reporting=tuple(rule for line in _many(head.get("reporting", "")) for rule in _reporting(line)),
        deadlines=tuple({"due": due} for due in head.get("deadlines", "").split()),
        deadlines_beside=tuple(head.get("deadlines_beside", "").split()),
        decision=bodies.get("decision", ()),
        stamp=_lines(head.get("stamp", "")),
        attached=_lines(head.get("attached", "")),
        slips=tuple(_slip(part) for part in head.get("slips", "").split(" | ") if part),
        received={name: value for name, value in head.items() if name.startswith(("received_", "word_"))},
    )


def _values(text: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in text.strip().splitlines() if line.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def _lines(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(" / ")) if value else ()


def _many(value: str) -> list[str]:
    return [part for part in value.split(" || ") if part]


def _slip(part: str) -> tuple[str, str]:
    right, _, wrong = part.partition(">")
    return right.strip(), wrong.strip()


def _document(head: dict[str, str]) -> Gold:
    blank = {"number": head.get("number") or None, "symbol": head.get("symbol") or None}
    return blank | {
        "date": head["date"],
        "year": int(head["year"]),
        "type": head["type"],
        "title": head.get("title_meant", " ".join(_lines(head["title"]))),
        "issuer_level": head["level"],
        "signer": head["signer"],
        "signing_mode": head.get("mode") or None,
        "recipients": [name.strip() for name in head["recipients"].split(" | ")],
    }


def _reporting(line: str) -> list[Gold]:
    to, via, cycles = (part.strip() for part in line.split("|"))
    return [{"to": to, "via": via or None} | _cycle(one) for one in cycles.split()]


def _cycle(text: str) -> Gold:
    cycle, sign, day = re.fullmatch(r"([\w-]+?)(?:([<=])([\d-]+))?", text).groups()  # type: ignore[union-attr]
    if sign is None:
        return {"cycle": cycle, "due": None}
    when = {"month_day": day} if "-" in day else {"day": int(day)}
    return {"cycle": cycle, "due": {"before": sign == "<"} | when}


def _table(kind: str, text: str) -> Annex:
    before, _, rows = text.partition("\n--\n")
    head = _values(before)
    columns = tuple(_column(part.strip()) for part in head["columns"].split(" | "))
    if kind == "scores":
        return score_table(columns, rows, title=_lines(head.get("title", "")), place=head.get("place", "body"))
    return annex(
        columns,
        rows,
        title=_lines(head.get("title", "")),
        caption=head.get("caption", ""),
        joiner=head.get("joiner", "; ").replace("_", " ").replace("⏎", "\n"),
        form=head.get("form", "span"),
        numbered_header=head.get("numbered") == "yes",
        place=head.get("place", "annex"),
        section=int(head["section"]) if "section" in head else None,
    )


def _column(text: str) -> Column:
    role, head, *rest = text.split(":")
    return Column(role, head.replace("⏎", "\n"), float(rest[0]) if rest else 3.0, rest[1] if len(rest) > 1 else "")
