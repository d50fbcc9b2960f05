"""From letters to the row of pieces that do not overlap, in reading order."""

import re

from dondoc.schedule.rules.atoms import Atom
from dondoc.schedule.rules.cycles import cycle_atoms
from dondoc.schedule.rules.letters import Letters
from dondoc.schedule.rules.occasions import occasion_atoms
from dondoc.schedule.rules.points import point_atoms

_SMALL = (
    r"(?:vao|trong|ngay|het|thoi diem|thoi gian|thang|cac|nhung|moi|bao cao|so ket|tong ket|danh gia|kiem tra|hang"
    r"|dinh k[yi]|theo|ca|cua"
    r"|la|bc|gui|truoc|cham nhat|muon nhat|khong qua|den|han|cuoi|giua|dau|moc|ky|doi voi|thuc hien|lan|tuan|mot"
    r"|k[yi] bao cao|va bao cao|den|nop|co|dip)"
)
_LIST = re.compile(rf" ?(?:(?:[,;/&+():.-]|va(?![a-z])|hoac(?![a-z])|cung nhu(?![a-z])|{_SMALL}(?![a-z])) ?)*")
_RANGE = re.compile(r" ?(?:-+>?|den|toi|cho den|~)(?: (?:het|cuoi|ngay|truoc|khoang|trong|thang))* ?")


def scan(letters: Letters, year: int | None = None, *, occasions: bool = True) -> tuple[Atom, ...]:
    """The pieces of the letters: the earliest start wins, at one start the more special kind.

    References to documents ("Kế hoạch số 5/KH-UBND ngày 01/02/2024") are found so that their days are not taken for
    times, and left out. Without `occasions` events, laws and other plans are not sought: in a running sentence they
    would swallow what follows them.
    """
    undated = list(occasion_atoms(letters))
    candidates = [atom for atom in undated if atom.name == "reference"]
    candidates += [*point_atoms(letters.flat, year), *cycle_atoms(letters.flat)]
    candidates += [atom for atom in undated if atom.name == "continuous" or (occasions and atom.name != "reference")]
    taken: list[Atom] = []
    for _, _, atom in sorted(((atom.start, rank, atom) for rank, atom in enumerate(candidates)), key=lambda c: c[:2]):
        if not taken or atom.start >= taken[-1].end:
            taken.append(atom)
    return tuple(atom for atom in taken if atom.name != "reference")


def is_listed(gap: str) -> bool:
    """Whether the words between two pieces only join them: ", ", " và báo cáo ", " / "."""
    return bool(_LIST.fullmatch(gap))


def is_range(gap: str) -> bool:
    """ "từ tháng 3 ĐẾN tháng 10", "15/6 - 30/6"."""
    return bool(_RANGE.fullmatch(gap))
