"""The two formats of Open311 GeoReport v2, written from one description: XML (required) and JSON.

A document is a name for the XML root and its items, and rows of plain values; a list inside a row is the name of its
items and rows. JSON leaves the names of items out, as the specification's examples do.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as ET

FORMATS = {"xml": "text/xml; charset=utf-8", "json": "application/json; charset=utf-8"}
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Items:
    """A list inside a row: the name of each item in XML, and the rows."""

    name: str
    rows: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Document:
    """`root` and `item` are XML names; a document of one thing has no `item` and one row."""

    root: str
    rows: Sequence[Mapping[str, Any]]
    item: str = ""


def written(document: Document, form: str) -> bytes:
    """The document in a format."""
    if form == "json":
        rows = [_plain(row) for row in document.rows]
        return json.dumps(rows if document.item else rows[0], ensure_ascii=False).encode()
    root = ET.Element(document.root)
    for row in document.rows:
        _fill(ET.SubElement(root, document.item) if document.item else root, row)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode").encode()


def errors(code: int, description: str) -> Document:
    """What every refusal looks like."""
    return Document("errors", [{"code": str(code), "description": description}], "error")


def moment(when: datetime | None) -> str:
    """W3C form of ISO 8601, in UTC; nothing for nothing."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else ""


def read_moment(text: str) -> datetime | None:
    """A moment with its zone, as the specification demands; None where it is none."""
    try:
        found = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _plain(value: Any) -> Any:
    if isinstance(value, Items):
        return [_plain(one) for one in value.rows]
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return value


def _fill(at: ET.Element, row: Any) -> None:
    if not isinstance(row, Mapping):
        at.text = _text(row)
        return
    for name, value in row.items():
        inner = ET.SubElement(at, name)
        if isinstance(value, Items):
            for one in value.rows:
                _fill(ET.SubElement(inner, value.name), one)
        else:
            _fill(inner, value)


def _text(value: Any) -> str:
    """XML has no place for some characters that people manage to send."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _FORBIDDEN.sub("", "" if value is None else str(value))
