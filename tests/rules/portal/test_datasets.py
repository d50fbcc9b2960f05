"""Open data as files: what a cell becomes, what a catalogue says."""

import csv
from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.portal.rules.datasets import Column, Dataset, catalogue, schema_of, write_csv, written
from dondoc.portal.rules.openings import Part

ONE = Dataset("thu", Part.PLAN, "Thử", "Một bảng.", (Column("ten", "string", "Tên"), Column("so", "integer", "Số")))
PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (date(2026, 11, 5), "2026-11-05"),
        (datetime(2026, 11, 5, 8, 30, tzinfo=UTC), "2026-11-05T08:30+00:00"),
        (Decimal("12.50"), "12.50"),
        (-3, "-3"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("-xã An Lạc", "'-xã An Lạc"),
        ("Bến Đá, phường", "Bến Đá, phường"),
    ],
)
def test_a_cell_is_written_for_machines_and_harmless_for_people(value: object, text: str) -> None:
    assert written(value) == text


@given(st.lists(st.tuples(PLAIN, st.integers(0, 10**9)), max_size=8))
def test_what_is_written_is_read_back(rows: list[tuple[str, int]]) -> None:
    content = write_csv(ONE, rows)
    assert content.startswith("﻿ten,so\r\n")
    found = list(csv.reader(StringIO(content.removeprefix("﻿"))))[1:]
    assert [(name.removeprefix("'"), int(number)) for name, number in found] == [
        (name.removeprefix("'"), number) for name, number in rows
    ]


def test_the_catalogue_names_each_table_and_its_columns() -> None:
    told = catalogue("Xã An Lạc", "https://x.vn/dcat", [(ONE, "https://x.vn/thu.csv")], changed_on=date(2026, 11, 5))
    assert told["@type"] == "dcat:Catalog"
    (entry,) = told["dcat:dataset"]
    (file,) = entry["dcat:distribution"]
    assert (entry["@id"], file["dcat:downloadURL"]) == ("https://x.vn/thu", {"@id": "https://x.vn/thu.csv"})
    assert file["dct:conformsTo"] == schema_of(ONE)
    assert [one["name"] for one in schema_of(ONE)["fields"]] == ["ten", "so"]
