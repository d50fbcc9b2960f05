"""What a head of a sheet names in an index other than PAPI: a part by its name, number or code, or the total.

Nobody prints such sheets in a form of their own, so a head is read by what the published edition says: its name (one
slip forgiven), its number ("1", "2.3"), its code. Where name and number speak of different parts the name decides.
"""

import re
from difflib import SequenceMatcher

from dondoc.framework.rules.papi import Concept
from dondoc.scores.rules.labels import UNWEIGHTED, Label
from dondoc.scores.rules.panel import TOTAL
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import fold

_HEAD = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})(?!\d)\s*[.:)\-–]?\s*(?P<name>.*)$")
_TOTAL = re.compile(r"(?:chi so |diem )?tong(?: hop| diem| so)?(?: chi so| diem)?|total(?: score)?|chi so chung|index")
_SURE = 0.8


def read_plain_label(text: str, _year: int, frame: tuple[Concept, ...] | None, *, names: tuple[str, ...] = ()) -> Label:
    """The part that a head names; `names` are those of the index itself ("SIPAS"), which name its total."""
    for piece in text.split("|"):
        label = _label(" ".join(fold(piece).split()), frame or (), names)
        if label.code:
            return label
    return Label(None, UNWEIGHTED)


def _label(flat: str, frame: tuple[Concept, ...], names: tuple[str, ...]) -> Label:
    if not flat:
        return Label(None, UNWEIGHTED)
    by_code = next((concept for concept in frame if fold(concept.code) == flat), None)
    if by_code:
        return Label(by_code.code, UNWEIGHTED)
    split = _HEAD.match(flat)
    number, name = (split["number"], split["name"]) if split else ("", flat)
    numbered = next((concept for concept in frame if number and number in (concept.number, concept.reference)), None)
    named = _named(name, frame)
    if named:
        doubt = (
            Saying("{number} in như là {name}", number=number, name=named.name_vi)
            if numbered and numbered is not named
            else ""
        )
        return Label(named.code, UNWEIGHTED, doubt)
    if numbered and not (name and _TOTAL.fullmatch(name)):
        return Label(numbered.code, UNWEIGHTED)
    bare = re.sub(r"\s*(?:nam )?\b20\d\d\b", "", name).strip()
    own = {fold(known) for known in names}
    is_total = (
        bool(_TOTAL.fullmatch(bare))
        or bare in own
        or any(bare == f"{head} {one}" for one in own for head in ("chi so", "diem", "tong diem"))
    )
    return Label(TOTAL if is_total else None, UNWEIGHTED)


def _named(name: str, frame: tuple[Concept, ...]) -> Concept | None:
    """The part whose name is the printed one, or nearly so."""
    if len(name) < 3:
        return None
    ranked = sorted(((_likeness(name, concept), -at) for at, concept in enumerate(frame)), reverse=True)
    return frame[-ranked[0][1]] if ranked and ranked[0][0] >= _SURE else None


def _likeness(printed: str, concept: Concept) -> float:
    return max(
        SequenceMatcher(None, printed, fold(name)).ratio() for name in (concept.name_vi, concept.name_en) if name
    )
