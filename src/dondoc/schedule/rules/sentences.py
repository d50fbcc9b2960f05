"""Times inside a running sentence: only those that say when the duty is done.

A year that names a decree, a plan or an index, "nhiệm vụ thường xuyên", "tiếp công dân định kỳ" tell no time of the
duty.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dondoc.schedule.rules.atoms import Atom
from dondoc.schedule.rules.dates import is_year_only
from dondoc.schedule.rules.expressions import Schedule
from dondoc.schedule.rules.letters import Letters, ending, flatten
from dondoc.schedule.rules.phrases import read
from dondoc.schedule.rules.scan import is_listed, is_range, scan

_SENTENCE_END = re.compile(r"[.!?](?= |$)(?<!\d\.)|\n")
_CLAUSE_START = re.compile(r"(?:^|[.;:,(] ?(?:- ?|\+ ?|[a-z]\) ?|\d+[.)] ?)?|^ ?[-+] ?| va | dong thoi )$")
_ADJECTIVE_BEFORE = re.compile(
    r"(?:nhiem vu|cong viec|kinh phi|chi|nguon|du toan|khong|hoat dong|cong tac|nhu cau|la viec|che do|quan he"
    r"|hinh thuc|it) $"
)
_THEO = re.compile(r"(?:theo|co|mang tinh|duoc|phai|va|hoac|viec|to chuc|thuc hien|tien hanh|lap) $")
_NO_VERB = re.compile(r" ?(?:$|[,.;:)(/]|va |hoac |cua |dot xuat|theo quy dinh)")
_DUE = re.compile(
    r"(?:truoc|cham nhat|muon nhat|hoan thanh|xong|den|het|khong qua|han|vao|trong|thoi gian|thoi han|gui|nop|cuoi"
    r"|dau|giua|\()"
    r"(?: (?:la|thoi diem|moc|ngay|het|cuoi|dau|giua|trong|vao|truoc|xong|thang|cac|nhung|\d{1,2} ?(?:gio|h"
    r"|g)[ \d]*(?:phut)?)| |,|:)*$"
)
_YEAR_DUE = re.compile(
    r"(?:hoan thanh|xong|cham nhat|muon nhat|ket thuc)(?: (?:trong|truoc|den|het|vao|cuoi|dau|la))* $|truoc (?:het )?$"
)
_BEGUN = re.compile(r"(?:hieu luc|thi hanh|ap dung|ke|tinh|thanh lap|sua doi|ban hành|ban hanh)(?: [a-z]+){0,2} $")
_EVENT = re.compile(
    r"(?:(?<=^)|(?<=[.;] )|(?<=- ))(?:ngay )?(?:sau khi|ngay khi|truoc khi|khi) [^,.;]{6,}(?=,)"
    r"|(?<![a-z])ngay (?:sau khi|khi) [^,.;)]{6,}"
    r"|(?<![a-z])(?:trong (?:vong|thoi han|thoi gian)|cham nhat(?: la)?|khong qua) \d{1,3} ?(?:ngay"
    r"|gio)(?: lam viec)?,? (?:ke tu|tinh tu|sau) [^,.;)]{4,}"
)
_LEAD = re.compile(r"(?<![a-z])(?:truoc|cham nhat|muon nhat|tu|den het|den)(?: (?:ngay|la|vao))* ?$")
_FEW_WORDS = re.compile(r",( (?:[^ ,.;]+ ?){1,5})(?=,)")
_PLAN_OF_YEAR = re.compile(
    r"(?<![a-z])(?:gan voi|theo|long ghep (?:vao|trong|voi)|cung voi|trong) (?:cac )?(?:ke hoach"
    r"|chuong trinh)[^.;]{0,60}? (?:hang|tung) (?:nam|quy|thang)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression at text[start:end]."""

    start: int
    end: int
    schedule: Schedule


def find(text: str, *, year: int | None = None) -> tuple[Found, ...]:
    """The times of the duty that a sentence (or several) tells, in reading order. Offsets are those of `text`."""
    letters = flatten(text)
    found = [*_groups_found(letters, year), *_events_found(letters)]
    return tuple(sorted(found, key=lambda one: one.start))


def main_schedule(text: str, year: int | None = None) -> Schedule | None:
    """The one time of a duty: the first that it tells. "Thường xuyên" counts in its first sentence alone, where the
    duty itself stands; what follows only tells how."""
    ends = _SENTENCE_END.search(text)
    first_sentence = ends.end() if ends else len(text)
    for found in find(text, year=year):
        if found.schedule.kind != "continuous" or found.start < first_sentence:
            return found.schedule
    return None


