"""The document as data for the screen: paragraphs and tables that keep their places, so that a draft can point at them.

A paragraph is {"kind": "paragraph", "at", "text", "number", "is_bold", "is_centred"}, a table {"kind": "table", "rows":
[{"is_header", "cells": [{"at", "text", "rows", "columns"}]}]}. `at` is the anchor: "d-12" or "o-0-3-4".
"""

from collections.abc import Iterable, Mapping
from typing import Any

from dondoc.plans.rules.blocks import Block, Paragraph, Table


def shown_blocks(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Everything that was printed, in its order; empty paragraphs are left out."""
    told = [_paragraph(block) if isinstance(block, Paragraph) else _table(block) for block in blocks]
    return [one for one in told if one.get("text") or one.get("rows")]


def anchor_of(place: Mapping[str, int]) -> str:
    """The anchor of a place as the reading tells it; nothing where it names neither a cell nor a paragraph."""
    if place.get("table") is not None and place.get("row") is not None:
        return f"o-{place['table']}-{place['row']}-{place.get('column', 0)}"
    return f"d-{place['paragraph']}" if place.get("paragraph") is not None else ""


def anchors_of(where: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Field name -> anchor, for the fields of a draft that have a place."""
    told = {name: anchor_of(place) for name, place in where.items()}
    return {name: anchor for name, anchor in told.items() if anchor}


def _paragraph(block: Paragraph) -> dict[str, Any]:
    return {
        "kind": "paragraph",
        "at": f"d-{block.index}",
        "text": block.text.strip(),
        "number": block.number,
        "is_bold": block.bold,
        "is_centred": block.centred,
    }


def _table(block: Table) -> dict[str, Any]:
    rows = []
    for row in block.rows:
        cells = [
            {
                "at": f"o-{block.index}-{cell.row}-{cell.column}",
                "text": cell.text.strip(),
                "rows": cell.row_span,
                "columns": cell.column_span,
            }
            for cell in row.cells
        ]
        rows.append({"is_header": row.is_header, "cells": cells})
    return {"kind": "table", "rows": rows}
