"""Made-up plans of many layouts read well, as Word and as received text: the small form of `make score`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dondoc.plans.reading import read_file
from samples.compare import Comparison, compare
from samples.loading import keys, plan
from samples.to_docx import write_docx
from samples.to_txt import write_txt

WRITERS = {"docx": write_docx, "txt": write_txt}
# What holds for every single document; the score asks more of the mean.
LEAST = {"recall": 0.9, "precision": 0.9, "fields": 0.85, "body recall": 0.8, "body precision": 0.8, "body fields": 0.8}


def read_and_compare(key: str, form: str, folder: Path) -> Comparison:
    file = WRITERS[form](plan(key), folder / f"{key}.{form}")
    return compare(plan(key).gold(), read_file(file).as_json())


def figures(found: Comparison) -> Iterator[tuple[str, float]]:
    for prefix, part in (("", found.annex), ("body ", found.body)):
        yield prefix + "recall", part.recall
        yield prefix + "precision", part.precision
        yield prefix + "fields", part.fields


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("key", keys())
def test_a_plan_in_an_unknown_layout_is_read(key: str, form: str, tmp_path: Path) -> None:
    found = read_and_compare(key, form, tmp_path)
    low = {name: round(value, 3) for name, value in figures(found) if value < LEAST[name]}
    assert not low, (low, found.annex.missing, found.annex.extra, found.annex.wrong[:5], found.body.missing)
    assert found.document_share >= 0.8, found.document_wrong
