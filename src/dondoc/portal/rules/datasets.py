"""Open data: what each table of the public holds, column by column, and how it is written as CSV and told as DCAT.

CSV by RFC 4180 with a byte order mark (without it Excel shows Vietnamese letters wrongly); the catalogue by DCAT 3
(W3C) as JSON-LD."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from typing import Any

from dondoc.portal.rules.openings import Part

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is string, integer, number, date or datetime (Frictionless Table Schema)."""

    name: str
    says: str
    kind: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """One table: its key in the address, the part that a unit has to open for it, and its columns in their order."""

    key: str
    part: Part
    title: str
    says: str
    columns: tuple[Column, ...]


def written(value: Any) -> str:
    """A cell for machines: ISO days, a point in decimals. What begins like a formula is made harmless for the
    spreadsheets that people open it with."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Decimal | float):
        return str(value)
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def write_csv(dataset: Dataset, rows: Iterable[Sequence[Any]]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in dataset.columns])
    writer.writerows([written(value) for value in row] for row in rows)
    return "﻿" + out.getvalue()


def schema_of(dataset: Dataset) -> dict[str, Any]:
    """The columns as a Frictionless Table Schema."""
    return {
        "fields": [{"name": column.name, "type": column.kind, "description": column.says} for column in dataset.columns]
    }


def catalogue(
    publisher: str, address: str, datasets: Iterable[tuple[Dataset, str]], *, changed_on: date
) -> dict[str, Any]:
    """The catalogue of a unit as DCAT in JSON-LD. `datasets` are pairs of dataset and address of its CSV."""
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
        },
        "@id": address,
        "@type": "dcat:Catalog",
        "dct:title": f"Dữ liệu mở, {publisher}",
        "dct:language": "vi",
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": publisher},
        "dct:modified": changed_on.isoformat(),
        "dcat:dataset": [_entry(dataset, csv_address, publisher) for dataset, csv_address in datasets],
    }


def _entry(dataset: Dataset, address: str, publisher: str) -> dict[str, Any]:
    return {
        "@id": address.removesuffix(".csv"),
        "@type": "dcat:Dataset",
        "dct:title": dataset.title,
        "dct:description": dataset.says,
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": publisher},
        "dct:license": {"@id": LICENCE},
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dcat:downloadURL": {"@id": address},
                "dcat:mediaType": "text/csv",
                "dct:conformsTo": schema_of(dataset),
            }
        ],
    }
