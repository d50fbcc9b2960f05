"""What is known of years beyond their figures: shipped with the product, and added by people."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from dondoc.framework.queries.names import language
from dondoc.scores.models import AbsenceNote, BreakNote
from dondoc.scores.queries.places import dated_names
from dondoc.scores.rules.panel import TOTAL, Panel
from dondoc.scores.rules.standing import numbered


@dataclass(frozen=True, slots=True)
class NoteTold:
    """One thing known of a year. `key` names the note that a person may take out; empty for what is shipped."""

    year: int
    what: str
    more: str
    source: str
    source_on: date | None = None
    key: str = ""


def by_year(rows: Sequence[NoteTold]) -> list[NoteTold]:
    """What is shipped and says the same of a year in one row; what a person added keeps its own, to be taken out."""
    kept: dict[object, NoteTold] = {}
    for one in rows:
        key = one.key or (one.year, one.more, one.source)
        known = kept.get(key)
        kept[key] = replace(known, what=f"{known.what}; {one.what}") if known else one
    return list(kept.values())


def absences_told(panel: Panel) -> list[NoteTold]:
    """Provinces and years without a result, newest first."""
    added = {(one.year, one.place): one for one in AbsenceNote.objects.all()}
    names, found = dated_names(), []
    for (year, place), absence in sorted(panel.absences.items(), reverse=True):
        missing = ", ".join(absence.missing) if absence.missing != ("all",) else _("không công bố gì")
        told = "; ".join(text for text in (missing, absence.reason) if text)
        note = added.get((year, place))
        source = note.source if note else _("bảng có sẵn kèm phần mềm")
        day, key = (note.source_on, f"vang-{note.pk}") if note else (None, "")
        found.append(NoteTold(year, names.get(place, place), told, source, day, key))
    return found


def breaks_by_year(panel: Panel) -> list[NoteTold]:
    """New samples and components of another make-up, newest first."""
    added = {(one.year, one.code): one for one in BreakNote.objects.all()}
    samples = {(block.first, TOTAL): block.is_expected for block in panel.blocks[1:]}
    found = []
    for year, code in sorted({*panel.breaks, *samples}, key=lambda item: (-item[0], item[1] != TOTAL, item[1])):
        note = added.get((year, code))
        how = _("dự kiến") if samples.get((year, code)) else ""
        what = _("mẫu khảo sát mới") if code == TOTAL else numbered(panel, code, year, language())
        source = note.source if note else _("suy ra từ số liệu, kèm phần mềm")
        day, key = (note.source_on, f"moc-{note.pk}") if note else (None, "")
        found.append(NoteTold(year, what, how, source, day, key))
    return found


def noted_parts(panel: Panel) -> list[tuple[str, str]]:
    """What a break may be of: a new sample, or a component as the newest framework names it."""
    newest = max((2024, *panel.frames))
    components = sorted(concept.code for concept in panel.frame(newest) if concept.level == "component")
    named = [(code, numbered(panel, code, newest, language())) for code in components]
    return [(TOTAL, _("mẫu khảo sát mới")), *named]
