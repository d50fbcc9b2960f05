"""The parts of a target in its JSON form, as what a figure is asked for and judged by."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dondoc.duties.rules.judging import Aim, Kind

_SIGNS = {">=": "ít nhất", "=": "", "<=": "không quá"}
_DURATIONS = ("giờ", "ngày", "phút", "tuần", "tháng")


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure that is asked: `part` counts over all parts of all targets; `aim` None: nothing to compare with."""

    part: int
    kind: Kind
    text: str
    unit: str
    aim: Aim | None


def asked_of(targets: Iterable[Any]) -> tuple[Asked, ...]:
    """Of targets `{"text", "parts": [{"op", "value", "unit", "scope"}]}`, or of parts themselves. Parts without a
    number are not asked for."""
    parts = [part for target in targets for part in _parts(target)]
    return tuple(_asked(number, part) for number, part in enumerate(parts) if part.get("value") is not None)


def kind_of(unit: str) -> Kind:
    """ "%" is a share, "giờ", "ngày làm việc" a duration, anything else is counted ("lần/năm", "ngày hội")."""
    unit = unit.strip().lower()
    if "%" in unit or unit == "phần trăm":
        return Kind.SHARE
    is_span = "/" not in unit and (unit in _DURATIONS or unit == "ngày làm việc" or unit == "h")
    return Kind.DURATION if is_span else Kind.COUNT


def _parts(target: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(target, Mapping):
        yield from target.get("parts") or [target]


def _asked(number: int, part: Mapping[str, Any]) -> Asked:
    unit, op = str(part.get("unit") or ""), str(part.get("op") or ">=")
    kind, value = kind_of(unit), Decimal(str(part["value"]))
    words = [_SIGNS.get(op, ""), f"{value:f}".replace(".", ","), unit, _inside(str(part.get("scope") or ""))]
    text = " ".join(word for word in words if word)
    return Asked(number, kind, text, unit, Aim(kind, op, value, bool(part.get("strict"))))


def _inside(words: str) -> str:
    """ "Mỗi xã" inside a sentence is "mỗi xã"; "UBND xã" stays."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
