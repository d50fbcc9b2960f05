"""Typed events and who listens. An event is a frozen dataclass with a `NAME`; a handler is told by its dotted name.

    @dataclass(frozen=True, slots=True)
    class PlanIssued:
        NAME: ClassVar[str] = "plans.issued"
        plan_id: int

    @on(PlanIssued)                      # in the `tasks` drawer of an app above
    def open_obligations(event: PlanIssued) -> None: ...

A handler may be called again with the same event (its worker died before saying so): it must not mind.
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, ClassVar, Protocol, TypeVar, cast


class Happening(Protocol):
    """Any event: its fields are plain JSON values."""

    NAME: ClassVar[str]


E = TypeVar("E")
_handlers: dict[str, dict[str, tuple[type, Callable[[Any], None]]]] = {}


def on(kind: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Register a handler of the events of one kind under its dotted name."""

    def register(handler: Callable[[E], None]) -> Callable[[E], None]:
        name: str = kind.NAME  # type: ignore[attr-defined]
        _handlers.setdefault(name, {})[f"{handler.__module__}.{handler.__qualname__}"] = (kind, handler)
        return handler

    return register


def handlers_of(name: str) -> list[str]:
    return sorted(_handlers.get(name, {}))


def deliver_to(name: str, handler: str, payload: dict[str, Any]) -> None:
    """Rebuild the event and call the handler; one that no longer exists is a fault that stays visible."""
    kind, call = _handlers[name][handler]
    call(kind(**payload))


def payload_of(event: Happening) -> dict[str, Any]:
    return asdict(cast("Any", event))
