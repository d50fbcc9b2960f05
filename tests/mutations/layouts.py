"""The made-up plans with their annexes laid out in another way: what they say stays the same."""

import random
from dataclasses import replace
from pathlib import Path

from mutations.dossier import Dossier
from mutations.mutants import Mutant, rename, reorder, repeat, widen
from samples.loading import keys, plan
from samples.paper import Annex, Plan
from samples.to_docx import write_docx
from samples.to_txt import write_txt

CHANGES = (reorder, rename, repeat, widen)
OWN_ROLES = {"section", "agencies"}


def movable() -> list[str]:
    """Plans with one table of tasks whose columns may stand in any order."""
    return [key for key in keys() if _annex(plan(key)) is not None]


def _annex(one: Plan) -> Annex | None:
    tables = [annex for annex in one.annexes if any(row.task for row in annex.rows)]
    if len(tables) != 1 or OWN_ROLES & {column.role for column in tables[0].columns}:
        return None
    return tables[0]


def lay_out(key: str, seed: int) -> tuple[Plan, tuple[str, ...]]:
    """The plan in another layout, and what was done; the same seed lays out the same."""
    one, chance = plan(key), random.Random(f"{key} {seed}")
    annex = _annex(one)
    if annex is None:
        raise ValueError(key)
    mutant = Mutant(Dossier(key, one.gold(), annex, Path()), (), ())
    for change in CHANGES:
        if chance.random() < 0.55 and not (change is widen and _has_other_headings(mutant.dossier.annex)):
            mutant = change(mutant, chance)
    new = mutant.dossier.annex
    annexes = tuple(new if table is annex else table for table in one.annexes)
    return replace(one, annexes=annexes), mutant.done


def _has_other_headings(annex: Annex) -> bool:
    return any(len(row.cells) != 2 for row in annex.rows if row.is_heading)


def write(one: Plan, seed: int, path: Path) -> Path:
    """By turns as Word and as received text."""
    form, writer = ("docx", write_docx) if seed % 2 else ("txt", write_txt)
    return writer(one, path.with_suffix(f".{form}"))
