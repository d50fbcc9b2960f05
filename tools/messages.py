"""The English of the interface: gather what is said in Vietnamese, keep the catalogue, compile it.

    python tools/messages.py            # the catalogue takes up new texts (untranslated) and drops those that are gone
    python tools/messages.py --missing  # print what has no English yet, one JSON string a line
    python tools/messages.py --fill F   # take up English from a JSON object of Vietnamese: English

Vietnamese is the message id, so that the code reads as the page does. The catalogue is
src/dondoc/ui/locale/en/LC_MESSAGES/django.po; the .mo beside it is what runs.
"""

import argparse
import json
import os
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parents[1] / "src/dondoc"
CATALOGUE = SOURCE / "ui/locale/en/LC_MESSAGES/django.po"
METHODS = [("**.py", "python"), ("**/jinja2/**.html", "jinja2"), ("**/templates/**.html", "jinja2")]
OPTIONS = {"jinja2": {}, "**/jinja2/**.html": {"trim_blocks": "true", "newstyle_gettext": "true", "silent": "false"}}
OPTIONS["**/templates/**.html"] = OPTIONS["**/jinja2/**.html"]
BEGUN = datetime(2026, 11, 28, tzinfo=UTC)
PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def said() -> Catalog:
    """Everything that code and templates say, with the places."""
    found = _empty()
    for path, _, message, _, context in extract_from_dir(
        SOURCE, METHODS, OPTIONS, keywords=KEYWORDS, directory_filter=lambda folder: "migrations" not in str(folder)
    ):
        found.add(message, locations=[(path, 0)], context=context)
    for word in words_of_records():
        found.add(word)
    return found


def words_of_records() -> list[str]:
    """Labels of choices (states, roles, kinds …): Vietnamese in the tables, said through the filter `said`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
    os.environ.setdefault("DONDOC_DATA", tempfile.mkdtemp())
    import django
    from django.apps import apps

    django.setup()
    fields = [
        field for model in apps.get_models() if model.__module__.startswith("dondoc.") for field in _fields(model)
    ]
    return sorted({str(label) for field in fields for _, label in field.flatchoices if str(label).strip()})


def _fields(model: Any) -> list[Any]:
    return [field for field in model._meta.get_fields() if getattr(field, "choices", None)]


def _empty() -> Catalog:
    return Catalog(
        locale="en", domain="django", project="dondoc", header_comment="# English of the interface of dondoc."
    )


def kept() -> Catalog:
    if not CATALOGUE.exists():
        return _empty()
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en", domain="django")


def missing(catalogue: Catalog) -> list[str]:
    """Messages without English, and those that only resemble another (fuzzy)."""
    return [
        str(one.id[0] if isinstance(one.id, tuple) else one.id) for one in catalogue if one.id and not _is_told(one)
    ]


def _is_told(message: object) -> bool:
    text = message.string  # type: ignore[attr-defined]
    return all(text) if isinstance(text, tuple) else bool(text)


def renewed() -> Catalog:
    """The kept catalogue with what is said now: what is new has no English, what is gone is dropped."""
    catalogue = kept()
    catalogue.fuzzy = False
    catalogue.update(said(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.creation_date = catalogue.revision_date = BEGUN  # a catalogue changes with its texts alone
    return catalogue


def fill(catalogue: Catalog, told: dict[str, str]) -> int:
    """Take up English texts; how many fitted. One that loses a %(name)s of its message is refused."""
    taken = 0
    for message in catalogue:
        name = message.id[0] if isinstance(message.id, tuple) else message.id
        text = told.get(str(name), "") if name else ""
        if not text:
            continue
        if sorted(PLACES.findall(text)) != sorted(PLACES.findall(str(name))):
            raise SystemExit(f"other places than in the message: {name!r}: {text!r}")
        message.string = (text, text) if isinstance(message.id, tuple) else text
        taken += 1
    return taken


def write(catalogue: Catalog) -> None:
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, sort_output=True, no_location=True, omit_header=False, width=120)
    with CATALOGUE.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missing", action="store_true", help="print what has no English yet, change nothing")
    parser.add_argument("--fill", type=Path, help="a JSON object of Vietnamese: English")
    asked = parser.parse_args()
    catalogue = renewed()
    if asked.missing:
        for text in missing(catalogue):
            print(json.dumps(text, ensure_ascii=False))
        return
    if asked.fill:
        print(f"{fill(catalogue, json.loads(asked.fill.read_text(encoding='utf-8')))} taken up")
    write(catalogue)
    print(f"{len(catalogue)} messages, {len(missing(catalogue))} without English")


if __name__ == "__main__":
    main()
