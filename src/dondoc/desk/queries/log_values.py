"""What was written down about a field, as an official reads it: days and moments, có and không, the words of choices,
names in place of codes; what is a whole list of rows is said as a count."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dondoc.desk.models import SavedFilter
from dondoc.desk.queries.log_names import Names
from dondoc.desk.rules.trail_fields import FIELDS, INTERNAL, KINDS
from dondoc.desk.rules.trail_values import NUMBERED, OPEN_PARTS, REFERS
from dondoc.disclosure.actions.publication import FIELDS as PUBLIC_FIELDS
from dondoc.disclosure.models import Comment, Item, LedgerEntry, Posting
from dondoc.disclosure.rules.catalogue import SURE
from dondoc.disclosure.rules.consulting import OUTCOMES
from dondoc.duties.models import Difficulty, Evaluation, Evidence, Obligation, ReminderRule, UrgingLetter
from dondoc.duties.models.urging import Channel
from dondoc.duties.rules.labels import label_of
from dondoc.duties.rules.reporting import CYCLE_WORDS
from dondoc.feedback import models as feedback
from dondoc.figures.registry import figures
from dondoc.framework.queries.names import dimension_name
from dondoc.meetings.models import LocalEvent, Visit
from dondoc.meetings.rules.grounds import GROUNDS
from dondoc.plans.models import Plan
from dondoc.plans.queries.review import FIELD_WORDS, ROLE_WORDS
from dondoc.plans.rules.regime_words import CYCLES
from dondoc.records.models import AuditEntry
from dondoc.reports.models import Consolidation, ConsolidationPassage, Report
from dondoc.schedule.models import OfficeDay, OfficeTimer
from dondoc.schedule.rules.expressions import Schedule
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup, Membership, Succession
from dondoc.web import formats

LONGEST, LISTED = 160, 6
CODE = re.compile(r"[0-9a-hjkmnp-tv-z]{10}")
# In a sentence that was written down: a code of ten letters and figures, never a telephone number or a word.
IN_TEXT = re.compile(r" (?=[a-z]*\d)(?=\d*[a-z])[0-9a-hjkmnp-tv-z]{10}\b")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\S*")
MONEY = frozenset({"amount", "left"})
# Whose choices say the values of a kind; a citizen's report is written down under the same kind as a report.
MODELS: Mapping[str, tuple[type[Model], ...]] = {
    "obligation": (Obligation,),
    "plan": (Plan,),
    "evidence": (Evidence,),
    "difficulty": (Difficulty,),
    "urging-letter": (UrgingLetter,),
    "evaluation": (Evaluation,),
    "report": (Report, feedback.Report, feedback.Photo),
    "consolidation": (Consolidation, ConsolidationPassage),
    "reminder-rule": (ReminderRule,),
    "complaint": (feedback.Complaint,),
    "denunciation": (feedback.Denunciation,),
    "account": (feedback.AccountRequest,),
    "signal": (feedback.Signal,),
    "clock-rule": (feedback.ClockRule,),
    "disclosure_item": (Item,),
    "publication": (Posting,),
    "consultation": (Comment,),
    "collection": (LedgerEntry,),
    "visit": (Visit,),
    "local_event": (LocalEvent,),
    "office-day": (OfficeDay,),
    "office-timer": (OfficeTimer,),
    "unit": (Succession, AdministrativeUnit),
    "agency": (Agency,),
    "group": (AgencyGroup,),
    "membership": (Membership,),
    "invitation": (Membership,),
    "filter": (SavedFilter,),
}


def refers(entries: list[AuditEntry]) -> dict[str, set[str]]:
    """Kind -> codes that the entries name in their values: what must be asked for to say them."""
    wanted: dict[str, set[str]] = {}
    for entry in entries:
        for field, value in [*entry.before.items(), *entry.after.items()]:
            for kind in referred(entry, field):
                wanted.setdefault(kind, set()).update(code for code in _codes(value) if _may_be(kind, code))
    return {kind: codes for kind, codes in wanted.items() if codes}


def referred(entry: AuditEntry, field: str) -> tuple[str, ...]:
    return REFERS.get(f"{entry.verb}.{field}") or REFERS.get(field, ())


def _codes(value: Any) -> Iterator[str]:
    """Codes in a value: alone, in a list, behind what they are ("lead:qtpex0hcdz"); a number is the key of a row."""
    if isinstance(value, list):
        for one in value:
            yield from _codes(one)
    elif isinstance(value, str):
        yield value.rpartition(":")[2]
    elif isinstance(value, int) and not isinstance(value, bool):
        yield f"#{value}"


def _may_be(kind: str, code: str) -> bool:
    """Codes of units are those of the state, of any form."""
    return 0 < len(code) <= 24 if kind == "unit" else code.startswith("#") or CODE.fullmatch(code) is not None


def changes_of(entry: AuditEntry, names: Names) -> list[tuple[str, str, str]]:
    """(field, before, after) of what can be said; what says nothing on either side is left out. Places with their
    populations have no words of their own: how many there are is told."""
    fields = [field for field in dict.fromkeys([*entry.before, *entry.after]) if field not in INTERNAL]
    told = [field for field in fields if label(entry, field)]
    rows = [(label(entry, field), *_sides(entry, field, names)) for field in told]
    if others := len(fields) - len(told):
        rows.append((_("mục khác"), "", _count(others)))
    return [row for row in rows if row[1] or row[2]]


def _sides(entry: AuditEntry, field: str, names: Names) -> tuple[str, str]:
    return _said(entry, field, entry.before.get(field), names), _said(entry, field, entry.after.get(field), names)


def label(entry: AuditEntry, field: str) -> str:
    """Words of a field, nothing where it has none. Goals, steps and groups are written down by their numbers."""
    if field.isdecimal():
        return formats.said(NUMBERED.get(entry.object_kind, "")) % {"n": field}
    return formats.said(FIELDS.get(f"{entry.verb}.{field}") or FIELDS.get(field))


def _said(entry: AuditEntry, field: str, value: Any, names: Names) -> str:
    text = _text(entry, field, value, names)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _text(entry: AuditEntry, field: str, value: Any, names: Names) -> str:
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, int | float):
        return _number(entry, field, value, names)
    if isinstance(value, str):
        return _word(entry, field, value, names)
    if isinstance(value, list):
        return _list(entry, field, value, names)
    return _object(entry, field, value, names) if isinstance(value, dict) else str(value)


def _number(entry: AuditEntry, field: str, value: float, names: Names) -> str:
    named = _name(entry, field, f"#{value}", names)
    if named or field == "approved_by":
        return named or _("(ngoài phần được xem)")
    if field == "section":
        return dimension_name(int(value))
    if field in MONEY:
        return formats.money(int(value))
    return str(value) if field.endswith("year") else formats.number(value)


def _word(entry: AuditEntry, field: str, value: str, names: Names) -> str:
    if value.startswith("sha256:"):
        return _("(được che)")
    if known := _choice(entry.object_kind, field, value):
        return formats.said(known)
    if moment := _moment(value):
        return moment
    if named := _name(entry, field, value, names):
        return named
    head, colon, rest = value.partition(":")
    if colon and " " not in value:
        return _pair(entry, field, head, rest, names) or ("" if CODE.fullmatch(rest) else value)
    return _("(ngoài phần được xem)") if CODE.fullmatch(value) and referred(entry, field) else IN_TEXT.sub("", value)


def _pair(entry: AuditEntry, field: str, head: str, rest: str, names: Names) -> str:
    """ "lead:qtpex0hcdz" is who leads, "village:2026-11-23" where something hangs and from when; of what the reader may
    not see, what kind of thing it is."""
    word = formats.said(_choice(entry.object_kind, field, head) or KINDS.get(head))
    more = _moment(rest) or _name(entry, field, rest, names)
    return f"{word}: {more}" if word and more else word or more


def _moment(value: str) -> str:
    with suppress(ValueError):
        if DAY.fullmatch(value):
            return formats.day(date.fromisoformat(value))
        if MOMENT.fullmatch(value):
            return formats.moment(datetime.fromisoformat(value))
    return ""


def _name(entry: AuditEntry, field: str, code: str, names: Names) -> str:
    found = (names.get((kind, code)) for kind in referred(entry, field))
    return next((one.name for one in found if one), "")


def _list(entry: AuditEntry, field: str, value: list[Any], names: Names) -> str:
    if all(isinstance(one, dict) and "numerator" in one for one in value):
        return "; ".join("/".join(filter(None, (one["numerator"], one.get("denominator")))) for one in value)
    if field == "changed" and all(one in FIELDS for one in value):
        return ", ".join(formats.said(FIELDS[one]) for one in value)
    if field in ("rows", "changed") or not all(isinstance(one, str | int) for one in value):
        return _count(len(value))
    said = [_text(entry, field, one, names) for one in value]
    return ", ".join(dict.fromkeys(said)) if len(said) <= LISTED else _count(len(said))


def _object(entry: AuditEntry, field: str, value: dict[str, Any], names: Names) -> str:
    if field == "through":
        return _("“%(title)s” của %(unit)s") % value
    if field == "due" and "day" in value:
        words = _("trước ngày %(n)s") if value.get("before") else _("ngày %(n)s")
        return words % {"n": value["day"]}
    if all(name in FIELDS for name in value):
        said = ((name, _text(entry, name, one, names)) for name, one in value.items())
        return "; ".join(f"{formats.said(FIELDS[name])}: {text}" for name, text in said if text)
    told = [one for one in value.values() if isinstance(one, str) and " " in one]
    return ": ".join(filter(None, (_count(len(value)), "; ".join(dict.fromkeys(told)))))


def _count(count: int) -> str:
    return ngettext("%(n)s mục", "%(n)s mục", count) % {"n": formats.number(count)}


def _choice(kind: str, field: str, value: str) -> str:
    """The word of a choice, by its model, else by the tables that are no model's."""
    for model in MODELS.get(kind, ()):
        if word := _choices(model, field).get(value):
            return word
    if field in ("occurrence", "occurrences", "period") and ":" not in value:
        return label_of(value, Schedule("other"))
    return _tables().get(field, {}).get(value, "")


@cache
def _choices(model: type[Model], name: str) -> Mapping[str, str]:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return {}
    return {str(value): str(word) for value, word in getattr(field, "flatchoices", ())}


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    cycles = {**CYCLE_WORDS, **CYCLES}
    return {
        "role": ROLE_WORDS,
        "parties": {"lead": ROLE_WORDS["lead"], **ROLE_WORDS, **_choices(Obligation, "part")},
        "cycle": cycles,
        "base_cycle": cycles,
        "rules": cycles,
        "sure": SURE,
        "sure_when": SURE,
        "in": _choices(feedback.ClockRule, "counted_in"),
        "places": _choices(Posting, "channel"),
        "channels": dict(Channel.choices),
        "opened": PUBLIC_FIELDS,
        "open": OPEN_PARTS,
        "outcome": {str(one): word for one, word in OUTCOMES.items()},
        "figure": {one.name: one.label for one in figures()},
        "changed": FIELD_WORDS,
        "ground": {word: word for word in GROUNDS.values()},
        "occurrences": {"event": KINDS["occasion"]},
    }
