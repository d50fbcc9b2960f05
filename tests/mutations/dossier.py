"""An annotated plan taken apart: the Word document around its annex, the annex as rows, and the gold."""

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell

from samples.paper import Annex, Column, Gold, TableCell, TableRow
from samples.to_docx import header_rows, write_table
from samples.to_txt import Manner, paragraph_lines, row_texts, table_lines

HEADS = {
    "xin-man-2023": "no name content lead coordinate product when",
    "dak-nong-2024": "no name content execute guide_monitor when",
    "lao-cai-2021": "no content target lead execute when product note",
}


@dataclass(frozen=True, slots=True)
class Dossier:
    """`document` is an open Word document without the annex table; a marker paragraph stands in its place."""

    key: str
    gold: Gold
    annex: Annex
    file: Path

    def texts(self) -> list[str]:
        """Paragraphs outside the annex in the order of the document, cells of the heading table too."""
        body = Document(str(self.file)).element.body
        tables = [element for element in body.iterchildren() if element.tag == qn("w:tbl")]
        out: list[str] = []
        for element in body.iterchildren():
            if element.tag == qn("w:p"):
                out.append(_text(element))
            elif element.tag == qn("w:tbl") and element is not tables[-1]:
                out += [_text(paragraph) for paragraph in element.iter(qn("w:p"))]
        return out


def take_apart(shared: Path, key: str) -> Dossier:
    """Reads the annotated plan `key`; its roles of columns are known."""
    file = shared / "plans" / f"{key}.docx"
    gold = json.loads((shared / "gold" / f"{key}.json").read_text(encoding="utf-8"))
    table = Document(str(file)).tables[-1]
    heads = 2 if _cells(table, 1)[0].text.strip() == "(1)" else 1
    columns = tuple(
        Column(role, cell.text.strip()) for role, cell in zip(HEADS[key].split(), _cells(table, 0), strict=True)
    )
    rows = tuple(_row(table, index) for index in range(heads, len(table._tbl.tr_lst)))
    return Dossier(key, gold, Annex(columns, rows, numbered_header=heads == 2), file)


def _cells(table: Table, row: int) -> list[Any]:
    return [_Cell(cell, table) for cell in table._tbl.tr_lst[row].tc_lst]


def _row(table: Table, index: int) -> TableRow:
    cells = tuple(
        TableCell("" if cell._tc.vMerge == "continue" else cell.text, cell.grid_span, cell._tc.vMerge == "continue")
        for cell in _cells(table, index)
    )
    return TableRow(cells, is_heading=len(cells) < 5)


def _text(paragraph: Any) -> str:
    parts = (("\n" if node.tag == qn("w:br") else node.text or "") for node in _marks(paragraph))
    return "".join(parts)


def _marks(paragraph: Any) -> Iterator[Any]:
    return (node for node in paragraph.iter() if node.tag in (qn("w:t"), qn("w:br")))


def write_docx(dossier: Dossier, swaps: list[tuple[str, str]], path: Path) -> Path:
    """The document with the annex of the dossier and other words outside it."""
    document = Document(str(dossier.file))
    old = document.tables[-1]._tbl
    for paragraph in document.element.body.iter(qn("w:p")):
        _swap(paragraph, swaps)
    write_table(document, dossier.annex)
    new = document.tables[-1]._tbl
    old.addprevious(new)
    old.getparent().remove(old)
    document.save(str(path))
    return path


def _swap(paragraph: Any, swaps: list[tuple[str, str]]) -> None:
    """Words may run over several runs: then the first run takes the whole text."""
    before = _text(paragraph)
    after = swapped(before, swaps)
    if before == after or "\n" in before:
        for node in paragraph.iter(qn("w:t")):
            node.text = swapped(node.text or "", swaps)
        return
    nodes = list(paragraph.iter(qn("w:t")))
    for node in nodes[1:]:
        node.text = ""
    nodes[0].text = after


def write_txt(dossier: Dossier, swaps: list[tuple[str, str]], path: Path, manner: Manner, chance: Any) -> Path:
    """The same as received text, pages broken where `manner` and `chance` say."""
    out: list[str] = []
    for text in dossier.texts():
        out += [*paragraph_lines(swapped(text, swaps), manner, chance), ""]
    rows = [row_texts(row) for row in dossier.annex.rows]
    out += table_lines(header_rows(dossier.annex), rows, manner, chance)
    path.write_text("\n".join(out), encoding="utf-8")
    return path


def swapped(text: str, swaps: list[tuple[str, str]]) -> str:
    """Swaps words by way of marks, so that two names can change places."""
    for index, (old, _) in enumerate(swaps):
        text = text.replace(old, f"\ue000{index}\ue001")
    for index, (_, new) in enumerate(swaps):
        text = text.replace(f"\ue000{index}\ue001", new)
    return text


def with_gold(gold: Gold, swaps: list[tuple[str, str]]) -> Gold:
    """The gold in which every text has the other words."""
    return {name: _swapped_deep(value, swaps) for name, value in copy.deepcopy(gold).items()}


def _swapped_deep(value: Any, swaps: list[tuple[str, str]]) -> Any:
    if isinstance(value, str):
        return swapped(value, swaps)
    if isinstance(value, list):
        return [_swapped_deep(one, swaps) for one in value]
    if isinstance(value, dict):
        return {name: _swapped_deep(one, swaps) for name, one in value.items()}
    return value
