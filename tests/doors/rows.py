"""What a row says, and the shapes that many rows share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from people import Cast

PEOPLE = ("nobody", "tung", "minh", "lan")


@dataclass(frozen=True, slots=True)
class Row:
    """`expected` is in the order of PEOPLE."""

    expected: tuple[int, int, int, int]
    method: str = "get"
    args: Callable[[Cast], list[Any]] = field(default=lambda _cast: [])

    @property
    def is_public(self) -> bool:
        """Whether it makes no difference who asks."""
        return len(set(self.expected)) == 1


def anyone(status: int = 200, **more: Any) -> Row:
    return Row((status,) * 4, **more)


def signed_in(status: int = 200, **more: Any) -> Row:
    return Row((302, status, status, status), **more)


def own(status: int, method: str = "get", *, args: Callable[[Cast], list[Any]]) -> Row:
    """A thing of one's own agency, here Lan's: nobody else finds it."""
    return Row((302, 404, 404, status), method=method, args=args)


def administrators(method: str = "get", args: Callable[[Cast], list[Any]] = lambda _cast: []) -> Row:
    """Closed to all four; what an administrator does there is tested with the pages."""
    return Row((302, 403, 403, 403), method=method, args=args)