def groups(letters: Letters, atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    """Pieces that only commas, "và", "báo cáo" and their like keep apart."""
    group: list[Atom] = []
    for atom in atoms:
        gap = letters.flat[group[-1].end : atom.start] if group else ""
        joined = (is_listed(gap) or is_range(gap)) and ". " not in gap and "; " not in gap
        joined = joined and not (group and _is_dated(group[-1]) and atom.name in ("cycle", "periodic", "continuous"))
        if group and not joined:
            yield group
            group = []
        group.append(atom)
    if group:
        yield group


def _is_dated(atom: Atom) -> bool:
    """Points that print their year stand for themselves: "… trước ngày 15/5/2024 và định kỳ hằng quý"."""
    return bool(atom.points) and atom.points[-1].year is not None and not is_year_only(atom)


def _groups_found(letters: Letters, year: int | None) -> Iterator[Found]:
    for group in groups(letters, scan(letters, year, occasions=False)):
        plan = _plan_of_year(letters, group)
        told = [atom for index, atom in enumerate(group) if _tells(letters, group, index)]
        if plan is not None:
            yield plan
        elif any(_is_strong(letters, atom) for atom in told):
            schedule = read(letters, told, year, in_sentence=True)
            yield _found(letters, _with_lead(letters, told[0]), told[-1].end, schedule)


def _is_strong(letters: Letters, atom: Atom) -> bool:
    """A bare "quý", "năm" or a year needs something beside it that is surely a time of the duty."""
    if is_year_only(atom):
        return bool(ending(_YEAR_DUE, letters.flat, atom.start))
    return atom.name != "bare"


def _found(letters: Letters, start: int, end: int, schedule: Schedule) -> Found:
    place = letters.place(start, end)
    return Found(*place, replace(schedule, text=letters.text[slice(*place)]))


def _tells(letters: Letters, group: Sequence[Atom], index: int) -> bool:
    """Whether a piece says when the duty is done."""
    atom, flat = group[index], letters.flat
    if atom.name == "continuous":
        return flat.startswith("thuong", atom.start) and not ending(_ADJECTIVE_BEFORE, flat, atom.start)
    if atom.name == "periodic":
        return _is_adverb(letters, group, index)
    if atom.name in ("points", "half"):
        return _is_due(letters, group, index)
    if atom.name == "cycle":
        return not flat.startswith(" cua ", atom.end) or atom.times > 1
    if atom.name == "anchor":
        return len(group) > 1 or bool(ending(_DUE, flat, atom.start))
    return True


def _is_adverb(letters: Letters, group: Sequence[Atom], index: int) -> bool:
    """ "định kỳ báo cáo", "theo định kỳ"; not "tiếp công dân định kỳ"."""
    atom, flat = group[index], letters.flat
    if index + 1 < len(group) or "theo" in flat[atom.start : atom.end]:
        return True
    if _NO_VERB.match(flat, atom.end):
        return False
    return bool(ending(_CLAUSE_START, flat, atom.start) or ending(_THEO, flat, atom.start))


def _is_due(letters: Letters, group: Sequence[Atom], index: int) -> bool:
    atom, flat = group[index], letters.flat
    if any(other.name in ("cycle", "periodic", "anchor") for other in group) and not is_year_only(atom):
        return True
    if is_year_only(atom):
        listed = index > 0 and group[index - 1].name in ("bare", "cycle", "half")
        return listed or (bool(ending(_YEAR_DUE, flat, atom.start)) and not atom.is_range)
    if index and group[index - 1].name == "points" and _is_due(letters, group, index - 1):
        return True
    if atom.is_range or (index + 1 < len(group) and is_range(flat[atom.end : group[index + 1].start])):
        return not ending(_BEGUN, flat, atom.start)
    return bool(ending(_DUE, flat, atom.start)) and not flat.startswith(" cua ", atom.end)


def _plan_of_year(letters: Letters, group: Sequence[Atom]) -> Found | None:
    """ "gắn với Kế hoạch thanh tra, kiểm tra công vụ hằng năm": the cycle is that plan's."""
    for match in _PLAN_OF_YEAR.finditer(letters.flat):
        if len(group) == 1 and group[0].name == "cycle" and match.end() == group[0].end:
            return _found(letters, *match.span(), Schedule("other", plan=letters.printed(*match.span())))
    return None


def _events_found(letters: Letters) -> Iterator[Found]:
    for match in _EVENT.finditer(letters.flat):
        yield _found(letters, match.start(), _event_end(letters, match.end()), Schedule("event"))


def _event_end(letters: Letters, end: int) -> int:
    """ "Sau khi nhận được Kế hoạch điều tra, khảo sát về PAPI, …": a few more words between commas, not a doer's
    name."""
    more = _FEW_WORDS.match(letters.flat, end)
    if more and letters.printed(*more.span(1)).strip()[:1].islower():
        return more.end(1)
    return end


def _with_lead(letters: Letters, atom: Atom) -> int:
    """Where the words of the time begin: "trước ngày" belongs to it."""
    lead = ending(_LEAD, letters.flat, atom.start)
    return lead.start() if lead else atom.start
