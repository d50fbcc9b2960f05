"""A list of obligations as a sheet, and what a filled one would do: looked at before anything is written."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.models import EvidenceUse, Obligation, Part
from dondoc.duties.queries.above import Above, above_of
from dondoc.duties.queries.assigning import positions_in
from dondoc.duties.queries.lists import ObligationRow
from dondoc.duties.queries.offers import people_of
from dondoc.duties.rules import sheet
from dondoc.duties.rules.explaining import page_of
from dondoc.duties.rules.sheet import Filled
from dondoc.duties.rules.states import MOVES, WORDS, State
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import fold
from dondoc.units.access import Scope
from dondoc.web.workbooks import open_book, read_lines

MOST_LINES = 5000
HINT = Saying("dùng tệp .xlsx tải từ danh sách việc")
MOVE_OF = {sheet.DONE: "settle", sheet.NOTHING: "claim_nothing"}


@dataclass(frozen=True, slots=True)
class Giving:
    """To whom a row goes: a person, or whoever holds a position."""

    user: User | None
    position: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """A filled row beside its obligation: what it would do, or why it cannot."""

    filled: Filled
    one: Obligation | None
    giving: Giving | None
    wrong: tuple[Saying, ...]

    @property
    def does(self) -> bool:
        return not self.wrong and (self.giving is not None or bool(self.filled.said))


@dataclass(frozen=True, slots=True)
class Trial:
    rows: tuple[Tried, ...]

    @property
    def wrong(self) -> list[Tried]:
        return [row for row in self.rows if row.wrong]

    @property
    def doing(self) -> list[Tried]:
        return [row for row in self.rows if row.does]

    @property
    def given(self) -> int:
        return sum(row.giving is not None for row in self.doing)

    @property
    def told(self) -> set[str]:
        """What has a report of its own in the sheet: no other row reports it with it."""
        return {row.filled.code for row in self.rows if row.filled.said}

    def said(self, what: str) -> int:
        return sum(row.filled.said == what for row in self.doing)


def cells_of(row: ObligationRow) -> tuple[Any, ...]:
    """A line under `rules.sheet.HEADS`; what is to be filled in is empty."""
    return (
        row.code, row.plan_code, row.section, row.component, row.title, row.label, row.agency, row.unit,
        Part(row.part).label, row.assigned_to, row.due_on, row.standing.words, row.standing.left,
        "x" if row.is_claimed else "", "x" if row.is_requested else "", row.agency_code, "", "", "", None, "", "",
    )  # fmt: skip


def trial_of(content: bytes, user: User, scope: Scope) -> Trial:
    """Read a filled sheet against what the person may do now. Refuses what is no such sheet. Some queries, two more for
    each agency whose work is given out."""
    book = open_book(content, hint=HINT)
    lines = read_lines(book.worksheets[0], missing=sheet.missing_heads, most=MOST_LINES, hint=HINT)
    filled = [one for number, cells in lines if (one := sheet.read_line(cells, number)) is not None]
    codes = [one.code for one in filled]
    seen = access.visible_obligations(user, scope.on, scope=scope).filter(code__in=codes)
    rows = {one.code: one for one in seen.select_related("duty", "held_by", "assigned_to", "unit")}
    if not rows:
        raise BadInput("form-elsewhere", "Không dòng nào của tệp là việc anh/chị xem được: {hint}.", hint=HINT)
    reader = _Reader(user, scope, Counter(codes), _proved(filled, rows))
    return Trial(tuple(reader.tried(one, rows.get(one.code)) for one in filled))


def above_in(trial: Trial, on: date, *, most: int) -> dict[str, list[Above]]:
    """What the first rows would settle above with them, by the code of the row; a few queries for each that serves."""
    told, found = trial.told, {}
    for row in trial.doing[:most]:
        if row.one is not None and row.filled.said == sheet.DONE:
            seen = [each for each in above_of(row.one, on) if not each.lacks and each.one.code not in told]
            found.update({row.one.code: seen} if seen else {})
    return found


def _proved(filled: Iterable[Filled], rows: Mapping[str, Obligation]) -> set[int]:
    """Obligations that have a proof already."""
    asked = [rows[one.code].pk for one in filled if one.said and one.code in rows]
    uses = EvidenceUse.objects.filter(obligation__in=asked, removed_at=None)
    return set(uses.values_list("obligation", flat=True))


class _Reader:
    """Judges rows of one sheet; asks for the people of an agency once."""

    def __init__(self, user: User, scope: Scope, times: Counter[str], proved: set[int]) -> None:
        self.user, self.scope, self.times, self.proved = user, scope, times, proved
        self.names: dict[int, dict[str, list[Giving]]] = {}

    def tried(self, filled: Filled, one: Obligation | None) -> Tried:
        if one is None:
            why = Saying(
                "Mã “{code}” không có trong việc anh/chị xem được: giữ nguyên cột “{column}”.",
                code=filled.code[:20],
                column=sheet.CODE,
            )
            return Tried(filled, None, None, (why,))
        wrong = [*filled.wrong]
        if self.times[filled.code] > 1:
            wrong.append(Saying("Mã này có ở nhiều dòng: mỗi việc một dòng."))
        giving = None
        if filled.who and fold(filled.who) != fold(_holder(one)):
            giving = self._giving(filled, one, wrong)
        if filled.said:
            wrong += self._kept_from(filled, one)
        return Tried(filled, one, giving, tuple(wrong))

    def _giving(self, filled: Filled, one: Obligation, wrong: list[Saying]) -> Giving | None:
        if not access.may_give(self.user, self.scope, one):
            wrong.append(Saying("Chỉ người đứng đầu cơ quan giao được việc này: để nguyên cột “Người làm”."))
            return None
        found = self._people(one).get(fold(filled.who), [])
        if not access.may_assign(self.scope, one):
            found = [giving for giving in found if giving.user == self.user]
        if len(found) == 1:
            return found[0]
        who, agency = filled.who[:40], one.held_by.name
        several = Saying(
            "Người làm “{who}”: {agency} có nhiều người cùng tên: giao ở trang của việc.", who=who, agency=agency
        )
        nobody = Saying("Người làm “{who}”: {agency} không có ai hay vị trí nào tên như vậy.", who=who, agency=agency)
        wrong.append(several if found else nobody)
        return None

    def _people(self, one: Obligation) -> dict[str, list[Giving]]:
        if one.held_by_id not in self.names:
            told: dict[str, list[Giving]] = {}
            users = User.objects.in_bulk([code for code, _ in people_of(one, self.scope.on)], field_name="code")
            for user in users.values():
                told.setdefault(fold(user.full_name), []).append(Giving(user))
            for position in positions_in(one.held_by, self.scope.on):
                told.setdefault(fold(position), []).append(Giving(None, position))
            self.names[one.held_by_id] = told
        return self.names[one.held_by_id]

    def _kept_from(self, filled: Filled, one: Obligation) -> list[Saying]:
        """What would keep the report from being taken in: told beforehand by the rules of `actions.obligation`."""
        state = State(one.state)
        if not (access.may_do(self.scope, one) or access.may_enter_for(self.scope, one)):
            return [Saying("Việc này do cơ quan khác thực hiện: anh/chị không báo kết quả thay được.")]
        if state not in MOVES[MOVE_OF[filled.said]]:
            return [Saying("Việc đang ở trạng thái “{state}”: không báo kết quả được.", state=Saying(WORDS[state]))]
        if page_of(one.duty.source_kind, one.code, one.explained):
            return [Saying("Việc này xong ở hồ sơ của nó: báo ở đó.")]
        return _lacking(filled, self.scope.on, has_proof=filled.has_paper or one.pk in self.proved)


def _lacking(filled: Filled, on: date, *, has_proof: bool) -> list[Saying]:
    if filled.said == sheet.NOTHING:
        return [] if filled.text else [Saying("Không phát sinh cần lý do: ghi vào cột “{column}”.", column=sheet.TEXT)]
    found: list[Saying] = []
    if not has_proof and not filled.is_claimed:
        lacks = Saying(
            "Chưa có minh chứng: ghi số văn bản hoặc đường dẫn, hoặc đánh x vào cột “{column}”.", column=sheet.CLAIMED
        )
        found.append(lacks)
    if not has_proof and filled.is_claimed and not filled.text:
        found.append(Saying("Việc tự khai cần nói rõ đã làm gì: ghi vào cột “{column}”.", column=sheet.TEXT))
    if filled.dated_on is not None and filled.dated_on > on:
        found.append(Saying("Ngày văn bản ở tương lai: kiểm tra lại ngày ban hành."))
    return found


def _holder(one: Obligation) -> str:
    return one.assigned_to.full_name if one.assigned_to else one.position
