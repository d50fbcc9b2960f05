"""The English of the interface: gather what is said in Vietnamese, keep the catalogue, compile it.

    python tools/messages.py            # the catalogue takes up new texts (untranslated) and drops those that are gone
    python tools/messages.py --missing  # print what has no English yet, one JSON string a line
    python tools/messages.py --fill F   # take up English from a JSON object of Vietnamese: English

Vietnamese is the message id, so that the code reads as the page does. The catalogue is
src/dondoc/ui/locale/en/LC_MESSAGES/django.po; the .mo beside it is what runs.
"""

import argparse
import ast
import json
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from importlib import import_module
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
PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*(?::[^{}]*)?\}")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
}

# Tables of words that stay Vietnamese where they are kept, written to files or read by rules, and are said (`said`) on
# pages: module -> constants. What is law or quotation (bases, citations, decisions) is not among them.
TABLES = {
    "desk.demo.tips": ["TIPS"],
    "desk.queries.filters": ["STATES"],
    "desk.queries.log": ["GROUPS", "VERBS"],
    "desk.queries.monitor": ["SHORT"],
    "desk.queries.work": ["MINE", "NOBODYS", "OTHERS"],
    "desk.rules.trail_fields": ["FIELDS", "KINDS"],
    "desk.rules.trail_values": ["NUMBERED", "OPEN_PARTS"],
    "disclosure.actions.publication": ["FIELDS"],
    "disclosure.queries.publication": ["VERBS"],
    "disclosure.queries.standing": ["UNSET", "NOT_YET", "NONE_AROSE"],
    "disclosure.rules.catalogue": ["ITEMS.name,short", "SURE"],
    "disclosure.rules.consulting": ["OUTCOMES"],
    "disclosure.rules.register": ["TROUBLES"],
    "duties.queries.evaluation": ["BLOCKS"],
    "duties.queries.page": ["VERBS"],
    "duties.rules.digests": ["GROUPS"],
    "duties.rules.evaluation_defaults": ["GRADES"],
    "duties.rules.reporting": ["CYCLE_WORDS"],
    "duties.rules.states": ["WORDS"],
    "duties.views.difficulties": ["VERBS"],
    "duties.views.evaluation": ["DONE"],
    "duties.views.verbs": ["VERBS"],
    "feedback.models.catalogue": ["UNITS"],
    "feedback.queries.following": ["VERBS"],
    "feedback.queries.inbox": ["VERBS", "TABS"],
    "feedback.rules.defaults": ["OWN"],
    "feedback.rules.registers": [
        "SUBJECTS", "COMPLAINT_SUBJECTS", "COMPLAINT_STATES", "FINDINGS", "DENUNCIATION_STATES", "ACCOUNT_STATES",
    ],
    "feedback.rules.stages": ["KINDS", "CHANNELS", "STAGES", "OUTCOMES"],
    "feedback.rules.subjects": ["COMMUNE.0,1", "PROVINCE.0,1"],
    "feedback.views.following": ["VERBS", "TOO_MANY"],
    "feedback.views.registers": ["REGISTERS"],
    "feedback.views.sending": ["WAIT"],
    "feedback.views.steps": ["STEPS"],
    "feedback.views.verbs": ["VERBS"],
    "figures.registry": ["KIND_WORDS"],
    "framework.rules.known": ["INDICES.name,publisher,about"],
    "framework.rules.meanings": ["MEANINGS"],
    "meetings.rules.grounds": ["GROUNDS"],
    "meetings.rules.norms": ["CYCLES"],
    "plans.adapters.refusals": ["SENTENCES"],
    "plans.adapters.sniffing": ["KINDS"],
    "plans.queries.review": ["ROLE_WORDS", "FIELD_WORDS", "GROUP_WORDS"],
    "plans.queries.versions": ["STANDS", "FATES"],
    "portal.queries.datasets": ["TABLES"],
    "portal.rules.openings": ["WORDS"],
    "records.leases": ["DIED", "DIED_SENDING"],
    "reports.queries.consolidation": ["SAID_WORDS"],
    "reports.rules.columns": ["ANSWER_WORDS"],
    "reports.rules.states": ["WORDS"],
    "schedule.rules.timers": ["TIMERS.label", "WORDS", "SURE"],
    "schedule.views.days": ["WEEK", "SOURCES"],
    "schedule.views.timers": ["COUNTS"],
    "scores.queries.goals": ["KINDS"],
    "scores.rules.panel": ["GROUPS"],
    "toolkit.period_names": ["NAMES"],
    "units.views.places": ["WORDS"],
    "web.papers.fields": ["MEANINGS.says"],
    "web.papers.paper": ["NAMES"],
}  # fmt: skip

# What is said where it is shown -> which argument: heads of tables, refusals (and what a form demands), sentences
# that are filled in.
CALLS = {"Column": 1, "BadInput": 1, "demanded": 1, "Saying": 0}


def said() -> Catalog:
    """Everything that code and templates say, with the places."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
    os.environ.setdefault("DONDOC_DATA", tempfile.mkdtemp())
    import django

    django.setup()
    found = _empty()
    for path, _, message, _, context in extract_from_dir(
        SOURCE, METHODS, OPTIONS, keywords=KEYWORDS, directory_filter=lambda folder: "migrations" not in str(folder)
    ):
        found.add(message, locations=[(path, 0)], context=context)
    for word in (*words_of_records(), *words_of_tables(), *words_of_calls()):
        found.add(word)
    return found


def words_of_tables() -> list[str]:
    """Vietnamese of the constants in TABLES: values of dictionaries, tuples, fields of dataclasses."""
    return sorted({word for module, names in TABLES.items() for name in names for word in _words_of(module, name)})


def _words_of(module: str, name: str) -> Iterator[str]:
    """`NAME` gives every Vietnamese text in the constant; `NAME.field,field` those fields of each row."""
    name, _, picked = name.partition(".")
    value = getattr(import_module(f"dondoc.{module}"), name)
    rows = value.values() if isinstance(value, dict) else value
    for field in picked.split(",") if picked else ():
        yield from _texts([row[int(field)] if field.isdecimal() else getattr(row, field) for row in rows])
    if not picked:  # a table of words alone has short ones without a mark too: "Cao", "sai"
        is_words = not isinstance(value, str) and all(isinstance(row, str) for row in rows)
        yield from rows if is_words else _texts(value)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from [value] if not value.isascii() else []
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in _texts(inner))
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from (text for inner in value for text in _texts(inner))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (text for field in fields(value) for text in _texts(getattr(value, field.name)))


def words_of_calls() -> list[str]:
    """The argument of CALLS where it is one text: a word, a sentence, the pattern of one."""
    calls = (
        call
        for path in SOURCE.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _called(call) in CALLS
    )
    texts = [call.args[at] for call in calls if len(call.args) > (at := CALLS[_called(call)])]
    return sorted({word for text in texts if isinstance(text, ast.Constant) for word in _texts(text.value)})


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def words_of_records() -> list[str]:
    """Labels of choices (states, roles, kinds …) and of figures: Vietnamese in the tables, said through `said`."""
    from django.apps import apps

    from dondoc.figures.registry import figures

    choices = [
        field for model in apps.get_models() if model.__module__.startswith("dondoc.") for field in _fields(model)
    ]
    labels = {str(label) for field in choices for _, label in field.flatchoices if str(label).strip()}
    return sorted(labels | {figure.label for figure in figures()})


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
    """Take up English texts; how many fitted. One that loses a %(name)s or {name} of its message is refused."""
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
