"""Goals in the plans' terms, made measurable: "tăng ít nhất 05 bậc", "tăng nhóm", "nhóm 10 địa phương dẫn đầu".

| written | means, against the base year |
|---|---|
| `rank+5` | five places better or more |
| `group+1` | one group higher or more |
| `score+`, `score+1.5` | a higher score; higher by so much or more |
| `score>=42`, `score=42` | that score or more |
| `group>=mid-high` | that group or a higher one (mid-low, mid-high, high) |
| `top10` | among the first ten |
| `keep`, `keep-group` | no worse place; no lower group |

Several, joined by commas, must all be met ("tăng điểm số, tăng nhóm" is `score+,group+1`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from dondoc.scores.rules.panel import Group
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean

RANK, GROUP, SCORE, LEVEL, TOP, KEEP, KEEP_GROUP = "rank", "group", "score", "level", "top", "keep", "keep-group"
GROUP_AT = "group-at"
NAMED = {"mid-low": Group.MID_LOW, "mid-high": Group.MID_HIGH, "high": Group.HIGH}
_NUMBER = r"\d+(?:[.,]\d+)?"
_FORMS = (
    (re.compile(r"rank\+(\d{1,2})"), RANK),
    (re.compile(r"group\+([123])?"), GROUP),
    (re.compile(r"group(?:>=|≥|=)(mid-low|mid-high|high)"), GROUP_AT),
    (re.compile(rf"score\+({_NUMBER})?"), SCORE),
    (re.compile(rf"score(?:>=|≥|=)({_NUMBER})"), LEVEL),
    (re.compile(r"top(\d{1,2})"), TOP),
    (re.compile(r"keep-group"), KEEP_GROUP),
    (re.compile(r"keep"), KEEP),
)
_COUNTED = (RANK, GROUP, TOP)


@dataclass(frozen=True, slots=True)
class Goal:
    """One measurable goal: places, groups, points or first places; 0 where the kind needs no number ("score+")."""

    kind: str
    amount: Decimal = Decimal(0)

    @property
    def count(self) -> int:
        """The amount of a goal that counts places, groups or provinces."""
        return int(self.amount)

    @property
    def words(self) -> str:
        """As a plan would say it."""
        return self.told(str)

    def told(self, _: Callable[[str], str]) -> str:
        """The same through the translation `_`."""
        told = {
            RANK: _("tăng ít nhất %(n)s bậc"),
            GROUP: _("tăng nhóm") if self.count == 1 else _("tăng ít nhất %(n)s nhóm"),
            SCORE: _("tăng ít nhất %(points)s điểm") if self.amount else _("điểm cao hơn năm trước"),
            GROUP_AT: _("thuộc nhóm %(group)s trở lên"),
            LEVEL: _("đạt từ %(points)s điểm trở lên"),
            TOP: _("thuộc %(n)s địa phương dẫn đầu"),
            KEEP: _("giữ thứ hạng"),
            KEEP_GROUP: _("giữ nhóm"),
        }[self.kind]
        group = _(Group(self.count).words) if self.kind == GROUP_AT else ""
        return told % {"n": self.count, "points": f"{self.amount:f}".replace(".", ","), "group": group}


def parse_goals(text: str) -> tuple[Goal, ...]:
    """The goals of a text ("rank+5", "score+,group+1"); refused with "goal-unknown" where one is not understood."""
    pieces = re.split(r"[;&]|,(?!\d)", clean(text).lower().replace(" ", ""))
    return tuple(_goal(piece, text) for piece in pieces)


def _goal(piece: str, text: str) -> Goal:
    for form, kind in _FORMS:
        if match := form.fullmatch(piece):
            written = match[1] if form.groups else None
            if kind == GROUP_AT:
                return Goal(kind, Decimal(int(NAMED[match[1]])))
            amount = Decimal((written or ("1" if kind == GROUP else "0")).replace(",", "."))
            if amount or kind not in _COUNTED:
                return Goal(kind, amount)
    raise BadInput(
        "goal-unknown",
        "Không hiểu mục tiêu “{text}”: viết rank+5, group+1, group>=mid-high, score+, score+1.5, "
        "score>=42, top10, keep hoặc keep-group.",
        text=text,
    )
