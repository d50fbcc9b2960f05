"""What is missing before a publication counts, and what went wrong with it. Facts in, sentences out.

Posting for "at least 30 consecutive days" (Luật 10/2022/QH15 Đ.13): the day on which it is put up does not count (Bộ
luật Dân sự 2015 Đ.147), and each stretch in a place counts by itself: two halves do not make a whole.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from dondoc.disclosure.rules.catalogue import BOARD, LOUDSPEAKER, PORTAL, VILLAGE
from dondoc.toolkit.sayings import Saying


class Trouble(StrEnum):
    """What is found wrong."""

    EARLY = "early"
    DEAD_LINK = "dead-link"
    UNREADABLE = "unreadable"
    LATE = "late"
    SHORT_BROADCAST = "short-broadcast"


# Being late is a fact that stays; all else can be put right, and until then the item is not green.
LASTING = frozenset({Trouble.LATE})
TROUBLES = {
    Trouble.EARLY: "gỡ sớm",
    Trouble.DEAD_LINK: "đường dẫn hỏng",
    Trouble.UNREADABLE: "không đọc được",
    Trouble.LATE: "công khai chậm",
    Trouble.SHORT_BROADCAST: "phát thanh chưa đủ",
}


class WorkingDays(Protocol):
    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the rule asks of a publication; `halls` are the settlements with a place of posting."""

    days: int | None
    loud: int
    within: int
    places: tuple[str, ...]
    halls: tuple[str, ...] = ()
    has_portal: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """One posting in one place. `until` None is for good; `proofs` are photos, minutes or logs."""

    channel: str
    place: str
    begins_on: date
    until: date | None
    down_on: date | None = None
    proofs: int = 0
    is_dead: bool = False

    def days_by(self, today: date) -> int:
        """How many days it has hung by today."""
        end = min(day for day in (today, self.until, self.down_on) if day is not None)
        return max(0, (end - self.begins_on).days)

    def is_up(self, today: date) -> bool:
        ends = [day for day in (self.until, self.down_on) if day is not None]
        return self.begins_on <= today and (not ends or today <= min(ends))


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, in a sentence; `place` where it is about one."""

    kind: Trouble
    says: Saying
    place: str = ""


def until_of(asked: Asked, begins_on: date) -> date | None:
    """The first day on which it may come down; None for what hangs for good."""
    return None if asked.days is None else begins_on + timedelta(days=asked.days)


def missing(asked: Asked, stretches: Sequence[Stretch]) -> list[Saying]:
    """The steps that are still to be taken before it counts, in the order in which one would take them."""
    good = [one for one in stretches if not is_early(one)]
    channels = {one.channel for one in good}
    steps: list[Saying] = []
    if BOARD in asked.places and BOARD not in channels:
        steps.append(Saying("Niêm yết tại trụ sở."))
    if VILLAGE in asked.places and asked.halls:
        there = {one.place for one in good if one.channel == VILLAGE}
        left = [hall for hall in asked.halls if hall not in there]
        if left:
            named = ", ".join(left[:3]) + (" …" if len(left) > 3 else "")
            steps.append(
                Saying(
                    "Niêm yết tại nhà văn hóa: còn {left}/{halls} nơi ({named}).",
                    left=len(left),
                    halls=len(asked.halls),
                    named=named,
                )
            )
    if (PORTAL in asked.places or asked.has_portal) and PORTAL not in channels:
        steps.append(Saying("Đăng trên trang thông tin điện tử, ghi đường dẫn."))
    if asked.loud and LOUDSPEAKER not in channels:
        steps.append(Saying("Phát trên loa truyền thanh {days} ngày liên tục, ghi nhật ký phát.", days=asked.loud))
    hung = [one for one in good if one.channel != PORTAL]
    if hung and not any(one.proofs for one in hung):
        steps.append(Saying("Thêm ảnh chụp hoặc biên bản niêm yết."))
    return steps


def is_early(one: Stretch) -> bool:
    """Taken down before its time, as it was when it came down. What hangs for good may not come down at all; a reading
    over loudspeakers has days of its own."""
    if one.down_on is None or one.channel in (LOUDSPEAKER, "meeting"):
        return False
    return one.until is None or one.down_on < one.until


def findings(
    asked: Asked,
    stretches: Sequence[Stretch],
    *,
    decided_on: date | None,
    unreadable: Iterable[str] = (),
    calendar: WorkingDays,
) -> list[Finding]:
    """All that is wrong with a publication."""
    found = [_early(one) for one in stretches if is_early(one) and not _is_redone(one, stretches)]
    found += [_dead(one) for one in stretches if one.is_dead]
    found += [_unreadable(name) for name in unreadable]
    found += _short(asked, stretches)
    first = min((one.begins_on for one in stretches), default=None)
    if decided_on is not None and first is not None:
        took = calendar.working_days_between(decided_on, first)
        if took > asked.within:
            says = Saying(
                "Công khai sau {took} ngày làm việc kể từ ngày ban hành (quy định {within} ngày).",
                took=took,
                within=asked.within,
            )
            found.append(Finding(Trouble.LATE, says))
    return found


def _is_redone(early: Stretch, stretches: Sequence[Stretch]) -> bool:
    """Put up again in the same place afterwards, and not taken down early again."""
    later = [
        one
        for one in stretches
        if (one.channel, one.place) == (early.channel, early.place) and one.begins_on >= (early.down_on or date.min)
    ]
    return any(one is not early and not is_early(one) for one in later)


def _early(one: Stretch) -> Finding:
    hung = (one.down_on - one.begins_on).days if one.down_on else 0
    asked = (one.until - one.begins_on).days if one.until else None
    owed = Saying("niêm yết thường xuyên") if asked is None else Saying("ít nhất {days} ngày liên tục", days=asked)
    says = Saying("Gỡ xuống sau {hung} ngày (quy định {owed}): niêm yết lại từ đầu.", hung=hung, owed=owed)
    return Finding(Trouble.EARLY, says, one.place)


def _dead(one: Stretch) -> Finding:
    return Finding(Trouble.DEAD_LINK, Saying("Đường dẫn không mở được: sửa đường dẫn hoặc đăng lại."), one.place)


def _unreadable(name: str) -> Finding:
    says = Saying("Tệp “{name}” chỉ có hình, không có chữ: đăng bản có chữ để người dân tìm, đọc được.", name=name)
    return Finding(Trouble.UNREADABLE, says)


def _short(asked: Asked, stretches: Sequence[Stretch]) -> list[Finding]:
    """Readings that are over and were fewer days in a row than asked, where none was long enough."""
    read = [one for one in stretches if one.channel == LOUDSPEAKER and one.until is not None]
    longest = max(((one.until - one.begins_on).days + 1 for one in read if one.until), default=0)
    if not asked.loud or not read or longest >= asked.loud:
        return []
    says = Saying(
        "Phát thanh {longest} ngày liên tục (quy định ít nhất {least} ngày): phát thêm cho đủ.",
        longest=longest,
        least=asked.loud,
    )
    return [Finding(Trouble.SHORT_BROADCAST, says)]
