"""A document in the form in which plans are often received: text with tabs out of a scan.

Tables become lines with tabs, blank where a cell is merged or goes on; pages break anywhere, with or without the header
again, sometimes through a row; leftover tags, stray page numbers and misread words stay in it.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samples.paper import Annex, Plan, TableRow
from samples.to_docx import NATION, header_rows

Grid = list[list[str]]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a scan came out. `rows_a_page` rows stand on a page; `cuts` is how often the break goes through a row."""

    seed: int = 1
    heading: str = "none"
    repeats_header: bool = True
    rows_a_page: int = 6
    cuts: float = 0.5
    tags: bool = True
    page_numbers: bool = False
    slips: tuple[tuple[str, str], ...] = ()


def write_txt(plan: Plan, path: Path, manner: Manner | None = None) -> Path:
    """Writes the plan as received text; the last line has no newline."""
    manner = manner or manner_of(plan)
    text = "\n".join(_lines(plan, manner, random.Random(manner.seed)))
    for right, wrong in manner.slips:
        text = text.replace(right, wrong)
    path.write_text(text.rstrip("\n"), encoding="utf-8")
    return path


def manner_of(plan: Plan) -> Manner:
    """The manner that the plan's own text asks for."""
    asked = plan.received
    return Manner(
        seed=len(plan.key),
        heading=asked.get("received_heading", "none"),
        repeats_header=asked.get("received_repeats", "yes") == "yes",
        rows_a_page=int(asked.get("received_rows", "6")),
        cuts=float(asked.get("received_cuts", "0.5")),
        tags=asked.get("received_tags", "yes") == "yes",
        page_numbers=asked.get("received_numbers", "no") == "yes",
        slips=plan.slips,
    )


def _lines(plan: Plan, manner: Manner, chance: random.Random) -> list[str]:
    out = ["", "", *plan.stamp, *_heading(plan, manner), *plan.type_lines, *plan.title_lines, ""]
    if plan.decision:
        out += [text for line in plan.decision for text in (line.text, "")]
        out += [*_closing(plan), "", *plan.attached, ""]
    tables = iter(annex for annex in plan.annexes if annex.place == "body")
    for line in plan.body:
        if line.kind == "table":
            out += [*table_lines(*_grid(next(tables)), manner, chance), ""]
        else:
            out += [*paragraph_lines(line.text, manner, chance), ""]
    if not plan.decision:
        out += [*_closing(plan), ""]
    for annex in (annex for annex in plan.annexes if annex.place == "annex"):
        above = [*annex.title, ""] if annex.title else []
        out += ["", *above, *([annex.caption, ""] if annex.caption else [])]
        out += table_lines(*_grid(annex), manner, chance)
    return out


def _heading(plan: Plan, manner: Manner) -> list[str]:
    if manner.heading == "lines":
        first = f"{plan.superior[0]} {NATION[0]}"
        return [first, f"{' '.join(plan.superior[1:])} **{NATION[1]}**", "", plan.number_line, "", plan.place_line, ""]
    if manner.heading == "tabs":
        pairs = zip(plan.superior[-2:], NATION, strict=True)
        return [*("\t".join(pair) for pair in pairs), f"{plan.number_line}\t{plan.place_line}", ""]
    return [plan.number_line, "", plan.place_line, ""]


def paragraph_lines(text: str, manner: Manner, chance: random.Random) -> list[str]:
    """Long paragraphs are now and then cut by a page break."""
    if len(text) < 250 or chance.random() > 0.25:
        return [text]
    first, rest = cut(text, chance)
    number = [str(chance.randint(2, 9)), ""] if manner.page_numbers else []
    return [first, "", *number, rest] if rest else [text]


def cut(text: str, chance: random.Random) -> tuple[str, str]:
    """Cuts at a word that begins in lower case, not after the end of a sentence or item; else not at all."""
    words = text.split(" ")
    places = [
        at
        for at in range(max(2, len(words) // 4), len(words))
        if words[at][:1].islower() and words[at - 1][-1:] not in ".;:" and "\n" not in words[at - 1]
    ]
    if not places:
        return text, ""
    at = chance.choice(places)
    return " ".join(words[:at]), " ".join(words[at:])


def _closing(plan: Plan) -> list[str]:
    names = plan.document["recipients"]
    entries = [f"- {name}{'.' if name == names[-1] else ';'}" for name in names]
    post = "\n".join(plan.signature)
    return ["Nơi nhận:", "", *entries, "", f"**{post}**", "", "", plan.document["signer"], ""]


def _grid(annex: Annex) -> tuple[Grid, Grid]:
    return header_rows(annex), [row_texts(row) for row in annex.rows]


def row_texts(row: TableRow) -> list[str]:
    """One text for each column; what a cell covers is blank."""
    out: list[str] = []
    for cell in row.cells:
        out += ["" if cell.from_above else cell.text, *([""] * (cell.span - 1))]
    return out


def table_lines(header: Grid, rows: Grid, manner: Manner, chance: random.Random) -> list[str]:
    """The lines of a table over its pages."""
    head = ["\t".join(flat(cell, tags=False) for cell in row) for row in header]
    out, left = list(head), manner.rows_a_page
    for index, row in enumerate(rows):
        last = index == len(rows) - 1
        if left == 0 and not last:
            left = manner.rows_a_page + chance.randint(-1, 2)
            out += _over_the_page(row, head, manner, chance)
        else:
            out.append(_line(row, manner))
            left = max(0, left - 1)
    return out


def _over_the_page(row: Sequence[str], head: list[str], manner: Manner, chance: random.Random) -> list[str]:
    number = [str(chance.randint(4, 20))] if manner.page_numbers else []
    gap = ["", *number, *(head if manner.repeats_header else [])]
    halves = [cut(cell, chance) if len(cell) > 25 else (cell, "") for cell in row]
    if chance.random() > manner.cuts or not any(rest for _, rest in halves):
        return [*gap, _line(row, manner)]
    return [_line([first for first, _ in halves], manner), *gap, _line([rest for _, rest in halves], manner)]


def _line(row: Sequence[str], manner: Manner) -> str:
    return "\t".join(flat(cell, tags=manner.tags) for cell in row)


def flat(cell: str, *, tags: bool) -> str:
    """A cell in one line; items keep their dashes, with the tags that a converter leaves."""
    parts = [part.strip() for part in cell.replace("\t", " ").split("\n") if part.strip()]
    if not tags or len(parts) < 2:
        return " ".join(parts)
    if all(part.startswith("-") for part in parts):
        return f'<ul style="list-style-type: none"> {" ".join(parts)} </ul>'
    return f"<p>{parts[0]}</p> {' '.join(parts[1:])}"
