"""Annex tables -> task drafts: sections, groups, rows, carried cells, and an account of every cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dondoc.framework.rules import match_dimension
from dondoc.plans.rules.annex_account import Account
from dondoc.plans.rules.annex_groups import Group, coded, is_deeper, label_and_name, names_component, with_group
from dondoc.plans.rules.blocks import Block, Paragraph, Place
from dondoc.plans.rules.columns import AGENCY_ROLES, Columns
from dondoc.plans.rules.drafts import CellCount, TaskDraft
from dondoc.plans.rules.findings import Finding, finding
from dondoc.plans.rules.grid import Line, Slot, pieces_in
from dondoc.plans.rules.rows import draft_of
from dondoc.plans.rules.stitch import Stitched, stitch
from dondoc.toolkit.numbering import kind_of_number
from dondoc.toolkit.text import fold

# Letters of a title row at most, and of one whose row brings agencies or times beside it.
_SHORT, _SHORTER = 160, 120
# How sure the name of a dimension must be in a row or heading, and where the row might as well be a task.
_SURE, _CERTAIN = 0.6, 0.9
_GENERAL = re.compile(r"^(cac )?(nhiem vu|noi dung|cong viec)( \w+){0,2} (chung|khac)$")

# "(Kèm theo Kế hoạch số …)" that a reader ran together with the heading below it.
_ATTACHED = re.compile(r"^\W*(?:ban hành )?kèm theo[^()]*\)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AnnexReading:
    """Tasks of all annexes, the account of cells, what was noticed."""

    tasks: tuple[TaskDraft, ...] = ()
    cells: CellCount = field(default_factory=CellCount)
    findings: tuple[Finding, ...] = ()


def read_annexes(blocks: Sequence[Block], *, year: int | None) -> AnnexReading:
    """Every table among the blocks. Tables that assign nothing are counted aside with a finding."""
    account = Account()
    tasks: list[TaskDraft] = []
    carried = Group()
    for annex in stitch(blocks):
        account.book_slots("header", (slot for line in annex.header for slot in line.slots))
        if not annex.columns.give_tasks:
            _set_aside(annex, account)
            continue
        carried = _from_above(annex, carried)
        found, carried = _Reader(annex, account, carried, year).read()
        tasks.extend(found)
    return AnnexReading(tuple(tasks), account.count(), tuple(account.findings))


def _set_aside(annex: Stitched, account: Account) -> None:
    pieces = pieces_in(annex.lines)
    account.book("aside", pieces)
    if pieces:
        first = min(pieces, key=lambda piece: (piece.table, piece.row, piece.column))
        place = Place(page=first.page, table=first.table)
        account.findings.append(finding("table-aside", place, number=first.table + 1, cells=len(pieces)))


def _from_above(annex: Stitched, before: Group) -> Group:
    """The dimension named in the nearest heading above a table ("Phụ lục 3. Trách nhiệm giải trình …")."""
    headings = [paragraph for paragraph in annex.above if _is_heading(paragraph)][-4:]
    for paragraph in reversed(headings):
        match = match_dimension(_ATTACHED.sub("", paragraph.text))
        if match and match.confidence >= _SURE:
            return Group(match.number, match.confidence, places=(("section", paragraph.place),))
    if annex.has_header or headings:
        return Group()
    return before


def _is_heading(paragraph: Paragraph) -> bool:
    return bool(paragraph.text.strip()) and len(paragraph.text) <= _SHORT


class _Reader:
    """One annex, line by line; the group above the current line and the task before it are the state."""

    def __init__(self, annex: Stitched, account: Account, group: Group, year: int | None) -> None:
        self.annex, self.account, self.group, self.year = annex, account, group, year
        self.columns: Columns = annex.columns
        self.tasks: list[TaskDraft] = []
        self.last: Line | None = None
        self.top_style: str | None = None
        self.numbers_tasks = self._numbers_tasks()

    def read(self) -> tuple[list[TaskDraft], Group]:
        lines = self.annex.lines
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else None
            self._take(line, following)
        return self.tasks, self.group

    def _take(self, line: Line, following: Line | None) -> None:
        if not line.filled:
            return
        if not any(character.isalnum() for slot in line.filled for character in slot.text):
            self.account.book_slots("header", line.slots)  # a rule drawn with dashes
        elif self._is_section(line):
            self._open_section(line)
        elif self._is_group(line, following):
            self._open_group(line)
        elif self._extends(line):
            self._extend(line)
        elif self._says_something(line):
            self._add(line)
        else:
            for slot in line.filled:
                self.account.book_unread(slot)

    def _says_something(self, line: Line) -> bool:
        texts = (line.text(self.columns.first("content")), line.text(self.columns.first("indicator")))
        return any(character.isalpha() for text in texts for character in text)

    # What a line is

    def _label(self, line: Line) -> str:
        return line.own_text(self.columns.first("ordinal")).strip()

    def _words(self, line: Line) -> list[Slot]:
        """Filled slots other than the number's."""
        ordinal = self.columns.first("ordinal")
        return [slot for slot in line.filled if slot.column != ordinal]

    def _is_bare(self, line: Line) -> bool:
        """No agency, time, product or target stands in the line or reaches into it."""
        titles = ("ordinal", "content", "dimension", "indicator", "note")
        words = self._words(line)
        alone = words[:1] if len(words) == 1 else []  # a title that stands in whatever column comes first
        wide = {slot.column for slot in [*alone, *line.filled] if slot.span > 1 or slot in alone}
        return not any(
            line.text(column) and column not in wide
            for column, role in enumerate(self.columns.roles)
            if role not in titles
        )

    def _title(self, line: Line) -> tuple[str, str]:
        """(label, name) of a line that may be a section or group: the label may stand in the text itself."""
        label = self._label(line)
        words = self._words(line)
        name = words[0].text if words else label
        if not words:
            label = ""
        return (label, name) if label else label_and_name(name)

    def _is_section(self, line: Line) -> bool:
        words = self._words(line)
        if len(words) > 2 and not self._is_bare(line):
            short = [slot for slot in words if slot.column in self._title_columns()]
            words = words if not short or len(short[0].text) > _SHORTER else short[:1]
            if len(words) != 1:
                return False
        label, name = self._title(line)
        if not name or kind_of_number(label) == "dotted":
            return False
        match = match_dimension(name)
        if not match or match.confidence < _SURE:
            return False
        first = words[0] if words else line.filled[0]
        return (self._is_bare(line) and (len(words) <= 1 or first.span > 1)) or (
            bool(label)
            and kind_of_number(label) in ("roman", "integer", "capital")
            and len(name) <= _SHORTER
            and match.confidence >= _CERTAIN
            and (not line.own_text(self.columns.first("content")) or len(self._words(line)) <= 2)
        )

    def _title_columns(self) -> set[int]:
        return {*self.columns.of("content"), *self.columns.of("indicator")}

    def _is_group(self, line: Line, following: Line | None) -> bool:
        # One cell over the whole row begins where the numbers stand.
        words = self._words(line) or [slot for slot in line.filled if slot.span > 1]
        if len(words) != 1 or not self._is_bare(line):
            return False
        slot = words[0]
        wide = slot.span > len(line.slots) / 2
        if len(slot.text) > _SHORT:
            return wide
        label, name = self._title(line)
        if wide or name.isupper() or names_component(self.group.section, label, name):
            return True
        rows_follow = following is not None and not self._is_bare(following)
        deeper = following is not None and is_deeper(label, self._label(following))
        return rows_follow and (deeper or (bool(label) and name.rstrip().endswith(":")))

    def _extends(self, line: Line) -> bool:
        """The line brings more for the task above: its task cell is the one that reaches down."""
        content = self.columns.first("content")
        slot = line.slots[content] if content is not None else None
        if not self.tasks or self.last is None:
            return False
        if slot and not slot.own and slot.text:
            return True
        return not line.text(content) and not line.own_text(self.columns.first("indicator")) and not self._label(line)

    def _numbers_tasks(self) -> bool:
        """Whether rows of this annex carry numbers, so that a row without one belongs to the row above."""
        content = self.columns.first("content")
        rows = [line for line in self.annex.lines if line.own_text(content) and not self._is_bare(line)]
        return sum(bool(self._label(line).strip("-+•* ")) for line in rows) * 3 >= len(rows)

    # What becomes of it

    def _open_section(self, line: Line) -> None:
        label, name = self._title(line)
        match = match_dimension(name)
        place = (self._words(line) or line.filled)[0].place
        if match:
            places = (("section", place),) if place else ()
            self.group = Group(match.number, match.confidence, places=places)
        self.top_style = kind_of_number(label)
        self.last = None
        self.account.book_slots("group", line.slots)

    def _open_group(self, line: Line) -> None:
        label, name = self._title(line)
        place = (self._words(line) or line.filled)[0].place
        self.account.book_slots("group", line.slots)
        places = tuple(item for item in self.group.places if item[0] == "section")
        named = names_component(self.group.section, label, name)
        if named or kind_of_number(label) == "dotted":
            printed = (("indicator_name", place), ("subcode", place)) if place else ()
            section, sure = self.group.section, self.group.section_sure
            self.group = Group(section, sure, label.strip(" .)") or None, name.strip(" :"), None, (*places, *printed))
        elif self._is_top(label) or _GENERAL.match(fold(name).strip(" .:")):
            self.group = Group(heading=name)
        else:
            self.group = replace(self.group, subcode=None, indicator=None, heading=name, places=places)

    def _is_top(self, label: str) -> bool:
        return self.top_style is not None and kind_of_number(label) == self.top_style

    def _add(self, line: Line) -> None:
        line, carried = self._carry(line)
        self._enter_dimension(line)
        group, printed = self._group_of(line)
        task = draft_of(line, self.columns, carried=carried, year=self.year)
        self.account.book_slots("task", line.slots)
        self.tasks.append(with_group(task, group, printed, self.year))
        self.last = line

    def _enter_dimension(self, line: Line) -> None:
        """A column of its own may name the dimension, merged over its rows."""
        column = self.columns.first("dimension")
        slot = line.slots[column] if column is not None else None
        match = match_dimension(slot.text) if slot and slot.text else None
        if match and slot and match.confidence >= _SURE:
            places = (("section", slot.place),) if slot.place else ()
            self.group = Group(match.number, match.confidence, places=places)

    def _extend(self, line: Line) -> None:
        more = draft_of(line, self.columns, carried=frozenset(), year=self.year)
        self.account.book_slots("task", line.slots)
        task = self.tasks[-1]
        self.tasks[-1] = replace(
            task,
            lead=_union(task.lead, more.lead),
            coordinate=_union(task.coordinate, more.coordinate),
            execute=_union(task.execute, more.execute),
            guide_monitor=_union(task.guide_monitor, more.guide_monitor),
            product=_union(task.product, more.product),
            schedule=task.schedule or more.schedule,
            target=task.target or more.target,
        )

    def _carry(self, line: Line) -> tuple[Line, frozenset[str]]:
        """Cells that the source leaves empty because they are merged with the one above (text), or that the office
        left empty under a lead (any source). A row with a number of its own carries nothing but its agencies, and
        those only where a text leaves all of them out."""
        if self.last is None:
            return line, frozenset()
        if self._label(line).strip("-+•* "):
            nobody = not any(self._holds(line, role) for role in AGENCY_ROLES)
            return self._take_down(line, set(AGENCY_ROLES) if nobody and not line.merges_known else set())
        empty = {role for role in (*AGENCY_ROLES, "product", "indicator") if not self._holds(line, role)}
        leaderless = not any(self._holds(line, role) for role in ("lead", "execute"))
        if line.merges_known:
            roles = {"lead", "execute"} if leaderless and self.numbers_tasks else set()
        elif self.numbers_tasks:
            roles = {*AGENCY_ROLES, "product", "indicator"}
        else:
            roles = {*AGENCY_ROLES, "product"} if leaderless else {"indicator"}
        if not line.merges_known and leaderless and not self._holds(line, "schedule"):
            roles = roles | {"schedule"}
            empty = empty | {"schedule"}
        return self._take_down(line, roles & empty)

    def _holds(self, line: Line, role: str) -> bool:
        return any(line.text(column) for column in self.columns.of(role))

    def _take_down(self, line: Line, roles: set[str]) -> tuple[Line, frozenset[str]]:
        slots, taken = list(line.slots), set()
        for role in roles:
            for column in self.columns.of(role):
                above = self.last.slots[column] if self.last else None
                if above and above.text:
                    slots[column] = replace(above, own=False)
                    taken.add(role)
        return replace(line, slots=tuple(slots)), frozenset(taken)

    def _group_of(self, line: Line) -> tuple[Group, bool]:
        """The line's own indicator, or that of the group above; and whether the plan prints one."""
        column = self.columns.first("indicator")
        name = line.text(column).strip() if line.own_text(self.columns.first("content")) else ""
        if not name:
            return self.group, bool(self.group.indicator)
        slot = line.slots[column] if column is not None else None
        code, name = coded(self._label(line), name)
        if not name:
            places = self._places_of(slot, "subcode")
            return replace(self.group, subcode=code, indicator=None, places=places), True
        if not code and self.tasks and self.numbers_tasks and not self._label(line):
            code = self.tasks[-1].subcode or ""
        section, sure = self.group.section, self.group.section_sure
        dimension = match_dimension(name)
        if dimension and dimension.confidence >= _CERTAIN and not names_component(section, code, name):
            section, sure, code = dimension.number, dimension.confidence, ""
        places = self._places_of(slot, "indicator_name", "subcode")
        return Group(section, sure, code or None, name, self.group.heading, places), True

    def _places_of(self, slot: Slot | None, *names: str) -> tuple[tuple[str, Place], ...]:
        """That of the dimension, and for each name that of the slot."""
        places = tuple(item for item in self.group.places if item[0] == "section")
        return (*places, *((name, slot.place) for name in names)) if slot and slot.place else places


def _union(mine: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    known = {fold(name) for name in mine}
    return (*mine, *(name for name in more if fold(name) not in known))
