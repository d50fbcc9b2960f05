"""How days, numbers, terms and words of the domain are written. Pure: the caller counts the days, this says them."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.period_names import period_name
from dondoc.toolkit.sayings import Saying

Number = int | float | Decimal


def day(value: date | datetime | None) -> str:
    """`13/11/2026`, in the time of Viet Nam; nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{value.day:02}/{value.month:02}/{value.year}"


def moment(value: datetime | None) -> str:
    """`14:05 ngày 13/11/2026`."""
    if value is None:
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return _("%(time)s ngày %(day)s") % {"time": f"{local.hour:02}:{local.minute:02}", "day": day(local)}


def number(value: Number | None, places: int | None = None) -> str:
    """`1.234,5`. `places` rounds half up and keeps the zeros; without it the value's own decimals stand."""
    if value is None:
        return ""
    exact = Decimal(str(value))
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{exact:,f}".translate(str.maketrans(",.", ".,"))


def share(part: int | None, whole: int | None, places: int = 1) -> str:
    """`62,5 %` from numerator and denominator; a dash where there is nothing to divide by."""
    if not whole or part is None:
        return "–"
    return f"{number(Decimal(100 * part) / whole, places)} %"


def money(value: int | None) -> str:
    return "" if value is None else _("%(amount)s đồng") % {"amount": number(value)}


def file_size(count: int) -> str:
    """`25 MB`, `340 kB`."""
    if count < 1024 * 1024:
        return f"{number(max(1, round(count / 1024)))} kB"
    return f"{number(Decimal(count) / (1024 * 1024), 1).removesuffix(',0')} MB"


def term(left: int) -> str:
    """Working days from today to the due day: `còn 3 ngày làm việc`, `hạn hôm nay`, `quá hạn 2 ngày làm việc`."""
    if left == 0:
        return _("hạn hôm nay")
    text = _("còn %(n)s ngày làm việc") if left > 0 else _("quá hạn %(n)s ngày làm việc")
    return text % {"n": number(abs(left))}


def due(due_on: date | None, left: int | None = None) -> str:
    """Time is said both ways: `còn 3 ngày làm việc (hạn 13/11/2026)`; the day alone where nobody waits for it."""
    if due_on is None:
        return _("không có hạn")
    if left is None:
        return _("hạn %(day)s") % {"day": day(due_on)}
    return _("%(term)s (hạn %(day)s)") % {"term": term(left), "day": day(due_on)}


def capital(text: str) -> str:
    """At the head of a line: "xã An Lạc" is written "Xã An Lạc"."""
    return text[:1].upper() + text[1:]


def said(text: object) -> str:
    """A word of the domain (a state, a role, the name of a period), a sentence or a refusal in the chosen language. A
    sentence with values (`Saying`) is said first and filled then; nothing is filled into any other: a "%" or a brace
    stays one."""
    whole = text.message if isinstance(text, BadInput) else text
    if not isinstance(whole, Saying):
        whole = (get_language() != "vi" and period_name(str(whole))) or Saying(str(whole or ""))
    return whole.told(_)
