"""What a list of obligations is narrowed by: plan, dimension, state, unit, agency, words. One for every page."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import QueryDict

from dondoc.duties.models import Obligation
from dondoc.duties.rules.states import CLOSED, OWED, SETTLED, State
from dondoc.toolkit.text import fold

OWED_STATES = [state.value for state in OWED]
OPEN_STATES = [*OWED_STATES, State.AWAITING.value, State.NOT_OPEN.value]
# What a person chooses from; the first is what stands where nothing was chosen.
STATES = {
    "con-phai-lam": "Còn phải làm",
    "qua-han": "Quá hạn",
    "sap-den-han": "Đến hạn trong 7 ngày",
    "cho-xac-nhan": "Chờ xác nhận",
    "bi-tra-lai": "Bị trả lại",
    "chua-den-han": "Chưa đến hạn",
    "da-xong": "Đã xong",
    "tu-khai": "Tự khai, chưa có minh chứng",
    "tat-ca": "Tất cả",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """As read from an address; empty means not narrowed."""

    plan: str = ""
    section: int | None = None
    state: str = ""
    unit: str = ""
    agency: str = ""
    duty: str = ""
    words: str = ""
    component: str = ""

    @property
    def is_narrow(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)

    def link(self, address: str) -> str:
        named = {
            "ke-hoach": self.plan, "truc": self.section or "", "trang-thai": self.state, "don-vi": self.unit,
            "co-quan": self.agency, "nhiem-vu": self.duty, "tim": self.words, "noi-dung": self.component,
        }  # fmt: skip
        query = urlencode({name: value for name, value in named.items() if value})
        return f"{address}?{query}" if query else address


def read_filter(query: QueryDict) -> Filter:
    """What cannot be understood is left out: an old link still opens the page."""
    section, state = query.get("truc", ""), query.get("trang-thai", "")
    return Filter(
        plan=query.get("ke-hoach", "")[:16],
        section=int(section) if section in set("12345678") else None,
        state=state if state in STATES else "",
        unit=query.get("don-vi", "")[:24],
        agency=query.get("co-quan", "")[:16],
        duty=query.get("nhiem-vu", "")[:16],
        component=query.get("noi-dung", "")[:8],
        words=" ".join(query.get("tim", "").split())[:120],
    )


def narrowed(rows: QuerySet[Obligation], by: Filter, today: date, *, default: str = "tat-ca") -> QuerySet[Obligation]:
    """Each word must stand somewhere in the title or the name of the agency, with or without marks."""
    named = {
        "duty__plan_code": by.plan, "section": by.section, "unit__code": by.unit,
        "held_by__code": by.agency, "duty__code": by.duty, "component": by.component,
    }  # fmt: skip
    rows = rows.filter(in_state(by.state or default, today), **{name: value for name, value in named.items() if value})
    for word in fold(by.words).split():
        rows = rows.filter(Q(duty__search__contains=word) | Q(held_by__search__contains=word))
    return rows


def late(today: date) -> Q:
    """Late in earnest: history and requests are never late."""
    return Q(state__in=OWED_STATES, due_on__lt=today, is_history=False, is_requested=False)


def in_state(state: str, today: date) -> Q:
    soon = Q(state__in=OWED_STATES, due_on__range=(today, today + timedelta(days=7)))
    return {
        "con-phai-lam": Q(state__in=OPEN_STATES, is_history=False),
        "qua-han": late(today),
        "sap-den-han": soon,
        "cho-xac-nhan": Q(state=State.AWAITING.value),
        "bi-tra-lai": Q(state=State.RETURNED.value),
        "chua-den-han": Q(state=State.NOT_OPEN.value),
        "da-xong": Q(state__in=[state.value for state in SETTLED]),
        "tu-khai": Q(state__in=[state.value for state in CLOSED], is_claimed=True),
    }.get(state, Q())
