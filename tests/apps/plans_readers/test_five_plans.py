"""The five real plans in their forms: the same paragraphs and the same cells, whatever the file."""

from collections import Counter
from pathlib import Path

import pytest

from dondoc.plans.adapters.opening import read_source
from dondoc.plans.rules.blocks import Source
from dondoc.toolkit.text import fold

PLANS = ("dak-nong-2024", "lao-cai-2021", "nam-dong-2024", "vinh-hoa-2024", "xin-man-2023")


def flat(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())


def cells(source: Source) -> Counter[str]:
    return Counter(flat(cell.text) for table in source.tables() for cell in table.cells() if cell.text)


def read(shared: Path, plan: str, form: str) -> Source:
    return read_source(shared / "plans" / f"{plan}.{form}")


@pytest.mark.parametrize("plan", PLANS)
def test_a_pdf_says_what_the_word_file_says(shared: Path, plan: str) -> None:
    word, pdf = read(shared, plan, "docx"), read(shared, plan, "pdf")
    assert [flat(p.text) for p in pdf.paragraphs()] == [flat(p.text) for p in word.paragraphs()]
    letters = [flat("".join(sorted(cell.text for table in s.tables() for cell in table.cells()))) for s in (word, pdf)]
    repeated = sum(len(flat(c.text)) for table in list(pdf.tables())[1:] for c in table.rows[0].cells)
    assert len(letters[1]) - repeated == len(letters[0])
    missing = cells(word) - cells(pdf)
    assert sum(missing.values()) <= 0.1 * max(1, sum(cells(word).values())), "only cells that a page break cut differ"


@pytest.mark.parametrize("plan", PLANS)
def test_a_received_text_says_what_the_word_file_says(shared: Path, plan: str) -> None:
    word, text = read(shared, plan, "docx"), read(shared, plan, "txt")
    said = [flat(p.text) for p in text.paragraphs()]
    body = [flat(p.text) for p in word.paragraphs() if not p.from_layout]
    assert len(set(body) - set(said)) <= 1
    missing = cells(word) - cells(text)
    assert sum(missing.values()) <= 0.12 * max(1, sum(cells(word).values()))


def test_a_page_of_the_annex_is_one_table_in_a_pdf(shared: Path) -> None:
    source = read(shared, "xin-man-2023", "pdf")
    assert source.pages == 24
    pages = [table.page or 0 for table in source.tables()]
    assert pages == sorted(set(pages))
    assert {table.columns for table in source.tables()} == {7}


def test_progress_is_told_page_by_page(shared: Path) -> None:
    told: list[tuple[int, int]] = []
    read_source(shared / "plans" / "nam-dong-2024.pdf", progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(told), len(told))
